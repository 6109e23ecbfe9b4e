import type { Acceptance, Window } from '../../../core/scenario.ts';
import type { Axis } from '../../charts/axis.ts';
import type { LegendEntry, Point, PlotModel } from '../../charts/model.ts';
import type { DataTable } from '../../ui/table.ts';

type Edge = 'low' | 'central' | 'high';
const edgeColour = { light: '#0067a5', dark: '#5ab4f0' };
const dashes: Readonly<Record<Edge, readonly number[]>> = { low: [], central: [6, 3], high: [2, 2.5] };
const names: Readonly<Record<Edge, string>> = { low: 'low edge', central: 'central', high: 'high edge' };

/** The acceptance table as it is used: linear between its points, zero outside. The edge that the signal uses stands out. */
export function acceptanceModel(
  { points, signal }: Acceptance,
  window: Window,
  dark: boolean,
  small = false,
): PlotModel {
  const colour = edgeColour[dark ? 'dark' : 'light'];
  const top = Math.max(...points.map((p) => p.high), 1e-9);
  const exponent = Math.floor(Math.log10(top));
  const along = (edge: Edge): Point[] => points.map((p) => ({ x: p.pMeV, y: p[edge] / 10 ** exponent }));
  const line = (edge: Edge) =>
    ({
      kind: 'line',
      points: along(edge),
      colour,
      width: edge === signal ? 2.2 : 1,
      dash: dashes[edge],
      markers: !small,
    }) as const;
  return {
    x: momentumAxis(points, window),
    y: {
      min: 0,
      max: (top / 10 ** exponent) * 1.15,
      scale: 'linear',
      title: `${small ? '' : 'acceptance  '}${exponent === 0 ? '' : `[10^{${String(exponent)}}]`}`,
      numbers: 'plain',
    },
    layers: [
      { kind: 'band', low: along('low'), high: along('high'), colour, opacity: 0.14 },
      line('high'),
      line('central'),
      line('low'),
    ],
    strips: [{ from: window.minMeV, to: window.maxMeV, words: small ? '' : 'window', hatched: false }],
    notes: [],
  };
}

function momentumAxis(points: Acceptance['points'], window: Window): Axis {
  const min = Math.min(window.minMeV, points[0]?.pMeV ?? 100) - 10;
  const max = Math.max(window.maxMeV, points.at(-1)?.pMeV ?? 236) + 10;
  return { min: Math.max(0, min), max, scale: 'linear', title: '*p*_μ  [MeV/*c*]', numbers: 'plain' };
}

export function acceptanceLegend(signal: Edge, dark: boolean): LegendEntry[] {
  const colour = edgeColour[dark ? 'dark' : 'light'];
  return (['high', 'central', 'low'] as const).map((edge) => {
    const uses = [...(edge === signal ? ['signal'] : []), ...(edge === 'central' ? ['backgrounds'] : [])];
    return {
      words: names[edge],
      colour,
      dash: dashes[edge],
      sample: 'line',
      width: edge === signal ? 2.2 : 1,
      ...(uses.length === 0 ? {} : { remark: `used for ${uses.join(' and ')}` }),
    };
  });
}

export function acceptanceTable({ points }: Acceptance, name: string): DataTable {
  return {
    caption: `Acceptance of ${name}`,
    columns: ['p_μ [MeV/c]', 'low', 'central', 'high'],
    rows: points.map((p) => [p.pMeV, p.low, p.central, p.high]),
  };
}
