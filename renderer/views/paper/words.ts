import { withPowers } from '../../words/print.ts';
import { literal } from '../../words/typeset.ts';

/** A published number as it is printed, typeset: δa_μ with its index, O(10⁻⁶), and no line break inside a number. */
export function setWhole(words: string): string {
  return literal(withPowers(words).replace(/(?<![\d.])1 × 10(?=[⁰¹²³⁴⁵⁶⁷⁸⁹⁻])/g, '10'))
    .replace(/([δΔ])a_μ/g, '$1*a*_μ')
    .replace(/ ([×±=≈<>≤≥]) /g, '\u00a0$1\u00a0')
    .replace(/(?<=\d) (?=MeV|GeV|events)/g, '\u00a0');
}
