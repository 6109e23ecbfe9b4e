import type { PresetInfo } from '../../core/contract.ts';
import type { Scenario, StudyFile } from '../../core/scenario.ts';
import { parseStudyFile } from '../../core/study/file.ts';
import { joined } from '../../core/study/issues.ts';
import { resolveScenario } from '../../core/study/resolve.ts';
import { findPreset } from '../../data/presets/index.ts';
import { readFileAs } from './textFile.ts';

/** A study file with its scenarios filled in. */
export interface ResolvedStudy {
  readonly file: StudyFile;
  readonly scenarios: readonly {
    readonly scenario: Scenario;
    readonly preset: PresetInfo | null;
    readonly notices: readonly string[];
  }[];
}

/**
 * Reads a study file; every message starts with the file's name.
 *
 * @throws InputError naming file, place, value and what is allowed, for all that is wrong with its scenarios
 */
export function readStudy(path: string): ResolvedStudy {
  return readFileAs(path, 'a JSON study file', (text) => {
    const file = parseStudyFile(text);
    const resolved = file.scenarios.map((scenario, i) =>
      resolveScenario(scenario, findPreset, `scenarios[${String(i)}]`),
    );
    const errors = resolved.flatMap((r) => r.errors);
    if (errors.length > 0) throw joined(errors);
    return {
      file,
      scenarios: resolved.flatMap(({ scenario, preset, notices }) =>
        scenario === null ? [] : [{ scenario, preset, notices }],
      ),
    };
  });
}
