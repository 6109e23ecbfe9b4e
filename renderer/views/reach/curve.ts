import type { ReachPoint, ReachResult } from '../../../core/contract.ts';
import type { Layer, LegendEntry, Point } from '../../charts/model.ts';
import { literal } from '../../words/typeset.ts';
import { printPercent } from '../../words/print.ts';

/** One scenario on the plane. */
export interface Curve {
  readonly id: string;
  /** With “(calibrated)” where it is. */
  readonly name: string;
  readonly colour: string;
  readonly dash: readonly number[];
  readonly result: ReachResult;
  /** The bands are from toys; otherwise they are exact. */
  readonly toys: boolean;
}

/** Whether two lists of curves draw the same. */
export function sameCurves(a: readonly Curve[], b: readonly Curve[]): boolean {
  const same = (curve: Curve, other: Curve | undefined): boolean =>
    curve.id === other?.id &&
    curve.name === other.name &&
    curve.colour === other.colour &&
    curve.dash === other.dash &&
    curve.toys === other.toys &&
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
    { kind: 'band', low: along(points, 'minus2'), high: along(points, 'plus2'), colour, opacity: 0.1, smooth: true },
    { kind: 'band', low: along(points, 'minus1'), high: along(points, 'plus1'), colour, opacity: 0.16, smooth: true },
  ];
}

export function lineLayers(curve: Curve): Layer[] {
  const { colour, dash, result } = curve;
  const median: Layer = { kind: 'line', points: along(result.points, 'median'), colour, dash, width: 2, smooth: true };
  if (!hasObserved(curve)) return [median];
  return [
    median,
    { kind: 'line', points: along(result.points, 'observed'), colour, dash: [], width: 1, markers: true, smooth: true },
  ];
}

export function legendOf(curve: Curve): LegendEntry[] {
  const { colour, dash, result } = curve;
  const name = literal(curve.name);
  const { analysis, boson } = result.scenario;
  const kind = boson.kind === 'scalar' ? `, scalar with invisible fraction ${String(boson.invisibleFraction)}` : '';
  const expected: LegendEntry = {
    words: `${name}${kind}, expected ${printPercent(analysis.confidenceLevel, 4)} CL${curve.toys ? ', toys' : ''}`,
    colour,
    dash,
    sample: 'line',
  };
  if (!hasObserved(curve)) return [expected];
  return [expected, { words: `${name}, observed`, colour, dash: [], sample: 'markers' }];
}
