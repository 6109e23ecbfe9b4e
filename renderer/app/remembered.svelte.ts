/** A choice of the person's that outlives the page, such as the theme or a chart's axes. */
export class Remembered<T> {
  readonly #key: string;
  readonly #storage: Storage;
  #value: T = $state.raw() as T;

  /**
   * @param valid whether what was stored, perhaps by an older version, is still a value of this kind
   * @param storage `sessionStorage` for what each window remembers for itself
   */
  constructor(name: string, fallback: T, valid: (stored: unknown) => stored is T, storage = localStorage) {
    this.#storage = storage;
    this.#key = `kaon-reach.${name}`;
    const stored = read(storage, this.#key);
    this.#value = valid(stored) ? stored : fallback;
  }

  get value(): T {
    return this.#value;
  }

  set value(next: T) {
    this.#value = next;
    write(this.#storage, this.#key, next);
  }
}

export function oneOf<const T extends string>(...values: T[]): (stored: unknown) => stored is T {
  return (stored): stored is T => values.includes(stored as T);
}

function read(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

/** A full or forbidden storage costs the memory of a choice, nothing else. */
function write(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}
