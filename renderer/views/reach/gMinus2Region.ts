import type { GMinus2Band, GMinus2Input } from '../../../core/contract.ts';
import type { Axis } from '../../charts/axis.ts';
import type { BosonKind } from '../../study/boson.ts';
import type { Layer, LegendEntry, Note, Point } from '../../charts/model.ts';

type Edge = 'low1' | 'low2' | 'high1' | 'high2';

/** The couplings that (g−2)_μ prefers. Without a lower edge the region reaches down to zero, so it is an upper bound. */
export function regionLayers(band: GMinus2Band, colour: string): Layer[] {
  return [area(band, 'low2', 'high2', colour, 0.16), area(band, 'low1', 'high1', colour, 0.2), ...edges(band, colour)];
}

function along(band: GMinus2Band, edge: Edge, high: Edge): Point[] {
  return band.points.map((point) => ({
    x: point.massMeV,
    y: point[high] === null ? null : (point[edge] ?? Number.MIN_VALUE),
  }));
}

function area(band: GMinus2Band, low: Edge, high: Edge, colour: string, opacity: number): Layer {
  return {
    kind: 'band',
    low: along(band, low, high),
    high: along(band, high, high),
    colour,
    opacity,
    smooth: isBounded(band, low),
  };
}

/** Where an edge reaches down to zero nothing can be smooth through it. */
function isBounded(band: GMinus2Band, edge: Edge): boolean {
  return band.points.every((point) => point[edge] !== null);
}

function edges(band: GMinus2Band, colour: string): Layer[] {
  const edge = (key: Edge): Layer => ({
    kind: 'line',
    points: band.points.map((p) => ({ x: p.massMeV, y: p[key] })),
    colour,
    width: 0.75,
    smooth: true,
    dash: [],
  });
  return [edge('low2'), edge('high2')];
}

/** Whether the input only bounds the coupling from above, at 2σ. */
export function isUpperBound(band: GMinus2Band): boolean {
  return band.points.every(({ low2 }) => low2 === null) && band.points.some(({ high2 }) => high2 !== null);
}

/** The region's name, inside it, near the left edge of what is in view. */
export function regionNotes(band: GMinus2Band, boson: BosonKind, x: Axis, y: Axis): Note[] {
  const from = x.scale === 'log' ? x.min * (x.max / x.min) ** 0.02 : x.min + 0.02 * (x.max - x.min);
  const point = band.points.find(({ massMeV }) => massMeV >= from);
  if (point === undefined || point.high2 === null) return [];
  const low = Math.max(point.low2 ?? y.min, y.min);
  const high = Math.min(point.high2, y.max);
  if (low >= high) return [];
  const middle = point.central !== null && point.low2 !== null ? point.central : Math.sqrt(low * high);
  const what = isUpperBound(band) ? 'allows below, 2σ' : '1σ, 2σ';
  return [{ x: from, y: middle, words: `(*g*−2)_μ, ${boson}: ${what}` }];
}

export function regionLegend(
  band: GMinus2Band,
  boson: BosonKind,
  input: GMinus2Input | undefined,
  colour: string,
): LegendEntry {
  const kind = isUpperBound(band) ? 'allowed within 2σ, an upper bound' : 'preferred, 1σ and 2σ';
  const what = `(*g*−2)_μ, ${boson}, ${kind}`;
  return { words: `${what}: ${input?.label ?? band.input}`, colour, dash: [], sample: 'area', opacity: 0.36 };
}
