import type { Database } from 'better-sqlite3';
import { StoreError } from '../../core/errors.ts';
import { storeErrorOf } from './errors.ts';

/** The open database, as every table uses it: reads and writes whose failures say what, where and what to do. */
export class Connection {
  readonly db: Database;
  readonly file: string;
  /** Why nothing can be written, or null. */
  readonly readOnly: string | null;
  readonly #now: () => Date;

  constructor(db: Database, file: string, readOnly: string | null, now: () => Date) {
    this.db = db;
    this.file = file;
    this.readOnly = readOnly;
    this.#now = now;
  }

  /** Now, as it is stored: ISO 8601, UTC. */
  now(): string {
    return this.#now().toISOString();
  }

  /** Runs reads that see one state of the store. */
  read<T>(work: () => T): T {
    return this.#guarded(() => this.db.transaction(work).deferred());
  }

  /** Runs writes of which all or none are kept. */
  write<T>(work: () => T): T {
    if (this.readOnly !== null) throw new StoreError(`nothing can be saved: ${this.readOnly}`, { where: this.file });
    return this.#guarded(() => this.db.transaction(work).immediate());
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeErrorOf(error, this.file);
    }
  }
}
