/** Every change that a person can make to a study, as a function from one document to the next. */
import type { DocumentScenario, StudyDocument } from '../../core/contract.ts';
import type { ScenarioFile } from '../../core/scenario.ts';

type Change = (scenario: DocumentScenario) => DocumentScenario;

function changed(document: StudyDocument, id: string, change: Change): StudyDocument {
  return { ...document, scenarios: document.scenarios.map((s) => (s.id === id ? change(s) : s)) };
}

export function withScenario(document: StudyDocument, id: string, scenario: ScenarioFile): StudyDocument {
  return changed(document, id, (s) => ({ ...s, scenario }));
}

/** Adds a scenario below the one given, or at the end; returns the document and the new scenario's id. */
export function added(
  document: StudyDocument,
  scenario: ScenarioFile,
  below: string | null,
  id: string,
): StudyDocument {
  const fresh: DocumentScenario = { id, colour: freeColour(document), visible: true, binned: false, scenario };
  const at = document.scenarios.findIndex((s) => s.id === below);
  const where = at < 0 ? document.scenarios.length : at + 1;
  return { ...document, scenarios: document.scenarios.toSpliced(where, 0, fresh) };
}

export function shown(document: StudyDocument, id: string, visible: boolean): StudyDocument {
  return changed(document, id, (s) => ({ ...s, visible }));
}

export function binned(document: StudyDocument, id: string): StudyDocument {
  const next = changed(document, id, (s) => ({ ...s, binned: true }));
  return document.baseline === id ? { ...next, baseline: null } : next;
}

export function restored(document: StudyDocument, id: string): StudyDocument {
  return changed(document, id, (s) => ({ ...s, binned: false, visible: true }));
}

/** For good; only what is in the bin. */
export function deleted(document: StudyDocument, id: string): StudyDocument {
  return { ...document, scenarios: document.scenarios.filter((s) => s.id !== id || !s.binned) };
}

/** Moves a scenario to stand before another one, or to the end. */
export function movedBefore(document: StudyDocument, id: string, before: string | null): StudyDocument {
  const moving = document.scenarios.find((s) => s.id === id);
  if (moving === undefined || id === before) return document;
  const rest = document.scenarios.filter((s) => s.id !== id);
  const at = rest.findIndex((s) => s.id === before);
  return { ...document, scenarios: rest.toSpliced(at < 0 ? rest.length : at, 0, moving) };
}

/** Moves a scenario one place up (−1) or down (+1) among those that are not in the bin. */
export function movedBy(document: StudyDocument, id: string, step: -1 | 1): StudyDocument {
  const inUse = document.scenarios.filter((s) => !s.binned);
  const at = inUse.findIndex((s) => s.id === id);
  const target = at + step;
  if (at < 0 || target < 0 || target >= inUse.length) return document;
  const before = inUse[step < 0 ? target : target + 1];
  return movedBefore(document, id, before?.id ?? null);
}

/** The first colour that no scenario in use has; colours go round when all are taken. */
export function freeColour(document: StudyDocument): number {
  const inUse = document.scenarios.filter((s) => !s.binned);
  const taken = new Set(inUse.map((s) => s.colour));
  const free = Array.from({ length: 32 }, (_, i) => i).find((i) => !taken.has(i));
  return free ?? inUse.length % 32;
}

/** A name that no scenario has, in the bin or out of it: “TREK-like”, “TREK-like 2”, … */
export function freeName(document: StudyDocument, wanted: string): string {
  // Also those in the bin: they may come back.
  const taken = new Set(document.scenarios.map((s) => s.scenario.name));
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, '').slice(0, 110);
  for (let i = 2; ; i++) if (!taken.has(`${stem} ${String(i)}`)) return `${stem} ${String(i)}`;
}

export function renamed(document: StudyDocument, id: string, name: string): StudyDocument {
  return changed(document, id, (s) => ({ ...s, scenario: { ...s.scenario, name } }));
}
