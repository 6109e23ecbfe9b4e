/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the arrays' own lengths */
import { constraintKinds, type Data, type Model } from '../model/model.ts';
import { PoissonTable } from './poissonTable.ts';

/** Fluctuates counts and auxiliary data about one point, into the same arrays each time. */
export class Sampler {
  readonly data: Data;
  private readonly model: Model;
  private readonly parameters: Float64Array;
  private readonly counts: readonly PoissonTable[];
  /** By parameter; null where its auxiliary data are not counts. */
  private readonly auxiliaryCounts: readonly (PoissonTable | null)[];
  private readonly width: Float64Array;
  private readonly uniform: () => number;
  private spare = NaN;

  /**
   * @param count draws a Poisson count of any mean
   * @param uniform draws from [0, 1), of the same stream
   */
  constructor(
    model: Model,
    { parameters, expected }: { readonly parameters: Float64Array; readonly expected: Float64Array },
    count: (mean: number) => number,
    uniform: () => number,
  ) {
    this.model = model;
    this.parameters = parameters;
    this.uniform = uniform;
    this.data = { counts: new Float64Array(model.bins), auxiliary: new Float64Array(model.parameters.length) };
    this.counts = Array.from(expected, (mean) => new PoissonTable(mean, count, uniform));
    this.auxiliaryCounts = Array.from(parameters, (x, p) =>
      model.constraintKind[p] === constraintKinds.poisson
        ? new PoissonTable(x * model.constraintScale[p]!, count, uniform)
        : null,
    );
    this.width = model.constraintScale.map((scale) => 1 / Math.sqrt(scale));
  }

  next(): void {
    const { counts, auxiliary } = this.data;
    for (let b = 0; b < counts.length; b++) counts[b] = this.counts[b]!.draw();
    for (let p = 0; p < auxiliary.length; p++) {
      const kind = this.model.constraintKind[p]!;
      if (kind === constraintKinds.normal) auxiliary[p] = this.parameters[p]! + this.normal() * this.width[p]!;
      else if (kind === constraintKinds.poisson) auxiliary[p] = this.auxiliaryCounts[p]!.draw();
    }
  }

  /** Standard normal by Box & Muller, Ann. Math. Stat. 29 (1958) 610. */
  private normal(): number {
    if (!Number.isNaN(this.spare)) {
      const spare = this.spare;
      this.spare = NaN;
      return spare;
    }
    const radius = Math.sqrt(-2 * Math.log1p(-this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }
}
