import canonicalize from 'canonicalize';
import { printValue, type ErrorData } from '../errors.ts';
import { mergePatch, without, type JsonObject } from '../merge.ts';
import type { PresetInfo } from '../contract.ts';
import { scenarioSchema, type Scenario, type ScenarioFile } from '../scenario.ts';
import { issuesToErrors } from './issues.ts';

/** Finds a preset by id, with (`e949@1`) or without version (the newest); undefined when there is none. */
export type PresetLookup = (id: string) => PresetInfo | undefined;

/** What a scenario file means: complete and checked, or the reasons why it is not. */
export interface Resolution {
  readonly scenario: Scenario | null;
  readonly preset: PresetInfo | null;
  readonly notices: readonly string[];
  readonly errors: readonly ErrorData[];
}

/** Everything on which the expected counts depend: a change in one of these makes inherited counts meaningless. */
const selection = ['exposure', 'beam', 'acceptance', 'resolution', 'photonVeto', 'backgrounds', 'window'] as const;

/**
 * Fills a scenario's preset in and checks the result.
 *
 * @param where path of the scenario in its file, for messages: `scenarios[2]`
 */
export function resolveScenario(file: ScenarioFile, presets: PresetLookup, where: string): Resolution {
  const { preset: presetId, ...patch } = file as ScenarioFile & JsonObject;
  if (presetId === undefined) return check(patch, null, [], where);
  const preset = presets(presetId);
  if (preset === undefined) {
    const allowed = 'a preset that this version knows (list them with the presets command)';
    const message = `${where}.preset: no preset is called ${printValue(presetId)}; allowed: ${allowed}`;
    return {
      scenario: null,
      preset: null,
      notices: [],
      errors: [{ name: 'InputError', message, where: `${where}.preset`, value: printValue(presetId), allowed }],
    };
  }
  const merged = mergePatch(preset.scenario as JsonObject, patch) as JsonObject;
  const drops =
    preset.scenario.observed !== undefined && !('observed' in patch) && changesSelection(preset.scenario, merged);
  if (!drops) return check(merged, preset, [], where);
  return check(
    without(merged, 'observed'),
    preset,
    [
      `The observed counts of ${preset.label} belong to its own selection and exposure, which this scenario changes: they were left out.`,
    ],
    where,
  );
}

function changesSelection(preset: Scenario, merged: JsonObject): boolean {
  const after = scenarioSchema.safeParse(without(merged, 'observed'));
  return after.success && selection.some((key) => canonicalize(preset[key]) !== canonicalize(after.data[key]));
}

function check(merged: unknown, preset: PresetInfo | null, notices: readonly string[], where: string): Resolution {
  const parsed = scenarioSchema.safeParse(merged);
  if (parsed.success) return { scenario: parsed.data, preset, notices, errors: [] };
  return { scenario: null, preset, notices, errors: issuesToErrors(parsed.error, merged, where) };
}
