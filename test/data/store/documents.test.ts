import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { sampleDocument, sampleScenario, firstId, secondId, temporaryStore } from './support.ts';
import type { Store } from '../../../data/store/store.ts';

function rowCount(store: Store, table: string): number {
  const db = new Database(store.file, { readonly: true });
  const row = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get();
  db.close();
  return row?.n ?? -1;
}

test('a document comes back as it was saved', () => {
  const store = temporaryStore();
  const document = sampleDocument({
    scenarios: [{ ...sampleScenario(secondId), visible: false, binned: true, colour: 31 }, sampleScenario(firstId)],
  });
  const { id, revision } = store.documents.create(document, 'New study');
  expect(store.documents.load(id)).toEqual({ id, revision, document, undo: null, redo: null });
});

test('numbers keep every bit', () => {
  const store = temporaryStore();
  const value = 0.1 + 0.2;
  const document = sampleDocument({
    scenarios: [sampleScenario(firstId, { photonVeto: { scale: value, tiny: 5e-324 } })],
  });
  const { id } = store.documents.create(document, 'New study');
  expect(store.documents.load(id).document.scenarios[0]?.scenario['photonVeto']).toStrictEqual({
    scale: value,
    tiny: 5e-324,
  });
});

test.each(["Robert'); DROP TABLE studies;--", '"quoted" \\ back', 'κ → μν Z′ ☃ 𝒢', '%s ? :id @x $y', 'מחקר'])(
  'a name is only a name: %s',
  (name) => {
    const store = temporaryStore();
    const document = sampleDocument({ name, scenarios: [sampleScenario(firstId, { name })] });
    const { id } = store.documents.create(document, name);
    expect(store.documents.load(id).document).toEqual(document);
    expect(store.listStudies().map((s) => s.name)).toEqual([name]);
  },
);

test('undo moves to the parent and redo back again, with labels in words', () => {
  const store = temporaryStore();
  const one = store.documents.create(sampleDocument({ name: 'one' }), 'New study');
  const two = store.documents.save(one.id, one.revision, sampleDocument({ name: 'two' }), 'Rename to two');
  expect([two.undo, two.redo]).toEqual(['Rename to two', null]);
  const undone = store.documents.undo(one.id);
  expect(undone).toEqual({ ...one, redo: 'Rename to two' });
  expect(store.documents.redo(one.id)).toEqual(two);
});

test('undo and redo at the ends say so and change nothing', () => {
  const store = temporaryStore();
  const one = store.documents.create(sampleDocument(), 'New study');
  expect(() => store.documents.undo(one.id)).toThrow('there is nothing to undo');
  expect(() => store.documents.redo(one.id)).toThrow('there is nothing to redo');
  expect(store.documents.load(one.id)).toEqual(one);
});

test('a save after an undo starts a new branch; the old one stays stored, and redo follows the newer', () => {
  const store = temporaryStore();
  const one = store.documents.create(sampleDocument({ name: 'one' }), 'New study');
  store.documents.save(one.id, one.revision, sampleDocument({ name: 'two' }), 'two');
  store.documents.undo(one.id);
  const three = store.documents.save(one.id, one.revision, sampleDocument({ name: 'three' }), 'three');
  expect(three.redo).toBeNull();
  store.documents.undo(one.id);
  expect(store.documents.redo(one.id).document.name).toBe('three');
  expect(rowCount(store, 'revisions')).toBe(3);
});

test('a scenario that did not change is not written again, nor one that returns to an earlier form', () => {
  const store = temporaryStore();
  const one = store.documents.create(sampleDocument(), 'New study');
  expect(rowCount(store, 'scenario_revisions')).toBe(2);
  const changed = sampleDocument({
    scenarios: [sampleScenario(firstId, { window: { minMeV: 140 } }), ...sampleDocument().scenarios.slice(1)],
  });
  const two = store.documents.save(one.id, one.revision, changed, 'Window');
  expect(rowCount(store, 'scenario_revisions')).toBe(3);
  store.documents.save(one.id, two.revision, sampleDocument(), 'Window back');
  expect(rowCount(store, 'scenario_revisions')).toBe(3);
});

test('saving an unchanged document makes no revision', () => {
  const store = temporaryStore();
  const one = store.documents.create(sampleDocument(), 'New study');
  expect(store.documents.save(one.id, one.revision, sampleDocument(), 'Nothing')).toEqual(one);
});

test('a save from an old revision is refused and overwrites nothing', () => {
  const store = temporaryStore();
  const one = store.documents.create(sampleDocument(), 'New study');
  const two = store.documents.save(one.id, one.revision, sampleDocument({ name: 'two' }), 'two');
  expect(() => store.documents.save(one.id, one.revision, sampleDocument({ name: 'lost?' }), 'x')).toThrow(
    'changed in another window',
  );
  expect(store.documents.load(one.id)).toEqual(two);
});

test('an unknown study is an input error', () => {
  const store = temporaryStore();
  expect(() => store.documents.load(7)).toThrow('there is no study 7');
  expect(() => {
    store.binStudy(7);
  }).toThrow('there is no study 7');
});

test('only a study in the bin can be deleted, and deleting leaves no rows behind', () => {
  const store = temporaryStore();
  const { id } = store.documents.create(sampleDocument(), 'New study');
  const other = store.documents.create(sampleDocument({ name: 'other' }), 'New study');
  store.jobs.add({ studyId: id, scenarioId: firstId, title: 'Reach' });
  expect(() => {
    store.deleteStudy(id);
  }).toThrow('not in the bin');
  store.binStudy(id);
  expect(store.listStudies().find((s) => s.id === id)?.binnedAt).toMatch(/^\d{4}-.*Z$/);
  store.restoreStudy(id);
  expect(store.listStudies().find((s) => s.id === id)?.binnedAt).toBeNull();
  store.binStudy(id);
  store.deleteStudy(id);
  expect(store.listStudies().map((s) => s.id)).toEqual([other.id]);
  expect(
    ['studies', 'revisions', 'scenarios', 'scenario_revisions', 'revision_scenarios', 'jobs'].map((t) =>
      rowCount(store, t),
    ),
  ).toEqual([1, 1, 2, 2, 2, 0]);
});

test('the number of a deleted study is never given to another', () => {
  const store = temporaryStore();
  const { id } = store.documents.create(sampleDocument(), 'New study');
  store.binStudy(id);
  store.deleteStudy(id);
  expect(store.documents.create(sampleDocument(), 'New study').id).toBeGreaterThan(id);
});

test('the list counts scenarios outside the bin and starts with what changed last', () => {
  let minute = 0;
  const store = temporaryStore({ now: () => new Date(Date.UTC(2026, 0, 1, 0, minute++)) });
  const one = store.documents.create(sampleDocument({ name: 'one' }), 'New study');
  store.documents.create(sampleDocument({ name: 'two' }), 'New study');
  store.documents.save(
    one.id,
    one.revision,
    sampleDocument({
      name: 'one',
      scenarios: [{ ...sampleScenario(firstId), binned: true }, sampleScenario(secondId)],
    }),
    'To the bin',
  );
  expect(store.listStudies().map((s) => [s.name, s.scenarioCount])).toEqual([
    ['one', 1],
    ['two', 2],
  ]);
});

test('a study of 200 large scenarios is kept whole', () => {
  const store = temporaryStore();
  const notes = 'μ'.repeat(19_000);
  const scenarios = Array.from({ length: 200 }, (_, i) =>
    sampleScenario(`0b8f6f3e-6f0a-4a39-9c56-${String(i).padStart(12, '0')}`, { notes }),
  );
  const document = sampleDocument({ scenarios });
  const { id } = store.documents.create(document, 'Large');
  expect(store.documents.load(id).document).toEqual(document);
});
