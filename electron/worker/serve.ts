import { toErrorData } from '../../core/errors.ts';
import type { TaskMessage, TaskRequest } from '../../core/messages.ts';
import { runTask, type Progress } from '../../core/tasks.ts';

/** The way to the process that asks. */
export interface Port {
  post(message: TaskMessage): void;
  listen(take: (request: TaskRequest) => void): void;
}

/** Progress goes out this often at most [ms]: more would be read by nobody and slow both sides down. */
const progressEveryMs = 50;

/** Runs the tasks that come through the port, one after the other. */
export function serve(port: Port): void {
  port.listen(({ id, task, input }) => {
    try {
      const output = runTask(
        task,
        input,
        thinned((fraction) => port.post({ id, fraction })),
      );
      port.post({ id, output });
    } catch (error) {
      port.post({ id, error: toErrorData(error) });
    }
  });
}

function thinned(report: Progress): Progress {
  let next = performance.now() + progressEveryMs;
  return (fraction) => {
    const now = performance.now();
    if (now < next) return;
    next = now + progressEveryMs;
    report(fraction);
  };
}
