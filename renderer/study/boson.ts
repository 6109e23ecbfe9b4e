import type { Boson } from '../../core/scenario.ts';

export type BosonKind = Boson['kind'];

/** The coupling's symbol, typeset. */
export const couplingOf: Readonly<Record<BosonKind, string>> = { vector: '*g*', scalar: '*g*_s' };
/** The same for files and screen readers. */
export const plainCouplingOf: Readonly<Record<BosonKind, string>> = { vector: 'g', scalar: 'g_s' };
/** The invisible particle's symbol. */
export const symbolOf: Readonly<Record<BosonKind, string>> = { vector: 'X', scalar: 'φ' };

/** What is said of scenarios with the other boson, which have no place on this plane; null where there are none. Typeset. */
export function othersWords(shown: BosonKind, count: number): string | null {
  if (count === 0) return null;
  const other = shown === 'vector' ? 'scalar' : 'vector';
  return count === 1
    ? `1 ${other} scenario is not shown: its coupling is ${couplingOf[other]}; select it to see it`
    : `${String(count)} ${other} scenarios are not shown: their coupling is ${couplingOf[other]}; select one to see them`;
}

/** “vector”, or “scalar, inv. 0.5”. */
export function bosonWords(boson: Boson): string {
  return boson.kind === 'vector' ? 'vector' : `scalar, inv. ${String(boson.invisibleFraction)}`;
}
