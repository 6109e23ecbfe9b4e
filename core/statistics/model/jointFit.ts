/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the arrays' own lengths */
import { factorise, solveInPlace } from '../../numerics/cholesky.ts';
import { bestGamma } from './localFit.ts';
import { constraintKinds, maxLocals, type Data, type Model } from './model.ts';

/** A Newton step that promises less is the last. */
const settled = 1e-10;

/**
 * The γ of one bin where several act: damped Newton steps on all of them, and where a step does not descend, the
 * exact minimum in one after the other. Buffers are reused from bin to bin, and γ start where they were last.
 */
export class JointFit {
  /** The bin's γ by slot, 1 where one is inside its bounds, and ∂ν/∂γ. */
  readonly gamma = new Float64Array(maxLocals);
  readonly free = new Uint8Array(maxLocals);
  readonly slope = new Float64Array(maxLocals);
  /** Cholesky factor of the second derivatives in γ, rows of `count`; a bound γ has a row of the unit matrix. */
  readonly factor = new Float64Array(maxLocals * maxLocals);
  /** Samples' yields before γ, and which γ multiply them. */
  yields = new Float64Array(0);
  masks = new Int32Array(0);
  count = 0;
  nu = 0;
  private readonly model: Model;
  private readonly step = new Float64Array(maxLocals);
  private readonly tried = new Float64Array(maxLocals);
  private samples = 0;
  private first = 0;
  private n = 0;
  private data: Data = { counts: new Float64Array(0), auxiliary: new Float64Array(0) };

  constructor(model: Model, entries: number) {
    this.model = model;
    this.yields = new Float64Array(entries);
    this.masks = new Int32Array(entries);
  }

  /** Product of the γ in `mask`. */
  product(mask: number): number {
    let product = 1;
    for (let bits = mask, l = 0; bits !== 0; bits >>>= 1, l++) if ((bits & 1) === 1) product *= this.gamma[l]!;
    return product;
  }

  /** Minimises over the `count` γ from parameter `first` on, with `samples` yields filled in; starts at `gamma`.
   *
   * @returns whether the minimum was reached
   */
  solve(first: number, count: number, samples: number, n: number, data: Data): boolean {
    this.first = first;
    this.count = count;
    this.samples = samples;
    this.n = n;
    this.data = data;
    let value = this.value();
    for (let round = 0; round < 60; round++) {
      const distance = this.newton();
      if (distance < settled) {
        // Whether so small a step descends is beyond rounding; it is quadratically small, and the last.
        this.move();
        this.value();
        this.newton();
        return true;
      }
      const next = this.tryStep(value);
      value = next < value ? next : this.sweep();
    }
    return false;
  }

  /** Half deviance of the bin and its constraints, constants left out. */
  private value(): number {
    const { model, data, first, n } = this;
    let nu = 0;
    for (let e = 0; e < this.samples; e++) nu += this.yields[e]! * this.product(this.masks[e]!);
    this.nu = nu;
    if (nu < 0 || (nu === 0 && n > 0)) return Infinity;
    let value = n > 0 ? nu - n * Math.log(nu) : nu;
    for (let l = 0; l < this.count; l++) {
      const [g, a, s] = [this.gamma[l]!, data.auxiliary[first + l]!, model.constraintScale[first + l]!];
      if (model.constraintKind[first + l] === constraintKinds.normal) value += (s * (g - a) ** 2) / 2;
      else value += s * g - (a > 0 ? a * Math.log(g) : 0);
    }
    return value;
  }

  /** Newton's step and the decrease it predicts; fills slope, free and factor at the present γ. */
  private newton(): number {
    const { model, data, first, count, n, nu, step } = this;
    const u = n > 0 ? 1 - n / nu : 1;
    const w = n > 0 ? n / (nu * nu) : 0;
    this.mixedDerivatives(u, w);
    let flat = true;
    for (let l = 0; l < count; l++) {
      const p = first + l;
      const { min, max, fixed } = model.parameters[p]!;
      const [g, a, s] = [this.gamma[l]!, data.auxiliary[p]!, model.constraintScale[p]!];
      const normal = model.constraintKind[p] === constraintKinds.normal;
      const gradient = u * this.slope[l]! + (normal ? s * (g - a) : s - a / g);
      const bound = fixed || (g <= min && gradient >= 0) || (g >= max && gradient <= 0);
      this.free[l] = bound ? 0 : 1;
      step[l] = bound ? 0 : -gradient;
      this.factor[l * count + l]! += normal ? s : a / (g * g);
      if (bound) this.unitRow(l);
      else flat = false;
    }
    if (flat) return 0;
    return this.decrease();
  }

  private mixedDerivatives(u: number, w: number): void {
    const { count, factor, slope } = this;
    factor.fill(0, 0, count * count);
    slope.fill(0, 0, count);
    for (let e = 0; e < this.samples; e++) {
      const mask = this.masks[e]!;
      for (let l = 0; l < count; l++) {
        if (((mask >> l) & 1) === 0) continue;
        slope[l]! += this.yields[e]! * this.product(mask & ~(1 << l));
        for (let k = 0; k < l; k++)
          if (((mask >> k) & 1) === 1)
            factor[l * count + k]! += u * this.yields[e]! * this.product(mask & ~(1 << l) & ~(1 << k));
      }
    }
    for (let l = 0; l < count; l++) for (let k = 0; k <= l; k++) factor[l * count + k]! += w * slope[l]! * slope[k]!;
  }

  private unitRow(l: number): void {
    for (let k = 0; k < this.count; k++) {
      if (k < l) this.factor[l * this.count + k] = 0;
      else this.factor[k * this.count + l] = 0;
    }
    this.factor[l * this.count + l] = 1;
  }

  /** Turns the negative gradient in `step` into Newton's step. */
  private decrease(): number {
    const { count, step, tried } = this;
    for (let l = 0; l < count; l++) tried[l] = step[l]!;
    if (!factorise(this.factor, count)) return Infinity;
    solveInPlace(this.factor, step, count);
    let decrease = 0;
    for (let l = 0; l < count; l++) decrease += (tried[l]! * step[l]!) / 2;
    return decrease;
  }

  /** Moves γ by the step, inside the bounds; `tried` keeps where it was. */
  private move(): void {
    const { first, count, gamma, step, tried, model } = this;
    for (let l = 0; l < count; l++) {
      tried[l] = gamma[l]!;
      const { min, max } = model.parameters[first + l]!;
      gamma[l] = Math.min(Math.max(gamma[l]! + step[l]!, min), max);
    }
  }

  private tryStep(value: number): number {
    const { count, gamma, tried } = this;
    this.move();
    const next = this.value();
    if (next < value) return next;
    for (let l = 0; l < count; l++) gamma[l] = tried[l]!;
    return Infinity;
  }

  /** Each γ in turn to its own minimum: always downhill. */
  private sweep(): number {
    const { model, data, first, count, gamma } = this;
    for (let l = 0; l < count; l++) {
      const p = first + l;
      const { min, max, fixed, init } = model.parameters[p]!;
      if (fixed) continue;
      let [a, b] = [0, 0];
      for (let e = 0; e < this.samples; e++) {
        const mask = this.masks[e]!;
        if (((mask >> l) & 1) === 1) b += this.yields[e]! * this.product(mask & ~(1 << l));
        else a += this.yields[e]! * this.product(mask);
      }
      const best = bestGamma(
        model.constraintKind[p]!,
        a,
        b,
        this.n,
        data.auxiliary[p]!,
        model.constraintScale[p]!,
        init,
      );
      gamma[l] = Math.min(Math.max(best, min), max);
    }
    return this.value();
  }
}
