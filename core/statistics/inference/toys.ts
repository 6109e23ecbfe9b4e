/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the arrays' own lengths */
import poisson from '@stdlib/random-base-poisson';
import { ConvergenceError, DomainError } from '../../errors.ts';
import { Fitter } from '../fit/fit.ts';
import type { Data, Model } from '../model/model.ts';
import { phi } from '../normal.ts';
import { fluctuations } from './asymptotic.ts';
import type { Bands } from './hypotest.ts';
import { Profile } from './profile.ts';
import { Sampler } from './sampler.ts';
import { boundWarnings } from './warnings.ts';

/** Toys with profile fits come in blocks of this size, each with a random stream of its own. */
export const profileToyBlock = 1000;

/** Predicted gain below which a toy's fit is done: its q is then off by about 1e-12. */
const toyEnough = 1e-8;

/** What all blocks of one test share: plain data, so that blocks can be thrown anywhere. */
export interface ToyPlan {
  readonly mu: number;
  /** Parameters and expected counts of the conditional fits at μ and at 0. */
  readonly points: readonly [ToyPoint, ToyPoint];
  readonly observedQ: number;
  readonly toys: number;
  readonly seed: number;
  readonly warnings: readonly string[];
}

export interface ToyPoint {
  readonly parameters: Float64Array;
  readonly expected: Float64Array;
}

/** q̃ of the toys of one block under signal + background and under background alone; NaN where a fit failed. */
export interface ToyBlock {
  readonly signal: Float64Array;
  readonly background: Float64Array;
}

export interface ToyTest {
  readonly CLsObserved: number;
  /** Standard deviation of CLsObserved from the number of toys. */
  readonly CLsError: number;
  readonly CLsExpected: Bands;
  readonly CLsb: number;
  readonly CLb: number;
  readonly toys: number;
  readonly failed: number;
  readonly warnings: readonly string[];
}

/**
 * Prepares toys for a test of μ with q̃_μ (eq. 16 of arXiv:1007.1727): nuisance parameters are set to their conditional
 * best fit to the data at μ and at 0, and auxiliary data fluctuate about them.
 */
export function planToys(model: Model, data: Data, mu: number, toys: number, seed: number): ToyPlan {
  if (!(mu > 0 && mu < Infinity)) throw new DomainError('signal strength', mu, '(0, ∞)');
  if (!(Number.isInteger(toys) && toys >= 1)) throw new DomainError('number of toys', toys, 'whole numbers from 1');
  const profile = new Profile(model, data);
  const muHat = profile.free();
  const minimum = profile.value;
  const best = profile.fitter.result();
  const point = (at: number): ToyPoint => {
    profile.at(at);
    const parameters = profile.fitter.parameters();
    return { parameters, expected: profile.fitter.likelihood.expected.slice() };
  };
  const background = point(0);
  const signal = point(mu);
  const observedQ = muHat >= mu ? 0 : Math.max(2 * (profile.value - minimum), 0);
  return {
    mu,
    points: [signal, background],
    observedQ,
    toys,
    seed,
    warnings: boundWarnings('best fit', best.atBounds),
  };
}

/** How many blocks a plan has. */
export const toyBlocks = ({ toys }: ToyPlan): number => Math.ceil(toys / profileToyBlock);

/** One block: depends on the plan and its number alone. */
export function throwToyBlock(model: Model, plan: ToyPlan, block: number): ToyBlock {
  const toys = Math.min(profileToyBlock, plan.toys - block * profileToyBlock);
  const fill = (hypothesis: 0 | 1): Float64Array => {
    const stream = new Uint32Array([plan.seed, hypothesis, block]);
    return throwToys(model, plan.points[hypothesis], plan.mu, toys, stream);
  };
  return { signal: fill(0), background: fill(1) };
}

function throwToys(model: Model, point: ToyPoint, mu: number, toys: number, stream: Uint32Array): Float64Array {
  const draw = poisson.factory({ seed: stream });
  const { normalized } = draw.PRNG as unknown as { normalized: () => number };
  const sampler = new Sampler(model, point, draw, normalized);
  const fitter = new Fitter(model, sampler.data);
  fitter.newton.enough = toyEnough;
  return Float64Array.from({ length: toys }, () => {
    sampler.next();
    fitter.startAt(point.parameters);
    return testStatistic(fitter, mu);
  });
}

/** q̃_μ of the fitter's data. */
function testStatistic(fitter: Fitter, mu: number): number {
  const { newton, model } = fitter;
  const best = fitter.free();
  const found = newton.converged;
  if (found && newton.x[model.poi]! >= mu) return 0;
  const value = fitter.at(mu);
  return found && newton.converged ? Math.max(2 * (value - best), 0) : NaN;
}

/** Tail fractions of all blocks, which must come in order. */
export function combineToys(plan: ToyPlan, blocks: readonly ToyBlock[]): ToyTest {
  const signal = sortedFinite(blocks.map((block) => block.signal));
  const background = sortedFinite(blocks.map((block) => block.background));
  const failed = 2 * plan.toys - signal.length - background.length;
  const cls = (q: number): { CLsb: number; CLb: number; CLs: number } => {
    const [CLsb, CLb] = [tail(signal, q), tail(background, q)];
    return { CLsb, CLb, CLs: CLb > 0 ? CLsb / CLb : 0 };
  };
  const { CLsb, CLb, CLs } = cls(plan.observedQ);
  const CLsExpected = fluctuations.map((k) => {
    // A deficit of k standard deviations is a large q: its place from the top is Φ(k).
    const at = background.length - Math.ceil(phi(k) * background.length);
    return cls(background[Math.min(Math.max(at, 0), background.length - 1)] ?? 0).CLs;
  });
  const CLsError = ratioError(CLsb, CLb, signal.length, background.length);
  return {
    CLsObserved: CLs,
    CLsError,
    CLsExpected: CLsExpected as unknown as Bands,
    CLsb,
    CLb,
    toys: plan.toys,
    failed,
    warnings: [...plan.warnings, ...toyWarnings(CLs, CLsError, failed, plan.toys)],
  };
}

/** Test of μ by toys, all blocks in this process. */
export function toyHypotest(model: Model, data: Data, mu: number, toys: number, seed: number): ToyTest {
  const plan = planToys(model, data, mu, toys, seed);
  return combineToys(
    plan,
    Array.from({ length: toyBlocks(plan) }, (_, block) => throwToyBlock(model, plan, block)),
  );
}

function sortedFinite(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) for (const q of part) if (!Number.isNaN(q)) all[at++] = q;
  if (at === 0) throw new ConvergenceError('no fit of any toy converged');
  return all.subarray(0, at).sort();
}

/** Fraction of toys with at least q (less rounding, since with counts many toys share a value). */
function tail(sorted: Float64Array, q: number): number {
  const edge = q - 1e-9 * Math.max(1, q);
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < edge) low = middle + 1;
    else high = middle;
  }
  return (sorted.length - low) / sorted.length;
}

/** Binomial errors of both fractions, propagated to their ratio. */
function ratioError(top: number, bottom: number, tops: number, bottoms: number): number {
  if (bottom === 0) return 1;
  // No toy in the tail is compatible with one.
  const p = Math.max(top, 1 / tops);
  return (
    Math.hypot(Math.sqrt((p * (1 - p)) / tops), (top / bottom) * Math.sqrt((bottom * (1 - bottom)) / bottoms)) / bottom
  );
}

function toyWarnings(cls: number, error: number, failed: number, toys: number): string[] {
  return [
    ...(error > 0.1 * cls
      ? [`CLs = ${cls.toPrecision(2)} ± ${error.toPrecision(1)} from ${toys} toys: more toys are needed for its digits`]
      : []),
    ...(failed > 0 ? [`${failed} of ${2 * toys} toy fits did not converge and are left out`] : []),
  ];
}
