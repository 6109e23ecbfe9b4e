import type { TaskMessage, TaskRequest } from '../../core/messages.ts';

/** A process that computes, however the host started it. */
export interface ComputeProcess {
  post(request: TaskRequest): void;
  onMessage(listener: (message: TaskMessage) => void): void;
  /** Called once, when the process has ended for whatever reason. */
  onExit(listener: (exit: ProcessExit) => void): void;
  /** Ends it at once, in the middle of whatever it computes. */
  kill(): void;
}

export interface ProcessExit {
  readonly code: number | null;
  readonly signal?: string | null;
  /** The last that it wrote to stderr. */
  readonly complaint?: string;
}

/** Starts a compute process: the host's part of the backend. */
export type WorkerLauncher = () => ComputeProcess;

/** Why a compute process ended without being asked to, in words. */
export function exitReason({ code, signal, complaint = '' }: ProcessExit): string {
  if (/heap out of memory|Allocation failed|ENOMEM|std::bad_alloc/.test(complaint)) {
    return 'The computation needed more memory than there is. Ask for fewer toys or mass points.';
  }
  if (signal !== null && signal !== undefined) {
    return `The computation was ended from outside (${signal}), as when memory runs out. It can be run again.`;
  }
  return `The computation's process ended unexpectedly (exit code ${code ?? 'unknown'}). It can be run again.`;
}
