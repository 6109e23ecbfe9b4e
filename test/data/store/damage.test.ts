import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { StoreError } from '../../../core/errors.ts';
import { Connection } from '../../../data/store/connection.ts';
import { storeFileName } from '../../../data/store/location.ts';
import { migrate } from '../../../data/store/migrations/migrations.ts';
import { openStore } from '../../../data/store/open.ts';
import { Store } from '../../../data/store/store.ts';
import { sampleDocument, temporaryFolder, temporaryStore } from './support.ts';

/** Opening must fail with a StoreError that names the file, and leave its bytes alone. */
function refusal(folder: string): StoreError {
  const file = path.join(folder, storeFileName);
  const before = readFileSync(file);
  try {
    openStore({ folder }).close();
  } catch (error) {
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(error).toBeInstanceOf(StoreError);
    expect((error as StoreError).where).toBe(file);
    expect((error as StoreError).message).toContain(file);
    expect((error as StoreError).allowed).toMatch(/\w+/);
    return error as StoreError;
  }
  throw new Error('the store opened');
}

function storeOnDisk(): string {
  const folder = temporaryFolder();
  const store = openStore({ folder });
  for (let i = 0; i < 40; i++) store.documents.create(sampleDocument({ name: `study ${String(i)}` }), 'New study');
  store.close();
  return folder;
}

test('a file that is not a database', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, storeFileName), 'Dear diary, today I wrote a thesis.\n'.repeat(200));
  expect(refusal(folder).message).toContain('is not a database');
});

test('a file cut short', () => {
  const folder = storeOnDisk();
  const file = path.join(folder, storeFileName);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
  expect(refusal(folder).message).toContain('is damaged');
});

test('a file with pages overwritten', () => {
  const folder = storeOnDisk();
  const file = path.join(folder, storeFileName);
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 4096, bytes.length - 4096);
  writeFileSync(file, bytes);
  expect(refusal(folder).message).toContain('is damaged');
});

test('a store of a newer program', () => {
  const folder = storeOnDisk();
  const db = new Database(path.join(folder, storeFileName));
  db.pragma('user_version = 999');
  db.close();
  expect(refusal(folder).message).toMatch(/newer Kaon Reach.*999/);
});

test("another program's database", () => {
  const folder = temporaryFolder();
  const db = new Database(path.join(folder, storeFileName));
  db.exec('CREATE TABLE bookmarks (url TEXT)');
  db.close();
  expect(refusal(folder).message).toContain('another program');
});

test('a file that another program holds', () => {
  const folder = storeOnDisk();
  const holder = new Database(path.join(folder, storeFileName));
  onTestFinished(() => {
    holder.close();
  });
  holder.pragma('locking_mode = EXCLUSIVE');
  holder.exec('BEGIN EXCLUSIVE');
  expect(() => openStore({ folder, patienceMs: 50 })).toThrow(/locked by another program/);
  holder.exec('COMMIT');
  holder.close();
  const store = openStore({ folder });
  expect(store.listStudies()).toHaveLength(40);
  store.close();
});

test('a write while another program holds the file is refused and can be repeated', () => {
  const store = temporaryStore({ patienceMs: 50 });
  const holder = new Database(store.file);
  onTestFinished(() => {
    holder.close();
  });
  holder.exec('BEGIN IMMEDIATE');
  expect(() => store.documents.create(sampleDocument(), 'New study')).toThrow(
    /locked by another program: close the program/,
  );
  holder.exec('ROLLBACK');
  expect(store.documents.create(sampleDocument(), 'New study').undo).toBeNull();
});

test('a refused store can be opened once the cause is gone: the lock was released', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, storeFileName);
  writeFileSync(file, 'x'.repeat(5000));
  expect(refusal(folder).name).toBe('StoreError');
  writeFileSync(file, '');
  const store = openStore({ folder });
  expect(store.readOnly).toBeNull();
  store.close();
});

test('a folder that is a file', () => {
  const folder = path.join(temporaryFolder(), 'store');
  writeFileSync(folder, 'not a folder');
  expect(() => openStore({ folder })).toThrow(/cannot be opened for writing: make its folder writable/);
  expect(readFileSync(folder, 'utf8')).toBe('not a folder');
});

test('a folder that cannot be written', () => {
  const locked = path.join(temporaryFolder(), 'locked');
  mkdirSync(locked, { mode: 0o500 });
  // The superuser may write anywhere but in the kernel's own file system.
  const folder = process.getuid?.() === 0 ? '/sys' : locked;
  expect(() => openStore({ folder })).toThrow(StoreError);
  expect(() => openStore({ folder })).toThrow(/KAON_REACH_HOME/);
});

test('a full disk refuses the save whole and keeps what was saved', () => {
  const db = new Database(path.join(temporaryFolder(), storeFileName));
  migrate(db);
  const store = new Store(new Connection(db, db.name, null, () => new Date()), () => undefined);
  onTestFinished(() => {
    store.close();
  });
  const one = store.documents.create(sampleDocument(), 'New study');
  const large = sampleDocument({ notes: 'x'.repeat(20_000) });

  db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
  expect(() => store.documents.save(one.id, one.revision, large, 'Large')).toThrow(/the disk is full: free some space/);
  expect(store.documents.load(one.id)).toEqual(one);
  db.pragma('max_page_count = 100000');
  expect(store.documents.save(one.id, one.revision, large, 'Large').document).toEqual(large);
});

test('without its backup copy an older store is not migrated', () => {
  const folder = temporaryFolder();
  const old = new Database(path.join(folder, storeFileName));
  migrate(old, 1);
  old.close();
  const before = readFileSync(path.join(folder, storeFileName));
  const copy = path.join(folder, 'kaon-reach.v1.2026-01-01T00-00-00.000Z.sqlite');
  writeFileSync(copy, 'precious');
  expect(() => openStore({ folder, now: () => new Date('2026-01-01T00:00:00Z') })).toThrow(
    `${copy} is in the way of a backup copy`,
  );
  expect(readFileSync(path.join(folder, storeFileName)).equals(before)).toBe(true);
  expect(readFileSync(copy, 'utf8')).toBe('precious');
});
