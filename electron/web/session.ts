import type { RawData, WebSocket } from 'ws';
import type { EventName } from '../../core/contract.ts';
import type { Backend } from '../backend/backend.ts';
import type { SessionToken } from './token.ts';

/** Why a connection is closed from here: codes for applications, of which the window tries none again. */
export const wrongToken = 4401;
export const noTokenInTime = 4408;
export const notUnderstood = 4400;

const eventNames = ['job', 'result', 'studies'] as const satisfies readonly EventName[];

/** The parts of a connection that a session uses. */
export interface SessionOptions {
  readonly socket: WebSocket;
  readonly backend: Backend;
  readonly token: SessionToken;
  /** Tells this window from others. */
  readonly client: string;
  /** How long the token may take to come [ms]. */
  readonly patienceMs: number;
}

/**
 * Serves one window over a WebSocket. Its first message is `{ token }`; then it sends calls as `{ id, call, input }`
 * and gets `{ id, reply }` for each, in the order of completion, and events as `{ event, data }`.
 */
export function serveSession({ socket, backend, token, client, patienceMs }: SessionOptions): void {
  const send = (message: object): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const late = setTimeout(() => socket.close(noTokenInTime, 'no token'), patienceMs);

  const first = (data: RawData, isBinary: boolean): void => {
    clearTimeout(late);
    if (!token.matches(parsed(data, isBinary)?.['token'])) {
      socket.close(wrongToken, 'wrong token');
      return;
    }
    const stops = eventNames.map((event) => backend.on(event, (eventData) => send({ event, data: eventData })));
    socket.on('close', () => stops.forEach((stop) => stop()));
    socket.on('message', (next, nextIsBinary) => void take(next, nextIsBinary));
  };

  const take = async (data: RawData, isBinary: boolean): Promise<void> => {
    const { id, call, input } = parsed(data, isBinary) ?? {};
    if (typeof id !== 'number') socket.close(notUnderstood, 'not a call');
    else send({ id, reply: await backend.call(call, input, client) });
  };

  socket.once('message', first);
  socket.on('close', () => clearTimeout(late));
  socket.on('error', () => socket.terminate()); // such as a message beyond the largest size
}

/** A message's object, or null when it is none. */
function parsed(data: RawData, isBinary: boolean): Partial<Record<string, unknown>> | null {
  if (isBinary || !Buffer.isBuffer(data)) return null;
  try {
    const value: unknown = JSON.parse(data.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
