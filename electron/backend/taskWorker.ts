import { fromErrorData } from '../../core/errors.ts';
import type { TaskMessage, TaskRequest } from '../../core/messages.ts';
import type { Progress, TaskName, Tasks } from '../../core/tasks.ts';
import { exitReason, type ComputeProcess, type ProcessExit, type WorkerLauncher } from './worker.ts';

/** A compute process died of its own: the task is lost, the next one gets a new process. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
}

interface Running {
  readonly id: number;
  readonly progress: Progress;
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

/** One compute process, as promises: one task at a time. */
export class TaskWorker {
  readonly #process: ComputeProcess | null;
  #running: Running | null = null;
  #alive: boolean;
  #lastId = 0;

  constructor(launch: WorkerLauncher) {
    this.#process = started(launch);
    this.#alive = this.#process !== null;
    this.#process?.onMessage((message) => this.#receive(message));
    this.#process?.onExit((exit) => this.#exited(exit));
  }

  get alive(): boolean {
    return this.#alive;
  }

  /**
   * @throws WorkerError when the process dies over it; what the task itself throws; what `end` was given
   */
  run<Name extends TaskName>(
    task: Name,
    input: Tasks[Name]['input'],
    progress: Progress = () => undefined,
  ): Promise<Tasks[Name]['output']> {
    const computing = this.#process;
    if (computing === null || !this.#alive)
      return Promise.reject(new WorkerError('A compute process could not be started.'));
    if (this.#running !== null) return Promise.reject(new WorkerError('The compute process is busy.'));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#running = { id, progress, resolve, reject };
      computing.post({ id, task, input } as TaskRequest);
    });
  }

  /** Kills the process; a running task is rejected with the reason. */
  end(reason: Error): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.#process?.kill();
    this.#settle()?.reject(reason);
  }

  #receive(message: TaskMessage): void {
    // A message may still come from a process that was killed.
    if (!this.#alive || message.id !== this.#running?.id) return;
    if ('fraction' in message) this.#running.progress(message.fraction);
    else if ('error' in message) this.#settle()?.reject(fromErrorData(message.error));
    else this.#settle()?.resolve(message.output as never);
  }

  #exited(exit: ProcessExit): void {
    this.#alive = false;
    this.#settle()?.reject(new WorkerError(exitReason(exit)));
  }

  #settle(): Running | null {
    const running = this.#running;
    this.#running = null;
    return running;
  }
}

/** Null where the system has no process to give. */
function started(launch: WorkerLauncher): ComputeProcess | null {
  try {
    return launch();
  } catch {
    return null;
  }
}
