import type { CallInput, GMinus2Band } from '../../core/contract.ts';
import type { Client } from '../client/client.ts';
import type { BosonKind } from './boson.ts';
import { Latest } from './latest.ts';

type Question = CallInput<'preview.gMinus2'>;

/** The (g−2)_μ region that is drawn. */
export class GMinus2 {
  band: GMinus2Band | null = $state.raw(null);
  /** The boson that the band is for. */
  boson: BosonKind = $state('vector');
  #asked = '';
  readonly #latest: Latest<Question, GMinus2Band>;

  constructor(client: Client) {
    this.#latest = new Latest({
      ask: (question) => client.call('preview.gMinus2', question),
      answered: (band, { boson }) => {
        this.band = band;
        this.boson = boson;
      },
      failed: () => {
        this.#asked = '';
      },
    });
  }

  want(question: Question): void {
    const key = JSON.stringify(question);
    if (key === this.#asked) return;
    this.#asked = key;
    this.#latest.ask(question);
  }

  refresh(): void {
    this.#asked = '';
  }
}
