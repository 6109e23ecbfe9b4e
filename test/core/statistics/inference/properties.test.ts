import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discovery } from '../../../../core/statistics/inference/discovery.ts';
import { hypotest } from '../../../../core/statistics/inference/hypotest.ts';
import { upperLimit } from '../../../../core/statistics/inference/upperLimit.ts';
import { asimovSignificance } from '../../../../core/statistics/counting/discovery.ts';
import { fit } from '../../../../core/statistics/fit/fit.ts';
import { compileWorkspace } from '../../../../core/statistics/model/read.ts';
import type { Workspace } from '../../../../core/statistics/model/workspace.ts';
import { busyWorkspace } from '../model/workspaces.ts';

/** Signal over an exactly known background, bin by bin. */
function plain(signal: number[], background: number[], counts: number[]): Workspace {
  return {
    version: '1.0.0',
    channels: [
      {
        name: 'c',
        samples: [
          { name: 's', data: signal, modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
          { name: 'b', data: background, modifiers: [] },
        ],
      },
    ],
    observations: [{ name: 'c', data: counts }],
    measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
  };
}

const limitOf = (workspace: Workspace, cl = 0.95): number => {
  const { model, data } = compileWorkspace(workspace);
  return upperLimit(model, data, cl).observed;
};

describe('asymptotic limits', () => {
  it('rise with the counts and with CL', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 10, max: 45 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 3 }),
        (counts, bin) => {
          const at = (n: number[]): Workspace => plain([3, 4, 5, 3], [20, 25, 30, 22], n);
          const limit = limitOf(at(counts));
          expect(limitOf(at(counts), 0.99)).toBeGreaterThan(limit);
          const more = counts.map((n, i) => (i === bin ? n + 1 : n));
          expect(limitOf(at(more))).toBeGreaterThan(limit);
        },
      ),
      { numRuns: 40 },
    );
  });
  it('do not know the order of bins, nor whether bins of equal s/b are merged', () => {
    const limit = limitOf(plain([3, 6, 4], [20, 40, 10], [22, 37, 12]));
    expect(limitOf(plain([4, 3, 6], [10, 20, 40], [12, 22, 37]))).toBeCloseTo(limit, 10);
    expect(limitOf(plain([9, 4], [60, 10], [59, 12]))).toBeCloseTo(limit, 10);
  });
  it('lie where CLs is 1 − CL, with everything at once and with kinks', () => {
    for (const codes of [
      { normsys: 4, histosys: '4p' },
      { normsys: 1, histosys: 0 },
    ] as const) {
      const { model, data } = compileWorkspace(busyWorkspace(6), codes);
      const { observed, expected } = upperLimit(model, data, 0.95);
      expect(hypotest(model, data, observed).CLsObserved).toBeCloseTo(0.05, 8);
      expected.forEach((mu, i) => expect(hypotest(model, data, mu).CLsExpected[i]).toBeCloseTo(0.05, 8));
    }
  });
  it('warn where few events are expected', () => {
    const { model, data } = compileWorkspace(plain([3], [1.5], [1]));
    expect(upperLimit(model, data, 0.95).warnings.join()).toContain('only 1.50 background events');
  });
});

describe('fits', () => {
  it('converge from their inits to a point where no parameter can do better', () => {
    for (const codes of [
      { normsys: 4, histosys: '4p' },
      { normsys: 1, histosys: 0 },
    ] as const) {
      const { model, data } = compileWorkspace(busyWorkspace(6), codes);
      const best = fit(model, data);
      expect(best.converged).toBe(true);
      expect(best.distance).toBeLessThan(1e-10);
      for (const mu of [0, 0.5, 1, 3, 8]) {
        const there = fit(model, data, { mu });
        expect(there.converged).toBe(true);
        expect(there.halfDeviance).toBeGreaterThanOrEqual(best.halfDeviance - 1e-12);
      }
    }
  });
  it('name the parameter on a bound', () => {
    const { model, data } = compileWorkspace(plain([3], [20], [5]));
    expect(fit(model, data).atBounds).toEqual(['mu']);
  });
  it('refuse data that cannot be', () => {
    const { model, data } = compileWorkspace(plain([3], [0], [5]));
    expect(() => fit(model, data, { mu: 0 })).toThrow('c[0]: 0 events are expected');
  });
});

describe('discovery', () => {
  it('is the worked formula (97) of arXiv:1007.1727 for one bin', () => {
    const { model, data } = compileWorkspace(plain([10], [9], [19]));
    const { significance, expected } = discovery(model, data);
    expect(significance).toBeCloseTo(asimovSignificance(10, 9), 9);
    expect(expected).toBeCloseTo(asimovSignificance(10, 9), 9);
  });
});

describe('classical asymptotic limits', () => {
  it('lie below CLs, and an empty interval is said', () => {
    const usual = compileWorkspace(plain([10], [50], [46]));
    const classical = upperLimit(usual.model, usual.data, 0.95, { statistic: 'classical' });
    expect(classical.observed).toBeGreaterThan(0);
    expect(classical.observed).toBeLessThan(upperLimit(usual.model, usual.data, 0.95).observed);
    const deficit = compileWorkspace(plain([10], [50], [25]));
    const empty = upperLimit(deficit.model, deficit.data, 0.95, { statistic: 'classical' });
    expect(empty.observed).toBe(0);
    expect(empty.warnings.join()).toContain('empty');
  });
  it('are μ̂ + 1.645 σ where the likelihood is Gaussian (eq. 60 of arXiv:1007.1727)', () => {
    const { model, data } = compileWorkspace(plain([1e4], [1e8], [1.0001e8]));
    const { observed } = upperLimit(model, data, 0.95, { statistic: 'classical' });
    expect(Math.abs(observed - (1 + 1.6448536))).toBeLessThan(1e-3);
  });
  it('have bands at (k + 1.645) σ, and CLs bands at (k + Φ⁻¹(1 − α Φ(k))) σ (eqs. 87–89)', () => {
    const { model, data } = compileWorkspace(plain([1e4], [1e8], [1e8]));
    const classical = upperLimit(model, data, 0.95, { statistic: 'classical' }).expected;
    expect(classical.map((x) => x.toFixed(3))).toEqual(['0.000', '0.645', '1.645', '2.645', '3.645']);
    const cls = upperLimit(model, data, 0.95).expected;
    // 1.96 σ is the well-known median CLs limit of a Gaussian measurement.
    expect(cls.map((x) => x.toFixed(3))).toEqual(['1.052', '1.412', '1.960', '2.727', '3.656']);
  });
});
