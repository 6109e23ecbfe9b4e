import { describe, expect, it } from 'vitest';
import { without } from '../../../core/merge.ts';
import { massesOf } from '../../../core/study/masses.ts';
import { parseStudyFile, studyFileText } from '../../../core/study/file.ts';
import { pointKeyText, scenarioKeyText } from '../../../core/study/resultKey.ts';
import { findPreset } from '../../../data/presets/index.ts';
import { paperStudy } from '../../../data/presets/paperStudy.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';

const text = (change: Record<string, unknown>): string => JSON.stringify({ ...paperStudy, ...change });

describe('a study file', () => {
  it('comes back as it was written, without what is in the bin', () => {
    const scenarios = paperStudy.scenarios.map((scenario, i) => ({
      id: crypto.randomUUID(),
      colour: i,
      visible: true,
      binned: i === 1,
      scenario,
    }));
    const rest = without(paperStudy, 'format', 'version');
    const read = parseStudyFile(studyFileText({ ...rest, baseline: null, scenarios }));
    expect(read).toEqual({ ...paperStudy, scenarios: paperStudy.scenarios.filter((_, i) => i !== 1) });
  });
  it('may start with a byte-order mark', () => {
    expect(parseStudyFile(`\uFEFF${text({})}`).name).toBe(paperStudy.name);
  });
  it.each([
    ['not json', 'this is not JSON'],
    ['[]', 'this is not a Kaon Reach study file'],
    ['null', 'this is not a Kaon Reach study file'],
    [text({ format: 'other' }), '"format": "kaon-reach/study"'],
    [text({ version: 2 }), 'written by a newer Kaon Reach; this one reads version 1'],
    [text({ version: 'x' }), 'version: is "x"'],
    [
      text({ masses: { minMeV: 5, maxMeV: 300, points: 1e6, spacing: 'log' } }),
      'masses.points: is 1000000; allowed: whole numbers 2 to 1000',
    ],
    [
      text({ masses: { minMeV: 50, maxMeV: 5, points: 10, spacing: 'log' } }),
      'masses.maxMeV: is 5; allowed: maxMeV above minMeV',
    ],
    [text({ landscape: { gMinus2: 'nope', constraints: [] } }), 'landscape.gMinus2: is "nope"; allowed: "ibe-2017"'],
    [text({ constants: 'yesterday' }), 'constants: is "yesterday"; allowed: "paper", "today"'],
    [text({ extra: 1 }), 'extra: unknown key'],
    [text({ name: '' }), 'name: is ""'],
    [text({ name: 'a\u202Eb' }), 'must not contain control characters'],
    [text({ scenarios: [{ preset: 'e949' }] }), 'scenarios[0].name: is missing'],
  ])('%.60s… is refused: %s', (content, message) => {
    expect(() => parseStudyFile(content)).toThrow(message);
  });
});

describe('the mass grid', () => {
  it('has its ends exactly and equal ratios or steps between', () => {
    const log = massesOf({ minMeV: 5, maxMeV: 300, points: 60, spacing: 'log' });
    expect([log.length, log[0], log.at(-1)]).toEqual([60, 5, 300]);
    expect((log[31] ?? 0) / (log[30] ?? 1)).toBeCloseTo((log[2] ?? 0) / (log[1] ?? 1), 12);
    expect(massesOf({ minMeV: 10, maxMeV: 40, points: 4, spacing: 'linear' })).toEqual([10, 20, 30, 40]);
  });
});

describe('the address of a result', () => {
  const scenario = findPreset('e949')?.scenario;
  if (scenario === undefined) throw new Error('no e949');
  const base = { scenario, constants: physicsConstants('paper'), massMeV: 50 };
  const key = (change: object, question = base): string =>
    pointKeyText({ ...question, scenario: { ...question.scenario, ...change } });
  it('does not know names, notes, sources, or the order of keys', () => {
    expect(key({ name: 'other', notes: 'n', observed: { counts: [315], source: 'elsewhere' } })).toBe(key({}));
    expect(key(Object.fromEntries(Object.entries(scenario).reverse()))).toBe(key({}));
  });
  it('knows everything that can change a number', () => {
    const changes = [
      { exposure: { stoppedKaons: 1 } },
      { observed: undefined },
      { boson: { kind: 'scalar', invisibleFraction: 1 } },
      { analysis: { ...scenario.analysis, confidenceLevel: 0.9 } },
      { analysis: { ...scenario.analysis, bands: 'toys' } },
    ];
    expect(new Set([key({}), ...changes.map((c) => key(c))]).size).toBe(changes.length + 1);
    expect(pointKeyText({ ...base, massMeV: 51 })).not.toBe(pointKeyText(base));
    expect(pointKeyText({ ...base, constants: physicsConstants('today') })).not.toBe(pointKeyText(base));
  });
  it('knows number and seed of the toys only where toys are thrown', () => {
    const seeds = (bands: string): number =>
      new Set([1, 2].map((seed) => key({ analysis: { ...scenario.analysis, bands, seed } }))).size;
    expect([seeds('exact'), seeds('toys')]).toEqual([1, 2]);
  });
  it('is the same without the mass for what does not depend on it', () => {
    expect(scenarioKeyText(base)).not.toContain('massMeV');
  });
});
