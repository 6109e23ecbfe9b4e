/** The compound values of a scenario as the editor reads them. */
import type { Json } from '../../../core/merge.ts';
import type { Acceptance, Background, Window } from '../../../core/scenario.ts';
import type { Editing } from './editing.svelte.ts';

export type Row = Readonly<Record<string, Json>>;

export function rowsOf(editing: Editing, path: string): readonly Row[] {
  const value = editing.value(path);
  return Array.isArray(value) ? (value as readonly Row[]) : [];
}

export function acceptanceOf(editing: Editing): Acceptance {
  return {
    points: rowsOf(editing, 'acceptance.points') as unknown as Acceptance['points'],
    signal: textOf(editing, 'acceptance.signal', 'low'),
  };
}

export function windowOf(editing: Editing): Window {
  return {
    minMeV: editing.number('window.minMeV'),
    maxMeV: editing.number('window.maxMeV'),
    bins: editing.number('window.bins'),
  };
}

export function backgroundsOf(editing: Editing): readonly Background[] {
  return rowsOf(editing, 'backgrounds') as unknown as readonly Background[];
}

/** One of a choice's values; the schema has checked it already. */
export function textOf<T extends string>(editing: Editing, path: string, fallback: T): T {
  const value = editing.value(path);
  return typeof value === 'string' ? (value as T) : fallback;
}

/** Rows with a value of one of them changed. */
export function withCell(rows: readonly Row[], at: number, key: string, value: Json): Row[] {
  return rows.map((row, i) => (i === at ? { ...row, [key]: value } : row));
}

/** A row to put below another: half way to the next one, or as far beyond the last as that is from the one before. */
export function rowBelow(rows: readonly Row[], at: number, key: string): Row {
  const here = rows[at] ?? {};
  const neighbour = rows[at + 1] ?? rows[at - 1];
  const x = Number(here[key] ?? 0);
  const other = Number(neighbour?.[key] ?? x + 20);
  const next = rows[at + 1] === undefined ? x + Math.abs(x - other) : (x + other) / 2;
  return { ...here, [key]: Number(next.toPrecision(6)) };
}
