import type { MassGrid } from '../scenario.ts';

/** The masses of a grid [MeV], ascending; first and last are exactly the grid's ends. */
export function massesOf({ minMeV, maxMeV, points, spacing }: MassGrid): number[] {
  return Array.from({ length: points }, (_, i) => {
    if (i === 0) return minMeV;
    if (i === points - 1) return maxMeV;
    const t = i / (points - 1);
    return spacing === 'log' ? minMeV * (maxMeV / minMeV) ** t : minMeV + t * (maxMeV - minMeV);
  });
}
