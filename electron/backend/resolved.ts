import type {
  DocumentScenario,
  PresetInfo,
  ResolvedScenario,
  StoredReach,
  StudyDocument,
  StudyState,
} from '../../core/contract.ts';
import { fromErrorData, InputError } from '../../core/errors.ts';
import type { Scenario, ScenarioFile } from '../../core/scenario.ts';
import { resolveScenario, type Resolution } from '../../core/study/resolve.ts';
import type { StoredDocument } from '../../data/store/documents.ts';
import { keysOf, type ReachQuestion } from './keys.ts';
import type { Library } from './library.ts';
import type { ResultBook } from './resultBook.ts';

/** A scenario of a study that can be computed, with the question that its reach is. */
export interface Computable {
  readonly id: string;
  readonly scenario: Scenario;
  readonly preset: PresetInfo | null;
  readonly notices: readonly string[];
  readonly question: ReachQuestion;
}

/** A stored study as the window shows it. */
export function stateOf({ id, revision, document, undo, redo }: StoredDocument, library: Library): StudyState {
  return { id, revision, document, resolved: resolveAll(document, library), undo, redo };
}

/** What each scenario of a document means, those in the bin included. */
export function resolveAll({ scenarios }: StudyDocument, library: Library): ResolvedScenario[] {
  return scenarios.map(({ id, scenario: file }: DocumentScenario, i) => {
    const { scenario, preset, notices, errors } = resolveScenario(file, library.findPreset, `scenarios[${i}]`);
    return { id, scenario, preset: preset?.scenario ?? null, presetInfo: preset, notices, errors };
  });
}

/** The scenarios that are in the study and valid, in order. */
export function computableOf(document: StudyDocument, library: Library): Computable[] {
  const constants = library.constants(document.constants);
  const binned = new Set(document.scenarios.filter((s) => s.binned).map((s) => s.id));
  return resolveAll(document, library).flatMap(({ id, scenario, presetInfo, notices }) =>
    scenario === null || binned.has(id)
      ? []
      : [{ id, scenario, preset: presetInfo, notices, question: { scenario, constants, masses: document.masses } }],
  );
}

/** The stored reach of a scenario, null while a part of it is missing. */
export function storedReach({ id, scenario, notices, question }: Computable, book: ResultBook): StoredReach {
  const kept = book.reach(keysOf(question));
  if (kept === null) return { scenarioId: id, result: null, provenance: null };
  const { provenance, events, points, warnings } = kept;
  return { scenarioId: id, result: { scenario, notices, events, points, warnings }, provenance };
}

/**
 * A scenario as a call brings it, filled in.
 *
 * @throws InputError with the first of what is wrong, and its place
 */
export function resolved(
  file: ScenarioFile,
  library: Library,
  where: string,
): Resolution & { readonly scenario: Scenario } {
  const resolution = resolveScenario(file, library.findPreset, where);
  const { scenario, errors } = resolution;
  if (scenario !== null) return { ...resolution, scenario };
  throw errors[0] === undefined ? new InputError(`${where} is not a scenario`, { where }) : fromErrorData(errors[0]);
}
