import { keysOf, type ReachQuestion } from './keys.ts';
import type { Piece, WorkerPool } from './pool.ts';
import { ReachRun, type Chunk, type RunListener } from './reachRun.ts';
import type { ResultBook } from './resultBook.ts';
import type { TaskWorker } from './taskWorker.ts';

/**
 * Computes reaches on the pool, mass by mass, first come first served. Each part is kept as soon as it is there,
 * so a run that is cancelled or fails goes on later from where it was; no point is ever computed twice.
 */
export class ReachQueue {
  readonly #pool: WorkerPool;
  readonly #book: ResultBook;
  readonly #runs = new Set<ReachRun>();
  readonly #claimed = new Set<string>();

  constructor(pool: WorkerPool, book: ResultBook) {
    this.#pool = pool;
    this.#book = book;
    pool.addSource(() => this.#next());
  }

  /** Starts to compute what is missing; null when nothing is. The listener is never called before this returns. */
  start(question: ReachQuestion, listener: RunListener): ReachRun | null {
    const keys = keysOf(question);
    const missing = this.#book.missing(keys);
    if (missing.length === 0) return null;
    const run = new ReachRun(question, keys, missing, listener);
    this.#runs.add(run);
    queueMicrotask(() => this.#pool.poke());
    return run;
  }

  /** Stops a run by killing the processes that work on it; what they finished stays. */
  cancel(run: ReachRun): void {
    this.#runs.delete(run);
    this.#pool.stop(run);
  }

  #next(): Piece | null {
    for (const run of this.#runs) {
      const chunk = run.take((key) => this.#claimed.has(key));
      if (chunk !== null) return this.#piece(run, chunk);
    }
    return null;
  }

  #piece(run: ReachRun, chunk: Chunk): Piece {
    for (const { key } of chunk.points) this.#claimed.add(key);
    run.listener.progress(run.fraction);
    return { owner: run, work: (worker) => this.#compute(run, chunk, worker) };
  }

  async #compute(run: ReachRun, chunk: Chunk, worker: TaskWorker): Promise<void> {
    const { scenario, constants } = run.question;
    const massesMeV = chunk.points.map(({ massMeV }) => massMeV);
    const startedAt = performance.now();
    try {
      const output = await worker.run('reach', { scenario, constants, massesMeV }, (fraction) => {
        chunk.fraction = fraction;
        run.listener.progress(run.fraction);
      });
      const seconds = (performance.now() - startedAt) / 1000;
      run.learn(chunk, seconds);
      this.#book.put(run.question, run.keys, output, seconds);
      this.#release(run, chunk);
      this.#settle(chunk);
    } catch (error) {
      this.#release(run, chunk);
      this.#fail(run, error);
    }
  }

  #release(run: ReachRun, chunk: Chunk): void {
    run.end(chunk);
    for (const { key } of chunk.points) this.#claimed.delete(key);
  }

  /** Another run may wait for the same points. */
  #settle(chunk: Chunk): void {
    const keys = chunk.points.map(({ key }) => key);
    for (const run of [...this.#runs]) {
      if (!run.settle(keys)) continue;
      if (run.complete) this.#runs.delete(run);
      if (run.complete) run.listener.done();
      else run.listener.progress(run.fraction);
    }
  }

  #fail(run: ReachRun, error: unknown): void {
    if (!this.#runs.delete(run)) return; // cancelled, or failed in another worker first
    this.#pool.stop(run);
    run.listener.failed(error);
  }
}
