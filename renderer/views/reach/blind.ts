/** Masses without a limit: where they are, and why, in words. */
import type { ReachPoint } from '../../../core/contract.ts';
import type { LegendEntry, Strip } from '../../charts/model.ts';
import { printRounded } from '../../words/print.ts';
import { literal } from '../../words/typeset.ts';
import type { Curve } from './curve.ts';

/** Where there is no limit, in words; null when there is one everywhere. Names masses at which there is none. */
export function noReachWords(points: readonly ReachPoint[]): string | null {
  const seeing = points.map(({ limit }) => limit !== null);
  if (!seeing.includes(false)) return null;
  if (!seeing.includes(true)) return 'no limit at any mass';
  const first = seeing.indexOf(true);
  const last = seeing.lastIndexOf(true);
  const mass = (at: number): string => printRounded(points[at]?.massMeV ?? 0);
  const words = [
    ...(first > 0 ? [`up to ${mass(first - 1)} MeV`] : []),
    ...(last < points.length - 1 ? [`from ${mass(last + 1)} MeV`] : []),
  ];
  return words.length === 0 ? 'no limit at some masses' : `no limit ${words.join(' and ')}`;
}

/** Why there is no limit at the mass of the grid that is nearest to this one; null where there is one. */
export function reasonAt(points: readonly ReachPoint[], massMeV: number): string | null {
  const near = points.toSorted((a, b) => Math.abs(a.massMeV - massMeV) - Math.abs(b.massMeV - massMeV))[0];
  return near?.limit === null ? (near.reason ?? null) : null;
}

/** Where and why one scenario has no limit, as a sentence; null when it has one everywhere. */
export function noReachSentence({ name, result: { points } }: Curve): string | null {
  const words = noReachWords(points);
  const reasons = new Set(points.flatMap(({ reason }) => (reason === undefined ? [] : [reason])));
  return words === null ? null : `${name}: ${words}${reasons.size === 0 ? '' : ` (${[...reasons].join('; ')})`}`;
}

/** The words that all curves share about masses without a limit, or null. */
export function sharedNoReach(curves: readonly Curve[]): string | null {
  const words = new Set(curves.map(({ result }) => noReachWords(result.points)));
  return words.size === 1 ? ([...words][0] ?? null) : null;
}

/** Said once for all curves, where the hatches do not say it: they end at different masses, or one is nowhere. */
export function blindLegend(curves: readonly Curve[]): LegendEntry[] {
  const blind = curves.filter(({ result }) => result.points.every(({ limit }) => limit === null));
  const differ = sharedNoReach(curves) === null && curves.some(({ result }) => noReachWords(result.points) !== null);
  const words =
    blind.length > 0
      ? `no limit at any mass: ${blind.map(({ name }) => literal(name)).join('; ')}`
      : differ
        ? 'no limit where a curve ends'
        : null;
  if (words === null) return [];
  const title = curves.flatMap((curve) => noReachSentence(curve) ?? []).join('\n');
  return [{ words, colour: '', dash: [], sample: 'none', title }];
}

/** Masses at which no curve has a limit: from halfway between the last mass with one and the first without. */
export function blindStrips(curves: readonly Curve[]): Strip[] {
  const points = curves.flatMap(({ result }) => result.points);
  const grid = [...new Set(points.map(({ massMeV }) => massMeV))].toSorted((a, b) => a - b);
  const seen = new Set(points.filter(({ limit }) => limit !== null).map(({ massMeV }) => massMeV));
  const [low, high] = [grid[0], grid.at(-1)];
  if (low === undefined || high === undefined) return [];
  const first = grid.findIndex((mass) => seen.has(mass));
  const last = grid.findLastIndex((mass) => seen.has(mass));
  if (first < 0) return [{ from: low, to: high, words: 'no limit at any mass', hatched: true }];
  const halfway = (i: number): number => Math.sqrt((grid[i] ?? low) * (grid[i + 1] ?? high));
  const mass = (i: number): string => printRounded(grid[i] ?? 0);
  return [
    ...(first > 0
      ? [{ from: low, to: halfway(first - 1), words: `no limit up to ${mass(first - 1)} MeV`, hatched: true }]
      : []),
    ...(last < grid.length - 1
      ? [{ from: halfway(last), to: high, words: `no limit from ${mass(last + 1)} MeV`, hatched: true }]
      : []),
  ];
}
