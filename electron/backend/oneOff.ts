import type { TaskName, Tasks } from '../../core/tasks.ts';
import type { Piece, WorkerPool } from './pool.ts';

/** Single tasks on the pool, ahead of the long jobs. */
export class OneOffTasks {
  readonly #pool: WorkerPool;
  readonly #waiting: Piece[] = [];

  constructor(pool: WorkerPool) {
    this.#pool = pool;
    pool.addSource(() => this.#waiting.shift() ?? null);
  }

  run<Name extends TaskName>(task: Name, input: Tasks[Name]['input']): Promise<Tasks[Name]['output']> {
    return new Promise((resolve, reject) => {
      const work: Piece['work'] = (worker) => worker.run(task, input).then(resolve, reject);
      this.#waiting.push({ owner: {}, work });
      this.#pool.poke();
    });
  }
}
