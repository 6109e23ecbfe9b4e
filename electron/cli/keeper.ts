import { openStore } from '../../data/store/open.ts';
import { MemoryResults } from '../backend/memoryResults.ts';
import type { ResultKeeper } from '../backend/resultBook.ts';
import type { Output } from './output.ts';

const nothingStored = { get: () => new Map() } as unknown as Pick<ResultKeeper, 'get'>;

/** The store's results, or memory where there is no cache or another program writes it. */
export function openKeeper(cache: boolean, output: Output): { keeper: ResultKeeper; close: () => void } {
  if (!cache) return { keeper: new MemoryResults(nothingStored), close: () => undefined };
  const store = openStore();
  if (store.readOnly !== null) output.err(`note: ${store.readOnly} Results of this run are not kept.\n`);
  const keeper = store.readOnly === null ? store.results : new MemoryResults(store.results);
  return {
    keeper,
    close: () => {
      store.close();
    },
  };
}
