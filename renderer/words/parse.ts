/** Numbers as a person types them. */
import { withoutSuperscripts } from './superscript.ts';

/** A number, or why the text is none. */
export type Typed = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly problem: string };

const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const powerOfTen = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))[×x*·]10\^?([+-]?\d+)$/i;
const bareTen = /^([+-]?)10\^([+-]?\d+)$/;
const factor = /^[×x*](.+)$/i;

/**
 * Reads 1.7e12, 1.7×10^12, 1.7 × 10¹², 10¹², 95%, and ×10, which multiplies the reference.
 *
 * @param reference what `×10` is relative to, usually the preset's value; undefined where there is none
 */
export function parseNumber(text: string, reference?: number): Typed {
  const tidy = withoutSuperscripts(text.trim())
    .replace(/[−–]/g, '-')
    .replace(/[\s\u2009\u202f_]+/g, '');
  if (tidy === '') return no('Type a number.');
  if (tidy.includes(',')) return no('Write the decimal point as “.”, and large numbers as 1.7e12.');
  const relative = factor.exec(tidy)?.[1];
  return relative === undefined ? absolute(tidy, text) : multiplied(relative, text, reference);
}

function multiplied(relative: string, text: string, reference: number | undefined): Typed {
  if (reference === undefined) return no('There is no preset value to multiply.');
  const by = absolute(relative, text);
  return by.ok ? { ok: true, value: tidied(by.value * reference) } : by;
}

function absolute(tidy: string, text: string): Typed {
  if (tidy.endsWith('%')) return scaled(absolute(tidy.slice(0, -1), text), 0.01);
  const value = plain.test(tidy) ? Number(tidy) : fromPower(tidy);
  return value !== undefined && Number.isFinite(value)
    ? { ok: true, value }
    : no(`“${text.trim().slice(0, 40)}” is not a number.`);
}

function fromPower(tidy: string): number | undefined {
  const bare = bareTen.exec(tidy);
  if (bare !== null) return Number(`${bare[1] ?? ''}1e${bare[2] ?? ''}`);
  const full = powerOfTen.exec(tidy);
  return full === null ? undefined : Number(`${full[1] ?? ''}e${full[2] ?? ''}`);
}

function scaled(typed: Typed, by: number): Typed {
  return typed.ok ? { ok: true, value: tidied(typed.value * by) } : typed;
}

/** Drops the last digits, where a product shows binary rounding: 1.7e12 × 1.1 is 1.87e12. */
function tidied(value: number): number {
  return Number(value.toPrecision(14));
}

function no(problem: string): Typed {
  return { ok: false, problem };
}
