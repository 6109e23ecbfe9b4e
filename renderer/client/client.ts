import type { CallInput, CallName, CallOutput, EventName, Events } from '../../core/contract.ts';
import { fromErrorData } from '../../core/errors.ts';
import { bridge, bridgeTransport } from './bridge.ts';
import { SocketTransport } from './socket.ts';
import { sessionToken } from './token.ts';
import type { Connection, Transport } from './transport.ts';

/** The backend as the window sees it: one call, one subscription, the same over every transport. */
export interface Client {
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;
  readonly on: <Name extends EventName>(event: Name, listener: (data: Events[Name]) => void) => () => void;
  readonly onConnection: (listener: (connection: Connection) => void) => () => void;
}

export function clientOver(transport: Transport): Client {
  return {
    on: transport.on,
    onConnection: transport.onConnection,
    call: async (name, input) => {
      const reply = await transport.request(name, input);
      if (!reply.ok) throw fromErrorData(reply.error);
      return reply.value;
    },
  };
}

/** The client of this page. */
export function connect(): Client {
  const via = bridge();
  if (via !== undefined) return clientOver(bridgeTransport(via));
  const token = sessionToken();
  return clientOver(
    token === null
      ? withoutToken
      : new SocketTransport(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`, token),
  );
}

const withoutToken: Transport = {
  request: () => Promise.reject(new Error('This page was opened without its key.')),
  on: () => () => undefined,
  onConnection: (listener) => {
    listener({ state: 'refused', why: 'This page was opened without its key.' });
    return () => undefined;
  },
};
