import erf from '@stdlib/math-base-special-erf';
import erfc from '@stdlib/math-base-special-erfc';
import { integrate } from '../numerics/quadrature.ts';

/** A bin of reconstructed muon momentum [MeV/c], min included, max excluded. */
export interface Bin {
  readonly minMeV: number;
  readonly maxMeV: number;
}

/** Below 1 keV/c no table or window can tell the resolution from a perfect one. */
const perfect = 1e-3;

/** Gaussian tails beyond this many σ hold less than 1e-15. */
const reach = 8;

/** Probability that true momentum p [MeV/c] is reconstructed in the bin, for a Gaussian of σ [MeV/c] (below 1e-3: perfect). */
export function binProbability(pMeV: number, bin: Bin, sigmaMeV: number): number {
  if (sigmaMeV < perfect) return pMeV >= bin.minMeV && pMeV < bin.maxMeV ? 1 : 0;
  const low = (bin.minMeV - pMeV) / (Math.SQRT2 * sigmaMeV);
  const high = (bin.maxMeV - pMeV) / (Math.SQRT2 * sigmaMeV);
  // In the tails erf is 1 to rounding; its complement keeps the digits.
  if (low > 0) return (erfc(low) - erfc(high)) / 2;
  if (high < 0) return (erfc(-high) - erfc(-low)) / 2;
  return (erf(high) - erf(low)) / 2;
}

/**
 * ∫ dp density(p) × P(bin | p): a spectrum in true momentum folded into one bin of reconstructed momentum; relative 1e-9.
 *
 * @param from lowest and highest true momentum [MeV/c] where the density is not zero
 * @param kinks momenta where the density has kinks
 */
export function foldIntoBin(
  density: (pMeV: number) => number,
  bin: Bin,
  sigmaMeV: number,
  from: number,
  to: number,
  kinks: readonly number[],
): number {
  const width = sigmaMeV < perfect ? 0 : sigmaMeV;
  const low = Math.max(from, bin.minMeV - reach * width);
  const high = Math.min(to, bin.maxMeV + reach * width);
  const edges = [-3, 0, 3].flatMap((n) => [bin.minMeV + n * width, bin.maxMeV + n * width]);
  return integrate((p) => density(p) * binProbability(p, bin, sigmaMeV), low, high, 1e-9, [...kinks, ...edges]).value;
}

/** Bins of equal width over a range. */
export function equalBins(minMeV: number, maxMeV: number, count: number): Bin[] {
  const edge = (i: number): number => (i === count ? maxMeV : minMeV + (i * (maxMeV - minMeV)) / count);
  return Array.from({ length: count }, (_, i) => ({ minMeV: edge(i), maxMeV: edge(i + 1) }));
}
