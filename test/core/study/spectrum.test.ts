import { expect, it } from 'vitest';
import { runTask } from '../../../core/tasks.ts';
import { findPreset } from '../../../data/presets/index.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';

const scenario = findPreset('e949')?.scenario;
if (scenario === undefined) throw new Error('no e949');
const input = { scenario, constants: physicsConstants('paper'), massMeV: 50, coupling: 7e-3, binMeV: 5 };
const spectrum = runTask('spectrum', input, () => undefined);

it('sums over the bins of the window to the events in it', () => {
  const inside = spectrum.bins.filter((bin) => bin.minMeV >= 130 && bin.maxMeV <= 160);
  expect(inside).toHaveLength(6);
  expect(inside.reduce((sum, bin) => sum + bin.background, 0)).toBeCloseTo(spectrum.backgroundInWindow, 4);
  expect(inside.reduce((sum, bin) => sum + bin.signal, 0)).toBeCloseTo(spectrum.signalInWindow, 4);
  expect(spectrum.backgroundInWindow).toBeCloseTo(315, 4);
});

it('has bins on multiples of the width that cover acceptance and window', () => {
  expect(spectrum.bins.every((bin) => bin.minMeV % 5 === 0)).toBe(true);
  expect(spectrum.bins[0]?.minMeV).toBeLessThanOrEqual(115);
  expect(spectrum.bins.at(-1)?.maxMeV).toBeGreaterThanOrEqual(215);
});

it('shows the signal at g²', () => {
  const twice = runTask('spectrum', { ...input, coupling: 14e-3 }, () => undefined);
  expect(twice.signalInWindow / spectrum.signalInWindow).toBeCloseTo(4, 12);
});

it('the read-out at the limit says so', () => {
  const at = (coupling: number): ReturnType<typeof runTask<'readout'>> =>
    runTask(
      'readout',
      { boson: 'vector', constants: input.constants, massMeV: 50, coupling, scenarios: [{ id: 'a', scenario }] },
      () => undefined,
    );
  expect(at(8e-3).scenarios[0]?.excludesExpected).toBe(true);
  expect(at(7e-3).scenarios[0]?.excludesExpected).toBe(false);
  expect(at(7e-3).scenarios[0]?.signalEvents).toBeCloseTo(spectrum.signalInWindow, 6);
  expect(at(1).branchingRatio).toBeCloseTo(0.05530394584623162, 10);
});
