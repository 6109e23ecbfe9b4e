import { DomainError } from '../../errors.ts';
import type { Data, Model } from '../model/model.ts';
import { expectedCls, fluctuations, pValues, type TestStatistic } from './asymptotic.ts';
import { asimovData, Profile } from './profile.ts';
import { asymptoticWarnings, boundWarnings } from './warnings.ts';

/** The five expectations, for data that fluctuate by −2, −1, 0, 1, 2 standard deviations. */
export type Bands = readonly [number, number, number, number, number];

export interface HypothesisTest {
  readonly CLsObserved: number;
  readonly CLsExpected: Bands;
  readonly CLsb: number;
  readonly CLb: number;
  /** The test statistic of the data and of the background's Asimov data. */
  readonly q: number;
  readonly qAsimov: number;
  readonly muHat: number;
  readonly warnings: readonly string[];
}

/** Data, their free fit, and the background's Asimov data: what tests of every μ share. */
export class Asymptotics {
  readonly model: Model;
  readonly observed: Profile;
  readonly asimov: Profile;
  readonly muHat: number;
  readonly warnings: readonly string[];
  private readonly minimum: number;

  constructor(model: Model, data: Data) {
    this.model = model;
    const observed = new Profile(model, data);
    this.muHat = observed.free();
    this.minimum = observed.value;
    const best = observed.fitter.result();
    observed.at(0);
    const background = observed.fitter.result();
    const asimov = asimovData(observed.fitter, background.parameters);
    this.observed = observed;
    this.asimov = new Profile(model, asimov, 'background’s Asimov data');
    this.asimov.fitter.startAt(background.parameters);
    this.warnings = [
      ...asymptoticWarnings(model, asimov.counts),
      ...boundWarnings(
        'best fit',
        best.atBounds.filter((name) => name !== model.parameters[model.poi]?.name),
      ),
      ...boundWarnings('fit without signal', background.atBounds),
    ];
  }

  /** √q_μ of the data: eqs. (14) and (16) of arXiv:1007.1727, 0 where μ̂ > μ; and its slope in μ. */
  root(mu: number): { value: number; slope: number } {
    if (mu <= this.muHat) return { value: 0, slope: 0 };
    this.observed.at(mu);
    const value = Math.sqrt(Math.max(2 * (this.observed.value - this.minimum), 0));
    return { value, slope: value > 0 ? this.observed.slope / value : 0 };
  }

  /** √q_μ of the background's Asimov data, whose minimum lies at μ = 0 with half deviance 0. */
  rootAsimov(mu: number): { value: number; slope: number } {
    this.asimov.at(mu);
    const value = Math.sqrt(Math.max(2 * this.asimov.value, 0));
    return { value, slope: value > 0 ? this.asimov.slope / value : 0 };
  }
}

/**
 * Asymptotic test of signal strength μ: CLs of the data, and as expected from the background (A. L. Read, J. Phys. G 28
 * (2002) 2693; distributions of arXiv:1007.1727).
 *
 * @throws ConvergenceError where a fit did not reach its minimum
 */
export function hypotest(
  model: Model,
  data: Data,
  mu: number,
  { test = 'qtilde' }: { test?: TestStatistic } = {},
): HypothesisTest {
  if (!(mu >= 0 && mu < Infinity)) throw new DomainError('signal strength', mu, '[0, ∞)');
  const asymptotics = new Asymptotics(model, data);
  const [root, asimov] = [asymptotics.root(mu).value, asymptotics.rootAsimov(mu).value];
  const { CLs, CLsb, CLb } = pValues(test, root, asimov);
  return {
    CLsObserved: CLs,
    CLsExpected: fluctuations.map((k) => expectedCls(k, asimov)) as unknown as Bands,
    CLsb,
    CLb,
    q: root ** 2,
    qAsimov: asimov ** 2,
    muHat: asymptotics.muHat,
    warnings: [...asymptotics.warnings, ...testWarnings(model, test)],
  };
}

/** q_μ assumes that μ̂ may be negative. */
export function testWarnings(model: Model, test: TestStatistic): string[] {
  const poi = model.parameters[model.poi];
  if (test === 'qtilde' || poi === undefined || poi.min < 0) return [];
  return [`q assumes that ${poi.name} may be negative, but its lower bound is ${poi.min}: qtilde fits this model`];
}
