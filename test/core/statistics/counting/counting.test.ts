import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asimovSignificance, countingSignificance } from '../../../../core/statistics/counting/discovery.ts';
import { feldmanCousins } from '../../../../core/statistics/counting/feldmanCousins.ts';
import { classicalLimitUncertain, clsLimitUncertain } from '../../../../core/statistics/counting/limits.ts';
import { classicalLimit, clsLimit } from '../../../../core/statistics/limits.ts';
import { normalUpperQuantile, phi } from '../../../../core/statistics/normal.ts';

const exactly = (events: number): { events: number; uncertainty: number } => ({ events, uncertainty: 0 });

describe('Feldman–Cousins intervals', () => {
  // Tables IV (90% CL) of physics/9711021: n, b, lower, upper; printed to 0.01, entries that are not lifted.
  it.each([
    [0, 0, 0, 2.44],
    [1, 0, 0.11, 4.36],
    [2, 0, 0.53, 5.91],
    [3, 0, 1.1, 7.42],
    [10, 0, 5.5, 16.5],
    [1, 3, 0, 1.88],
    [2, 3, 0, 3.04],
    [3, 3, 0, 4.42],
    [10, 3, 2.63, 13.5],
  ])('n = %d, b = %d: %d to %d at 90%% CL', (n, b, lower, upper) => {
    const interval = feldmanCousins(n, exactly(b), 0.9);
    expect(Math.abs(interval.lower - lower)).toBeLessThan(0.01);
    expect(Math.abs(interval.upper - upper)).toBeLessThan(0.01);
  });
  it('cover at least the confidence level at their upper end', () => {
    for (const [n, b] of [
      [0, 0],
      [4, 2],
      [20, 15],
    ] as const)
      expect(feldmanCousins(n, exactly(b), 0.95).coverage).toBeGreaterThanOrEqual(0.95);
  });
  it('tend to those of an exact background as its uncertainty goes', () => {
    const [known, nearly] = [
      feldmanCousins(4, exactly(3), 0.9),
      feldmanCousins(4, { events: 3, uncertainty: 1e-4 }, 0.9),
    ];
    expect(Math.abs(nearly.upper - known.upper)).toBeLessThan(2e-3);
  });
});

describe('limits over an uncertain background', () => {
  it('are the exact ones without uncertainty', () => {
    for (const [n, b] of [
      [1, 5.5],
      [6, 5.5],
      [11, 5.5],
    ] as const) {
      expect(clsLimitUncertain(n, { events: b, uncertainty: 1e-6 }, 0.95)).toBeCloseTo(clsLimit(n, b, 0.95), 8);
      expect(classicalLimitUncertain(n + 4, exactly(b), 0.9)).toBeCloseTo(classicalLimit(n + 4, 0.9) - b, 8);
    }
  });
  it('rise with n and with CL', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.double({ min: 0.5, max: 8, noNaN: true }), (n, b) => {
        const background = { events: b, uncertainty: 0.3 * b };
        const limit = clsLimitUncertain(n, background, 0.9);
        expect(clsLimitUncertain(n + 1, background, 0.9)).toBeGreaterThan(limit);
        expect(clsLimitUncertain(n, background, 0.95)).toBeGreaterThan(limit);
      }),
      { numRuns: 30 },
    );
  });
  it('say that an interval is empty', () => {
    expect(classicalLimitUncertain(0, { events: 8, uncertainty: 1 }, 0.9)).toBeNull();
  });
});

describe('discovery', () => {
  it('agrees with the Gaussian limit s/√b and with exact counting', () => {
    expect(asimovSignificance(10, 1e6)).toBeCloseTo(10 / 1e3, 6);
    // Σ_{k ≥ 10} e^−3 3^k/k! = 0.00110249.
    expect(countingSignificance(10, 3).pValue).toBeCloseTo(0.00110249, 8);
    expect(Math.abs(countingSignificance(1100, 1000).significance - asimovSignificance(100, 1000))).toBeLessThan(0.03);
  });
  it('has Φ and its inverse to rounding', () => {
    for (const z of [-5, -1, 0.1, 1, 3, 8, 20]) expect(normalUpperQuantile(phi(-z))).toBeCloseTo(z, 9);
    // 5σ is a p-value of 2.87e-7 (arXiv:1007.1727, sec. 1).
    expect(normalUpperQuantile(2.8665157e-7)).toBeCloseTo(5, 7);
  });
});
