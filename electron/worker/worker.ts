/** Entry of a compute process: a child of Node or of Electron, told apart by how it reaches its parent. */
import type { TaskRequest } from '../../core/messages.ts';
import { serve, type Port } from './serve.ts';

/** The part of Electron's utility process that is used here; Node's child processes have none. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: TaskRequest }) => void): void;
  postMessage(message: unknown): void;
}

function parent(): Port {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort !== undefined) {
    return {
      post: (message) => parentPort.postMessage(message),
      listen: (take) => parentPort.on('message', ({ data }) => take(data)),
    };
  }
  // Without its parent nobody reads the answers.
  process.on('disconnect', () => process.exit());
  return {
    post: (message) => void process.send?.(message),
    listen: (take) => process.on('message', (message) => take(message as TaskRequest)),
  };
}

serve(parent());
