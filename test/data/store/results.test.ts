import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { ReachPoint } from '../../../core/results.ts';
import { firstId, sampleDocument, temporaryStore } from './support.ts';

const key = (n: number): string => n.toString(16).padStart(64, '0');
const provenance = { coreVersion: '1', constants: 'paper', seed: 5, toyBlockSize: 10_000 } as const;
const point: ReachPoint = {
  massMeV: 0.1 + 0.2,
  signalEventsPerCoupling2: 1e300 / 7,
  branchingRatioPerCoupling2: 5e-324,
  limit: { observed: null, asimov: 1 / 3, median: 2 / 3, minus2: 0.1, minus1: 0.2, plus1: 0.7, plus2: 0.9 },
};

test('a result comes back bit for bit, with its provenance', () => {
  const store = temporaryStore();
  store.results.put([{ key: key(1), kind: 'point', body: point }], provenance, 0.25);
  expect(store.results.get('point', [key(1), key(2)])).toStrictEqual(new Map([[key(1), { body: point, provenance }]]));
  expect(store.results.get('events', [key(1)]).size).toBe(0);
});

test('times stand in a table of their own', () => {
  const store = temporaryStore({ now: () => new Date('2026-01-02T03:04:05Z') });
  store.results.put([{ key: key(1), kind: 'point', body: point }], provenance, 0.25);
  const db = new Database(store.file, { readonly: true });
  expect(db.prepare('SELECT * FROM result_times').all()).toEqual([
    { key: key(1), computed_at: '2026-01-02T03:04:05.000Z', seconds: 0.25 },
  ]);
  expect(Object.keys(db.prepare('SELECT * FROM results').get() as object).join()).not.toMatch(/time|_at|seconds/);
  db.close();
});

test('the first answer to a question stays', () => {
  const store = temporaryStore();
  store.results.put([{ key: key(1), kind: 'point', body: point }], provenance, 0.25);
  store.results.put([{ key: key(1), kind: 'point', body: { ...point, massMeV: 9 } }], provenance, 0.5);
  expect(store.results.get('point', [key(1)]).get(key(1))?.body).toEqual(point);
});

test('a damaged result is not there, and its question can be answered again', () => {
  const store = temporaryStore();
  for (const body of ['{}', 'null', '{"massMeV":"x","limit":null}']) {
    store.results.put([{ key: key(1), kind: 'point', body: point }], provenance, 0.25);
    const db = new Database(store.file);
    db.prepare('UPDATE results SET body = ?').run(body);
    db.close();
    expect(store.results.get('point', [key(1)]).size).toBe(0);
    store.results.put([{ key: key(1), kind: 'point', body: point }], provenance, 0.5);
    expect(store.results.get('point', [key(1)]).get(key(1))?.body).toEqual(point);
  }
});

test('NaN and infinity are refused, and nothing of that batch is kept', () => {
  const store = temporaryStore();
  for (const bad of [NaN, Infinity, -Infinity]) {
    const batch = [
      { key: key(1), kind: 'point' as const, body: point },
      { key: key(2), kind: 'point' as const, body: { ...point, branchingRatioPerCoupling2: bad } },
    ];
    expect(() => {
      store.results.put(batch, provenance, 1);
    }).toThrow('branchingRatioPerCoupling2');
  }
  expect(store.results.get('point', [key(1), key(2)]).size).toBe(0);
});

test('jobs left unfinished end as cancelled with the reason; ended ones stay as they were', () => {
  const store = temporaryStore();
  const { id: studyId } = store.documents.create(sampleDocument(), 'New study');
  const add = (title: string): number => store.jobs.add({ studyId, scenarioId: firstId, title });
  const [queued, running, done] = [add('queued'), add('running'), add('done')];
  store.jobs.update({ id: running, state: 'running', progress: 0.5, error: null });
  store.jobs.update({ id: done, state: 'done', progress: 1, error: null });
  const reason = { name: 'CancelledError', message: 'the program ended' };
  store.jobs.cancelUnfinished(reason);
  expect(store.jobs.recent(10).map(({ id, state, progress, error }) => ({ id, state, progress, error }))).toEqual([
    { id: queued, state: 'cancelled', progress: 0, error: reason },
    { id: running, state: 'cancelled', progress: 0.5, error: reason },
    { id: done, state: 'done', progress: 1, error: null },
  ]);
});

test('the list of jobs gives the newest, oldest of them first', () => {
  const store = temporaryStore();
  const { id: studyId } = store.documents.create(sampleDocument(), 'New study');
  for (const title of ['a', 'b', 'c']) store.jobs.add({ studyId, scenarioId: firstId, title });
  expect(store.jobs.recent(2).map((j) => j.title)).toEqual(['b', 'c']);
});
