import { expectedBackground, type BinnedBackground } from '../experiment/background.ts';
import { equalBins, type Bin } from '../experiment/resolution.ts';
import { expectedSignal } from '../experiment/signal.ts';
import type { PhysicsConstants } from '../physics/constants.ts';
import { invisibleFraction } from '../physics/invisible.ts';
import { branchingRatio } from '../physics/signal.ts';
import type { ReachLimit, ReachPoint, ScenarioEvents } from '../results.ts';
import type { Scenario } from '../scenario.ts';
import {
  eventLimit,
  exactQuantiles,
  expectedLimits,
  limitOfCount,
  type ExpectedLimits,
  type Quantiles,
} from '../statistics/eventLimits.ts';
import { toyQuantiles } from '../statistics/toys.ts';
import { warningsOf } from './warnings.ts';

/** A scenario with all that does not depend on the mass worked out. */
export interface PreparedScenario {
  readonly scenario: Scenario;
  readonly constants: PhysicsConstants;
  readonly bins: readonly Bin[];
  /** Summed over the bins of the window. */
  readonly background: number;
  readonly observed: number | null;
  readonly events: ScenarioEvents;
  readonly warnings: readonly string[];
}

/** Expected and observed counts of a scenario's window, with their limits on signal events. */
export function prepare(scenario: Scenario, constants: PhysicsConstants): PreparedScenario {
  const bins = equalBins(scenario.window.minMeV, scenario.window.maxMeV, scenario.window.bins);
  const binned = expectedBackground(scenario, bins, constants);
  const background = sum(binned.total);
  const counts = scenario.observed?.counts ?? null;
  const observed = counts === null ? null : sum(counts);
  const events = eventsOf(scenario, binned, background, counts);
  return {
    scenario,
    constants,
    bins,
    background,
    observed,
    events,
    warnings: warningsOf(scenario, background, events),
  };
}

function eventsOf(
  { analysis }: Scenario,
  binned: BinnedBackground,
  background: number,
  observed: readonly number[] | null,
): ScenarioEvents {
  return {
    background: binned.total,
    byKind: binned.byKind,
    observed,
    medianLimit: eventLimit(analysis, background, exactQuantiles(background).median),
    observedLimit: observed === null ? null : eventLimit(analysis, background, sum(observed)),
  };
}

/** Largest coupling for which the theory is perturbative: g² < 4π. */
const largestCoupling = Math.sqrt(4 * Math.PI);

/** Below this selected share of the produced signal a limit would rest on the tails of the resolution alone. */
const leastSelected = 1e-6;

/** The limit on g at one mass; null with a reason where there is no sensitivity. */
export function reachAt(prepared: PreparedScenario, massMeV: number, progress: (fraction: number) => void): ReachPoint {
  const { scenario, constants, bins } = prepared;
  const signal = sum(expectedSignal(scenario, massMeV, bins, constants));
  const produced = branchingRatio(scenario.boson.kind, massMeV, constants).value;
  const point = { massMeV, signalEventsPerCoupling2: signal, branchingRatioPerCoupling2: produced };
  if (produced === 0) return { ...point, limit: null, reason: 'the decay is kinematically closed' };
  const selected =
    signal / (scenario.exposure.stoppedKaons * produced * invisibleFraction(scenario.boson, massMeV, constants));
  if (!(selected >= leastSelected))
    return { ...point, limit: null, reason: `less than ${String(leastSelected)} of the produced signal is selected` };
  const limit = couplings(eventLimits(prepared, massMeV, progress), signal);
  const largest = Math.max(limit.plus2, limit.asimov, limit.observed ?? 0);
  if (!(largest <= largestCoupling)) return { ...point, limit: null, reason: 'the limit lies beyond g = √(4π)' };
  return { ...point, limit };
}

function eventLimits(
  prepared: PreparedScenario,
  massMeV: number,
  progress: (fraction: number) => void,
): ExpectedLimits & { readonly observed: number | null } {
  const { scenario, background, observed } = prepared;
  const limit = limitOfCount(scenario.analysis, background);
  const expected = expectedLimits(limit, background, quantiles(prepared, massMeV, progress));
  return { observed: observed === null ? null : limit(observed), ...expected };
}

function quantiles(
  { scenario, background }: PreparedScenario,
  massMeV: number,
  progress: (fraction: number) => void,
): Quantiles {
  const { bands, toys, seed } = scenario.analysis;
  return bands === 'toys' ? toyQuantiles(background, toys, seed, massMeV, progress) : exactQuantiles(background);
}

/** g = √(s/S) with S the signal events at g = 1. */
function couplings(events: ExpectedLimits & { readonly observed: number | null }, signal: number): ReachLimit {
  const g = (s: number): number => Math.sqrt(s / signal);
  const { observed, asimov, median, minus2, minus1, plus1, plus2 } = events;
  return {
    observed: observed === null ? null : g(observed),
    asimov: g(asimov),
    median: g(median),
    minus2: g(minus2),
    minus1: g(minus1),
    plus1: g(plus1),
    plus2: g(plus2),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
