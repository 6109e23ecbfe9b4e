import { InputError } from '../../errors.ts';
import { Likelihood } from '../model/likelihood.ts';
import type { Data, Model } from '../model/model.ts';
import { Newton } from './newton.ts';

/** The outcome of one minimisation. */
export interface FitResult {
  /** False where the minimum was not reached; the other numbers then say how far it came. */
  readonly converged: boolean;
  readonly iterations: number;
  /** −ln(L/L_saturated) at the minimum; differences are those of −ln L. */
  readonly halfDeviance: number;
  /** Predicted distance of `halfDeviance` to its minimum before the last step. */
  readonly distance: number;
  readonly gradientNorm: number;
  /** By the model's parameters. */
  readonly parameters: Float64Array;
  /** Names of the parameters that a bound holds, without those that are fixed. */
  readonly atBounds: readonly string[];
}

/**
 * Repeated fits of one model, without allocation: data and start may change between them.
 *
 * The upper bound of the parameter of interest is not used: it is a default of the format, and a limit may lie above it.
 */
export class Fitter {
  readonly model: Model;
  readonly likelihood: Likelihood;
  readonly newton: Newton;
  /** Whether the likelihood was last evaluated at the minimum of these data. */
  private settled = false;

  constructor(model: Model, data: Data) {
    this.model = model;
    this.likelihood = new Likelihood(model, data);
    this.newton = new Newton(this.likelihood);
  }

  setData(data: Data): void {
    this.settled = false;
    this.likelihood.setData(data);
  }

  /** Starts the next fit here (global parameters are taken from the front of the array). */
  startAt(parameters: Float64Array): void {
    const { newton, model } = this;
    this.settled = false;
    newton.x.set(parameters.length > model.globals ? parameters.subarray(0, model.globals) : parameters);
    if (parameters.length > model.globals) this.likelihood.gamma.set(parameters.subarray(model.globals));
  }

  /** Starts at the inits. */
  startAtInits(): void {
    this.startAt(Float64Array.from(this.model.parameters, ({ init }) => init));
  }

  /** Minimises over everything that is not fixed; returns the half deviance. `newton` and `likelihood` hold the rest. */
  free(): number {
    const { newton, model } = this;
    newton.free[model.poi] = model.parameters[model.poi]?.fixed === true ? 0 : 1;
    newton.run();
    this.settled = newton.converged;
    return newton.value;
  }

  /** Minimises with the parameter of interest held at μ. */
  at(mu: number): number {
    const { newton, model } = this;
    newton.free[model.poi] = 0;
    if (this.settled) newton.predict(model.poi, mu - (newton.x[model.poi] ?? mu));
    newton.x[model.poi] = mu;
    newton.run();
    this.settled = newton.converged;
    return newton.value;
  }

  /** All parameters at the present point. */
  parameters(): Float64Array {
    const { model, newton, likelihood } = this;
    const all = new Float64Array(model.parameters.length);
    all.set(newton.x);
    // The last step was taken without an evaluation: the local parameters have to follow it.
    likelihood.evaluate(newton.x);
    all.set(likelihood.gamma, model.globals);
    return all;
  }

  result(): FitResult {
    const { model, newton } = this;
    const { converged, iterations, value, distance, gradientNorm } = newton;
    const parameters = this.parameters();
    const atBounds = model.parameters.flatMap(({ name, min, max, fixed }, p) => {
      const x = parameters[p] ?? 0;
      const held = p === model.poi ? x <= min : x <= min || x >= max;
      return held && !fixed && (p >= model.globals || newton.free[p] === 1) ? [name] : [];
    });
    return { converged, iterations, halfDeviance: value, distance, gradientNorm, parameters, atBounds };
  }
}

/**
 * The maximum-likelihood fit, with the parameter of interest free, or held at `mu`.
 *
 * @throws InputError where the data are impossible: events where none are expected
 */
export function fit(model: Model, data: Data, { mu }: { mu?: number } = {}): FitResult {
  checkData(model, data);
  const fitter = new Fitter(model, data);
  if (mu === undefined) fitter.free();
  else fitter.at(mu);
  const result = fitter.result();
  if (result.halfDeviance === Infinity) throw impossible(fitter);
  return result;
}

/** Counts must be there for every bin, and be counts. */
export function checkData(model: Model, { counts, auxiliary }: Data): void {
  if (counts.length !== model.bins || auxiliary.length !== model.parameters.length)
    throw new InputError(`data have ${counts.length} bins; allowed: ${model.bins}, as the model`, { where: 'data' });
  const bad = counts.findIndex((n) => !(n >= 0 && n < Infinity));
  if (bad >= 0)
    throw new InputError(`${model.binNames[bad] ?? 'bin'}: count is ${counts[bad]}; allowed: 0 or more events`, {
      where: model.binNames[bad] ?? 'data',
      value: counts[bad],
      allowed: '0 or more events',
    });
}

function impossible({ model, likelihood }: Fitter): InputError {
  const bin = likelihood.expected.findIndex((nu) => !(nu > 0));
  const name = model.binNames[bin] ?? 'a bin';
  return new InputError(
    `${name}: ${likelihood.expected[bin] ?? NaN} events are expected at the start of the fit, which cannot give what was observed; allowed: more than 0`,
    { where: name, allowed: 'an expectation above 0' },
  );
}
