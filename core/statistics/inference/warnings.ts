import type { Model } from '../model/model.ts';

/** Fewer expected events than this, and the asymptotic distributions of arXiv:1007.1727 are off by more than a few per cent. */
const few = 5;

/** Expected events in the bins that the parameter of interest reaches. */
export function eventsUnderSignal(model: Model, expected: Float64Array): number {
  let events = 0;
  model.regionParameters.forEach((used, r) => {
    if (!used.includes(model.poi)) return;
    for (let b = model.regionBins[r] ?? 0; b < (model.regionBins[r + 1] ?? 0); b++) events += expected[b] ?? 0;
  });
  return events;
}

/** Where too few events are expected for asymptotic formulas. */
export function asymptoticWarnings(model: Model, expected: Float64Array): string[] {
  const events = eventsUnderSignal(model, expected);
  if (events >= few) return [];
  return [
    `only ${events.toPrecision(3)} background events are expected where there is signal: asymptotic formulas are unsafe below about ${few}; use toys or, for one bin, an exact method`,
  ];
}

/** Where a fit ended on a bound. */
export function boundWarnings(what: string, atBounds: readonly string[]): string[] {
  return atBounds.length === 0 ? [] : [`${what}: ${atBounds.join(', ')} on a bound`];
}
