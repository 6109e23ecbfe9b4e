/** One line beside a value that says what it means; every number in it was computed by the backend. Typeset. */
import type { PresetInfo, ReachResult } from '../../../core/contract.ts';
import { printPercent, printRounded } from '../../words/print.ts';

/** “= 10 × E949” */
export function exposureMeaning(stoppedKaons: number, presets: readonly PresetInfo[]): string | undefined {
  const e949 = presets.find(({ id }) => id.startsWith('e949@'));
  if (e949 === undefined) return undefined;
  return `= ${factor(stoppedKaons / e949.scenario.exposure.stoppedKaons)} × E949`;
}

function factor(ratio: number): string {
  return Math.abs(ratio - 1) < 1e-9
    ? '1'
    : String(Number(ratio.toPrecision(3))).includes('e')
      ? printRounded(ratio)
      : String(Number(ratio.toPrecision(3)));
}

/** “315 background events in the window” */
export function backgroundMeaning(result: ReachResult | null): string | undefined {
  if (result === null) return undefined;
  return `${printRounded(total(result.events.background))} background events in the window`;
}

/** “limit 351 events, coverage 97.3%” */
export function limitMeaning(result: ReachResult | null): string | undefined {
  if (result === null) return undefined;
  const { signalEvents, coverage } = result.events.medianLimit;
  return `expected limit ${printRounded(signalEvents)} events, coverage ${printPercent(coverage)}`;
}

/** “N_s = 12.3 at m = 50 MeV, g = 10⁻³” */
export function signalMeaning(result: ReachResult | null, massMeV: number, coupling: number): string | undefined {
  const points = result?.points ?? [];
  const nearest = points.toSorted((a, b) => Math.abs(a.massMeV - massMeV) - Math.abs(b.massMeV - massMeV))[0];
  if (nearest === undefined) return undefined;
  const events = nearest.signalEventsPerCoupling2 * coupling ** 2;
  return `${printRounded(events)} signal events at *m*_X = ${printRounded(nearest.massMeV)} MeV, *g* = ${printRounded(coupling, 1)}`;
}

export function total(bins: readonly number[]): number {
  return bins.reduce((sum, events) => sum + events, 0);
}
