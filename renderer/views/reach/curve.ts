import type { ReachPoint, ReachResult } from '../../../core/contract.ts';
import type { Layer, LegendEntry, Point, Strip } from '../../charts/model.ts';
import { literal } from '../../words/typeset.ts';
import { printPercent, printRounded } from '../../words/print.ts';

/** One scenario on the plane. */
export interface Curve {
  readonly id: string;
  /** With “(calibrated)” where it is. */
  readonly name: string;
  readonly colour: string;
  readonly dash: readonly number[];
  readonly result: ReachResult;
}

/** Whether two lists of curves draw the same. */
export function sameCurves(a: readonly Curve[], b: readonly Curve[]): boolean {
  const same = (curve: Curve, other: Curve | undefined): boolean =>
    curve.id === other?.id &&
    curve.name === other.name &&
    curve.colour === other.colour &&
    curve.dash === other.dash &&
    curve.result === other.result;
  return a.length === b.length && a.every((curve, i) => same(curve, b[i]));
}

type LimitKey = 'median' | 'observed' | 'minus2' | 'minus1' | 'plus1' | 'plus2';

function along(points: readonly ReachPoint[], key: LimitKey): Point[] {
  return points.map(({ massMeV, limit }) => ({ x: massMeV, y: limit?.[key] ?? null }));
}

export function hasObserved({ result }: Curve): boolean {
  return result.points.some(({ limit }) => limit !== null && limit.observed !== null);
}

/** Quiet bands first, then the expected median, then the observed limit. */
export function bandLayers({ colour, result: { points } }: Curve): Layer[] {
  return [
    { kind: 'band', low: along(points, 'minus2'), high: along(points, 'plus2'), colour, opacity: 0.1 },
    { kind: 'band', low: along(points, 'minus1'), high: along(points, 'plus1'), colour, opacity: 0.16 },
  ];
}

export function lineLayers(curve: Curve): Layer[] {
  const { colour, dash, result } = curve;
  const median: Layer = { kind: 'line', points: along(result.points, 'median'), colour, dash, width: 2 };
  if (!hasObserved(curve)) return [median];
  return [
    median,
    { kind: 'line', points: along(result.points, 'observed'), colour, dash: [], width: 1, markers: true },
  ];
}

/** @param shared where no curve has sensitivity, in words: said once for all, not in every entry */
export function legendOf(curve: Curve, shared: string | null): LegendEntry[] {
  const { colour, dash, result } = curve;
  const name = literal(curve.name);
  const { analysis, boson } = result.scenario;
  const kind = boson.kind === 'scalar' ? `, scalar with invisible fraction ${String(boson.invisibleFraction)}` : '';
  const none = noReachWords(result.points);
  const expected: LegendEntry = {
    words: `${name}${kind}, expected ${printPercent(analysis.confidenceLevel, 4)} CL`,
    colour,
    dash,
    sample: 'line',
    ...(none === null || none === shared ? {} : { remark: none }),
  };
  if (!hasObserved(curve)) return [expected];
  return [expected, { words: `${name}, observed`, colour, dash: [], sample: 'markers' }];
}

/** Where there is no limit, in words; null when there is one everywhere. */
export function noReachWords(points: readonly ReachPoint[]): string | null {
  const blind = points.map(({ limit }) => limit === null);
  if (!blind.includes(true)) return null;
  if (!blind.includes(false)) return `no sensitivity at any mass: ${points[0]?.reason ?? 'nothing is selected'}`;
  const first = blind.indexOf(false);
  const last = blind.lastIndexOf(false);
  const mass = (at: number): string => printRounded(points[at]?.massMeV ?? 0);
  const words = [
    ...(first > 0 ? [`below ${mass(first)} MeV`] : []),
    ...(last < points.length - 1 ? [`above ${mass(last)} MeV`] : []),
  ];
  return words.length === 0 ? 'no sensitivity at some masses' : `no sensitivity ${words.join(' and ')}`;
}

/** The words that all curves share about masses without sensitivity, or null. */
export function sharedNoReach(curves: readonly Curve[]): string | null {
  const words = new Set(curves.map(({ result }) => noReachWords(result.points)));
  return words.size === 1 ? ([...words][0] ?? null) : null;
}

/** Masses at which no curve has a limit. */
export function blindStrips(curves: readonly Curve[]): Strip[] {
  const seeing = curves.flatMap(({ result }) =>
    result.points.filter(({ limit }) => limit !== null).map(({ massMeV }) => massMeV),
  );
  const grid = curves.flatMap(({ result }) => result.points.map(({ massMeV }) => massMeV));
  if (grid.length === 0) return [];
  const words = 'no sensitivity';
  const [low, high] = [Math.min(...grid), Math.max(...grid)];
  if (seeing.length === 0) return [{ from: low, to: high, words, hatched: true }];
  const [first, last] = [Math.min(...seeing), Math.max(...seeing)];
  return [
    ...(first > low ? [{ from: low, to: first, words, hatched: true }] : []),
    ...(last < high ? [{ from: last, to: high, words, hatched: true }] : []),
  ];
}
