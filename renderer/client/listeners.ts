/** A set of listeners that can each be removed again. */
export class Listeners<Data> {
  readonly #all = new Set<(data: Data) => void>();

  add(listener: (data: Data) => void): () => void {
    this.#all.add(listener);
    return () => {
      this.#all.delete(listener);
    };
  }

  tell(data: Data): void {
    for (const listener of this.#all) listener(data);
  }
}
