import { InputError, StoreError } from '../../core/errors.ts';

interface Advice {
  readonly codes: RegExp;
  readonly problem: string;
  readonly advice: string;
}

const known: readonly Advice[] = [
  {
    codes: /^SQLITE_(BUSY|LOCKED)/,
    problem: 'is locked by another program',
    advice: 'close the program that uses the file, then try again',
  },
  {
    codes: /^SQLITE_NOTADB/,
    problem: 'is not a database',
    advice:
      'move the file elsewhere to start with an empty store, or put a backup copy in its place; it was not changed',
  },
  {
    codes: /^SQLITE_CORRUPT/,
    problem: 'is damaged',
    advice: 'put a backup copy in its place, or move it elsewhere to start with an empty store; it was not changed',
  },
  {
    codes: /^(SQLITE_FULL|ENOSPC)/,
    problem: 'cannot grow: the disk is full',
    advice: 'free some space, then try again; nothing that was saved is lost',
  },
  {
    codes: /^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT)/,
    problem: 'cannot be opened for writing',
    advice: 'make its folder writable, or set KAON_REACH_HOME to a folder that is',
  },
  {
    codes: /^(SQLITE_IOERR|EIO)/,
    problem: 'cannot be read or written: the disk reports an error',
    advice: 'check the disk, then try again',
  },
];

/** A failure of SQLite or the file system as a StoreError that says what, where and what to do; other errors as they are. */
export function storeErrorOf(error: unknown, file: string): unknown {
  if (error instanceof InputError) return error;
  const found = known.find(({ codes }) => codes.test(codeOf(error)));
  return found === undefined ? error : problemWith(file, found.problem, found.advice);
}

/** A StoreError about one file. */
export function problemWith(file: string, problem: string, advice: string): StoreError {
  return new StoreError(`${file} ${problem}: ${advice}`, { where: file, allowed: advice });
}

/** The code of an SQLite or file-system error, or an empty text. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  // The SQLite binding throws a plain TypeError for a folder that does not exist.
  return error instanceof TypeError && error.message.includes('directory does not exist') ? 'SQLITE_CANTOPEN' : '';
}
