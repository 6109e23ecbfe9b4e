import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { problemWith } from './errors.ts';
import { applicationId, schemaVersion, versionOf } from './migrations/migrations.ts';

/**
 * Looks at a store file without changing a byte of it.
 *
 * @param patienceMs how long to wait for a program that holds the file [ms]
 * @returns its schema version; 0 where there is no file yet, or an empty one
 * @throws StoreError when it is not a database, damaged, not this program's, or newer than this program
 */
export function inspect(file: string, patienceMs: number): number {
  // Checked by name, not by opening it: closing a plain handle would drop SQLite's locks on the file.
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return 0;
  const db = new Database(file, { readonly: true, timeout: patienceMs });
  try {
    return checked(db, file);
  } finally {
    db.close();
  }
}

function checked(db: Database.Database, file: string): number {
  const version = versionOf(db);
  const damage = db.pragma('quick_check(1)', { simple: true });
  if (damage !== 'ok') {
    throw problemWith(
      file,
      `is damaged (${String(damage)})`,
      'put a backup copy in its place, or move it elsewhere to start with an empty store; it was not changed',
    );
  }
  const tables = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get()?.n ?? 0;
  if (version === 0 && tables === 0) return 0;
  if (db.pragma('application_id', { simple: true }) !== applicationId) {
    throw problemWith(
      file,
      'is a database of another program',
      'move it elsewhere, or set KAON_REACH_HOME to another folder; it was not changed',
    );
  }
  if (version > schemaVersion) {
    throw problemWith(
      file,
      `was written by a newer Kaon Reach (its schema is ${String(version)}, this program knows ${String(schemaVersion)})`,
      'start the newer version; the file was not changed',
    );
  }
  return version;
}
