import { describe, expect, it } from 'vitest';
import { poissonCdf, poissonUpperTail } from '../../../../core/statistics/poisson.ts';

describe('P(N ≥ n)', () => {
  it('is the sum term by term, also where it is tiny', () => {
    for (const [n, mean] of [
      [1, 0.01],
      [10, 3],
      [30, 3],
      [60, 5],
      [3, 8],
    ] as const) {
      let term = Math.exp(-mean);
      for (let k = 1; k <= n; k++) term *= mean / k;
      let sum = 0;
      for (let k = n; k < n + 200; k++) {
        sum += term;
        term *= mean / (k + 1);
      }
      expect(Math.abs(poissonUpperTail(n, mean) / sum - 1)).toBeLessThan(1e-12);
    }
  });
  it('and P(N ≤ n − 1) are 1', () => {
    for (const [n, mean] of [
      [315, 300],
      [2000, 2100],
      [2e8, 2e8 + 1e4],
    ] as const)
      expect(poissonUpperTail(n, mean) + poissonCdf(n - 1, mean)).toBeCloseTo(1, 10);
  });
});
