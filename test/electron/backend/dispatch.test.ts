import { expect, test } from 'vitest';
import { calls } from '../../../core/contract.ts';
import { documentWith, fakes, firstId, refusal, saved, temporaryBackend } from './support.ts';

const masses = { minMeV: 10, maxMeV: 200, points: 6, spacing: 'log' };
const scenario = { name: 'a', preset: 'e949' };

test.each(['nothing', '__proto__', 'constructor', 'toString', '', 7, null, undefined, {}])(
  'the call name %j is refused with the names that there are',
  async (name) => {
    const error = await refusal(temporaryBackend({ launcher: fakes().launcher }), name, {});
    expect(error).toMatchObject({ name: 'InputError', where: 'call' });
    expect(error.allowed).toBe(Object.keys(calls).join(', '));
  },
);

test.each([
  ['studies.open', undefined, ''],
  ['studies.open', null, ''],
  ['studies.open', { id: 0 }, 'id'],
  ['studies.open', { id: '1' }, 'id'],
  ['studies.open', { id: 1.5 }, 'id'],
  ['studies.open', { id: 1, extra: true }, 'extra'],
  ['studies.create', { name: '   ', from: 'empty' }, 'name'],
  ['studies.create', { name: 'a\u0000b', from: 'empty' }, 'name'],
  ['studies.create', { name: 'a\u202eb', from: 'empty' }, 'name'],
  ['studies.create', { name: 'x'.repeat(121), from: 'empty' }, 'name'],
  ['studies.create', { name: 'x', from: 'elsewhere' }, 'from'],
  ['preview.reach', { scenario, constants: 'paper', slot: 'a', masses: { ...masses, minMeV: NaN } }, 'masses.minMeV'],
  ['preview.reach', { scenario, constants: 'paper', slot: 'a', masses: { ...masses, points: 1e9 } }, 'masses.points'],
  ['preview.reach', { scenario, constants: 'paper', slot: 'a', masses: { ...masses, maxMeV: 5 } }, 'masses.maxMeV'],
  ['preview.reach', { scenario, constants: 'tomorrow', slot: 'a', masses }, 'constants'],
  ['preview.spectrum', { scenario, constants: 'paper', massMeV: 50, coupling: Infinity, binMeV: 2 }, 'coupling'],
])('bad input of %s is refused with its place: %j', async (name, input, where) => {
  const error = await refusal(temporaryBackend({ launcher: fakes().launcher }), name, input);
  expect(error).toMatchObject({ name: 'InputError', where });
  expect(error.message.length).toBeGreaterThan(5);
});

test.each([
  ['scenario.window.maxMeV', { ...scenario, window: { minMeV: 160, maxMeV: 130 } }],
  ['scenario.window.minMeV', { ...scenario, window: { minMeV: NaN } }],
  ['scenario.preset', { name: 'a', preset: 'trek@99' }],
  ['scenario.exposure', { name: 'a', preset: 'e949', exposure: null }],
])('a preview of an impossible scenario names %s', async (where, impossible) => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const error = await refusal(backend, 'preview.reach', {
    scenario: impossible,
    constants: 'paper',
    slot: 'a',
    masses,
  });
  expect(error).toMatchObject({ name: 'InputError', where });
  expect(error.allowed).toMatch(/\w/);
});

test('an unknown (g−2) input is refused with those that there are', async () => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const error = await refusal(backend, 'preview.gMinus2', { input: 'x', boson: 'vector', constants: 'paper', masses });
  expect(error).toMatchObject({ where: 'input', value: '"x"' });
  expect(error.allowed).toContain('ibe-2017');
});

test('two scenarios with one id are refused', async () => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const { id, revision, document } = await saved(backend, documentWith([{}, {}]));
  const twice = { ...document, scenarios: document.scenarios.map((s) => ({ ...s, id: firstId })) };
  const error = await refusal(backend, 'study.save', { id, base: revision, document: twice, label: 'x' });
  expect(error.where).toBe('document.scenarios[1].id');
});
