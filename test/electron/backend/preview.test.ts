import { expect, test } from 'vitest';
import { PreviewWorker } from '../../../electron/backend/preview.ts';
import { ask, documentWith, fakes, temporaryBackend } from './support.ts';

const input = (n: number): never => ({ n }) as never;
const numbers = (requests: readonly { input: unknown }[]): unknown[] =>
  requests.map((r) => (r.input as { n: number }).n);

test('of the questions that wait in a lane only the newest is computed; the running one is finished', async () => {
  const { launcher, started } = fakes();
  const preview = new PreviewWorker(launcher);
  const answers = [1, 2, 3, 4].map((n) => preview.ask('lane', 'reach', input(n)));
  expect(await answers[1]).toEqual({ superseded: true });
  expect(await answers[2]).toEqual({ superseded: true });
  await started[0]?.answer('first');
  await started[0]?.answer('last');
  expect(await answers[0]).toBe('first');
  expect(await answers[3]).toBe('last');
  expect(numbers(started[0]?.requests ?? [])).toEqual([1, 4]);
  expect(started.map(({ killed }) => killed)).toEqual([false]);
});

test('lanes do not supersede each other, and a lane that is asked again and again starves nobody', async () => {
  const { launcher, started } = fakes();
  const preview = new PreviewWorker(launcher);
  void preview.ask('a', 'reach', input(1));
  void preview.ask('b', 'reach', input(2));
  void preview.ask('c', 'reach', input(3));
  void preview.ask('b', 'reach', input(4));
  for (let i = 0; i < 3; i++) await started[0]?.answer(i);
  expect(numbers(started[0]?.requests ?? [])).toEqual([1, 4, 3]);
});

test('a preview process that dies costs one answer; the next question gets a new process', async () => {
  const { launcher, started } = fakes();
  const preview = new PreviewWorker(launcher);
  const lost = expect(preview.ask('a', 'reach', input(1))).rejects.toThrow(/SIGKILL/);
  const next = preview.ask('b', 'reach', input(2));
  await started[0]?.die({ code: null, signal: 'SIGKILL' });
  await lost;
  await started[1]?.answer('fine');
  expect(await next).toBe('fine');
});

test('closing refuses what waits and kills the process', async () => {
  const { launcher, started } = fakes();
  const preview = new PreviewWorker(launcher);
  const answers = ['a', 'b'].map((lane) => expect(preview.ask(lane, 'reach', input(1))).rejects.toThrow('closed'));
  preview.close();
  await Promise.all(answers);
  expect(started[0]?.killed).toBe(true);
  await expect(preview.ask('c', 'reach', input(2))).rejects.toThrow('closed');
});

const masses = { minMeV: 10, maxMeV: 200, points: 6, spacing: 'log' } as const;

test('two windows that drag the same slider do not supersede each other', async () => {
  const backend = temporaryBackend();
  const question = { scenario: { name: 'a', preset: 'e949' }, constants: 'paper', slot: 's', masses } as const;
  const answers = await Promise.all(
    ['w1', 'w2', 'w3'].map((client) => ask(backend, 'preview.reach', question, client)),
  );
  expect(answers.map((answer) => 'superseded' in answer)).toEqual([false, false, false]);
});

test('a preview has exact bands at once, also of a scenario that asks for toys', async () => {
  const backend = temporaryBackend();
  const toys = { name: 'a', preset: 'e949', analysis: { bands: 'toys', toys: 1e7 } };
  const question = { constants: 'paper', slot: 's', masses } as const;
  const preview = await ask(backend, 'preview.reach', { ...question, scenario: toys });
  const exact = await ask(backend, 'preview.reach', { ...question, scenario: { name: 'a', preset: 'e949' } });
  if ('superseded' in preview || 'superseded' in exact) throw new Error('superseded');
  expect(preview.points).toEqual(exact.points);
  expect(preview.points).toHaveLength(6);
  expect(preview.scenario.analysis.bands).toBe('toys');
});

test('spectrum, readout and g−2 band answer with what was asked', async () => {
  const backend = temporaryBackend();
  const [first] = documentWith([{}]).scenarios;
  if (first === undefined) throw new Error('no scenario');
  const { id, scenario } = first;
  const spectrum = await ask(backend, 'preview.spectrum', {
    scenario,
    constants: 'paper',
    massMeV: 50,
    coupling: 0.01,
    binMeV: 5,
  });
  const readout = await ask(backend, 'preview.readout', {
    massMeV: 50,
    coupling: 0.01,
    constants: 'paper',
    boson: 'vector',
    scenarios: [{ id, scenario }],
  });
  const band = await ask(backend, 'preview.gMinus2', {
    input: 'ibe-2017',
    boson: 'vector',
    constants: 'paper',
    masses,
  });
  if ('superseded' in spectrum || 'superseded' in readout || 'superseded' in band) throw new Error('superseded');
  expect([spectrum.massMeV, spectrum.coupling, spectrum.bins.length > 1]).toEqual([50, 0.01, true]);
  expect(readout.scenarios.map((s) => s.id)).toEqual([id]);
  expect(readout.scenarios[0]?.signalEvents).toBeCloseTo(spectrum.signalInWindow, 6);
  expect(band.points.map((p) => p.massMeV)).toHaveLength(6);
});
