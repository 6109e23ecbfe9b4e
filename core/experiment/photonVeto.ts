import { firstAtLeast } from '../numerics/search.ts';
import type { PhotonVeto } from '../scenario.ts';

type Table = PhotonVeto['reducible'];

/**
 * Probability that a photon of this energy [MeV] is lost: min(1, scale × reducible(E) + floor(E)).
 * Both tables are interpolated log–log and held at their ends; an empty floor is none.
 */
export function photonLoss(veto: PhotonVeto, energyMeV: number): number {
  return Math.min(1, veto.scale * tableAt(veto.reducible, energyMeV) + tableAt(veto.floor, energyMeV));
}

/** The energies [MeV] where the loss has kinks; a table of one row is flat. */
export function photonLossKinks({ reducible, floor }: PhotonVeto): number[] {
  return [reducible, floor]
    .filter((table) => table.length > 1)
    .flatMap((table) => table.map((point) => point.energyMeV));
}

function tableAt(table: Table, energyMeV: number): number {
  if (table.length < 2) return table[0]?.value ?? 0; // the common case, a million times per spectrum
  const above = firstAtLeast(table, (point) => point.energyMeV, energyMeV);
  const next = table[above];
  if (next === undefined) return table.at(-1)?.value ?? 0;
  const last = table[above - 1];
  if (last === undefined) return next.value;
  const t = Math.log(energyMeV / last.energyMeV) / Math.log(next.energyMeV / last.energyMeV);
  return last.value * (next.value / last.value) ** t;
}
