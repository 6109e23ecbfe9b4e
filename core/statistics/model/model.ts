import type { Parameter } from './parameters.ts';

/**
 * A binned likelihood in flat arrays, ready to be evaluated:
 *
 *   ∏_b Pois(n_b | ν_b) × ∏ constraints,   ν_b = Σ_e κ_e(θ) [N_eb + Σ_h (α_h S_hb + y(α_h) A_hb)] ∏ γ
 *
 * (HistFactory, CERN-OPEN-2012-016, eq. (1)–(3)). An *entry* e is one sample in one *region*, a run of bins over which
 * its factors κ are the same: a channel, or one bin of it where a shapefactor gives each bin a factor of its own.
 * *Global* parameters may act anywhere; *local* ones (γ of staterror and shapesys) act in one bin only.
 */
export interface Model {
  /** Global parameters first, then the local ones in the order of their bins. */
  readonly parameters: readonly Parameter[];
  readonly globals: number;
  /** Index of the parameter of interest, a global one. */
  readonly poi: number;
  readonly bins: number;
  /** `channel[i]`, for messages. */
  readonly binNames: readonly string[];
  /** First bin and first entry of each region, and one past the last. */
  readonly regionBins: Int32Array;
  readonly regionEntries: Int32Array;
  /** Global parameters that act in each region, in rising order. */
  readonly regionParameters: readonly Int32Array[];
  /** Where each entry's bins begin in `nominal` and `mask`. */
  readonly entryBins: Int32Array;
  readonly nominal: Float64Array;
  /** Bit l is set where the bin's l-th local parameter multiplies the entry. */
  readonly mask: Int32Array;
  /** First factor of each entry; parameter, kind and constants (see `factorKinds`) of each factor. */
  readonly entryFactors: Int32Array;
  readonly factorParameter: Int32Array;
  readonly factorKind: Uint8Array;
  readonly factorConstants: Float64Array;
  /** First shape of each entry; parameter, interpolation and first bin in S and A of each shape. */
  readonly entryShapes: Int32Array;
  readonly shapeParameter: Int32Array;
  readonly shapeSmooth: Uint8Array;
  readonly shapeBins: Int32Array;
  readonly shapeS: Float64Array;
  readonly shapeA: Float64Array;
  /** By global parameter: whether the expectation has a kink at α = 0 (codes 0 and 1). */
  readonly kinked: Uint8Array;
  /** First local parameter of each bin, counted from the first local one. */
  readonly binLocals: Int32Array;
  /** Constraint kind (see `constraintKinds`) and 1/σ² or the factor τ, by parameter. */
  readonly constraintKind: Uint8Array;
  readonly constraintScale: Float64Array;
}

/** linear: θ itself. exponential: code 1. polynomial: code 4. Constants: ln hi, ln lo, a₁…a₆. */
export const factorKinds = { linear: 0, exponential: 1, polynomial: 2 } as const;
export const factorStride = 8;
export const constraintKinds = { none: 0, normal: 1, poisson: 2 } as const;
/** Local parameters of one bin are bits of a mask. */
export const maxLocals = 30;

/** Observed counts per bin, and auxiliary data by parameter (0 where a parameter has none). */
export interface Data {
  readonly counts: Float64Array;
  readonly auxiliary: Float64Array;
}

/** The auxiliary data that the model was built with. */
export function nominalAuxiliary(model: Model): Float64Array {
  return Float64Array.from(model.parameters, ({ constraint }) =>
    constraint.kind === 'none' ? 0 : constraint.auxiliary,
  );
}
