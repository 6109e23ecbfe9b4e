import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../core/errors.ts';
import type { Backend } from '../backend/backend.ts';
import { launchNodeWorker } from '../backend/nodeWorker.ts';
import { openBackend } from '../backend/open.ts';
import { programVersion } from '../backend/version.ts';
import { loopback } from './headers.ts';
import { listen } from './listen.ts';
import { acceptSockets } from './sockets.ts';
import { staticFiles } from './staticFiles.ts';
import { SessionToken } from './token.ts';

export interface ServeOptions {
  /** A port that must be it; without it the usual or a free one. */
  readonly port?: number | undefined;
  /** The store's folder; the person's own, unless told. */
  readonly home?: string | undefined;
  /** Compute processes for jobs. */
  readonly workers?: number | undefined;
  /** The built window. */
  readonly rendererFolder?: string;
  /** How long a connection may take to show its token [ms]. */
  readonly tokenPatienceMs?: number;
}

export interface WebHost {
  readonly port: number;
  /** Opens the app: holds the session's token in its fragment, which browsers do not send. */
  readonly url: string;
  /** Why nothing can be saved, or null. */
  readonly readOnly: string | null;
  close(): void;
}

const builtRenderer = fileURLToPath(new URL('../../build/out/renderer', import.meta.url));

/**
 * Serves the app to the browsers of this machine.
 *
 * @throws InputError when the port cannot be had or the window was never built; StoreError when the store cannot be used
 */
export async function serve(options: ServeOptions = {}): Promise<WebHost> {
  const { home: folder, workers, rendererFolder = builtRenderer, tokenPatienceMs: patienceMs = 5000 } = options;
  let port = 0;
  const answer = staticFiles(rendererFolder, () => port);
  const server = createServer((request, response) => void answer(request, response));
  port = await listen(server, options.port);
  try {
    requireWindow(rendererFolder);
    const backend = await openBackend({
      folder,
      workers,
      launcher: launchNodeWorker,
      host: 'web',
      version: programVersion,
    });
    return hostOn(server, port, backend, patienceMs);
  } catch (error) {
    server.close();
    throw error;
  }
}

function hostOn(server: Server, port: number, backend: Backend, patienceMs: number): WebHost {
  const token = new SessionToken();
  const closeSockets = acceptSockets({ server, port, backend, token, patienceMs });
  const close = (): void => {
    closeSockets();
    server.close();
    server.closeAllConnections();
    backend.close();
  };
  return { port, url: `http://${loopback}:${port}/#token=${token.text}`, readOnly: backend.readOnly, close };
}

function requireWindow(folder: string): void {
  const page = path.join(folder, 'index.html');
  if (existsSync(page)) return;
  throw new InputError(`the window is not built: there is no ${page}; run \`npm start\`, or \`npm run build\` first`, {
    where: page,
  });
}
