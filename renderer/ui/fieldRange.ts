import type { Field } from '../../core/fields.ts';
import { parseNumber } from '../words/parse.ts';
import { printExact } from '../words/print.ts';

/** What is allowed, as people write it: 1 to 10²⁰ K⁺. */
export function rangeWords({ min, max, unit, integer }: Field): string {
  return `${integer === true ? 'whole numbers, ' : ''}${printExact(min)} to ${printExact(max)}${unit === '' ? '' : ` ${unit}`}`;
}

/** What is wrong with what was typed into a field, and what is allowed; or the number. */
export function readField(
  field: Field,
  text: string,
  reference: number | undefined,
): { readonly value: number } | { readonly problem: string } {
  const read = parseNumber(text, reference);
  const problem = read.ok ? problemWith(field, read.value) : read.problem;
  if (read.ok && problem === null) return { value: read.value };
  return { problem: `${problem ?? ''} Allowed: ${rangeWords(field)}.` };
}

function problemWith(field: Field, value: number): string | null {
  if (value < field.min) return `${printExact(value)} is too small.`;
  if (value > field.max) return `${printExact(value)} is too large.`;
  return field.integer === true && !Number.isInteger(value) ? `${printExact(value)} is not a whole number.` : null;
}
