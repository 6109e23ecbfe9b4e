import { CancelledError } from '../../core/errors.ts';
import { TaskWorker } from './taskWorker.ts';
import type { WorkerLauncher } from './worker.ts';

/** A piece of work for one worker. */
export interface Piece {
  /** On whose behalf: `stop` ends all pieces of one owner. */
  readonly owner: object;
  /** Uses the worker to the end of the piece; deals with its own failures. */
  readonly work: (worker: TaskWorker) => Promise<void>;
}

/** Where free workers get their next piece from. */
export type Source = () => Piece | null;

/** A number of compute processes, started when they are first needed and replaced when they die. */
export class WorkerPool {
  readonly #launch: WorkerLauncher;
  readonly #size: number;
  readonly #sources: Source[] = [];
  readonly #free: TaskWorker[] = [];
  readonly #busy = new Map<TaskWorker, object>();
  #closed = false;

  constructor(launch: WorkerLauncher, size: number) {
    this.#launch = launch;
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a source; earlier ones are asked first. */
  addSource(source: Source): void {
    this.#sources.push(source);
  }

  /** Gives work to every worker that is free: to be called whenever a source may have more. */
  poke(): void {
    while (!this.#closed && this.#busy.size < this.#size) {
      const piece = this.#next();
      if (piece === null) return;
      void this.#give(piece);
    }
  }

  /** Kills the workers that work for this owner. */
  stop(owner: object, reason: Error = new CancelledError()): void {
    for (const [worker, of] of this.#busy) if (of === owner) worker.end(reason);
  }

  close(): void {
    this.#closed = true;
    const reason = new CancelledError('Kaon Reach was closed');
    for (const worker of [...this.#busy.keys(), ...this.#free]) worker.end(reason);
  }

  #next(): Piece | null {
    for (const source of this.#sources) {
      const piece = source();
      if (piece !== null) return piece;
    }
    return null;
  }

  async #give({ owner, work }: Piece): Promise<void> {
    const worker = this.#worker();
    this.#busy.set(worker, owner);
    try {
      await work(worker);
    } finally {
      this.#busy.delete(worker);
      if (worker.alive) this.#free.push(worker);
      this.poke();
    }
  }

  #worker(): TaskWorker {
    for (let worker = this.#free.pop(); worker !== undefined; worker = this.#free.pop())
      if (worker.alive) return worker;
    return new TaskWorker(this.#launch);
  }
}
