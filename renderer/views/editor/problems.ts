/** The schema's findings as sentences of a person's. */
import { fields, type FieldPath } from '../../../core/fields.ts';
import type { Problem } from '../../study/patch.ts';
import { fieldName } from '../../study/labels.ts';
import { rangeWords } from '../../ui/fieldRange.ts';

const sentences: readonly (readonly [RegExp, string])[] = [
  [/^the window is empty/, 'The window would be empty. Its upper end must lie above its lower end.'],
  [/^the band crosses/, 'The band would cross itself. Allowed: low ≤ central ≤ high.'],
  [/must ascend/, 'Each row must lie above the one before it.'],
  [/does not know this statistic/, 'This method does not know this statistic.'],
  [/one number per bin/, 'The observed events need one number per bin of the window.'],
];

export function inWords({ path, message }: Problem): string {
  const known = sentences.find(([pattern]) => pattern.test(message));
  if (known !== undefined) return known[1];
  const general = path.replace(/\.\d+/g, '[]') as FieldPath;
  const field = fields[general] as (typeof fields)[FieldPath] | undefined;
  const row = /\.(\d+)\./.exec(path)?.[1];
  const where = row === undefined ? '' : `Row ${String(Number(row) + 1)}: `;
  return field === undefined
    ? `${where}${fieldName(path)}: ${message}.`
    : `${where}${fieldName(general)} must be ${rangeWords(field)}.`;
}
