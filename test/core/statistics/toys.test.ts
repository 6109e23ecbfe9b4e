import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { describe, expect, it } from 'vitest';
import { exactQuantiles } from '../../../core/statistics/eventLimits.ts';
import { poissonCdf } from '../../../core/statistics/poisson.ts';
import { toyQuantiles } from '../../../core/statistics/toys.ts';

const still = (): void => undefined;
const sigmasOf = { minus2: -2, minus1: -1, median: 0, plus1: 1, plus2: 2 } as const;

describe('mock data as in appendix B of arXiv:1611.08460', () => {
  it.each([0.7, 3.15, 31.5, 315, 3150])(
    'agree with the exact quantiles within their Monte Carlo error for B = %d',
    (background) => {
      const toys = 200_000;
      const quantiles = toyQuantiles(background, toys, 7, 50, still);
      for (const [key, sigmas] of Object.entries(sigmasOf)) {
        const wanted = normalCdf(sigmas, 0, 1);
        const error = 5 * Math.sqrt((wanted * (1 - wanted)) / toys);
        const n = quantiles[key as keyof typeof sigmasOf];
        // The count is right when the wanted probability lies between the CDF below it and at it.
        expect(poissonCdf(n, background)).toBeGreaterThan(wanted - error);
        expect(n === 0 ? 0 : poissonCdf(n - 1, background)).toBeLessThan(wanted + error);
      }
    },
  );
  it('are exact where no probability is near a step', () => {
    expect(toyQuantiles(3.15, 1_000_000, 1, 50, still)).toEqual(exactQuantiles(3.15));
  });
  it('repeat bit by bit with the same seed, and differ by mass and by seed', () => {
    const at = (seed: number, mass: number): string => JSON.stringify(toyQuantiles(1e6, 1000, seed, mass, still));
    expect(at(1, 50)).toBe(at(1, 50));
    expect(at(1, 50)).not.toBe(at(2, 50));
    expect(at(1, 50)).not.toBe(at(1, 51));
  });
  it('report progress block by block up to 1', () => {
    const seen: number[] = [];
    toyQuantiles(10, 25_000, 1, 50, (fraction) => seen.push(fraction));
    expect(seen).toEqual([1 / 3, 2 / 3, 1]);
  });
  it('need no random numbers without background', () => {
    expect(toyQuantiles(0, 1000, 1, 50, still)).toEqual({ median: 0, minus2: 0, minus1: 0, plus1: 0, plus2: 0 });
  });
});
