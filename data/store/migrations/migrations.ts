import type { Database } from 'better-sqlite3';
import { studies } from './0001-studies.ts';
import { results } from './0002-results.ts';

/** One step of the schema. A step that has shipped never changes; a later change is a new step. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** All steps, in order, without gaps. */
export const migrations: readonly Migration[] = [studies, results];

/** The schema that this program reads and writes. */
export const schemaVersion = migrations.length;

/** Marks the file as a store of this program: “KaRe”. */
export const applicationId = 0x4b615265;

/** The schema version of an open database; 0 for an empty one. */
export function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Brings a database from its version to the wanted one; a step that fails leaves the database at the step before. */
export function migrate(db: Database, to: number = schemaVersion, steps: readonly Migration[] = migrations): void {
  const from = versionOf(db);
  for (const step of steps.filter(({ version }) => version > from && version <= to)) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${String(step.version)}`);
      db.pragma(`application_id = ${String(applicationId)}`);
    }).exclusive();
  }
}
