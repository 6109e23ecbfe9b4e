import type { CallReply, EventName, Events } from '../../core/contract.ts';
import { Listeners } from './listeners.ts';
import { ConnectionLost, type Connection, type Transport } from './transport.ts';

type Message =
  { readonly id: number; readonly reply: CallReply } | { readonly event: EventName; readonly data: Events[EventName] };
interface Waiting {
  readonly resolve: (reply: CallReply) => void;
  readonly reject: (error: Error) => void;
}

const firstDelayMs = 250;
const longestDelayMs = 4000;
/** RFC 6455: policy violation; and the range for applications, of which the host uses 44xx for a wrong token. */
const refusal = (code: number): boolean => code === 1008 || (code >= 4400 && code < 4500);

/** The backend over a WebSocket; reconnects by itself. Calls that it cannot carry fail with ConnectionLost. */
export class SocketTransport implements Transport {
  readonly #url: string;
  readonly #token: string;
  readonly #events = new Listeners<{ event: EventName; data: Events[EventName] }>();
  readonly #connections = new Listeners<Connection>();
  readonly #waiting = new Map<number, Waiting>();
  #connection: Connection = { state: 'connecting' };
  #socket: WebSocket | null = null;
  #delayMs = firstDelayMs;
  #nextId = 1;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
    this.#connect();
  }

  readonly request = (name: string, input: unknown): Promise<CallReply> =>
    new Promise((resolve, reject) => {
      const socket = this.#socket;
      if (socket?.readyState !== WebSocket.OPEN) {
        reject(new ConnectionLost());
        return;
      }
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, call: name, input }));
    });

  readonly on = <Name extends EventName>(event: Name, listener: (data: Events[Name]) => void): (() => void) =>
    this.#events.add((message) => {
      if (message.event === event) listener(message.data as Events[Name]);
    });

  readonly onConnection = (listener: (connection: Connection) => void): (() => void) => {
    listener(this.#connection);
    return this.#connections.add(listener);
  };

  #connect(): void {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ token: this.#token }));
      this.#delayMs = firstDelayMs;
      this.#become({ state: 'open' });
    });
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', ({ code }) => this.#closed(code));
  }

  #receive(message: Message): void {
    if ('event' in message) {
      this.#events.tell(message);
      return;
    }
    this.#waiting.get(message.id)?.resolve(message.reply);
    this.#waiting.delete(message.id);
  }

  #closed(code: number): void {
    for (const { reject } of this.#waiting.values()) reject(new ConnectionLost());
    this.#waiting.clear();
    if (refusal(code)) {
      this.#become({ state: 'refused', why: 'This address belongs to an earlier start of Kaon Reach.' });
      return;
    }
    this.#become({ state: 'lost' });
    setTimeout(() => this.#connect(), this.#delayMs);
    this.#delayMs = Math.min(this.#delayMs * 2, longestDelayMs);
  }

  #become(connection: Connection): void {
    this.#connection = connection;
    this.#connections.tell(connection);
  }
}
