import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../core/scenario.ts';
import { massesOf } from '../../../core/study/masses.ts';
import { prepare, reachAt } from '../../../core/study/reach.ts';
import { runTask } from '../../../core/tasks.ts';
import { coreVersion } from '../../../core/version.ts';
import { presets } from '../../../data/presets/index.ts';
import { paperStudy } from '../../../data/presets/paperStudy.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';

const paper = physicsConstants('paper');
const scenarioOf = (id: string): Scenario => {
  const preset = presets.find((p) => p.id === id);
  if (preset === undefined) throw new Error(id);
  return preset.scenario;
};
const e949 = scenarioOf('e949@1');
const far = scenarioOf('e949-10x-veto100@1');
const at = (scenario: Scenario, mass: number): ReturnType<typeof reachAt> =>
  reachAt(prepare(scenario, paper), mass, () => undefined);

describe('the reach of the paper’s scenarios', () => {
  it('of 10 × N_K and ε_γ/100 at n = B: 7.4, 8.2, 10.7, 15.4e-4 at 5, 50, 100, 150 MeV', () => {
    // By hand: g = √(43.816/(1.7e13 × 0.65e-3 × S)), S the window's branching ratio of the reference; 15.35 before the resolution.
    expect([5, 50, 100, 150].map((mass) => Math.round((at(far, mass).limit?.asimov ?? NaN) * 1e5) / 10)).toEqual([
      7.4, 8.2, 10.7, 15.4,
    ]);
  });
  it('is the square root of the limit on events over the events at g = 1', () => {
    const point = at(e949, 50);
    expect((point.limit?.observed ?? NaN) ** 2 * point.signalEventsPerCoupling2).toBeCloseTo(351.0780077400505, 6);
  });
  it('has an observed limit only where there are counts', () => {
    expect(at(e949, 50).limit?.observed).toBeGreaterThan(0);
    expect(at(far, 50).limit?.observed).toBeNull();
  });
  it('has bands in order, around the median', () => {
    for (const mass of [5, 100, 250]) {
      const limit = at(far, mass).limit;
      const order = [limit?.minus2, limit?.minus1, limit?.median, limit?.plus1, limit?.plus2].map(Number);
      expect([...order].sort((a, b) => a - b)).toEqual(order);
    }
  });
  it('at 90% CL lies below that at 95%', () => {
    const ninety = { ...far, analysis: { ...far.analysis, confidenceLevel: 0.9 } };
    expect(Number(at(ninety, 50).limit?.median)).toBeLessThan(Number(at(far, 50).limit?.median));
  });
  it('by toys agrees with the exact quantiles', () => {
    const toys = { ...far, analysis: { ...far.analysis, bands: 'toys' as const, toys: 300_000 } };
    const [slow, exact] = [at(toys, 50).limit, at(far, 50).limit];
    for (const key of ['median', 'minus1', 'plus1', 'minus2', 'plus2'] as const) {
      // One count more or less, where a quantile falls on a step.
      expect(Math.abs(Number(slow?.[key]) / Number(exact?.[key]) - 1)).toBeLessThan(0.02);
    }
    expect(slow?.asimov).toBe(exact?.asimov);
  });
});

describe('no sensitivity is null with a reason, never a number', () => {
  it('where nothing of the signal is selected', () => {
    expect(at(far, 300)).toMatchObject({
      limit: null,
      reason: 'less than 0.000001 of the produced signal is selected',
    });
  });
  it('where the decay is closed', () => {
    expect(at(far, 388)).toMatchObject({ limit: null });
    expect(reachAt(prepare(far, { ...paper, kaonMassMeV: 400 }), 350, () => undefined)).toMatchObject({
      limit: null,
      reason: 'the decay is kinematically closed',
    });
  });
  it('where the limit would not be perturbative', () => {
    expect(at({ ...e949, exposure: { stoppedKaons: 1e4 } }, 200)).toMatchObject({
      limit: null,
      reason: 'the limit lies beyond g = √(4π)',
    });
  });
});

describe('limits that are known in closed form', () => {
  it('without background g falls as the square root of the exposure', () => {
    const clean = (stoppedKaons: number): number =>
      Number(at({ ...far, backgrounds: [], exposure: { stoppedKaons } }, 50).limit?.asimov);
    expect(clean(1e13) / clean(1e15)).toBeCloseTo(10, 10);
  });
  it('with a large background the conservative limit forgets the exposure', () => {
    const large = (stoppedKaons: number): number =>
      Number(at({ ...e949, exposure: { stoppedKaons } }, 50).limit?.asimov);
    expect(large(1e16) / large(1e18)).toBeCloseTo(1, 2);
  });
});

describe('warnings', () => {
  const warningsOf = (scenario: Scenario): string => prepare(scenario, paper).warnings.join(' ');
  it('are silent for the paper’s own experiment', () => {
    expect(warningsOf(e949)).toBe('');
  });
  it('say where the paper’s statistic undercovers', () => {
    expect(warningsOf({ ...far, photonVeto: { ...far.photonVeto, scale: 0 } })).toContain(
      'the 95.0% limit covers only 85.3%',
    );
  });
  it('say that the Kμ2 line is near', () => {
    expect(warningsOf({ ...far, window: { minMeV: 200, maxMeV: 230, bins: 1 } })).toContain('K⁺ → μ⁺ν line');
  });
  it('say what a scalar is assumed to do', () => {
    expect(warningsOf({ ...far, boson: { kind: 'scalar', invisibleFraction: 0.5 } })).toContain(
      'invisible in a fraction 0.5',
    );
  });
});

it('any split of the masses gives the same bits', () => {
  const massesMeV = massesOf(paperStudy.masses);
  const run = (masses: readonly number[]): readonly unknown[] =>
    runTask('reach', { scenario: far, constants: paper, massesMeV: masses }, () => undefined).points;
  const whole = run(massesMeV);
  const split = [...run(massesMeV.slice(0, 17)), ...run(massesMeV.slice(17, 18)), ...run(massesMeV.slice(18))];
  expect(JSON.stringify(split)).toBe(JSON.stringify(whole));
});

it('the core version stands for these results: whoever changes a number changes the version', () => {
  const massesMeV = [5, 20, 80, 150, 240, 265];
  const toys = { ...far, analysis: { ...far.analysis, bands: 'toys' as const, toys: 20_000 } };
  const results = [...presets.map((p) => p.scenario), toys].map((scenario) =>
    runTask('reach', { scenario, constants: paper, massesMeV }, () => undefined),
  );
  const rounded = JSON.stringify(results, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value,
  );
  const digest = createHash('sha256').update(rounded).digest('hex').slice(0, 16);
  expect({ coreVersion, digest }).toMatchInlineSnapshot(`
    {
      "coreVersion": "2",
      "digest": "f3b6b7a460081c92",
    }
  `);
});
