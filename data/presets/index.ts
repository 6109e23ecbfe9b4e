import type { PresetInfo } from '../../core/contract.ts';
import type { PresetLookup } from '../../core/study/resolve.ts';
import { e949Presets } from './e949.ts';

/** All experiments that ship with the program. */
export const presets: readonly PresetInfo[] = [...e949Presets];

/** By id with version (`e949@1`), or without it: the newest version. */
export const findPreset: PresetLookup = (id) => {
  if (id.includes('@')) return presets.find((preset) => preset.id === id);
  const versions = presets.filter((preset) => preset.id.startsWith(`${id}@`));
  return versions.sort((a, b) => version(b) - version(a))[0];
};

function version({ id }: PresetInfo): number {
  return Number(id.slice(id.indexOf('@') + 1));
}
