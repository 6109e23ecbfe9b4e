import { firstAtLeast } from '../numerics/search.ts';

/** b and c of R = σ/σ_SM = 1 + b g² + c g⁴ against mass [MeV], ascending. */
export type TridentTable = readonly { readonly massMeV: number; readonly b: number; readonly c: number }[];

/** CCFR: σ/σ_SM = 0.82 ± 0.28 (PRL 66 (1991) 3117), so R < 1.38 at 2σ. */
export const ccfrLargestRatio = 1.38;

/**
 * The coupling at which the trident rate reaches `largestRatio` times the Standard Model's:
 * g² = (−b + √(b² + 4c(R − 1)))/(2c), with b and c interpolated log–log (0.16% in g) and held at the table's ends.
 */
export function tridentLimit(table: TridentTable, massMeV: number, largestRatio: number): number {
  const { b, c } = interpolate(table, massMeV);
  return Math.sqrt((-b + Math.sqrt(b * b + 4 * c * (largestRatio - 1))) / (2 * c));
}

function interpolate(table: TridentTable, massMeV: number): { b: number; c: number } {
  const above = firstAtLeast(table, (row) => row.massMeV, massMeV);
  const next = table[above] ?? table.at(-1);
  const last = table[above - 1] ?? next;
  if (next === undefined || last === undefined || next === last) return { b: next?.b ?? 0, c: next?.c ?? 0 };
  const t = Math.log(massMeV / last.massMeV) / Math.log(next.massMeV / last.massMeV);
  return { b: last.b * (next.b / last.b) ** t, c: last.c * (next.c / last.c) ** t };
}
