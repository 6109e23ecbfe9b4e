import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { DomainError } from '../errors.ts';

/** Φ(z), the distribution of a standard normal variable. */
export function phi(z: number): number {
  return normalCdf(z, 0, 1);
}

/** The density of a standard normal variable. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * The z above which a standard normal variable lies with probability p: Φ(−z) = p. Starts from eq. (26.2.23) of
 * Abramowitz & Stegun (absolute error 4.5e-4) and takes Halley steps on Φ; relative accuracy 1e-14 for p ≥ 1e-300.
 */
export function normalUpperQuantile(p: number): number {
  if (!(p > 1e-300 && p < 1)) throw new DomainError('probability', p, 'between 0 and 1');
  if (p > 0.5) return -normalUpperQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let i = 0; i < 3; i++) {
    const step = (phi(-z) - p) / normalDensity(z);
    z += step / (1 - (z * step) / 2);
  }
  return z;
}
