/** A choice of the person's that outlives the page, such as the theme or a chart's axes. */
export class Remembered<T> {
  readonly #key: string;
  #value: T = $state.raw() as T;

  /** @param valid whether what was stored, perhaps by an older version, is still a value of this kind */
  constructor(name: string, fallback: T, valid: (stored: unknown) => stored is T) {
    this.#key = `kaon-reach.${name}`;
    const stored = read(this.#key);
    this.#value = valid(stored) ? stored : fallback;
  }

  get value(): T {
    return this.#value;
  }

  set value(next: T) {
    this.#value = next;
    write(this.#key, next);
  }
}

export function oneOf<const T extends string>(...values: T[]): (stored: unknown) => stored is T {
  return (stored): stored is T => values.includes(stored as T);
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

/** A full or forbidden storage costs the memory of a choice, nothing else. */
function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}
