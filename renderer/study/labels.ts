/** What an edit is called in undo and redo: “Stopped kaons 1.7 × 10¹² → 5 × 10¹²”. */
import type { Json } from '../../core/merge.ts';
import { fields, type FieldPath } from '../../core/fields.ts';
import { printExact } from '../words/print.ts';
import { untypeset } from '../words/typeset.ts';

const longest = 120;

/** Names of what is chosen, not typed. */
const choices: Readonly<Record<string, string>> = {
  acceptance: 'Acceptance',
  'acceptance.points': 'Acceptance table',
  'acceptance.signal': 'Signal acceptance',
  'photonVeto.reducible': 'Photon loss table',
  'photonVeto.floor': 'Irreducible photon loss',
  backgrounds: 'Backgrounds',
  boson: 'Boson',
  'analysis.method': 'Method',
  'analysis.statistic': 'Statistic',
  'analysis.bands': 'Bands',
  observed: 'Observed events',
};

/** The plain name of a field or group. */
export function fieldName(path: string): string {
  const field = fields[path as FieldPath] as (typeof fields)[FieldPath] | undefined;
  return untypeset(field?.label ?? choices[path] ?? path);
}

/** The label of a change of one field; tables are only named. */
export function changeLabel(path: string, from: Json | undefined, to: Json): string {
  const values = [from, to].map(printed);
  const words = values.every((value) => value !== null) ? ` ${values.join(' → ')}` : ' edited';
  return shortened(`${fieldName(path)}${words}`);
}

/** At most as long as a revision's label may be. */
export function shortened(label: string): string {
  return label.length > longest ? `${label.slice(0, longest - 1)}…` : label;
}

function printed(value: Json | undefined): string | null {
  if (typeof value === 'number') return printExact(value);
  return typeof value === 'string' ? value : null;
}
