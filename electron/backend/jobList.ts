import type { ErrorData } from '../../core/errors.ts';
import type { JobState } from '../../core/contract.ts';
import type { Emitter } from './emitter.ts';

/** Where jobs are written down: the store's table, or nowhere when nothing may be written. */
export interface JobKeeper {
  add(job: Pick<JobState, 'studyId' | 'scenarioId' | 'title'>): number;
  update(job: Pick<JobState, 'id' | 'state' | 'progress' | 'error'>): void;
}

/** Numbers jobs where they cannot be written down. */
export function unwrittenJobs(): JobKeeper {
  let last = 0;
  return { add: () => ++last, update: () => undefined };
}

/** Progress is told this often at most [ms]. */
const tellEveryMs = 100;
/** This many jobs are listed. */
const most = 200;

/** The jobs of this process and what became of them; tells every change. */
export class JobList {
  readonly #keeper: JobKeeper;
  readonly #events: Emitter;
  readonly #jobs = new Map<number, JobState>();
  readonly #toldAt = new Map<number, number>();
  #waiting: (() => void)[] = [];
  /** Far above every number that the store gives. */
  #lastUnwritten = 2 ** 40;

  constructor(keeper: JobKeeper, events: Emitter, earlier: readonly JobState[]) {
    this.#keeper = keeper;
    this.#events = events;
    for (const job of earlier) this.#jobs.set(job.id, job);
  }

  /** Oldest first; what was replaced by a newer question is left out. */
  all(): JobState[] {
    return [...this.#jobs.values()].filter(({ error }) => error?.name !== 'Superseded');
  }

  add(job: Pick<JobState, 'studyId' | 'scenarioId' | 'title'>, progress: number): number {
    const id = this.#number(job);
    this.#set({ ...job, id, state: 'queued', progress, error: null });
    for (const [old, { state }] of this.#jobs) {
      if (this.#jobs.size <= most) break;
      if (state !== 'queued' && state !== 'running') this.#jobs.delete(old);
    }
    return id;
  }

  /** The first progress makes a queued job a running one. */
  progress(id: number, progress: number): void {
    const job = this.#jobs.get(id);
    if (job === undefined) return;
    const running: JobState = { ...job, state: 'running', progress: Math.max(job.progress, progress) };
    const begins = job.state === 'queued';
    if (begins) this.#write(running);
    this.#jobs.set(id, running);
    const now = performance.now();
    if (begins || now - (this.#toldAt.get(id) ?? 0) >= tellEveryMs) {
      this.#toldAt.set(id, now);
      this.#events.emit('job', running);
    }
  }

  end(id: number, state: 'done' | 'failed' | 'cancelled', error: ErrorData | null): void {
    const job = this.#jobs.get(id);
    if (job === undefined) return;
    const ended: JobState = { ...job, state, progress: state === 'done' ? 1 : job.progress, error };
    this.#write(ended);
    this.#toldAt.delete(id);
    this.#set(ended);
    for (const tell of this.#waiting.splice(0)) tell();
  }

  /** When the next job has ended. */
  nextEnd(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** What was saved must be computed even where that cannot be written down. */
  #number(job: Pick<JobState, 'studyId' | 'scenarioId' | 'title'>): number {
    try {
      return this.#keeper.add(job);
    } catch {
      return ++this.#lastUnwritten;
    }
  }

  #set(job: JobState): void {
    this.#jobs.set(job.id, job);
    this.#events.emit('job', job);
  }

  /** A job goes on, or has ended, also where that cannot be written down. */
  #write(job: JobState): void {
    try {
      this.#keeper.update(job);
    } catch {
      // Whatever keeps the store from being written shows at the next save, where it matters.
    }
  }
}
