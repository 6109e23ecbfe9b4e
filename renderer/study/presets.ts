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

/** A scenario's name as charts and lists show it; calibrated numbers are never shown without saying so. */
export function displayName(file: ScenarioFile, presets: readonly PresetInfo[]): string {
  return presetOf(file, presets)?.calibrated === true ? `${file.name} (calibrated)` : file.name;
}
