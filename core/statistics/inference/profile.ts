import { ConvergenceError, InputError } from '../../errors.ts';
import { checkData, Fitter } from '../fit/fit.ts';
import { constraintKinds, type Data, type Model } from '../model/model.ts';

/**
 * The profile likelihood −ln L(μ, θ̂̂(μ)) of one set of data, by fits that each start where the last one ended. Its
 * slope comes with it: at the conditional minimum d/dμ = ∂/∂μ (envelope theorem).
 */
export class Profile {
  readonly fitter: Fitter;
  value = NaN;
  slope = NaN;
  /** How many fits were made. */
  fits = 0;
  private readonly name: string;

  constructor(model: Model, data: Data, name = 'observed data') {
    checkData(model, data);
    this.fitter = new Fitter(model, data);
    this.name = name;
  }

  /** The unconditional minimum; returns μ̂. */
  free(): number {
    this.take(this.fitter.free(), 'free');
    return this.fitter.newton.x[this.fitter.model.poi] ?? NaN;
  }

  /** The conditional minimum at μ. */
  at(mu: number): void {
    this.take(this.fitter.at(mu), String(mu));
  }

  private take(value: number, mu: string): void {
    const { model, newton, likelihood } = this.fitter;
    this.fits++;
    this.value = value;
    this.slope = likelihood.gradient[model.poi] ?? NaN;
    if (newton.converged) return;
    if (value === Infinity) throw impossible(this.fitter, mu);
    throw new ConvergenceError(
      `the fit of the ${this.name} at μ = ${mu} did not converge: after ${newton.iterations} iterations the gradient is ${newton.gradientNorm.toExponential(2)} and the predicted distance to the minimum ${newton.distance.toExponential(2)}`,
    );
  }
}

function impossible({ model, likelihood }: Fitter, mu: string): InputError {
  const bin = likelihood.expected.findIndex((nu) => !(nu > 0));
  const name = model.binNames[bin] ?? 'a bin';
  return new InputError(
    `${name}: ${likelihood.expected[bin]} events are expected at μ = ${mu}, which cannot give what was observed; allowed: an expectation above 0`,
    { where: name, allowed: 'an expectation above 0' },
  );
}

/** The Asimov data at a point: counts and auxiliary data equal to their expectation (arXiv:1007.1727, sec. 3.2). */
export function asimovData(fitter: Fitter, parameters: Float64Array): Data {
  const { model, likelihood } = fitter;
  fitter.startAt(parameters);
  likelihood.evaluate(fitter.newton.x);
  return expectedData(model, likelihood.expected, parameters);
}

/** Expected counts with the auxiliary data's expectation at the parameters' values. */
export function expectedData(model: Model, expected: Float64Array, parameters: Float64Array): Data {
  const auxiliary = parameters.map((x, p) => {
    const kind = model.constraintKind[p];
    if (kind === constraintKinds.none) return 0;
    return kind === constraintKinds.poisson ? x * (model.constraintScale[p] ?? 0) : x;
  });
  return { counts: expected.slice(), auxiliary };
}
