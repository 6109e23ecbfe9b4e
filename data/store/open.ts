import Database from 'better-sqlite3';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Connection } from './connection.ts';
import { problemWith, storeErrorOf } from './errors.ts';
import { inspect } from './inspect.ts';
import { lockFileName, storeFileName, storeFolder } from './location.ts';
import { takeWriterLock } from './lock.ts';
import { migrate, schemaVersion } from './migrations/migrations.ts';
import { Store } from './store.ts';

export interface OpenOptions {
  /** The store's folder; without it, the person's own. It is made where it does not exist. */
  readonly folder?: string | undefined;
  readonly now?: () => Date;
  /** How long to wait for another program that holds the file, or makes it [ms]. */
  readonly patienceMs?: number;
}

type Settings = Required<Pick<OpenOptions, 'now' | 'patienceMs'>>;

/**
 * Opens the store: for writing, or read-only where another process already writes it.
 *
 * @throws StoreError when it cannot be used; the file is then as it was
 */
export function openStore({
  folder = storeFolder(),
  now = () => new Date(),
  patienceMs = 2000,
}: OpenOptions = {}): Store {
  const settings = { now, patienceMs };
  const file = path.join(folder, storeFileName);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = takeWriterLock(path.join(folder, lockFileName));
    if (lock === null) return openToRead(file, settings);
    try {
      return new Store(new Connection(openToWrite(file, settings), file, null, now), () => {
        lock.release();
      });
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw storeErrorOf(error, file);
  }
}

function openToWrite(file: string, { now, patienceMs }: Settings): Database.Database {
  const version = inspect(file, patienceMs);
  const db = new Database(file, { timeout: patienceMs });
  try {
    if (version > 0 && version < schemaVersion) backUp(db, file, version, now());
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL'); // a save that was answered survives a power cut
    db.pragma('foreign_keys = ON');
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A complete copy beside the file, named by schema version and time, before anything in it is changed. */
function backUp(db: Database.Database, file: string, version: number, now: Date): void {
  const stamp = now.toISOString().replaceAll(':', '-');
  const copy = file.replace(/\.sqlite$/, `.v${String(version)}.${stamp}.sqlite`);
  if (existsSync(copy)) throw problemWith(copy, 'is in the way of a backup copy', 'move it elsewhere, then try again');
  try {
    db.prepare('VACUUM INTO ?').run(copy);
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

function openToRead(file: string, { now, patienceMs }: Settings): Store {
  waitUntilMade(file, patienceMs);
  const db = new Database(file, { readonly: true, timeout: patienceMs });
  const reason = `another Kaon Reach has ${file} open; close it and start this one again to save here`;
  return new Store(new Connection(db, file, reason, now), () => undefined);
}

/** The process that writes makes or migrates the file first. */
function waitUntilMade(file: string, patienceMs: number): void {
  const step = 50;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; inspect(file, patienceMs) < schemaVersion; waited += step) {
    if (waited >= patienceMs)
      throw problemWith(file, 'is being made by another Kaon Reach', 'wait until that one has started, then try again');
    Atomics.wait(pause, 0, 0, step);
  }
}
