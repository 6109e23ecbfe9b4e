import type { ErrorData } from '../../core/errors.ts';
import { toErrorData } from '../../core/errors.ts';
import type { JobState, StudyDocument } from '../../core/contract.ts';
import type { Emitter } from './emitter.ts';
import { JobList } from './jobList.ts';
import { keysOf } from './keys.ts';
import type { Library } from './library.ts';
import type { ReachQueue } from './reachQueue.ts';
import type { ReachRun } from './reachRun.ts';
import { computableOf, storedReach, type Computable } from './resolved.ts';
import type { ResultBook } from './resultBook.ts';

/** A job under way. */
interface Active {
  readonly jobId: number;
  readonly studyId: number;
  readonly run: ReachRun;
  /** Newest form of the scenario: its name may change while its physics is computed. */
  computable: Computable;
}

const stopped: ErrorData = {
  name: 'CancelledError',
  message: 'You stopped this computation. What is done so far is kept.',
};
/** Named apart, so that nobody is offered to run again what was replaced. */
const replaced: ErrorData = { name: 'Superseded', message: 'The scenario was changed meanwhile.' };
const closed: ErrorData = { name: 'CancelledError', message: 'Kaon Reach was closed meanwhile.' };

interface Parts {
  readonly library: Library;
  readonly book: ResultBook;
  readonly queue: ReachQueue;
  readonly list: JobList;
  readonly events: Emitter;
}

/** Keeps the computed results of studies complete: one job per scenario of which something is missing. */
export class Jobs {
  readonly #parts: Parts;
  readonly #active = new Set<Active>();
  /** Questions that were stopped or failed: not asked again by themselves. */
  readonly #held = new Set<string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  list(): JobState[] {
    return this.#parts.list.all();
  }

  /** Queues what is missing of a study and stops what it no longer asks. */
  sync(studyId: number, document: StudyDocument): void {
    const wanted = computableOf(document, this.#parts.library);
    for (const active of this.#of(studyId)) {
      const now = wanted.find(
        ({ id, question }) => id === active.computable.id && keysOf(question).identity === active.run.keys.identity,
      );
      if (now === undefined) this.#end(active, 'cancelled', replaced);
      else active.computable = now;
    }
    const busy = new Set(this.#of(studyId).map(({ computable }) => computable.id));
    for (const computable of wanted) if (!busy.has(computable.id)) this.#start(studyId, computable);
  }

  /** The same, with what was stopped or failed. */
  runAgain(studyId: number, document: StudyDocument): void {
    for (const { id, question } of computableOf(document, this.#parts.library))
      this.#held.delete(holdKey(studyId, id, question));
    this.sync(studyId, document);
  }

  /** A study that is gone or in the bin needs nothing. */
  drop(studyId: number): void {
    for (const active of this.#of(studyId)) this.#end(active, 'cancelled', replaced);
  }

  /** Stops a job, unless it has ended. */
  cancel(jobId: number): void {
    const active = [...this.#active].find((job) => job.jobId === jobId);
    if (active === undefined) return;
    this.#held.add(holdKey(active.studyId, active.computable.id, active.run.question));
    this.#end(active, 'cancelled', stopped);
  }

  /** When nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.#active.size > 0) await this.#parts.list.nextEnd();
  }

  close(): void {
    for (const active of [...this.#active]) this.#end(active, 'cancelled', closed);
  }

  #of(studyId: number): Active[] {
    return [...this.#active].filter((active) => active.studyId === studyId);
  }

  #start(studyId: number, computable: Computable): void {
    if (this.#held.has(holdKey(studyId, computable.id, computable.question))) return;
    const { queue, list } = this.#parts;
    const run = queue.start(computable.question, {
      progress: (fraction) => list.progress(active.jobId, fraction),
      done: () => this.#done(active),
      failed: (error) => this.#failed(active, toErrorData(error)),
    });
    if (run === null) return;
    const { scenario } = computable;
    const title = `${scenario.analysis.bands === 'toys' ? 'Toys for' : 'Reach of'} “${scenario.name}”`;
    const jobId = list.add({ studyId, scenarioId: computable.id, title }, run.fraction);
    const active: Active = { jobId, studyId, run, computable };
    this.#active.add(active);
  }

  #done(active: Active): void {
    const { book, events } = this.#parts;
    this.#end(active, 'done', null);
    events.emit('result', { studyId: active.studyId, reach: storedReach(active.computable, book) });
  }

  #failed(active: Active, error: ErrorData): void {
    this.#held.add(holdKey(active.studyId, active.computable.id, active.run.question));
    this.#end(active, 'failed', error);
  }

  #end(active: Active, state: 'done' | 'failed' | 'cancelled', error: ErrorData | null): void {
    this.#active.delete(active);
    if (state === 'cancelled') this.#parts.queue.cancel(active.run);
    this.#parts.list.end(active.jobId, state, error);
  }
}

function holdKey(studyId: number, scenarioId: string, question: Computable['question']): string {
  return `${studyId} ${scenarioId} ${keysOf(question).identity}`;
}
