import { expect, test } from 'vitest';
import { paperStudy } from '../../../data/presets/paperStudy.ts';
import { ask, documentWith, fakes, firstId, refusal, saved, settled, temporaryBackend } from './support.ts';

test('a first start gives an empty store the study of the paper, computed before start returns', async () => {
  const backend = temporaryBackend();
  await backend.start();
  const studies = await ask(backend, 'studies.list', {});
  expect(studies.map(({ name, scenarioCount }) => ({ name, scenarioCount }))).toEqual([
    { name: paperStudy.name, scenarioCount: 4 },
  ]);
  const results = await ask(backend, 'results.get', { id: studies[0]?.id ?? 0 });
  expect(results.map(({ result }) => result?.points.length)).toEqual([60, 60, 60, 60]);
  expect(results[0]?.provenance).toMatchObject({
    coreVersion: expect.any(String) as string,
    constants: 'paper',
    seed: 1,
  });
  expect((await ask(backend, 'jobs.list', {})).every(({ state }) => state === 'done')).toBe(true);
});

test('a later start changes nothing, also where every study was deleted but one', async () => {
  const first = temporaryBackend({ launcher: fakes().launcher });
  await ask(first, 'studies.create', { name: 'mine', from: 'empty' });
  first.close();
  const second = temporaryBackend({ folder: first.folder });
  await second.start();
  expect((await ask(second, 'studies.list', {})).map((s) => s.name)).toEqual(['mine']);
});

test('a new study is empty or that of the paper, with the first scenario as baseline', async () => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const empty = await ask(backend, 'studies.create', { name: 'Ours', from: 'empty' });
  expect(empty.document).toMatchObject({ name: 'Ours', scenarios: [], baseline: null });
  const paper = await ask(backend, 'studies.create', { name: 'Theirs', from: 'paper' });
  expect(paper.document.scenarios.map((s) => s.scenario)).toEqual(paperStudy.scenarios);
  expect(paper.document.scenarios.map((s) => s.colour)).toEqual([0, 1, 2, 3]);
  expect(paper.document.baseline).toBe(paper.document.scenarios[0]?.id);
  expect(paper.resolved.every((r) => r.scenario !== null && r.presetInfo?.calibrated === true)).toBe(true);
});

test('save, undo and redo move the whole study', async () => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const one = await saved(backend, documentWith([{}]));
  const document = documentWith([{ exposure: { stoppedKaons: 1e13 } }]);
  const two = await ask(backend, 'study.save', { id: one.id, base: one.revision, document, label: 'More kaons' });
  expect(two.resolved[0]?.scenario?.exposure.stoppedKaons).toBe(1e13);
  expect(two.resolved[0]?.notices.join()).toContain('observed counts');
  expect(two.undo).toBe('More kaons');
  const undone = await ask(backend, 'study.undo', { id: one.id });
  expect(undone).toEqual({ ...one, redo: 'More kaons' });
  expect(await ask(backend, 'study.redo', { id: one.id })).toEqual(two);
});

test('a scenario that is wrong is saved with its errors and places, and the others stay computable', async () => {
  const backend = temporaryBackend();
  const state = await saved(backend, documentWith([{ window: { minMeV: 200, maxMeV: 100 } }, {}]));
  expect(state.resolved[0]).toMatchObject({ scenario: null, errors: [{ where: 'scenarios[0].window.maxMeV' }] });
  await settled(backend);
  const results = await ask(backend, 'results.get', { id: state.id });
  expect(results.map((r) => r.result?.scenario.name)).toEqual(['Scenario 1']);
});

test('a save from an old revision is refused', async () => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const one = await saved(backend, documentWith([{}]));
  const input = { id: one.id, base: one.revision, document: { ...one.document, name: 'b' }, label: 'b' };
  await ask(backend, 'study.save', input);
  expect(await refusal(backend, 'study.save', { ...input, document: { ...one.document, name: 'c' } })).toMatchObject({
    name: 'InputError',
    where: 'base',
  });
});

test('the bin: restore brings a study back, delete works only there', async () => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const { id } = await saved(backend, documentWith([{}]));
  expect((await refusal(backend, 'studies.delete', { id })).message).toContain('not in the bin');
  expect((await ask(backend, 'studies.bin', { id }))[0]?.binnedAt).not.toBeNull();
  expect((await ask(backend, 'studies.restore', { id }))[0]?.binnedAt).toBeNull();
  await ask(backend, 'studies.bin', { id });
  expect(await ask(backend, 'studies.delete', { id })).toEqual([]);
  expect((await refusal(backend, 'studies.open', { id })).message).toContain('there is no study');
});

test('every change of the list is told', async () => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const told: string[][] = [];
  backend.on('studies', (studies) => told.push(studies.map((s) => s.name)));
  backend.on('studies', () => {
    throw new Error('a listener of somebody else fails');
  });
  const { id } = await ask(backend, 'studies.create', { name: 'a', from: 'empty' });
  await ask(backend, 'studies.duplicate', { id });
  expect(told.map((names) => names.toSorted())).toEqual([['a'], ['a', 'a (copy)']]);
});

test('a duplicate has the same scenarios without the bin, and a name that fits', async () => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const document = documentWith([{}, {}], { name: 'n'.repeat(120) });
  const { id } = await saved(backend, {
    ...document,
    scenarios: document.scenarios.map((s, i) => ({ ...s, binned: i === 1 })),
  });
  const copy = await ask(backend, 'studies.duplicate', { id });
  expect(copy.document.name).toBe(`${'n'.repeat(113)} (copy)`);
  expect(copy.document.scenarios.map((s) => s.id)).toEqual([firstId]);
});

test('an exported study is imported as the same study, under a name of its own', async () => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const { id, document } = await saved(
    backend,
    documentWith([{}, { exposure: { stoppedKaons: 1e13 } }], { name: 'Ünïted, “A/B”' }),
  );
  const file = await ask(backend, 'studies.export', { id, format: 'study' });
  expect(file).toMatchObject({ fileName: 'united-a-b.json', mediaType: 'application/json' });
  const again = await ask(backend, 'studies.import', { text: file.text, fileName: file.fileName });
  expect({ ...again.document, baseline: null }).toMatchObject({
    ...document,
    name: 'Ünïted, “A/B” 2',
    scenarios: document.scenarios.map(({ scenario }) => ({ scenario })),
  });
  const exported = (await ask(backend, 'studies.export', { id: again.id, format: 'study' })).text;
  expect(exported).toBe(file.text.replace('Ünïted, “A/B”', 'Ünïted, “A/B” 2'));
});

test('results are exported once they are complete', async () => {
  const backend = temporaryBackend();
  const { id } = await saved(backend, documentWith([{ name: '=cmd()' }]));
  expect((await refusal(backend, 'studies.export', { id, format: 'csv' })).message).toContain(
    '“=cmd()” is not computed yet',
  );
  await settled(backend);
  const csv = await ask(backend, 'studies.export', { id, format: 'csv' });
  expect(csv).toMatchObject({ fileName: 'a-study--reach.csv', mediaType: 'text/csv' });
  expect(csv.text.trim().split('\r\n')).toHaveLength(7);
  const results = JSON.parse((await ask(backend, 'studies.export', { id, format: 'results' })).text) as {
    scenarios: unknown[];
  };
  expect(results).toMatchObject({
    study: 'A study',
    scenarios: [{ name: '=cmd()', points: { length: 6 } }],
    provenance: { constants: 'paper' },
  });
});

const file = {
  format: 'kaon-reach/study',
  version: 1,
  name: 'x',
  constants: 'paper',
  masses: documentWith([]).masses,
  landscape: documentWith([]).landscape,
};
test.each([
  ['', 'not JSON', undefined],
  ['{"format":', 'not JSON', undefined],
  ['[]', 'not a Kaon Reach study file', 'format'],
  [JSON.stringify({ ...file, version: 2, scenarios: [] }), 'newer', 'version'],
  [JSON.stringify({ ...file, scenarios: [], colour: 'red' }), 'unknown key', 'colour'],
  [
    JSON.stringify({
      ...file,
      scenarios: [
        { name: 'a', preset: 'e949' },
        { name: 'b', preset: 'e950' },
      ],
    }),
    'no preset',
    'scenarios[1].preset',
  ],
  [
    JSON.stringify({ ...file, scenarios: [{ name: 'a', preset: 'e949', window: { minMeV: 180 } }] }),
    'maxMeV above minMeV',
    'scenarios[0].window.maxMeV',
  ],
  [
    JSON.stringify({ ...file, scenarios: [{ name: 'a', preset: 'e949', exposure: { stoppedKaons: -1 } }] }),
    'stoppedKaons',
    'scenarios[0].exposure.stoppedKaons',
  ],
  [
    JSON.stringify({ ...file, scenarios: Array.from({ length: 201 }, () => ({ name: 'a', preset: 'e949' })) }),
    '',
    'scenarios',
  ],
  ['['.repeat(100_000), 'JSON', undefined],
])('an import that is wrong is refused whole, with its place: %#', async (text, message, where) => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const error = await refusal(backend, 'studies.import', { text, fileName: 'study.json' });
  expect(error.name).toBe('InputError');
  expect(error.message).toContain(message);
  expect(error.where).toBe(where);
  expect(await ask(backend, 'studies.list', {})).toEqual([]);
});

test('keys that would reach into prototypes stay data', async () => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const text = `{"format":"kaon-reach/study","version":1,"name":"x","constants":"paper","masses":${JSON.stringify(file.masses)},"landscape":${JSON.stringify(file.landscape)},"scenarios":[{"name":"a","preset":"e949","__proto__":{"polluted":1}}]}`;
  await backend.call('studies.import', { text, fileName: 'x' });
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
