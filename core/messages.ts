import type { ErrorData } from './errors.ts';
import type { TaskName, Tasks } from './tasks.ts';

/** What the backend sends to a compute process: one task, numbered so that its answers are told from others'. */
export type TaskRequest = {
  [Name in TaskName]: { readonly id: number; readonly task: Name; readonly input: Tasks[Name]['input'] };
}[TaskName];

/** What a compute process answers: any number of fractions done (0 to 1), then its output or why there is none. */
export type TaskMessage =
  | { readonly id: number; readonly fraction: number }
  | { readonly id: number; readonly output: Tasks[TaskName]['output'] }
  | { readonly id: number; readonly error: ErrorData };
