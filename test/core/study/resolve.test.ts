import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../../core/scenario.ts';
import { resolveScenario, type Resolution } from '../../../core/study/resolve.ts';
import { findPreset } from '../../../data/presets/index.ts';

const resolve = (file: Record<string, unknown>): Resolution =>
  resolveScenario({ name: 'x', ...file }, findPreset, 'scenarios[2]');
const complete = (): Record<string, unknown> =>
  structuredClone(findPreset('e949@1')?.scenario) as Record<string, unknown>;

describe('a scenario on a preset', () => {
  it('is the preset with its own name where nothing else is said', () => {
    const { scenario, errors } = resolve({ preset: 'e949' });
    expect(errors).toEqual([]);
    expect(scenario).toEqual({ ...complete(), name: 'x' });
  });
  it('takes the newest version without a number, and only that number with one', () => {
    expect(resolve({ preset: 'e949' }).preset?.id).toBe('e949@1');
    expect(resolve({ preset: 'e949@7' }).errors[0]?.where).toBe('scenarios[2].preset');
  });
  it('merges deeply, replaces arrays, and deletes with null', () => {
    const { scenario } = resolve({ preset: 'e949', photonVeto: { scale: 0.1 }, backgrounds: [], observed: null });
    expect(scenario?.photonVeto.reducible).toHaveLength(1);
    expect(scenario?.photonVeto.scale).toBe(0.1);
    expect(scenario?.backgrounds).toEqual([]);
    expect(scenario?.observed).toBeUndefined();
  });
  it('replaces an object whose kind changes whole', () => {
    expect(resolve({ preset: 'e949', boson: { kind: 'scalar' } }).scenario?.boson).toEqual({
      kind: 'scalar',
      invisibleFraction: 1,
    });
  });
});

describe('observed counts belong to the selection that produced them', () => {
  it.each([
    { exposure: { stoppedKaons: 2e12 } },
    { window: { maxMeV: 165 } },
    { photonVeto: { scale: 0.5 } },
    { resolution: { sigmaMeV: 2 } },
    { backgrounds: [] },
    { window: { bins: 6 } },
  ])('%o drops inherited ones with a notice', (patch) => {
    const { scenario, notices } = resolve({ preset: 'e949', ...patch });
    expect(scenario?.observed).toBeUndefined();
    expect(notices[0]).toContain('observed counts');
  });
  it.each([
    { boson: { kind: 'scalar' } },
    { analysis: { confidenceLevel: 0.9 } },
    { exposure: { stoppedKaons: 1.7e12 } },
    { notes: 'n' },
  ])('%o keeps them', (patch) => {
    expect(resolve({ preset: 'e949', ...patch }).scenario?.observed?.counts).toEqual([315]);
  });
  it('keeps those that the patch itself gives', () => {
    const { scenario, notices } = resolve({
      preset: 'e949',
      exposure: { stoppedKaons: 2e12 },
      observed: { counts: [300] },
    });
    expect(scenario?.observed?.counts).toEqual([300]);
    expect(notices).toEqual([]);
  });
});

describe('bad input names place, value and what is allowed', () => {
  const first = (file: Record<string, unknown>): string => resolve(file).errors[0]?.message ?? 'no error';
  it.each([
    [{ preset: 'nope' }, 'scenarios[2].preset: no preset is called "nope"; allowed: a preset that this version knows'],
    [
      { preset: 'e949', exposure: { stoppedKaons: -5 } },
      'scenarios[2].exposure.stoppedKaons: is -5; allowed: 1 to 1e20 K⁺',
    ],
    [
      { preset: 'e949', exposure: { stoppedKaons: 'many' } },
      'scenarios[2].exposure.stoppedKaons: is "many"; allowed: 1 to',
    ],
    [{ preset: 'e949', exposure: { stoppedKaons: NaN } }, 'scenarios[2].exposure.stoppedKaons: is NaN; allowed: 1 to'],
    [
      { preset: 'e949', window: { minMeV: 170 } },
      'scenarios[2].window.maxMeV: is 160; allowed: maxMeV at least 0.1 MeV/c above minMeV',
    ],
    [{ preset: 'e949', window: { bins: 1.5 } }, 'scenarios[2].window.bins: is 1.5; allowed: whole numbers 1 to 200'],
    [{ preset: 'e949', colour: 'red' }, 'scenarios[2].colour: unknown key'],
    [
      {
        preset: 'e949',
        acceptance: {
          points: [
            { pMeV: 1, low: 0.3, central: 0.2, high: 0.4 },
            { pMeV: 2, low: 0, central: 0, high: 0 },
          ],
        },
      },
      'scenarios[2].acceptance.points[0]: is {"pMeV":1',
    ],
    [
      {
        preset: 'e949',
        acceptance: {
          points: [
            { pMeV: 2, low: 0, central: 0, high: 0 },
            { pMeV: 2, low: 0, central: 0, high: 0 },
          ],
        },
      },
      'pMeV must ascend',
    ],
    [
      {
        preset: 'e949',
        acceptance: {
          points: [
            { pMeV: 1, low: 0, central: 0, high: 1.1 },
            { pMeV: 2, low: 0, central: 0, high: 0 },
          ],
        },
      },
      'scenarios[2].acceptance.points[0].high: is 1.1; allowed: 0 to 1',
    ],
    [
      { preset: 'e949', analysis: { method: 'counting' } },
      'scenarios[2].analysis.statistic: is "paper"; allowed: conservative with paper, cls or classical; counting with cls',
    ],
    [
      { preset: 'e949', boson: { kind: 'tensor' } },
      'scenarios[2].boson.kind: is "tensor"; allowed: "vector", "scalar"',
    ],
    [
      { preset: 'e949', observed: { counts: [1, 2] } },
      'scenarios[2].observed.counts: is [1,2]; allowed: one number per bin of the window',
    ],
    [{ exposure: { stoppedKaons: 1 } }, 'is missing'],
  ])('%o', (file, message) => {
    expect(first(file)).toContain(message);
  });
  it('survives hostile keys', () => {
    const file = JSON.parse(
      '{"name":"x","preset":"e949","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    ) as ScenarioFile;
    expect(resolveScenario(file, findPreset, 's').errors.length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
