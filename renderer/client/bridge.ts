import type { CallReply } from '../../core/contract.ts';
import type { Transport } from './transport.ts';

/** What Electron's preload gives the page. */
export interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<CallReply>;
  readonly on: (event: string, listener: (data: never) => void) => () => void;
  readonly onMenu: (listener: (command: string) => void) => () => void;
  readonly platform: string;
}

/** The bridge, or undefined in a browser. */
export function bridge(): Bridge | undefined {
  return (globalThis as { kaonReach?: Bridge }).kaonReach;
}

/** The backend over Electron's IPC, which cannot be lost. */
export function bridgeTransport(via: Bridge): Transport {
  return {
    request: (name, input) => via.call(name, input),
    on: (event, listener) => via.on(event, listener),
    onConnection: (listener) => {
      listener({ state: 'open' });
      return () => undefined;
    },
  };
}
