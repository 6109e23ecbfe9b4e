import type { ChartDataset } from 'chart.js';
import type { BandLayer, Layer, LineLayer, Point } from './model.ts';

type Dataset = ChartDataset<'line', { x: number; y: number }[]>;

/** Chart.js's datasets of a plot's layers; the first layer is drawn lowest. */
export function datasetsOf(layers: readonly Layer[]): Dataset[] {
  return layers.flatMap((layer, i) => {
    const order = layers.length - i;
    return layer.kind === 'line' ? [line(layer, order)] : band(layer, order);
  });
}

function line({ points, colour, width, dash, markers, smooth, axis }: LineLayer, order: number): Dataset {
  const base = plain(points, order, axis);
  return {
    ...base,
    ...interpolation(smooth),
    borderColor: colour,
    borderWidth: width,
    borderDash: [...dash],
    pointRadius: markers === true ? 2.2 : 0,
    pointBackgroundColor: colour,
    pointBorderWidth: 0,
  };
}

function band({ low, high, colour, opacity, smooth, axis }: BandLayer, order: number): Dataset[] {
  const hidden = { borderWidth: 0, pointRadius: 0, ...interpolation(smooth) };
  return [
    { ...plain(low, order, axis), ...hidden },
    { ...plain(high, order, axis), ...hidden, fill: '-1', backgroundColor: withOpacity(colour, opacity) },
  ];
}

/** Monotone in pixels, so in log–log where the axes are; it never leaves the range between two points. */
function interpolation(smooth: boolean | undefined): Pick<Dataset, 'cubicInterpolationMode'> {
  return smooth === true ? { cubicInterpolationMode: 'monotone' } : {};
}

function plain(points: readonly Point[], order: number, axis: 'y' | 'y2' | undefined): Dataset {
  return {
    data: points.map(({ x, y }) => ({ x, y: y ?? Number.NaN })),
    yAxisID: axis ?? 'y',
    order,
    spanGaps: false,
    fill: false,
  };
}

/** `#rrggbb` with an opacity from 0 to 1. */
export function withOpacity(colour: string, opacity: number): string {
  return (
    colour +
    Math.round(opacity * 255)
      .toString(16)
      .padStart(2, '0')
  );
}
