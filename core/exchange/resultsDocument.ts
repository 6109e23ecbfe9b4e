import type { ConstantsSet, PresetInfo } from '../contract.ts';
import type { ReachPoint, ScenarioEvents } from '../results.ts';
import type { Scenario } from '../scenario.ts';
import { coreVersion, toyBlockSize } from '../version.ts';

/** One computed scenario of a study. */
export interface ComputedScenario {
  readonly scenario: Scenario;
  readonly preset: PresetInfo | null;
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
    /** What it stands on, and how well that is known. */
    readonly preset: Pick<PresetInfo, 'id' | 'label' | 'calibrated' | 'uncertainty'> | null;
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
  const scenarios = results.map(
    ({ scenario: { name, boson, analysis }, preset, events, points, notices, warnings }) => ({
      name,
      preset: preset === null ? null : presetSummary(preset),
      boson,
      analysis,
      events,
      points,
      warnings: [...notices, ...warnings],
    }),
  );
  return { study, scenarios, provenance: { coreVersion, constants, toyBlockSize } };
}

function presetSummary({
  id,
  label,
  calibrated,
  uncertainty,
}: PresetInfo): ResultsDocument['scenarios'][number]['preset'] {
  return { id, label, calibrated, uncertainty };
}
