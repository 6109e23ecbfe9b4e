import { DomainError } from '../../errors.ts';
import { averagedProbability, type Background } from './background.ts';

export interface FeldmanCousinsInterval {
  readonly lower: number;
  readonly upper: number;
  /** Probability of the accepted counts at the upper end: at least the confidence level. */
  readonly coverage: number;
}

/**
 * The unified interval for a Poisson signal (Feldman & Cousins, Phys. Rev. D 57 (1998) 3873, physics/9711021, sec. IV B):
 * counts are accepted in falling order of R = P(n|s)/P(n|ŝ) until their probability reaches CL; the interval runs
 * from the smallest to the largest s that accepts n. An uncertain background is averaged over in both probabilities
 * (Conrad et al., Phys. Rev. D 67 (2003) 012002).
 *
 * The printed tables are rounded to a grid of 0.005 and lifted where an end does not fall with b; this interval is not.
 * The ends are found on a grid of 0.01 √(n + b + 1) and then by halving, to 1e-9.
 */
export function feldmanCousins(n: number, background: Background, confidenceLevel: number): FeldmanCousinsInterval {
  if (!(Number.isInteger(n) && n >= 0 && n <= 1e5))
    throw new DomainError('observed count', n, 'whole numbers to 100000');
  const order = new Ordering(background);
  const accepts = (s: number): boolean => order.before(n, s) < confidenceLevel;
  const spread = Math.sqrt(n + background.events + 1);
  const best = Math.max(n - background.events, 0);
  const step = 0.01 * spread;
  const beyond = best + 6 * spread + 6 + 4 * background.uncertainty;
  let high = beyond;
  while (high > best && !accepts(high)) high -= step;
  const upper = edge(accepts, Math.max(high, best), high + step);
  const lower = accepts(0)
    ? 0
    : lowerEnd(accepts, best, Math.max(best - 6 * spread - 4 * background.uncertainty, 0), step);
  return { lower, upper, coverage: order.accepted(upper, confidenceLevel) };
}

function lowerEnd(accepts: (s: number) => boolean, best: number, from: number, step: number): number {
  let low = from;
  while (low < best && !accepts(low)) low += step;
  return edge(accepts, Math.min(low, best), Math.max(low - step, 0));
}

/** The border between an accepted and a rejected signal. */
function edge(accepts: (s: number) => boolean, inside: number, outside: number): number {
  let [yes, no] = [inside, outside];
  while (Math.abs(yes - no) > 1e-9 * Math.max(1, Math.abs(yes))) {
    const middle = (yes + no) / 2;
    if (accepts(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Counts in falling order of the likelihood ratio. */
class Ordering {
  private readonly background: Background;
  private readonly best = new Map<number, number>();

  constructor(background: Background) {
    this.background = background;
  }

  /** Probability at s of all counts that rank before n. */
  before(n: number, s: number): number {
    const rank = averagedProbability(n, s, this.background) / this.largest(n);
    let sum = 0;
    for (const [m, p] of this.counts(s)) if (m !== n && p / this.largest(m) > rank) sum += p;
    return sum;
  }

  /** Probability at s of the counts that are accepted. */
  accepted(s: number, confidenceLevel: number): number {
    const ranked = this.counts(s).sort(([m, p], [k, q]) => q / this.largest(k) - p / this.largest(m));
    let sum = 0;
    for (const [, p] of ranked) {
      if (sum >= confidenceLevel) break;
      sum += p;
    }
    return sum;
  }

  /** Counts that matter at s, with their probabilities. */
  private counts(s: number): [number, number][] {
    const { events, uncertainty } = this.background;
    const mean = s + events;
    const reach = 8 * Math.sqrt(mean) + 12;
    const first = Math.max(Math.floor(mean - reach - 5 * uncertainty), 0);
    const last = Math.ceil(mean + reach + 8 * uncertainty);
    return Array.from({ length: last - first + 1 }, (_, i) => [
      first + i,
      averagedProbability(first + i, s, this.background),
    ]);
  }

  /** P(n | ŝ), the largest probability that any s ≥ 0 gives to n. */
  private largest(n: number): number {
    const known = this.best.get(n);
    if (known !== undefined) return known;
    const largest = this.maximum(n);
    this.best.set(n, largest);
    return largest;
  }

  private maximum(n: number): number {
    const { events, uncertainty } = this.background;
    const at = (s: number): number => averagedProbability(n, s, this.background);
    if (uncertainty === 0) return at(Math.max(n - events, 0));
    // The averaged likelihood of s has one maximum: golden sections.
    const golden = (Math.sqrt(5) - 1) / 2;
    let [low, high] = [0, n + 1];
    while (high - low > 1e-6 * (n + 1)) {
      const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
      if (at(left) < at(right)) low = left;
      else high = right;
    }
    return Math.max(at(0), at((low + high) / 2));
  }
}
