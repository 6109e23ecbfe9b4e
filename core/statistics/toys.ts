import poisson from '@stdlib/random-base-poisson';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { toyBlockSize } from '../version.ts';
import { quantilesBy, type Quantiles } from './eventLimits.ts';

/** How often each count came up. */
type Histogram = Map<number, number>;

/**
 * Quantiles of the count from pseudo-experiments with the background alone: the mock data of appendix B of
 * arXiv:1611.08460. Each mass and each block of toys has a random stream of its own (Mersenne Twister seeded with
 * seed, mass and block), and blocks are added in order, so the result is the same bits however the work is split.
 *
 * @param progress called after each block with the done fraction
 */
export function toyQuantiles(
  background: number,
  toys: number,
  seed: number,
  massMeV: number,
  progress: (fraction: number) => void,
): Quantiles {
  const counts: Histogram = new Map();
  const blocks = Math.ceil(toys / toyBlockSize);
  for (let block = 0; block < blocks; block++) {
    throwBlock(counts, background, Math.min(toyBlockSize, toys - block * toyBlockSize), [
      seed,
      ...bitsOf(massMeV),
      block,
    ]);
    progress((block + 1) / blocks);
  }
  const sorted = [...counts].sort(([a], [b]) => a - b);
  return quantilesBy((sigmas) => smallestCount(sorted, normalCdf(sigmas, 0, 1) * toys));
}

function throwBlock(counts: Histogram, mean: number, toys: number, stream: number[]): void {
  if (mean === 0) {
    counts.set(0, (counts.get(0) ?? 0) + toys);
    return;
  }
  const draw = poisson.factory(mean, { seed: new Uint32Array(stream) });
  for (let i = 0; i < toys; i++) {
    const n = draw();
    counts.set(n, (counts.get(n) ?? 0) + 1);
  }
}

/** The smallest count with at least `enough` toys at or below it. */
function smallestCount(sorted: readonly (readonly [number, number])[], enough: number): number {
  let sum = 0;
  for (const [count, times] of sorted) {
    sum += times;
    if (sum >= enough) return count;
  }
  return sorted.at(-1)?.[0] ?? 0;
}

/** The two halves of a double, as words of a seed. */
function bitsOf(value: number): number[] {
  return [...new Uint32Array(new Float64Array([value]).buffer)];
}
