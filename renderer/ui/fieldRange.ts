import type { Field } from '../../core/fields.ts';
import { printExact } from '../words/print.ts';

/** What is allowed, as people write it: 1 to 10²⁰ K⁺. */
export function rangeWords({ min, max, unit, integer }: Field): string {
  return `${integer === true ? 'whole numbers, ' : ''}${printExact(min)} to ${printExact(max)}${unit === '' ? '' : ` ${unit}`}`;
}

/** Why a number will not do for a field, or null when it will. */
export function problemWith(field: Field, value: number): string | null {
  if (value < field.min) return `${printExact(value)} is too small.`;
  if (value > field.max) return `${printExact(value)} is too large.`;
  return field.integer === true && !Number.isInteger(value) ? `${printExact(value)} is not a whole number.` : null;
}
