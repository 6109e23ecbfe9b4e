import gammaln from '@stdlib/math-base-special-gammaln';
import { DomainError } from '../../errors.ts';
import { integrateSmooth } from '../../numerics/quadrature.ts';
import { normalDensity } from '../normal.ts';
import { poissonCdf } from '../poisson.ts';

/** A background with its uncertainty [events]; 0 where it is known exactly. */
export interface Background {
  readonly events: number;
  readonly uncertainty: number;
}

/** Standard deviations beyond which the density of ln b is left out: 1e-15 of it. */
const far = 8;
const panels = 4;

/**
 * The mean of f(b) over the uncertain background: log-normal with median b and ln(1 + δ/b) as the standard deviation of
 * ln b (the lnN of ATL-PHYS-PUB-2011-11/CMS NOTE-2011/005, sec. A.1). Averaging it away is the mixed treatment of
 * Cousins & Highland, Nucl. Instrum. Meth. A 320 (1992) 331. Gauss–Legendre in ln b; relative accuracy 1e-8 for δ ≤ b.
 */
export function averaged({ events, uncertainty }: Background, f: (background: number) => number): number {
  if (!(events >= 0 && events < Infinity)) throw new DomainError('background', events, '[0, ∞) events');
  if (!(uncertainty >= 0 && uncertainty < Infinity))
    throw new DomainError('background uncertainty', uncertainty, '[0, ∞) events');
  if (uncertainty === 0) return f(events);
  if (events === 0) throw new DomainError('background', 0, 'above 0 events where it has an uncertainty');
  const width = Math.log1p(uncertainty / events);
  const weighted = (z: number): number => normalDensity(z) * f(events * Math.exp(width * z));
  let sum = 0;
  for (let i = 0; i < panels; i++)
    sum += integrateSmooth(weighted, far * ((2 * i) / panels - 1), far * ((2 * i + 2) / panels - 1));
  return sum;
}

/** P(N ≤ n | s), averaged over the background. */
export function averagedCdf(n: number, signal: number, background: Background): number {
  return averaged(background, (b) => poissonCdf(n, signal + b));
}

/** P(N = n | s) for whole n, averaged over the background. */
export function averagedProbability(n: number, signal: number, background: Background): number {
  return averaged(background, (b) => {
    const mean = signal + b;
    return mean === 0 ? Number(n === 0) : Math.exp(n * Math.log(mean) - mean - gammaln(n + 1));
  });
}
