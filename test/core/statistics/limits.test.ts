import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classicalLimit, clsLimit, paperLimit, withCoverage } from '../../../core/statistics/limits.ts';
import { paperLimitReference } from '../../fixtures/scipy/signal.ts';

const relative = (value: number, reference: number): number => Math.abs(value / reference - 1);

/** χ²₁ quantiles; scipy.stats.chi2.ppf. */
const chiSquare = { 0.9: 2.705543454095404, 0.95: 3.841458820694124 };

describe('the paper’s limit, eq. (22) of arXiv:1611.08460', () => {
  it.each(paperLimitReference)('n = $observed agrees with scipy to 1e-10', ({ observed, at90, at95 }) => {
    expect(relative(paperLimit(observed, 0.9), at90)).toBeLessThan(1e-10);
    expect(relative(paperLimit(observed, 0.95), at95)).toBeLessThan(1e-10);
  });
  it('solves t = χ²₁(CL), checked by bisection', () => {
    for (const n of [0.01, 1, 3, 17, 1e4]) {
      let [low, high] = [n, 10 * n + 100];
      const t = (s: number): number => 2 * (s - n + n * Math.log(n / s));
      for (let i = 0; i < 200; i++) {
        const middle = (low + high) / 2;
        if (t(middle) < chiSquare[0.95]) low = middle;
        else high = middle;
      }
      expect(relative(paperLimit(n, 0.95), low)).toBeLessThan(1e-10);
    }
  });
  it('tends to n + √(χ² n) for many events and to χ²/2 for none', () => {
    expect(relative(paperLimit(1e16, 0.95) - 1e16, Math.sqrt(chiSquare[0.95] * 1e16))).toBeLessThan(1e-6);
    expect(relative(paperLimit(0, 0.95), chiSquare[0.95] / 2)).toBeLessThan(1e-12);
    expect(relative(paperLimit(1e-300, 0.95), chiSquare[0.95] / 2)).toBeLessThan(1e-12);
  });
  it('rises with n and with CL, and lies above n', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: 0.5, max: 0.98, noNaN: true }),
        (n, more, cl) => {
          const limit = paperLimit(n, cl);
          expect(limit).toBeGreaterThan(n);
          expect(paperLimit(n + more, cl)).toBeGreaterThan(limit);
          expect(paperLimit(n, cl + 0.01)).toBeGreaterThan(limit);
        },
      ),
    );
  });
  it('covers 97.3% at n = 315 and only 85.3% at n = 0', () => {
    expect(withCoverage(paperLimit(315, 0.95), 315, 0).coverage).toBeCloseTo(0.973, 3);
    expect(withCoverage(paperLimit(0, 0.95), 0, 0).coverage).toBeCloseTo(1 - Math.exp(-chiSquare[0.95] / 2), 10);
  });
  it('refuses what is not a count or a level, naming it', () => {
    expect(() => paperLimit(-1, 0.95)).toThrow('observed count is -1; allowed: [0, ∞) events');
    expect(() => paperLimit(NaN, 0.95)).toThrow('observed count is NaN');
    expect(() => paperLimit(1, 1)).toThrow('confidence level is 1; allowed: between 0 and 1');
  });
});

describe('classical and CLs limits', () => {
  it('are the Poisson limits of PDG’s table (Review of Particle Physics, Statistics, table 40.3)', () => {
    const table: [number, number, number][] = [
      [0, 2.3, 3.0],
      [1, 3.89, 4.74],
      [2, 5.32, 6.3],
      [3, 6.68, 7.75],
      [10, 15.41, 16.96],
    ];
    for (const [n, at90, at95] of table) {
      expect(Math.abs(classicalLimit(n, 0.9) - at90)).toBeLessThan(0.0051);
      expect(Math.abs(classicalLimit(n, 0.95) - at95)).toBeLessThan(0.0051);
    }
  });
  it('agree with CMS combine’s reference for b = 5.5 at 95% CLs', () => {
    // cms-analysis/HiggsAnalysis-CombinedLimit, data/ci: counting experiment, background 5.5, n = 1, 6, 11.
    for (const [n, reference] of [
      [1, 3.41831],
      [6, 7.0135],
      [11, 12.7319],
    ] as const)
      expect(relative(clsLimit(n, 5.5, 0.95), reference)).toBeLessThan(5e-5);
  });
  it('without background do not know the difference, and no events give 3.00 whatever the background', () => {
    expect(clsLimit(4, 0, 0.95)).toBe(classicalLimit(4, 0.95));
    for (const b of [0, 1, 10]) expect(relative(clsLimit(0, b, 0.95), -Math.log(0.05))).toBeLessThan(1e-12);
  });
  it('classical covers exactly, CLs at least', () => {
    expect(withCoverage(classicalLimit(7, 0.95), 7, 0).coverage).toBeCloseTo(0.95, 12);
    expect(withCoverage(clsLimit(7, 5, 0.95), 7, 5).coverage).toBeGreaterThan(0.95);
  });
  it('are right for a thousand events and more', () => {
    // Roots of mpmath's regularised incomplete gamma function, 30 digits.
    expect(relative(classicalLimit(1000, 0.95), 1053.603122133301)).toBeLessThan(1e-12);
    expect(relative(clsLimit(3150, 3150, 0.95), 111.7322944448291)).toBeLessThan(1e-11);
  });
  it('hold for a count far below the background, where the probabilities underflow', () => {
    expect(relative(clsLimit(10, 1e5, 0.95), 2.996031869256721)).toBeLessThan(1e-9);
  });
});
