import type { Background } from '../../../core/scenario.ts';

/** Backgrounds by the process that makes them. */
export const kindNames: Readonly<Record<Background['kind'], string>> = { radiative: 'K⁺ → μ⁺νγ' };

/** The name of any kind, also one of a later version. */
export function kindName(kind: string): string {
  return (kindNames as Readonly<Record<string, string>>)[kind] ?? kind;
}
