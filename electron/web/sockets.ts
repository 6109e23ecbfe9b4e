import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Backend } from '../backend/backend.ts';
import { hasOwnHost, hasOwnOrigin } from './headers.ts';
import { serveSession } from './session.ts';
import type { SessionToken } from './token.ts';

/** Largest message [bytes]: a study file of the largest size, quoted. */
const largestMessage = 64 * 1024 * 1024;

export interface SocketOptions {
  readonly server: Server;
  readonly port: number;
  readonly backend: Backend;
  readonly token: SessionToken;
  readonly patienceMs: number;
}

/** Accepts WebSockets at `/ws` from the app's own page; returns what closes them all. */
export function acceptSockets({ server, port, ...session }: SocketOptions): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false });
  let clients = 0;

  server.on('upgrade', (request, connection: Duplex, head) => {
    connection.on('error', () => connection.destroy());
    const own = hasOwnHost(request.headers, port) && hasOwnOrigin(request.headers, port);
    if (!own || request.url !== '/ws') {
      connection.end(
        `HTTP/1.1 ${own ? '404 Not Found' : '403 Forbidden'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
      return;
    }
    sockets.handleUpgrade(request, connection, head, (socket) => {
      serveSession({ ...session, socket, client: `window ${++clients}` });
    });
  });

  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}
