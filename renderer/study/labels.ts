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
  'observed.counts': 'Observed events',
  window: 'Window',
  analysis: 'Analysis',
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

/** An error's words with the field's name instead of its path: people read “Observed events: one number per bin …”. */
export function withoutPath(message: string): string {
  return message.replace(
    /^(?:scenarios?(?:\[\d+\])?\.)+(?:scenario\.)?([A-Za-z.[\]\d]+?):? (?=\S)/,
    (_, path: string) => {
      const row = /\[(\d+)\]/.exec(path)?.[1];
      const general = path.replace(/\[\d+\]/g, '[]');
      const name = labelled(general) ?? labelled(general.split(/[.[]/)[0] ?? '') ?? general;
      return `${name}${row === undefined ? '' : `, row ${String(Number(row) + 1)}`}: `;
    },
  );
}

function labelled(path: string): string | null {
  const name = fieldName(path);
  return name === path ? null : name;
}
