/** Numbers as a person reads them: 1.7 × 10¹², 0.01, 315. */
import { superscript } from './superscript.ts';

const minus = '−';

/** Every digit that the number has, so that what is shown can be typed back. */
export function printExact(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e5) return signed(String(value));
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  return power(mantissa, Number(exponent));
}

/** Rounded to so many significant digits; trailing zeros stay, for they say how well it is known. */
export function printRounded(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return '0';
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const order = Number(exponent);
  if (order >= -2 && order < 5)
    return signed(Number(value.toPrecision(digits)).toFixed(Math.max(0, digits - 1 - order)));
  return power(mantissa, order);
}

/** A probability as a percentage: 0.973 is 97.3%. */
export function printPercent(fraction: number, digits = 3): string {
  return `${String(Number((fraction * 100).toPrecision(digits)))}%`;
}

/** Numbers inside a sentence as they are shown elsewhere: 5e-4 becomes 5 × 10⁻⁴, and (1.4 ± 0.2)e-3 likewise. */
export function withPowers(words: string): string {
  return words.replace(/(?<=[\d)])e([+-]?\d+)/g, (_, exponent: string) => ` × 10${superscript(Number(exponent))}`);
}

function power(mantissa: string, exponent: number): string {
  const ten = `10${superscript(exponent)}`;
  if (mantissa === '1') return ten;
  return mantissa === '-1' ? `${minus}${ten}` : `${signed(mantissa)} × ${ten}`;
}

function signed(text: string): string {
  return text.replace(/^-/, minus);
}
