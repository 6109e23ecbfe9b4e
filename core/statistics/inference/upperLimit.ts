import { DomainError, InputError } from '../../errors.ts';
import { solveRisingByNewton, type ValueAndSlope } from '../../numerics/newtonRoot.ts';
import type { Data, Model } from '../model/model.ts';
import { excludedAt, exclusion, fluctuations, type TestStatistic } from './asymptotic.ts';
import { Asymptotics, testWarnings, type Bands } from './hypotest.ts';

/** A signal of this fraction of the median limit is none. */
const nothing = 1e-5;

export interface UpperLimit {
  /** In the parameter of interest; 0 where a classical limit excludes every signal, even none (with a warning). */
  readonly observed: number;
  readonly expected: Bands;
  readonly muHat: number;
  /** How many fits it took. */
  readonly fits: number;
  readonly warnings: readonly string[];
}

export interface UpperLimitOptions {
  readonly test?: TestStatistic;
  /** cls: CLs = 1 − CL. classical: CLs+b = 1 − CL. */
  readonly statistic?: 'cls' | 'classical';
}

/**
 * Asymptotic upper limit on the signal strength, observed and expected. The expected limits are where √q_A(μ) takes
 * five known values (see `excludedAt`), so a few fits of the Asimov data give all of them.
 *
 * @throws ConvergenceError where a fit or a root is not reached
 * @throws InputError where the data do not depend on the parameter of interest
 */
export function upperLimit(
  model: Model,
  data: Data,
  confidenceLevel: number,
  { test = 'qtilde', statistic = 'cls' }: UpperLimitOptions = {},
): UpperLimit {
  if (!(confidenceLevel > 0 && confidenceLevel < 1))
    throw new DomainError('confidence level', confidenceLevel, 'between 0 and 1');
  const alpha = 1 - confidenceLevel;
  const ratio = statistic === 'cls';
  const asymptotics = new Asymptotics(model, data);
  const expected = expectedLimits(asymptotics, alpha, ratio);
  const observed = observedLimit(asymptotics, test, alpha, ratio, expected[2]);
  const { muHat, warnings } = asymptotics;
  const fits = asymptotics.observed.fits + asymptotics.asimov.fits;
  const empty = observed === 0 ? ['the data lie so far below the background that the classical interval is empty'] : [];
  return { observed, expected, muHat, fits, warnings: [...warnings, ...testWarnings(model, test), ...empty] };
}

/** √q_A rises almost linearly with μ: each band starts where the straight line through the last one puts it. */
function expectedLimits(asymptotics: Asymptotics, alpha: number, ratio: boolean): Bands {
  let [mu, root] = [0, 0];
  let slope = initialSlope(asymptotics);
  const limits = fluctuations.map((k) => {
    const wanted = excludedAt(k, alpha, ratio);
    if (!(wanted > 0)) return 0;
    mu = solveRisingByNewton(
      (x) => {
        const at = asymptotics.rootAsimov(x);
        slope = at.slope;
        return { value: at.value - wanted, slope: at.slope };
      },
      0,
      mu + (wanted - root) / slope,
    );
    root = wanted;
    return mu;
  });
  return limits as unknown as Bands;
}

/** d√q_A/dμ near μ = 0, where q_A = (μ/σ)²: from one fit at a small μ, made larger until it is above rounding. */
function initialSlope(asymptotics: Asymptotics): number {
  for (let mu = 1; mu < 1e100; mu *= 16) {
    const { value } = asymptotics.rootAsimov(mu);
    if (value > 1e-4) return value / mu;
  }
  const { name } = asymptotics.model.parameters[asymptotics.model.poi] ?? { name: 'parameter of interest' };
  throw new InputError(`${name}: the expected events do not depend on it; allowed: a parameter that scales a signal`, {
    where: 'poi',
    value: name,
  });
}

function observedLimit(
  asymptotics: Asymptotics,
  test: TestStatistic,
  alpha: number,
  ratio: boolean,
  median: number,
): number {
  const low = Math.max(asymptotics.muHat, 0);
  const excluded = (mu: number): ValueAndSlope => {
    const [root, asimov] = [asymptotics.root(mu), asymptotics.rootAsimov(mu)];
    return exclusion(test, alpha, ratio, root.value, root.slope, asimov.value, asimov.slope);
  };
  if (!ratio && low === 0 && excluded(nothing * median).value > 0) return 0;
  return solveRisingByNewton(excluded, low, low === 0 ? median : low + 0.85 * median);
}
