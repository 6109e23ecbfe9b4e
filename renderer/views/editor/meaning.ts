/** One line beside a value that says what it means; every number in it was computed by the backend. Typeset. */
import type { PresetInfo, Readout, ReachResult } from '../../../core/contract.ts';
import { couplingOf, symbolOf, type BosonKind } from '../../study/boson.ts';
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

/** “12.3 signal events at m_X = 50.0 MeV, g = 10⁻³”: the read-out's own numbers for this scenario. */
export function signalMeaning(readout: Readout | null, id: string, boson: BosonKind): string | undefined {
  const events = readout?.scenarios.find((scenario) => scenario.id === id)?.signalEvents;
  if (readout === null || events == null) return undefined;
  const { massMeV, coupling } = readout;
  return `${printRounded(events)} signal events at *m*_${symbolOf[boson]} = ${printRounded(massMeV)} MeV, ${couplingOf[boson]} = ${printRounded(coupling)}`;
}

export function total(bins: readonly number[]): number {
  return bins.reduce((sum, events) => sum + events, 0);
}
