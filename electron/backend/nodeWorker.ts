import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TaskMessage } from '../../core/messages.ts';
import type { ComputeProcess, WorkerLauncher } from './worker.ts';

const workerFile = fileURLToPath(new URL('../worker/worker.ts', import.meta.url));

/** How much of what a process last wrote to stderr is kept [characters]. */
const keptComplaint = 4000;

export interface NodeWorkerOptions {
  /** The program to run; the worker, unless a test says otherwise. */
  readonly file?: string;
  /** Options of Node itself, such as a memory limit. */
  readonly execArgv?: readonly string[];
}

/** A launcher of compute processes as children of this Node. */
export function nodeWorkers({ file = workerFile, execArgv = [] }: NodeWorkerOptions = {}): WorkerLauncher {
  return () =>
    computeProcess(
      fork(file, [], {
        serialization: 'advanced',
        execArgv: [...execArgv],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      }),
    );
}

/** Starts one compute process of this Node. */
export const launchNodeWorker: WorkerLauncher = nodeWorkers();

function computeProcess(child: ChildProcess): ComputeProcess {
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-keptComplaint);
  });
  return {
    // A process that is just ending cannot take the message; its exit tells so.
    post: (request) => void child.send(request, () => undefined),
    onMessage: (listener) => void child.on('message', (message) => listener(message as TaskMessage)),
    onExit: (listener) => {
      // 'close' comes after the last of stderr; 'error' alone when the process could not be started.
      child.once('close', (code, signal) => listener({ code, signal, complaint }));
      child.once('error', (error) => {
        complaint += error.message;
        if (child.pid === undefined) listener({ code: null, complaint });
      });
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
