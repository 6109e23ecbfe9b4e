import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { CallInput, DocumentScenario, Provenance, ReachResult, StudyDocument } from '../../core/contract.ts';
import type { Client } from '../client/client.ts';
import { ConnectionLost } from '../client/transport.ts';
import { follow } from '../ui/follow.ts';
import { Latest } from './latest.ts';

const lateMs = 100;

/** What is known of one scenario's reach. The result may be of an older edit: then `key` is not the one asked for. */
export interface Known {
  readonly key: string;
  readonly result: ReachResult | null;
  /** Where the result came from a finished job. */
  readonly provenance: Provenance | null;
  readonly error: string | null;
}
interface Question {
  readonly id: string;
  readonly key: string;
  readonly input: CallInput<'preview.reach'>;
}

/** The reach of every scenario on screen: stored results where they fit, previews where the numbers are newer. */
export class Reaches {
  readonly #client: Client;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- what was asked is never on screen
  readonly #asking = new Map<string, Latest<Question, ReachResult>>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- what was asked is never on screen
  readonly #asked = new Map<string, string>();
  readonly #known = new SvelteMap<string, Known>();
  readonly #waiting = new SvelteSet<string>();
  /** A curve is so late that it should look old. */
  late: boolean = $state(false);
  /** Goes up when everything is to be asked again. */
  #round: number = $state(0);
  #lateTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client) {
    this.#client = client;
  }

  readonly busy: boolean = $derived(this.#waiting.size > 0);

  get(id: string | null): Known | undefined {
    return id === null ? undefined : this.#known.get(id);
  }

  /** Brings these scenarios up to date; asks only for what changed. */
  want(document: StudyDocument, scenarios: readonly DocumentScenario[]): void {
    follow(this.#round);
    for (const { id, scenario } of scenarios) {
      const key = keyOf(document, scenario);
      if (this.#asked.get(id) === key) continue;
      this.#asked.set(id, key);
      this.#waitFor(id);
      const { constants, masses } = document;
      this.#latest(id).ask({ id, key, input: { scenario, constants, masses, slot: id } });
    }
  }

  /** Takes a finished job's result, which is better than a preview: its bands are those that the scenario asks for. */
  take(id: string, key: string, result: ReachResult, provenance: Provenance | null): void {
    this.#latest(id).forget();
    this.#asked.set(id, key);
    this.#known.set(id, { key, result, provenance, error: null });
    this.#arrived(id);
  }

  /** Asks for everything again, for instance when the connection is back. */
  refresh(): void {
    this.#asked.clear();
    this.#round++;
  }

  #latest(id: string): Latest<Question, ReachResult> {
    const present = this.#asking.get(id);
    if (present !== undefined) return present;
    const latest = new Latest<Question, ReachResult>({
      ask: ({ input }) => this.#client.call('preview.reach', input),
      answered: (result, { key }) => this.#answer(id, { key, result, provenance: null, error: null }),
      failed: (error, { key }) => this.#fail(id, key, error),
    });
    this.#asking.set(id, latest);
    return latest;
  }

  #answer(id: string, known: Known): void {
    const better = this.#known.get(id);
    if (better?.key === this.#asked.get(id) && better?.provenance != null) return;
    this.#known.set(id, known);
    this.#arrived(id);
    if (known.key !== this.#asked.get(id)) this.#waitFor(id);
  }

  #fail(id: string, key: string, error: unknown): void {
    if (error instanceof ConnectionLost) this.#asked.delete(id);
    else
      this.#known.set(id, {
        key,
        result: null,
        provenance: null,
        error: error instanceof Error ? error.message : String(error),
      });
    this.#arrived(id);
  }

  #waitFor(id: string): void {
    this.#waiting.add(id);
    this.#lateTimer ??= setTimeout(() => {
      this.late = this.#waiting.size > 0;
    }, lateMs);
  }

  #arrived(id: string): void {
    this.#waiting.delete(id);
    clearTimeout(this.#lateTimer);
    this.#lateTimer = undefined;
    this.late = false;
  }
}

/** Everything on which a scenario's reach depends, as text. */
export function keyOf({ constants, masses }: StudyDocument, scenario: DocumentScenario['scenario']): string {
  const { name: _name, notes: _notes, ...physics } = scenario;
  return JSON.stringify([physics, constants, masses]);
}
