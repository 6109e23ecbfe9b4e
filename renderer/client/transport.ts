import type { CallReply, EventName, Events } from '../../core/contract.ts';

/** Whether the backend can be reached. */
export type Connection =
  | { readonly state: 'connecting' | 'open' }
  /** The connection broke; it is being tried again. */
  | { readonly state: 'lost' }
  /** The backend does not accept this window, so trying again is of no use. */
  | { readonly state: 'refused'; readonly why: string };

/** One way to the backend: Electron's bridge or a WebSocket. */
export interface Transport {
  readonly request: (name: string, input: unknown) => Promise<CallReply>;
  readonly on: <Name extends EventName>(event: Name, listener: (data: Events[Name]) => void) => () => void;
  readonly onConnection: (listener: (connection: Connection) => void) => () => void;
}

/** A call could not be made or answered because there is no connection. Nothing is wrong with the call. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  constructor() {
    super('The connection to Kaon Reach is lost.');
  }
}
