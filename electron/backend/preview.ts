import type { Superseded } from '../../core/contract.ts';
import { CancelledError } from '../../core/errors.ts';
import type { TaskName, Tasks } from '../../core/tasks.ts';
import { TaskWorker } from './taskWorker.ts';
import type { WorkerLauncher } from './worker.ts';

interface Waiting {
  readonly start: (worker: TaskWorker) => Promise<void>;
  readonly supersede: () => void;
  readonly refuse: (error: Error) => void;
}

const superseded: Superseded = { superseded: true };

/**
 * The warm process that answers while somebody drags a slider. In each lane only the newest question waits:
 * an older one is answered at once with `superseded`. The one that is being computed is always finished.
 */
export class PreviewWorker {
  readonly #launch: WorkerLauncher;
  // In order of arrival of the lane: a newer question takes the place of the older one, not a place at the end.
  readonly #lanes = new Map<string, Waiting>();
  #worker: TaskWorker | null = null;
  #busy = false;
  #closed = false;

  constructor(launch: WorkerLauncher) {
    this.#launch = launch;
  }

  ask<Name extends TaskName>(
    lane: string,
    task: Name,
    input: Tasks[Name]['input'],
  ): Promise<Tasks[Name]['output'] | Superseded> {
    if (this.#closed) return Promise.reject(new CancelledError('Kaon Reach was closed'));
    return new Promise((resolve, reject) => {
      this.#lanes.get(lane)?.supersede();
      this.#lanes.set(lane, {
        start: (worker) => worker.run(task, input).then(resolve, reject),
        supersede: () => resolve(superseded),
        refuse: reject,
      });
      if (!this.#busy) void this.#work();
    });
  }

  close(): void {
    this.#closed = true;
    const reason = new CancelledError('Kaon Reach was closed');
    for (const { refuse } of this.#lanes.values()) refuse(reason);
    this.#lanes.clear();
    this.#worker?.end(reason);
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let next = this.#take(); next !== null; next = this.#take()) {
      if (this.#worker?.alive !== true) this.#worker = new TaskWorker(this.#launch);
      await next.start(this.#worker);
    }
    this.#busy = false;
  }

  #take(): Waiting | null {
    const [first] = this.#lanes;
    if (first === undefined) return null;
    this.#lanes.delete(first[0]);
    return first[1];
  }
}
