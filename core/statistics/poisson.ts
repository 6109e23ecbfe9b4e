import erfc from '@stdlib/math-base-special-erfc';
import gammaln from '@stdlib/math-base-special-gammaln';
import log1pmx from '@stdlib/math-base-special-log1pmx';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { DomainError } from '../errors.ts';

/**
 * ln P(N ≤ n) for N ~ Poisson(mean), continued to real n ≥ 0 as the regularised incomplete gamma function Q(n + 1, mean).
 *
 * Series and continued fraction (DLMF 8.7.1 and 8.9.2) after the factor mean^a e^−mean/Γ(a + 1), whose exponent is taken
 * through ln(1 + x) − x so that large counts keep their digits: relative 1e-12 up to n = 1e8, above it Gaussian, 1e-5.
 * Our own, because stdlib's gammainc (0.3.1) is off by up to 2.5% from n = 1000 on.
 */
export function logPoissonCdf(n: number, mean: number): number {
  if (!(n >= 0 && n < Infinity)) throw new DomainError('count n', n, '[0, ∞)');
  if (!(mean >= 0 && mean < Infinity)) throw new DomainError('Poisson mean', mean, '[0, ∞)');
  if (mean === 0) return 0;
  if (n > large) return logNormalCdf((n + 0.5 - mean) / Math.sqrt(mean));
  const a = n + 1;
  const factor = logFactor(a, mean);
  return mean < a ? Math.log1p(-Math.exp(factor) * series(a, mean)) : factor + Math.log(a * continuedFraction(a, mean));
}

/** P(N ≤ n); see logPoissonCdf. */
export function poissonCdf(n: number, mean: number): number {
  return Math.exp(logPoissonCdf(n, mean));
}

/** P(N ≥ n), continued to real n ≥ 0 as P(n, mean); small probabilities keep their digits. See logPoissonCdf. */
export function poissonUpperTail(n: number, mean: number): number {
  if (!(n >= 0 && n < Infinity)) throw new DomainError('count n', n, '[0, ∞)');
  if (!(mean >= 0 && mean < Infinity)) throw new DomainError('Poisson mean', mean, '[0, ∞)');
  if (n === 0 || mean === 0) return n === 0 ? 1 : 0;
  if (n > large) return Math.exp(logNormalCdf((mean - n + 0.5) / Math.sqrt(mean)));
  const factor = logFactor(n, mean);
  return mean < n ? Math.exp(factor) * series(n, mean) : -Math.expm1(factor + Math.log(n * continuedFraction(n, mean)));
}

/**
 * The smallest whole n with P(N ≤ n) ≥ Φ(sigmas): the count at a Gaussian quantile. Above a mean of 1e8 from the
 * Cornish–Fisher expansion, exact to one count.
 */
export function poissonQuantile(sigmas: number, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new DomainError('Poisson mean', mean, '[0, ∞)');
  const guess = Math.max(0, Math.ceil(mean + sigmas * Math.sqrt(mean) + (sigmas * sigmas - 1) / 6 - 0.5));
  if (mean > large) return guess;
  const wanted = normalCdf(sigmas, 0, 1);
  let n = guess;
  while (n > 0 && poissonCdf(n - 1, mean) >= wanted) n--;
  while (poissonCdf(n, mean) < wanted) n++;
  return n;
}

const large = 1e8;

/** ln(x^a e^−x / Γ(a + 1)). */
function logFactor(a: number, x: number): number {
  if (a < 20) return a * Math.log(x) - x - gammaln(a + 1);
  // Stirling: ln Γ(a + 1) = a ln a − a + ½ ln(2πa) + 1/12a − …; the rest is below 1e-13 for a ≥ 20.
  const i = 1 / (a * a);
  const correction = (1 / 12 - i * (1 / 360 - i * (1 / 1260 - i / 1680))) / a;
  return a * log1pmx((x - a) / a) - 0.5 * Math.log(2 * Math.PI * a) - correction;
}

/** P(a, x) over the factor: ∑ x^k/((a + 1)…(a + k)). For x < a. */
function series(a: number, x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** Q(a, x) over a times the factor, by the modified Lentz method. For x ≥ a. */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; ; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) return h;
  }
}

function logNormalCdf(z: number): number {
  if (z > -30) return Math.log(erfc(-z / Math.SQRT2) / 2);
  return -0.5 * z * z - Math.log(-z * Math.sqrt(2 * Math.PI));
}
