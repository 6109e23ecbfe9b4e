/** The only place that makes Chart.js charts. */
import {
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  type ChartConfiguration,
  type ScaleOptionsByType,
} from 'chart.js';
import type { Axis } from './axis.ts';
import type { ChartColours } from './colours.ts';
import { datasetsOf } from './datasets.ts';
import { framePlugin } from './frame.ts';
import { padding } from './geometry.ts';
import type { PlotModel } from './model.ts';

Chart.register(Filler, LinearScale, LineController, LineElement, LogarithmicScale, PointElement);

type Config = ChartConfiguration<'line', { x: number; y: number }[]>;
type Scales = NonNullable<NonNullable<Config['options']>['scales']>;

/** A plot on a canvas. Axes are drawn by the frame, so that ticks and powers look as in print. */
export class PlotChart {
  readonly #chart: Chart<'line', { x: number; y: number }[]>;
  #model: PlotModel;
  #colours: ChartColours;

  /** @param top height kept free above the frame [px], for a title and legend */
  constructor(canvas: HTMLCanvasElement, model: PlotModel, colours: ChartColours, top?: number, pixelRatio?: number) {
    this.#model = model;
    this.#colours = colours;
    const frame = framePlugin({ model: () => this.#model, colours: () => this.#colours });
    this.#chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: datasetsOf(model.layers) },
      options: {
        animation: false,
        responsive: false,
        maintainAspectRatio: false,
        events: [],
        parsing: false,
        normalized: true,
        layout: { padding: padding(model, top), autoPadding: false },
        plugins: { legend: { display: false }, tooltip: { enabled: false } },
        scales: scalesOf(model),
        ...(pixelRatio === undefined ? {} : { devicePixelRatio: pixelRatio }),
      },
      plugins: [frame],
    });
  }

  resize(width: number, height: number): void {
    this.#chart.resize(width, height);
  }

  show(model: PlotModel, colours: ChartColours): void {
    this.#model = model;
    this.#colours = colours;
    this.#chart.data.datasets = datasetsOf(model.layers);
    this.#chart.options.scales = scalesOf(model);
    this.#chart.options.layout = { padding: padding(model), autoPadding: false };
    this.#chart.update('none');
  }

  destroy(): void {
    this.#chart.destroy();
  }
}

function scalesOf({ x, y, y2 }: PlotModel): Scales {
  return { x: scaleOf(x, 'x'), y: scaleOf(y, 'y'), ...(y2 === undefined ? {} : { y2: scaleOf(y2, 'y') }) };
}

function scaleOf({ min, max, scale }: Axis, axis: 'x' | 'y'): NonNullable<Scales[string]> {
  const common = { axis, min, max, display: false } as const;
  const options = {
    ...common,
    type: scale === 'log' ? 'logarithmic' : 'linear',
    afterBuildTicks: (built: { ticks: unknown[] }) => (built.ticks = []),
  };
  return options as unknown as ScaleOptionsByType<'linear'>;
}
