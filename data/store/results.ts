import type { Statement } from 'better-sqlite3';
import type { Provenance } from '../../core/contract.ts';
import type { ReachPoint, ScenarioEvents } from '../../core/results.ts';
import { isObject, type JsonObject } from '../../core/merge.ts';
import type { Connection } from './connection.ts';
import { ResultTimes } from './resultTimes.ts';

/** What does not depend on the mass: stored once per scenario's physics. */
export interface EventsBody {
  readonly events: ScenarioEvents;
  readonly warnings: readonly string[];
}

export interface StoredResult<Body> {
  readonly body: Body;
  readonly provenance: Provenance;
}

interface Bodies {
  readonly point: ReachPoint;
  readonly events: EventsBody;
}
type Kind = keyof Bodies;

/** One result with its address: the SHA-256 of the question, in hexadecimal. */
export type NewResult = { [K in Kind]: { readonly key: string; readonly kind: K; readonly body: Bodies[K] } }[Kind];

interface ResultRow {
  readonly key: string;
  readonly body: string;
  readonly core_version: string;
  readonly constants: Provenance['constants'];
  readonly seed: number;
  readonly toy_block_size: number;
}

/** Computed results by what was asked; never changed once stored. */
export class Results {
  readonly #connection: Connection;
  readonly #times: ResultTimes;
  readonly #insert: Statement<[string, Kind, string, string, string, number, number]>;
  readonly #get: Statement<[Kind, string], ResultRow>;
  readonly #delete: Statement<[string]>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#times = new ResultTimes(connection);
    const { db } = connection;
    this.#insert = db.prepare(
      `INSERT INTO results (key, kind, body, core_version, constants, seed, toy_block_size)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#delete = db.prepare('DELETE FROM results WHERE key = ?');
    this.#get = db.prepare(
      `SELECT key, body, core_version, constants, seed, toy_block_size
       FROM results WHERE kind = ? AND key IN (SELECT value FROM json_each(?))`,
    );
  }

  /** Results of one kind by key; keys that are not stored are missing from the map. */
  get<K extends Kind>(kind: K, keys: readonly string[]): Map<string, StoredResult<Bodies[K]>> {
    const rows = this.#connection.read(() => this.#get.all(kind, JSON.stringify(keys)));
    return new Map(
      rows.flatMap((row) => {
        const body = readBody(kind, row.body);
        return body === null ? [] : [[row.key, { body, provenance: provenanceOf(row) }]];
      }),
    );
  }

  /**
   * Keeps results that were computed together.
   *
   * @param seconds computing time of each [s]
   */
  put(results: readonly NewResult[], provenance: Provenance, seconds: number): void {
    const { coreVersion, constants, seed, toyBlockSize } = provenance;
    this.#connection.write(() => {
      for (const { key, kind, body } of results) {
        this.#forgetDamaged(kind, key);
        const stored = this.#insert.run(key, kind, exactJson(body), coreVersion, constants, seed, toyBlockSize);
        if (stored.changes > 0) this.#times.add(key, seconds);
      }
    });
  }

  /** A damaged row would stand in the way of the answer that replaces it. */
  #forgetDamaged(kind: Kind, key: string): void {
    const [row] = this.#get.all(kind, JSON.stringify([key]));
    if (row === undefined || readBody(kind, row.body) !== null) return;
    this.#times.forget(key);
    this.#delete.run(key);
  }
}

/** What a row must have to be this kind of result; whatever else it is, it was damaged and is computed again. */
const isWhole: Readonly<Record<Kind, (body: JsonObject) => boolean>> = {
  point: ({ massMeV, limit }) => typeof massMeV === 'number' && (limit === null || isObject(limit)),
  events: ({ events, warnings }) => isObject(events) && Array.isArray(warnings),
};

function readBody<K extends Kind>(kind: K, text: string): Bodies[K] | null {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) && isWhole[kind](body) ? (body as unknown as Bodies[K]) : null;
  } catch {
    return null;
  }
}

function provenanceOf(row: ResultRow): Provenance {
  return { coreVersion: row.core_version, constants: row.constants, seed: row.seed, toyBlockSize: row.toy_block_size };
}

/** JSON that gives every number back bit for bit; JSON would quietly turn NaN and ∞ into null. */
function exactJson(body: unknown): string {
  return JSON.stringify(body, (key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new RangeError(`a computed result is not a finite number: ${key} = ${String(value)}`);
    return value;
  });
}
