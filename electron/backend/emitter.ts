import type { EventName, Events } from '../../core/contract.ts';

type Listener<Name extends EventName> = (data: Events[Name]) => void;

/** The backend's events, to any number of listeners. */
export class Emitter {
  readonly #listeners: { readonly [Name in EventName]: Set<Listener<Name>> } = {
    job: new Set(),
    result: new Set(),
    studies: new Set(),
  };

  on<Name extends EventName>(event: Name, listener: Listener<Name>): () => void {
    this.#listeners[event].add(listener);
    return () => void this.#listeners[event].delete(listener);
  }

  /** A listener that fails, such as a connection that just closed, keeps nothing from the others. */
  emit<Name extends EventName>(event: Name, data: Events[Name]): void {
    for (const listener of [...this.#listeners[event]]) {
      try {
        listener(data);
      } catch {
        // The listener's own business.
      }
    }
  }
}
