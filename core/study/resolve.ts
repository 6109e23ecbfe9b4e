import { InputError, type ErrorData } from '../errors.ts';
import type { PresetInfo } from '../contract.ts';
import type { Scenario, ScenarioFile } from '../scenario.ts';

/** Finds a preset by id, with (`e949@1`) or without version (the newest); undefined when there is none. */
export type PresetLookup = (id: string) => PresetInfo | undefined;

/** What a scenario file means: complete and checked, or the reasons why it is not. */
export interface Resolution {
  readonly scenario: Scenario | null;
  readonly preset: PresetInfo | null;
  readonly notices: readonly string[];
  readonly errors: readonly ErrorData[];
}

/**
 * Fills a scenario's preset in and checks the result.
 *
 * @param where path of the scenario in its file, for messages: `scenarios[2]`
 */
export function resolveScenario(file: ScenarioFile, presets: PresetLookup, where: string): Resolution {
  void file;
  void presets;
  throw new InputError('not yet', { where });
}
