import type { ConstantsSet } from '../contract.ts';
import type { ReachPoint, ScenarioEvents } from '../results.ts';
import type { Scenario } from '../scenario.ts';
import { coreVersion, toyBlockSize } from '../version.ts';

/** One computed scenario of a study. */
export interface ComputedScenario {
  readonly scenario: Scenario;
  readonly notices: readonly string[];
  readonly events: ScenarioEvents;
  readonly points: readonly ReachPoint[];
  readonly warnings: readonly string[];
}

/** results.json: everything computed, with what it was computed by; no times and no paths, so it is the same bytes again. */
export interface ResultsDocument {
  readonly study: string;
  readonly scenarios: readonly {
    readonly name: string;
    readonly boson: Scenario['boson'];
    readonly analysis: Scenario['analysis'];
    readonly events: ScenarioEvents;
    readonly points: readonly ReachPoint[];
    readonly warnings: readonly string[];
  }[];
  readonly provenance: {
    readonly coreVersion: string;
    readonly constants: ConstantsSet;
    readonly toyBlockSize: number;
  };
}

export function resultsDocument(
  study: string,
  constants: ConstantsSet,
  results: readonly ComputedScenario[],
): ResultsDocument {
  const scenarios = results.map(({ scenario: { name, boson, analysis }, events, points, notices, warnings }) => ({
    name,
    boson,
    analysis,
    events,
    points,
    warnings: [...notices, ...warnings],
  }));
  return { study, scenarios, provenance: { coreVersion, constants, toyBlockSize } };
}
