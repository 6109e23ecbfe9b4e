/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the arrays' own lengths */
import { Factors } from './factors.ts';
import { forward } from '../../numerics/cholesky.ts';
import { JointFit } from './jointFit.ts';
import { bestGamma } from './localFit.ts';
import { constraintKinds, factorKinds, factorStride, type Data, type Model } from './model.ts';

/**
 * Half the deviance −ln(L/L_saturated) as a function of the global parameters alone, minimised over the local ones
 * bin by bin, with its gradient and Hessian.
 *
 * Since the local γ of a bin sit at their minimum, ∂/∂φ needs no ∂γ/∂φ, and the Hessian is the Schur complement
 * H_φφ − H_φγ H_γγ⁻¹ H_γφ, whose γ block is one small block per bin: cost grows linearly with the bins. Constants are
 * chosen so that the value is 0 where expectation and data agree everywhere, which keeps its differences exact.
 *
 * Longer than other files, because its steps share buffers and nothing may be allocated between them.
 */
export class Likelihood {
  readonly model: Model;
  value = 0;
  /** By global parameter; on a kink the slope of the side that `right` asks for. */
  readonly gradient: Float64Array;
  /** Lower triangle, rows of `model.globals`. */
  readonly hessian: Float64Array;
  /** Right slope minus left slope where α = 0 is a kink, else 0. */
  readonly jump: Float64Array;
  readonly right: Uint8Array;
  /** Local parameters at their minimum, and the expected events per bin. */
  readonly gamma: Float64Array;
  readonly expected: Float64Array;
  /** False where a bin's γ did not settle at the last evaluation. */
  converged = true;

  private readonly factors: Factors;
  private readonly joint: JointFit;
  private data: Data;
  /** By entry: yield without κ in the present bin, and Σ_b u c T. */
  private readonly shape: Float64Array;
  private readonly pull: Float64Array;
  /** By shape: Σ_b u c (S + y′A) and Σ_b u c A. */
  private readonly shapePull: Float64Array;
  private readonly bendPull: Float64Array;
  /** By global parameter: ∂ν_b/∂φ, and for each slot ∂²ν_b/∂φ∂γ. */
  private readonly nuSlope: Float64Array;
  private readonly mixed: Float64Array;
  /** By local parameter. */
  private readonly gammaInit: Float64Array;
  private readonly gammaMin: Float64Array;
  private readonly gammaMax: Float64Array;
  private readonly gammaFixed: Uint8Array;
  private readonly column = new Float64Array(32);

  constructor(model: Model, data: Data) {
    const { globals } = model;
    const entries = model.entryBins.length;
    this.model = model;
    this.data = data;
    this.gradient = new Float64Array(globals);
    this.hessian = new Float64Array(globals * globals);
    this.jump = new Float64Array(globals);
    this.right = new Uint8Array(globals).fill(1);
    const locals = model.parameters.slice(globals);
    this.gamma = Float64Array.from(locals, ({ init }) => init);
    this.gammaInit = this.gamma.slice();
    this.gammaMin = Float64Array.from(locals, ({ min }) => min);
    this.gammaMax = Float64Array.from(locals, ({ max }) => max);
    this.gammaFixed = Uint8Array.from(locals, ({ fixed }) => (fixed ? 1 : 0));
    this.expected = new Float64Array(model.bins);
    this.factors = new Factors(model);
    this.joint = new JointFit(model, entries);
    this.shape = new Float64Array(entries);
    this.pull = new Float64Array(entries);
    this.shapePull = new Float64Array(model.shapeParameter.length);
    this.bendPull = new Float64Array(model.shapeParameter.length);
    this.nuSlope = new Float64Array(globals);
    this.mixed = new Float64Array(globals * 32);
  }

  setData(data: Data): void {
    this.data = data;
  }

  /** Evaluates at global parameters x; Infinity where the data are impossible there. */
  evaluate(x: Float64Array): number {
    const { model } = this;
    this.value = 0;
    this.converged = true;
    this.factors.set(x, this.right);
    zero(this.gradient);
    zero(this.hessian);
    zero(this.jump);
    zero(this.pull);
    zero(this.shapePull);
    zero(this.bendPull);
    this.constrain(x);
    for (let r = 0; r < model.regionParameters.length; r++) {
      const from = model.regionBins[r]!;
      const to = model.regionBins[r + 1]!;
      for (let b = from; b < to; b++) {
        this.bin(r, b, b - from);
        if (this.value === Infinity) return Infinity;
      }
    }
    for (let e = 0; e < model.entryBins.length; e++) this.chain(e, x);
    return this.value;
  }

  private constrain(x: Float64Array): void {
    const { model, data } = this;
    for (let p = 0; p < model.globals; p++) {
      if (model.constraintKind[p] !== constraintKinds.normal) continue;
      const scale = model.constraintScale[p]!;
      const distance = x[p]! - data.auxiliary[p]!;
      this.value += (scale * distance * distance) / 2;
      this.gradient[p]! += scale * distance;
      this.hessian[p * model.globals + p]! += scale;
    }
  }

  /** One bin: yields, its γ, its part of the value, and its part of the derivatives. */
  private bin(region: number, b: number, i: number): void {
    const { model, factors, shape } = this;
    const from = model.regionEntries[region]!;
    const to = model.regionEntries[region + 1]!;
    const locals = model.binLocals[b + 1]! - model.binLocals[b]!;
    let plain = 0;
    let scaled = 0;
    for (let e = from; e < to; e++) {
      const at = model.entryBins[e]! + i;
      let t = model.nominal[at]!;
      for (let h = model.entryShapes[e]!; h < model.entryShapes[e + 1]!; h++) {
        const k = model.shapeBins[h]! + i;
        t += factors.alpha[h]! * model.shapeS[k]! + factors.y[h]! * model.shapeA[k]!;
      }
      shape[e] = t;
      if (locals <= 1 && model.mask[at] === 0) plain += factors.kappa[e]! * t;
      else scaled += factors.kappa[e]! * t;
    }
    if (locals === 0) this.withoutLocals(region, b, i, plain);
    else if (locals === 1) this.withOneLocal(region, b, i, plain, scaled);
    else this.withLocals(region, b, i, locals);
  }

  private withoutLocals(region: number, b: number, i: number, nu: number): void {
    const n = this.data.counts[b]!;
    if (!this.addPoisson(b, n, nu)) return;
    this.slopes(region, i, n > 0 ? 1 - n / nu : 1, 1, 0);
    if (n > 0) this.addSquare(region, n / (nu * nu), this.nuSlope, 0);
  }

  private withOneLocal(region: number, b: number, i: number, plain: number, scaled: number): void {
    const { model, data } = this;
    const l = model.binLocals[b]!;
    const p = model.globals + l;
    const fixed = this.gammaFixed[l] === 1;
    const init = this.gammaInit[l]!;
    const min = this.gammaMin[l]!;
    const max = this.gammaMax[l]!;
    const n = data.counts[b]!;
    const a = data.auxiliary[p]!;
    const scale = model.constraintScale[p]!;
    const kind = model.constraintKind[p]!;
    const best = fixed ? init : bestGamma(kind, plain, scaled, n, a, scale, init);
    const gamma = best < min ? min : best > max ? max : best;
    this.gamma[l] = gamma;
    const nu = plain + scaled * gamma;
    if (!this.addPoisson(b, n, nu)) return;
    this.addConstraint(kind, gamma, a, scale);
    const u = n > 0 ? 1 - n / nu : 1;
    const w = n > 0 ? n / (nu * nu) : 0;
    this.slopes(region, i, u, gamma, 1);
    const curvature = w * scaled * scaled + (kind === constraintKinds.normal ? scale : a / (gamma * gamma));
    const moves = !fixed && gamma === best && curvature > 0;
    this.addSquares(region, w, u, w * scaled, moves ? 1 / curvature : 0);
  }

  /** w ν′ν′ᵀ − h hᵀ/curvature with h = ∂²/∂φ∂γ = w B ν′ + u ∂²ν/∂φ∂γ: the Hessian of a bin whose one γ follows. */
  private addSquares(region: number, w: number, u: number, wScaled: number, perCurvature: number): void {
    const { hessian, nuSlope, mixed } = this;
    const { globals } = this.model;
    const used = this.model.regionParameters[region]!;
    for (let i = 0; i < used.length; i++) {
      const p = used[i]!;
      const slope = nuSlope[p]!;
      const h = wScaled * slope + u * mixed[p]!;
      mixed[p] = h;
      const first = w * slope;
      const second = perCurvature * h;
      const row = p * globals;
      for (let j = 0; j <= i; j++) {
        const q = used[j]!;
        hessian[row + q]! += first * nuSlope[q]! - second * mixed[q]!;
      }
    }
  }

  private withLocals(region: number, b: number, i: number, locals: number): void {
    const { model, data, joint, gamma } = this;
    const [from, to] = [model.regionEntries[region]!, model.regionEntries[region + 1]!];
    const first = model.binLocals[b]!;
    for (let e = from; e < to; e++) {
      joint.yields[e - from] = this.factors.kappa[e]! * this.shape[e]!;
      joint.masks[e - from] = model.mask[model.entryBins[e]! + i]!;
    }
    for (let l = 0; l < locals; l++) joint.gamma[l] = gamma[first + l]!;
    const n = data.counts[b]!;
    if (!joint.solve(model.globals + first, locals, to - from, n, data)) this.converged = false;
    for (let l = 0; l < locals; l++) gamma[first + l] = joint.gamma[l]!;
    if (!this.addPoisson(b, n, joint.nu)) return;
    for (let l = 0; l < locals; l++) {
      const p = model.globals + first + l;
      this.addConstraint(model.constraintKind[p]!, joint.gamma[l]!, data.auxiliary[p]!, model.constraintScale[p]!);
    }
    const u = n > 0 ? 1 - n / joint.nu : 1;
    const w = n > 0 ? n / (joint.nu * joint.nu) : 0;
    this.slopes(region, i, u, 0, locals);
    this.addSquare(region, w, this.nuSlope, 0);
    this.eliminate(region, u, w, locals);
  }

  /** Schur complement of several γ: H_φγ L⁻ᵀ, column by column, is subtracted as squares. */
  private eliminate(region: number, u: number, w: number, locals: number): void {
    const { model, joint, mixed, nuSlope, column } = this;
    const { globals } = model;
    for (const p of model.regionParameters[region]!) {
      for (let l = 0; l < locals; l++)
        column[l] = joint.free[l] === 1 ? w * joint.slope[l]! * nuSlope[p]! + u * mixed[l * globals + p]! : 0;
      forward(joint.factor, column, locals);
      for (let l = 0; l < locals; l++) mixed[l * globals + p] = column[l]!;
    }
    for (let l = 0; l < locals; l++) this.addSquare(region, -1, mixed, l * globals);
  }

  /** Adds ν − n − n ln(ν/n); false (and an infinite value) where the count is impossible. */
  private addPoisson(b: number, n: number, nu: number): boolean {
    this.expected[b] = nu;
    if (!(nu > 0 || (nu === 0 && n === 0))) {
      this.value = Infinity;
      return false;
    }
    this.value += n > 0 ? nu - n - n * Math.log(nu / n) : nu;
    return true;
  }

  private addConstraint(kind: number, gamma: number, auxiliary: number, scale: number): void {
    if (kind === constraintKinds.normal) this.value += (scale * (gamma - auxiliary) * (gamma - auxiliary)) / 2;
    else {
      const mean = scale * gamma;
      this.value += auxiliary > 0 ? mean - auxiliary - auxiliary * Math.log(mean / auxiliary) : mean;
    }
  }

  /**
   * ∂ν/∂φ and ∂²ν/∂φ∂γ of one bin, and the sums over bins that `chain` turns into gradient and Hessian.
   *
   * @param u ∂(half deviance)/∂ν
   * @param gamma the bin's γ where there is one
   */
  private slopes(region: number, i: number, u: number, gamma: number, locals: number): void {
    const { model, factors, nuSlope, mixed, joint } = this;
    const { globals } = model;
    const used = model.regionParameters[region]!;
    for (let j = 0; j < used.length; j++) {
      const p = used[j]!;
      nuSlope[p] = 0;
      for (let l = 0; l < locals; l++) mixed[l * globals + p] = 0;
    }
    for (let e = model.regionEntries[region]!; e < model.regionEntries[region + 1]!; e++) {
      const at = model.entryBins[e]! + i;
      const mask = locals === 0 ? 0 : model.mask[at]!;
      const c = mask === 0 ? 1 : locals === 1 ? gamma : joint.product(mask);
      const t = this.shape[e]!;
      this.pull[e]! += u * c * t;
      for (let f = model.entryFactors[e]!; f < model.entryFactors[e + 1]!; f++)
        this.addSlope(model.factorParameter[f]!, factors.slope[f]! * t, c, mask, locals);
      for (let h = model.entryShapes[e]!; h < model.entryShapes[e + 1]!; h++) {
        const k = model.shapeBins[h]! + i;
        const bend = model.shapeA[k]!;
        const slope = model.shapeS[k]! + factors.y1[h]! * bend;
        this.shapePull[h]! += u * c * slope;
        this.bendPull[h]! += u * c * bend;
        this.addSlope(model.shapeParameter[h]!, factors.kappa[e]! * slope, c, mask, locals);
      }
    }
  }

  private addSlope(p: number, slope: number, c: number, mask: number, locals: number): void {
    const { nuSlope, mixed, joint } = this;
    nuSlope[p]! += c * slope;
    if (mask === 0) return;
    if (locals === 1) mixed[p]! += slope;
    else
      for (let l = 0; l < locals; l++)
        if (((mask >> l) & 1) === 1) mixed[l * this.model.globals + p]! += slope * joint.product(mask & ~(1 << l));
  }

  private addSquare(region: number, weight: number, v: Float64Array, offset: number): void {
    const { hessian } = this;
    const { globals } = this.model;
    const used = this.model.regionParameters[region]!;
    for (let i = 0; i < used.length; i++) {
      const p = used[i]!;
      const scaled = weight * v[offset + p]!;
      if (scaled === 0) continue;
      for (let j = 0; j <= i; j++) hessian[p * globals + used[j]!]! += scaled * v[offset + used[j]!]!;
    }
  }

  /** The chain rule of one entry: Σ_b ∂/∂ν_b times the first and second derivatives of κ and of the shapes. */
  private chain(e: number, x: Float64Array): void {
    const { model, factors, gradient } = this;
    const pull = this.pull[e]!;
    const f0 = model.entryFactors[e]!;
    const f1 = model.entryFactors[e + 1]!;
    const h0 = model.entryShapes[e]!;
    const h1 = model.entryShapes[e + 1]!;
    for (let f = f0; f < f1; f++) {
      const p = model.factorParameter[f]!;
      gradient[p]! += factors.slope[f]! * pull;
      for (let g = f0; g <= f; g++) this.addMixed(p, model.factorParameter[g]!, factors.mixed(e, f, g) * pull, f === g);
      for (let h = h0; h < h1; h++)
        this.addMixed(p, model.shapeParameter[h]!, factors.slope[f]! * this.shapePull[h]!, false);
      if (x[p] === 0 && model.factorKind[f] === factorKinds.exponential) {
        const at = f * factorStride;
        this.jump[p]! += factors.kappa[e]! * (model.factorConstants[at]! + model.factorConstants[at + 1]!) * pull;
      }
    }
    for (let h = h0; h < h1; h++) {
      const p = model.shapeParameter[h]!;
      gradient[p]! += factors.kappa[e]! * this.shapePull[h]!;
      this.addMixed(p, p, factors.kappa[e]! * factors.y2[h]! * this.bendPull[h]!, true);
      if (x[p] === 0 && model.shapeSmooth[h] === 0) this.jump[p]! += 16 * factors.kappa[e]! * this.bendPull[h]!;
    }
  }

  /** Adds to H_pq and H_qp; `once` for a term that belongs to the diagonal alone. */
  private addMixed(p: number, q: number, value: number, once: boolean): void {
    const { globals } = this.model;
    const at = p >= q ? p * globals + q : q * globals + p;
    this.hessian[at]! += p === q && !once ? 2 * value : value;
  }
}

/** `fill` costs more than the loop for arrays this short. */
function zero(array: Float64Array): void {
  for (let i = 0; i < array.length; i++) array[i] = 0;
}
