import type { Provenance } from '../../core/contract.ts';
import type { Tasks } from '../../core/tasks.ts';
import { coreVersion, toyBlockSize } from '../../core/version.ts';
import type { EventsBody, NewResult, StoredResult } from '../../data/store/results.ts';
import type { ReachPoint } from '../../core/results.ts';
import type { ReachKeys, ReachQuestion } from './keys.ts';

/** Where results are kept: the store's table, or memory where nothing may be written. */
export interface ResultKeeper {
  get(kind: 'point', keys: readonly string[]): Map<string, StoredResult<ReachPoint>>;
  get(kind: 'events', keys: readonly string[]): Map<string, StoredResult<EventsBody>>;
  put(results: readonly NewResult[], provenance: Provenance, seconds: number): void;
}

/** A complete reach as it is stored. */
export interface KeptReach extends EventsBody {
  readonly points: readonly ReachPoint[];
  readonly provenance: Provenance;
}

/** Computed results by what was asked. */
export class ResultBook {
  readonly #keeper: ResultKeeper;

  constructor(keeper: ResultKeeper) {
    this.#keeper = keeper;
  }

  /** The whole reach, or null while a part of it is missing. */
  reach({ events: eventsKey, points: wanted }: ReachKeys): KeptReach | null {
    const events = this.#keeper.get('events', [eventsKey]).get(eventsKey);
    if (events === undefined) return null;
    const stored = this.#keeper.get(
      'point',
      wanted.map(({ key }) => key),
    );
    const points = wanted.flatMap(({ key }) => stored.get(key)?.body ?? []);
    return points.length === wanted.length ? { ...events.body, points, provenance: events.provenance } : null;
  }

  /** The points that are still to be computed. */
  missing({ events, points }: ReachKeys): ReachKeys['points'] {
    const stored = this.#keeper.get(
      'point',
      points.map(({ key }) => key),
    );
    const missing = points.filter(({ key }) => !stored.has(key));
    // Events come with any point.
    return missing.length > 0 || this.#keeper.get('events', [events]).has(events) ? missing : points.slice(0, 1);
  }

  /**
   * Keeps what was computed for some of a question's masses.
   *
   * @param seconds that it took [s]
   */
  put(question: ReachQuestion, keys: ReachKeys, output: Tasks['reach']['output'], seconds: number): void {
    const keyOf = new Map(keys.points.map(({ key, massMeV }) => [massMeV, key]));
    const points = output.points.flatMap((body): NewResult[] => {
      const key = keyOf.get(body.massMeV);
      return key === undefined ? [] : [{ key, kind: 'point', body }];
    });
    const { events, warnings } = output;
    const { seed } = question.scenario.analysis;
    const provenance = { coreVersion, constants: question.constants.set, seed, toyBlockSize };
    const each = seconds / Math.max(points.length, 1);
    this.#keeper.put([{ key: keys.events, kind: 'events', body: { events, warnings } }, ...points], provenance, each);
  }
}
