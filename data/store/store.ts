import type { StudySummary } from '../../core/contract.ts';
import type { Connection } from './connection.ts';
import { Documents } from './documents.ts';
import { Jobs } from './jobs.ts';
import { Results } from './results.ts';
import { Studies } from './studies.ts';

/** A person's studies, jobs and results. Every failure to read or write is a StoreError that names the file. */
export class Store {
  readonly documents: Documents;
  readonly jobs: Jobs;
  readonly results: Results;
  readonly #connection: Connection;
  readonly #studies: Studies;
  readonly #release: () => void;

  constructor(connection: Connection, release: () => void) {
    this.#connection = connection;
    this.#release = release;
    this.#studies = new Studies(connection);
    this.documents = new Documents(connection, this.#studies);
    this.jobs = new Jobs(connection);
    this.results = new Results(connection);
  }

  get file(): string {
    return this.#connection.file;
  }

  /** Why nothing can be saved, or null. */
  get readOnly(): string | null {
    return this.#connection.readOnly;
  }

  listStudies(): StudySummary[] {
    return this.#connection.read(() => this.#studies.list());
  }

  binStudy(id: number): void {
    this.#connection.write(() => {
      this.#studies.bin(id);
    });
  }

  restoreStudy(id: number): void {
    this.#connection.write(() => {
      this.#studies.restore(id);
    });
  }

  /** For good; only a study that is in the bin. */
  deleteStudy(id: number): void {
    this.#connection.write(() => {
      this.#studies.delete(id);
    });
  }

  /** Safe to call twice. */
  close(): void {
    if (!this.#connection.db.open) return;
    this.#connection.db.close();
    this.#release();
  }
}
