/** Compute processes as Electron's utility processes. */
import { utilityProcess, type UtilityProcess } from 'electron';
import type { ComputeProcess, WorkerLauncher } from '../backend/worker.ts';

/** How much of what a process last wrote to stderr is kept [characters]. */
const keptComplaint = 4000;

/** A launcher that runs the built worker. */
export function utilityWorkers(file: string): WorkerLauncher {
  return () =>
    computeProcess(
      utilityProcess.fork(file, [], { serviceName: 'Kaon Reach computation', stdio: ['ignore', 'ignore', 'pipe'] }),
    );
}

/** Electron's own `kill` asks politely, which a process in the middle of a long computation cannot hear. */
function end(child: UtilityProcess): void {
  try {
    if (child.pid === undefined)
      child.once('spawn', () => {
        end(child);
      });
    else process.kill(child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

function computeProcess(child: UtilityProcess): ComputeProcess {
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-keptComplaint);
  });
  return {
    post: (request) => {
      child.postMessage(request);
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.once('exit', (code) => {
        listener({ code, complaint });
      });
    },
    kill: () => {
      end(child);
    },
  };
}
