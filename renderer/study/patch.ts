/** A scenario as it stands in a file: a name, perhaps a preset, and what differs from it. */
import { isObject, mergePatch, valueAt, withValueAt, type Json, type JsonObject } from '../../core/merge.ts';
import { scenarioSchema, type Scenario, type ScenarioFile } from '../../core/scenario.ts';

/** The value in force at a dotted path: the patch's own, else the preset's. */
export function effectiveAt(file: ScenarioFile, preset: Scenario | null, path: string): Json | undefined {
  return valueAt(complete(file, preset), path);
}

/** Whether the patch says something of its own at the path. */
export function differsAt(file: ScenarioFile, path: string): boolean {
  return valueAt(file as JsonObject, path) !== undefined;
}

/** The scenario with another value at the path; a value equal to the preset's leaves the patch again. */
export function withField(file: ScenarioFile, preset: Scenario | null, path: string, value: Json): ScenarioFile {
  const asPreset = preset !== null && same(valueAt(preset as unknown as JsonObject, path), value);
  return withValueAt(file as JsonObject, path, asPreset ? undefined : value) as ScenarioFile;
}

/** The scenario with the preset's value at the path. */
export function withoutField(file: ScenarioFile, path: string): ScenarioFile {
  return withValueAt(file as JsonObject, path, undefined) as ScenarioFile;
}

/** Preset and patch merged, unchecked. */
export function complete(file: ScenarioFile, preset: Scenario | null): JsonObject {
  const { preset: _id, ...patch } = file as ScenarioFile & JsonObject;
  return mergePatch((preset ?? {}) as JsonObject, patch) as JsonObject;
}

/** A place in a scenario and why its value will not do. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/**
 * What is wrong with a scenario, empty when nothing is. Counts inherited from the preset are left out of the check:
 * the backend drops them, with a notice, when they no longer belong to the selection.
 */
export function problemsOf(file: ScenarioFile, preset: Scenario | null): Problem[] {
  const { observed, ...rest } = complete(file, preset);
  const own = differsAt(file, 'observed') && observed !== undefined;
  const parsed = scenarioSchema.safeParse(own ? { ...rest, observed } : rest);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, i) => same(value, b[i]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(a[key], b[key]));
}
