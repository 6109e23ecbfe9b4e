import { firstAtLeast } from '../numerics/search.ts';
import type { Acceptance } from '../scenario.ts';

export type AcceptanceEdge = 'low' | 'central' | 'high';

/** Acceptance at true muon momentum [MeV/c]: linear between the table's points, zero outside it. */
export function acceptanceAt({ points }: Acceptance, edge: AcceptanceEdge, pMeV: number): number {
  const above = firstAtLeast(points, (point) => point.pMeV, pMeV);
  const next = points[above];
  if (next === undefined) return 0;
  if (next.pMeV === pMeV) return next[edge];
  const last = points[above - 1];
  if (last === undefined) return 0;
  const t = (pMeV - last.pMeV) / (next.pMeV - last.pMeV);
  return last[edge] + t * (next[edge] - last[edge]);
}

/** The momenta [MeV/c] where the interpolation has kinks; first and last are the ends of the table. */
export function acceptanceKnots({ points }: Acceptance): number[] {
  return points.map((point) => point.pMeV);
}
