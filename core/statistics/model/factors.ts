/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the arrays' own lengths */
import { curvature, exponential, polynomial, type Jet } from './interpolation.ts';
import { factorKinds, factorStride, type Model } from './model.ts';

/**
 * The factors κ of every entry and the interpolated shapes at a point, with their derivatives.
 *
 * κ = ∏ vᵢ. Its derivatives need products with one or two vᵢ left out; they are taken from ratios vᵢ′/vᵢ and the
 * product of all vᵢ ≠ 0, so that a factor of zero (no signal) costs nothing and divides nothing.
 */
export class Factors {
  /** By entry: κ, the product of the factors that are not zero, and how many are. */
  readonly kappa: Float64Array;
  readonly rest: Float64Array;
  readonly zeros: Int32Array;
  /** By factor: v′/v and v″/v (v′ and v″ where v = 0), whether v = 0, and ∂κ/∂θ. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly zero: Uint8Array;
  readonly slope: Float64Array;
  /** By shape: α, y(α), y′, y″. */
  readonly alpha: Float64Array;
  readonly y: Float64Array;
  readonly y1: Float64Array;
  readonly y2: Float64Array;
  private readonly model: Model;
  private readonly jet: Jet = { value: 0, first: 0, second: 0 };

  constructor(model: Model) {
    const [entries, factors, shapes] = [
      model.entryBins.length,
      model.factorParameter.length,
      model.shapeParameter.length,
    ];
    this.model = model;
    this.kappa = new Float64Array(entries);
    this.rest = new Float64Array(entries);
    this.zeros = new Int32Array(entries);
    this.first = new Float64Array(factors);
    this.second = new Float64Array(factors);
    this.zero = new Uint8Array(factors);
    this.slope = new Float64Array(factors);
    this.alpha = new Float64Array(shapes);
    this.y = new Float64Array(shapes);
    this.y1 = new Float64Array(shapes);
    this.y2 = new Float64Array(shapes);
  }

  /** @param right by parameter: which of the two slopes to take on the kink at α = 0 */
  set(x: Float64Array, right: Uint8Array): void {
    const { model, jet } = this;
    for (let e = 0; e < this.kappa.length; e++) this.setEntry(e, x, right);
    for (let h = 0; h < this.alpha.length; h++) {
      const p = model.shapeParameter[h]!;
      this.alpha[h] = x[p]!;
      curvature(x[p]!, model.shapeSmooth[h] === 1, right[p] === 1, jet);
      this.y[h] = jet.value;
      this.y1[h] = jet.first;
      this.y2[h] = jet.second;
    }
  }

  private setEntry(e: number, x: Float64Array, right: Uint8Array): void {
    const from = this.model.entryFactors[e]!;
    const to = this.model.entryFactors[e + 1]!;
    let rest = 1;
    let zeros = 0;
    for (let f = from; f < to; f++) {
      const value = this.setFactor(f, x, right);
      if (value === 0) zeros++;
      else rest *= value;
    }
    this.rest[e] = rest;
    this.zeros[e] = zeros;
    this.kappa[e] = zeros === 0 ? rest : 0;
    for (let f = from; f < to; f++) this.slope[f] = zeros === this.zero[f]! ? rest * this.first[f]! : 0;
  }

  private setFactor(f: number, x: Float64Array, right: Uint8Array): number {
    const { model, jet } = this;
    const p = model.factorParameter[f]!;
    const value = x[p]!;
    const kind = model.factorKind[f]!;
    if (kind === factorKinds.linear) {
      this.zero[f] = value === 0 ? 1 : 0;
      this.first[f] = value === 0 ? 1 : 1 / value;
      this.second[f] = 0;
      return value;
    }
    const constants = model.factorConstants;
    const at = f * factorStride;
    if (kind === factorKinds.polynomial && Math.abs(value) < 1) polynomial(value, constants, at + 2, jet);
    else exponential(value, value > 0 || (value === 0 && right[p] === 1), constants[at]!, constants[at + 1]!, jet);
    this.first[f] = jet.first / jet.value;
    this.second[f] = jet.second / jet.value;
    return jet.value;
  }

  /** ∂²κ/∂θ_f∂θ_g of two factors of one entry. */
  mixed(e: number, f: number, g: number): number {
    if (f === g) return this.zeros[e] === this.zero[f]! ? this.rest[e]! * this.second[f]! : 0;
    return this.zeros[e] === this.zero[f]! + this.zero[g]! ? this.rest[e]! * this.first[f]! * this.first[g]! : 0;
  }
}
