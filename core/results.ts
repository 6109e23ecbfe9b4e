/** What the computations return: plain data, the same in every process and in results.json. */

/** Upper limits on the coupling g at one mass; expected ones for the background alone. */
export interface ReachLimit {
  /** null where the scenario has no observed counts. */
  readonly observed: number | null;
  /** With n replaced by the expected background: continuous, for scans. */
  readonly asimov: number;
  readonly median: number;
  readonly minus2: number;
  readonly minus1: number;
  readonly plus1: number;
  readonly plus2: number;
}

export interface ReachPoint {
  readonly massMeV: number;
  /** Sum over the bins at g = 1, after acceptance, resolution and invisible fraction. */
  readonly signalEventsPerCoupling2: number;
  /** BR(K⁺ → μ⁺ ν X) at g = 1, production only. */
  readonly branchingRatioPerCoupling2: number;
  readonly limit: ReachLimit | null;
  /** Why there is no limit. */
  readonly reason?: string;
}

/** Upper limit on the number of signal events, and the coverage it really has. */
export interface EventLimit {
  readonly signalEvents: number;
  /** Probability that the limit lies above the true signal, were the limit itself the truth. */
  readonly coverage: number;
}

export interface ScenarioEvents {
  /** Expected events in the window, per bin. */
  readonly background: readonly number[];
  /** The same by kind of background. */
  readonly byKind: Readonly<Record<string, readonly number[]>>;
  /** Counts per bin, or null where the scenario has none. */
  readonly observed: readonly number[] | null;
  /** Limit on signal events for the median expected count. */
  readonly medianLimit: EventLimit;
  /** Limit on signal events for the observed count. */
  readonly observedLimit: EventLimit | null;
}

/** Signal over background per bin of reconstructed muon momentum. */
export interface Spectrum {
  readonly massMeV: number;
  readonly coupling: number;
  readonly windowMeV: readonly [number, number];
  readonly bins: readonly {
    readonly minMeV: number;
    readonly maxMeV: number;
    readonly signal: number;
    readonly background: number;
    readonly byKind: Readonly<Record<string, number>>;
    /** Signal acceptance (low, central, high) at the bin's middle. */
    readonly acceptance: { readonly low: number; readonly central: number; readonly high: number };
  }[];
  /** Within the window. */
  readonly signalInWindow: number;
  readonly backgroundInWindow: number;
}

/** Couplings for which δa_μ lies within the input's ±1σ and ±2σ; null where there is no such edge. */
export interface GMinus2Band {
  readonly input: string;
  readonly points: readonly {
    readonly massMeV: number;
    readonly central: number | null;
    readonly low1: number | null;
    readonly high1: number | null;
    readonly low2: number | null;
    readonly high2: number | null;
  }[];
}

/** One published number and what the product makes of it. */
export interface ValidationRow {
  readonly id: string;
  readonly source: string;
  readonly published: string;
  readonly computed: string;
  readonly kind: 'prediction' | 'calibration' | 'disagreement';
  readonly verdict: 'agrees' | 'fails' | 'calibrated' | 'explained';
  readonly comment: string;
}
