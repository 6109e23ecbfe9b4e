import Database from 'better-sqlite3';
import { codeOf } from './errors.ts';

/** Held for as long as this process may write the store. */
export interface WriterLock {
  release(): void;
}

/**
 * Takes the right to write, or returns null where another process has it.
 *
 * An exclusive transaction on a file of its own: the operating system releases it when the process ends,
 * however it ends, so no stale lock can be left behind. Nothing else may open this file, since closing any
 * handle on it would drop a POSIX lock.
 */
export function takeWriterLock(file: string): WriterLock | null {
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.pragma('journal_mode = MEMORY'); // no journal file beside it
    lock.exec('BEGIN EXCLUSIVE');
    return { release: () => void lock.close() };
  } catch (error) {
    lock.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
