import type { PresetInfo } from '../../core/contract.ts';
import type { ScenarioFile } from '../../core/scenario.ts';

/** The preset that a scenario stands on: `e949@1`, or `e949` for its newest version; null when it has none. */
export function presetOf(file: ScenarioFile, presets: readonly PresetInfo[]): PresetInfo | null {
  const { preset } = file;
  if (preset === undefined) return null;
  return presets.find((p) => p.id === preset) ?? newest(preset, presets);
}

function newest(id: string, presets: readonly PresetInfo[]): PresetInfo | null {
  const versions = presets.filter((p) => p.id.startsWith(`${id}@`));
  return versions.toSorted((a, b) => version(b) - version(a))[0] ?? null;
}

function version(preset: PresetInfo): number {
  return Number(preset.id.split('@')[1] ?? 0);
}

/** What a scenario may say of its own and still be its preset: how it is called and how it is analysed. */
const ownWords: readonly string[] = ['name', 'notes', 'preset', 'analysis'];

/** Whether a scenario on a preset differs from it in what is computed of the experiment. */
export function isModified(file: ScenarioFile): boolean {
  return file.preset !== undefined && Object.keys(file).some((key) => !ownWords.includes(key));
}

/** How far a scenario can lean on its preset's calibration: a modified one is no longer what was calibrated. */
export type Calibration = 'none' | 'calibrated' | 'modified';

export function calibrationOf(file: ScenarioFile, preset: PresetInfo | null): Calibration {
  if (preset?.calibrated !== true) return 'none';
  return isModified(file) ? 'modified' : 'calibrated';
}

/** A scenario's name as charts and lists show it; calibrated numbers are never shown without saying so. */
export function displayName(file: ScenarioFile, presets: readonly PresetInfo[]): string {
  const words = { none: '', calibrated: ' (calibrated)', modified: ' (from calibrated preset)' };
  return `${file.name}${words[calibrationOf(file, presetOf(file, presets))]}`;
}

/** The preset in a few words: “E949-like”, “E949-like, modified”; empty without one. Typeset. */
export function presetWords(file: ScenarioFile, preset: PresetInfo | null): string {
  return preset === null ? '' : `${preset.label}${isModified(file) ? ', modified' : ''}`;
}
