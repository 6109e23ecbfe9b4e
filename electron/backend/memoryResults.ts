import type { Provenance } from '../../core/contract.ts';
import type { NewResult, StoredResult } from '../../data/store/results.ts';
import type { ResultKeeper } from './resultBook.ts';

type Kept = {
  readonly [Kind in NewResult['kind']]: Map<string, StoredResult<Extract<NewResult, { kind: Kind }>['body']>>;
};

/** Results that are computed here but cannot be saved, over those that another process saved. */
export class MemoryResults implements ResultKeeper {
  readonly #kept: Kept = { point: new Map(), events: new Map() };
  readonly #stored: Pick<ResultKeeper, 'get'>;

  constructor(stored: Pick<ResultKeeper, 'get'>) {
    this.#stored = stored;
  }

  readonly get = ((kind: 'point', keys: readonly string[]) => {
    const found = this.#stored.get(kind, keys);
    for (const key of keys) {
      const kept = this.#kept[kind].get(key);
      if (kept !== undefined) found.set(key, kept);
    }
    return found;
  }) as ResultKeeper['get'];

  put(results: readonly NewResult[], provenance: Provenance): void {
    for (const result of results) {
      if (result.kind === 'point') this.#kept.point.set(result.key, { body: result.body, provenance });
      else this.#kept.events.set(result.key, { body: result.body, provenance });
    }
  }
}
