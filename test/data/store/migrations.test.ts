import Database from 'better-sqlite3';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { storeFileName } from '../../../data/store/location.ts';
import {
  applicationId,
  migrate,
  migrations,
  schemaVersion,
  versionOf,
} from '../../../data/store/migrations/migrations.ts';
import { openStore } from '../../../data/store/open.ts';
import { firstId, sampleDocument, temporaryFolder } from './support.ts';

function database(file = ':memory:'): Database.Database {
  const db = new Database(file);
  onTestFinished(() => {
    db.close();
  });
  db.pragma('foreign_keys = ON');
  return db;
}

/** Rows as a program of schema 1 wrote them. */
function fillVersion1(db: Database.Database): void {
  const { name, scenarios, ...settings } = sampleDocument();
  db.transaction(() => {
    db.prepare('INSERT INTO studies VALUES (1, 1, ?, ?, NULL)').run(
      '2026-01-02T03:04:05.000Z',
      '2026-01-02T03:04:06.000Z',
    );
    db.prepare('INSERT INTO revisions VALUES (1, 1, NULL, ?, ?, ?, ?)').run(
      'New study',
      name,
      JSON.stringify(settings),
      '2026-01-02T03:04:06.000Z',
    );
    for (const [i, s] of scenarios.entries()) {
      db.prepare('INSERT INTO scenarios VALUES (1, ?, ?)').run(s.id, '2026-01-02T03:04:06.000Z');
      db.prepare('INSERT INTO scenario_revisions VALUES (?, 1, ?, ?, ?)').run(
        i + 1,
        s.id,
        JSON.stringify(s.scenario),
        '2026-01-02T03:04:06.000Z',
      );
      db.prepare('INSERT INTO revision_scenarios VALUES (1, ?, ?, 3, 1, 0)').run(i, i + 1);
    }
  })();
}

function schemaOf(db: Database.Database): string {
  const rows = db
    .prepare<[], { sql: string }>(
      "SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type DESC, name",
    )
    .all();
  return rows.map(({ sql }) => `${sql};\n`).join('\n');
}

test('migrations are numbered from 1 without gaps', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
  expect(schemaVersion).toBe(migrations.length);
});

test.each(migrations.map(({ version }) => version))(
  'the schema at version %i is the one that was written down',
  (version) => {
    const db = database();
    migrate(db, version);
    expect(versionOf(db)).toBe(version);
    expect(schemaOf(db)).toBe(readFileSync(path.join(import.meta.dirname, `schema-v${String(version)}.sql`), 'utf8'));
  },
);

test('every table is STRICT', () => {
  const db = database();
  migrate(db);
  const tables = db
    .prepare<[], { name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  expect(tables.length).toBeGreaterThanOrEqual(8);
  expect(tables.filter(({ strict }) => strict === 0)).toEqual([]);
});

test('1 → 2 keeps every row and adds jobs and results', () => {
  const db = database();
  migrate(db, 1);
  fillVersion1(db);
  const rows = (): unknown[] =>
    ['studies', 'revisions', 'scenarios', 'scenario_revisions', 'revision_scenarios'].map((table) =>
      db.prepare(`SELECT * FROM ${table}`).all(),
    );
  const before = rows();
  migrate(db, 2);
  expect(versionOf(db)).toBe(2);
  expect(rows()).toEqual(before);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.prepare(
    "INSERT INTO jobs (study_id, scenario_id, title, state, progress, created_at) VALUES (1, ?, 'a', 'queued', 0, 'b')",
  ).run(firstId);
  expect(db.prepare('SELECT count(*) AS n FROM jobs').get()).toEqual({ n: 1 });
});

test('a step that fails leaves the database at the step before it', () => {
  const db = database();
  const broken = { version: 3, sql: 'CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);' };
  expect(() => {
    migrate(db, 3, [...migrations, broken]);
  }).toThrow('nowhere');
  expect(versionOf(db)).toBe(2);
  expect(schemaOf(db)).not.toContain('half');
});

test('opening an older store migrates it, and first leaves a complete copy beside it', () => {
  const folder = temporaryFolder();
  const old = database(path.join(folder, storeFileName));
  migrate(old, 1);
  fillVersion1(old);
  old.close();

  const store = openStore({ folder, now: () => new Date('2026-11-12T13:14:15.000Z') });
  onTestFinished(() => {
    store.close();
  });
  expect(store.documents.load(1).document).toEqual(sampleDocument());
  const copyName = 'kaon-reach.v1.2026-11-12T13-14-15.000Z.sqlite';
  expect(readdirSync(folder)).toContain(copyName);
  const copy = database(path.join(folder, copyName));
  expect(versionOf(copy)).toBe(1);
  expect(copy.pragma('application_id', { simple: true })).toBe(applicationId);
  expect(copy.prepare('SELECT count(*) AS n FROM scenario_revisions').get()).toEqual({ n: 2 });
});

test('a store of the current version is opened without a copy', () => {
  const folder = temporaryFolder();
  openStore({ folder }).close();
  openStore({ folder }).close();
  expect(readdirSync(folder).filter((name) => /\.v\d/.test(name))).toEqual([]);
});
