import { InputError } from '../errors.ts';
import type { StudyDocument } from '../contract.ts';
import { isObject } from '../merge.ts';
import { studySchema, type StudyFile } from '../scenario.ts';
import { throwIssues } from './issues.ts';

/** The version of the study file that this program writes and reads. */
export const studyFileVersion = 1;

/**
 * Reads a study file. Scenarios are checked in full only when they are resolved, since they may stand on a preset.
 *
 * @throws InputError naming the place, the value and what is allowed
 */
export function parseStudyFile(text: string): StudyFile {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (!isObject(json) || json['format'] !== 'kaon-reach/study') {
    throw new InputError(
      'this is not a Kaon Reach study file; allowed: a JSON object with "format": "kaon-reach/study"',
      { where: 'format', allowed: '"kaon-reach/study"' },
    );
  }
  const version = json['version'];
  if (typeof version === 'number' && version > studyFileVersion) {
    throw new InputError(
      `version: ${String(version)} was written by a newer Kaon Reach; this one reads version ${String(studyFileVersion)}`,
      { where: 'version', value: version, allowed: String(studyFileVersion) },
    );
  }
  const parsed = studySchema.safeParse(json);
  if (!parsed.success) throwIssues(parsed.error, json);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new InputError(`this is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`, {
      allowed: 'a JSON study file',
    });
  }
}

/** The study file of a document: scenarios in order, those in the bin left out. */
export function studyFileOf(document: StudyDocument): StudyFile {
  const { name, notes, constants, masses, landscape } = document;
  const scenarios = document.scenarios.filter((s) => !s.binned).map((s) => s.scenario);
  return {
    format: 'kaon-reach/study',
    version: studyFileVersion,
    name,
    notes,
    constants,
    masses,
    landscape,
    scenarios,
  };
}

/** The same as text, indented, with a final newline. */
export function studyFileText(document: StudyDocument): string {
  return `${JSON.stringify(studyFileOf(document), null, 2)}\n`;
}
