import type { GMinus2Band } from '../../../core/contract.ts';
import type { Cell, DataTable } from '../../ui/table.ts';
import { literal } from '../../words/typeset.ts';
import { bosonWords } from '../../study/boson.ts';
import { hasObserved, type Curve } from './curve.ts';

const columns = [
  ['median', 'expected median'],
  ['minus2', '−2σ'],
  ['minus1', '−1σ'],
  ['plus1', '+1σ'],
  ['plus2', '+2σ'],
] as const;

/** What a file says of a curve beside its numbers. */
export interface About {
  readonly preset: string;
  readonly gMinus2Input: string;
}

/** Every curve in view as numbers, and the (g−2)_μ region. */
export function reachTable(
  curves: readonly Curve[],
  band: GMinus2Band | null,
  caption: string,
  about: (curve: Curve) => About,
): DataTable {
  const masses =
    curves[0]?.result.points.map(({ massMeV }) => massMeV) ?? band?.points.map(({ massMeV }) => massMeV) ?? [];
  const sameGrid = band !== null && band.points.length === masses.length;
  const somewhereBlind = curves.some(({ result }) => result.points.some(({ limit }) => limit === null));
  return {
    caption,
    file: reachFile(curves, band, about),
    columns: [
      'm_X [MeV]',
      ...curves.flatMap(titles),
      ...(sameGrid ? ['(g−2)_μ −2σ', '(g−2)_μ −1σ', '(g−2)_μ +1σ', '(g−2)_μ +2σ'] : []),
      ...(somewhereBlind ? ['why no limit'] : []),
    ],
    rows: masses.map((mass, i) => [
      mass,
      ...curves.flatMap((curve) => numbers(curve, i)),
      ...(sameGrid ? edges(band, i) : []),
      ...(somewhereBlind ? [whyBlind(curves, i)] : []),
    ]),
  };
}

function titles(curve: Curve): string[] {
  const all = columns.map(([, title]) => `${literal(curve.name)}, ${title}`);
  return hasObserved(curve) ? [...all, `${literal(curve.name)}, observed`] : all;
}

function numbers(curve: Curve, i: number): Cell[] {
  const limit = curve.result.points[i]?.limit ?? null;
  const all = columns.map(([key]) => limit?.[key] ?? null);
  return hasObserved(curve) ? [...all, limit?.observed ?? null] : all;
}

function edges(band: GMinus2Band, i: number): Cell[] {
  const point = band.points[i];
  return [point?.low2 ?? null, point?.low1 ?? null, point?.high1 ?? null, point?.high2 ?? null];
}

/** The reasons at one mass, each with the scenarios that it holds for where it does not hold for all. */
function whyBlind(curves: readonly Curve[], i: number): Cell {
  const blind = curves.flatMap(({ name, result }) => {
    const point = result.points[i];
    return point?.limit === null ? [{ name, reason: point.reason ?? 'no limit' }] : [];
  });
  const reasons = [...new Set(blind.map(({ reason }) => reason))];
  if (reasons.length === 0) return null;
  if (reasons.length === 1 && blind.length === curves.length) return reasons[0] ?? null;
  return blind.map(({ name, reason }) => `${name}: ${reason}`).join('; ');
}

const fileColumns = [
  'scenario',
  'preset',
  'boson',
  'method',
  'statistic',
  'confidence_level',
  'bands',
  'gminus2_input',
  'mass_MeV',
  ...columns.map(([key]) => key),
  'observed',
  'gminus2_minus2',
  'gminus2_minus1',
  'gminus2_plus1',
  'gminus2_plus2',
  'why_no_limit',
];

/** One row per scenario and mass, for a program: a scenario's words stand in columns, not in headings. */
function reachFile(
  curves: readonly Curve[],
  band: GMinus2Band | null,
  about: (curve: Curve) => About,
): Pick<DataTable, 'columns' | 'rows'> {
  const region = (massMeV: number): Cell[] => {
    const at = band?.points.findIndex((point) => point.massMeV === massMeV) ?? -1;
    return band === null || at < 0 ? [null, null, null, null] : edges(band, at);
  };
  const rows = curves.flatMap((curve) => {
    const { analysis, boson } = curve.result.scenario;
    const { preset, gMinus2Input } = about(curve);
    const words = [curve.name, preset, bosonWords(boson), analysis.method, analysis.statistic];
    const how = [analysis.confidenceLevel, curve.toys ? 'toys' : 'exact', gMinus2Input];
    return curve.result.points.map(({ massMeV, limit, reason }): Cell[] => [
      ...words,
      ...how,
      massMeV,
      ...columns.map(([key]) => limit?.[key] ?? null),
      limit?.observed ?? null,
      ...region(massMeV),
      limit === null ? (reason ?? null) : null,
    ]);
  });
  return { columns: fileColumns, rows };
}
