import { randomUUID } from 'node:crypto';
import type { StudyDocument } from '../../core/contract.ts';
import type { StudyFile } from '../../core/scenario.ts';

const colours = 32;

/** A study file as a document: every scenario new, visible and in a colour of its own, the first as baseline. */
export function documentOf({ name, notes, constants, masses, landscape, scenarios: files }: StudyFile): StudyDocument {
  const scenarios = files.map((scenario, i) => ({
    id: randomUUID(),
    colour: i % colours,
    visible: true,
    binned: false,
    scenario,
  }));
  return { name, notes, constants, masses, landscape, baseline: scenarios[0]?.id ?? null, scenarios };
}

/** The document under another name, without what is in its bin. */
export function copyOf(document: StudyDocument): StudyDocument {
  const suffix = ' (copy)';
  const name = `${document.name.slice(0, 120 - suffix.length)}${suffix}`;
  return { ...document, name, scenarios: document.scenarios.filter((s) => !s.binned) };
}

/** The name, with a number behind it where it is taken: two studies of one name cannot be told apart in a menu. */
export function distinctName(name: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : ` ${n}`;
    const candidate = `${name.slice(0, 120 - suffix.length)}${suffix}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
