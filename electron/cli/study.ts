import { readFileSync, statSync } from 'node:fs';
import { InputError, toErrorData } from '../../core/errors.ts';
import type { PresetInfo } from '../../core/contract.ts';
import type { Scenario, StudyFile } from '../../core/scenario.ts';
import { parseStudyFile } from '../../core/study/file.ts';
import { joined } from '../../core/study/issues.ts';
import { resolveScenario } from '../../core/study/resolve.ts';
import { findPreset } from '../../data/presets/index.ts';

/** A study file with its scenarios filled in. */
export interface ResolvedStudy {
  readonly file: StudyFile;
  readonly scenarios: readonly {
    readonly scenario: Scenario;
    readonly preset: PresetInfo | null;
    readonly notices: readonly string[];
  }[];
}

/** Larger than any study: guards against a wrong file, not against a person. */
const largest = 50e6;

/**
 * Reads a study file; every message starts with the file's name.
 *
 * @throws InputError naming file, place, value and what is allowed, for all that is wrong with its scenarios
 */
export function readStudy(path: string): ResolvedStudy {
  try {
    const file = parseStudyFile(readText(path));
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
  } catch (error) {
    const data = toErrorData(error);
    throw new InputError(data.message.replaceAll(/^/gm, `${path}: `), { where: data.where ?? path });
  }
}

function readText(path: string): string {
  try {
    if (statSync(path).size > largest) throw new InputError('the file is larger than 50 MB; allowed: a study file');
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why = { ENOENT: 'there is no such file', EISDIR: 'this is a folder', EACCES: 'this file may not be read' }[
      code ?? ''
    ];
    throw new InputError(`${why ?? 'this is not UTF-8 text'}; allowed: a JSON study file`);
  }
}
