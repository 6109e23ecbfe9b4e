import type { Spectrum } from '../../../core/contract.ts';
import type { Axis } from '../../charts/axis.ts';
import type { Layer, LegendEntry, Point, PlotModel } from '../../charts/model.ts';
import type { DataTable } from '../../ui/table.ts';
import { printExact, printRounded } from '../../words/print.ts';
import { couplingOf, symbolOf, type BosonKind } from '../../study/boson.ts';
import { kindName } from '../editor/kinds.ts';

type Bin = Spectrum['bins'][number];
export interface SpectrumLook {
  readonly scale: 'log' | 'linear';
  readonly acceptance: boolean;
  readonly dark: boolean;
  readonly signalColour: string;
  readonly boson: BosonKind;
}

const backgroundColours = { light: ['#7b8591', '#a9b1ba', '#5d6772'], dark: ['#79838f', '#56606b', '#9aa4b0'] };
const acceptanceColour = { light: '#8a6d00', dark: '#e3c34a' };

/** Backgrounds stacked by kind, the signal on top, per bin of reconstructed momentum. */
export function spectrumModel(spectrum: Spectrum, look: SpectrumLook): PlotModel {
  const bins = inView(spectrum.bins);
  const [low, high] = spectrum.windowMeV;
  const y = eventsAxis(bins, look.scale, spectrum);
  return {
    x: {
      min: bins[0]?.minMeV ?? 0,
      max: bins.at(-1)?.maxMeV ?? 236,
      scale: 'linear',
      title: '*p*_μ  [MeV/*c*]',
      numbers: 'plain',
    },
    y,
    ...(look.acceptance ? { y2: acceptanceAxis(bins) } : {}),
    layers: [...stack(bins, kindsOf(bins), look, y.min), ...(look.acceptance ? [acceptanceLine(bins, look.dark)] : [])],
    strips: [{ from: low, to: high, words: 'window', hatched: false }],
    notes: [],
  };
}

/** Bins in which something can be, and one more on either side. */
function inView(bins: readonly Bin[]): readonly Bin[] {
  const something = bins.map((bin) => bin.signal > 0 || bin.background > 0 || bin.acceptance.high > 0);
  const [first, last] = [something.indexOf(true), something.lastIndexOf(true)];
  return first < 0 ? bins : bins.slice(Math.max(0, first - 1), last + 2);
}

function kindsOf(bins: readonly Bin[]): string[] {
  return Object.keys(bins[0]?.byKind ?? {});
}

function stack(bins: readonly Bin[], kinds: readonly string[], look: SpectrumLook, floor: number): Layer[] {
  const layers: Layer[] = [];
  let below = bins.map(() => 0);
  kinds.forEach((kind, i) => {
    const above = bins.map((bin, j) => (below[j] ?? 0) + (bin.byKind[kind] ?? 0));
    layers.push(...area(bins, below, above, backgroundColour(i, look.dark), 0.55, floor));
    below = above;
  });
  const total = bins.map((bin, j) => (below[j] ?? 0) + bin.signal);
  return [...layers, ...area(bins, below, total, look.signalColour, 0.38, floor)];
}

function area(
  bins: readonly Bin[],
  low: readonly number[],
  high: readonly number[],
  colour: string,
  opacity: number,
  floor: number,
): Layer[] {
  const top = steps(bins, high, floor);
  return [
    { kind: 'band', low: steps(bins, low, floor), high: top, colour, opacity },
    { kind: 'line', points: top, colour, width: 1.4, dash: [] },
  ];
}

/** A histogram's outline. On a logarithmic axis an empty bin lies on the axis. */
function steps(bins: readonly Bin[], values: readonly number[], floor: number): Point[] {
  return bins.flatMap(({ minMeV, maxMeV }, i) =>
    [minMeV, maxMeV].map((x) => ({ x, y: Math.max(values[i] ?? 0, floor) })),
  );
}

function eventsAxis(bins: readonly Bin[], scale: 'log' | 'linear', spectrum: Spectrum): Axis {
  const width = printExact((bins[0]?.maxMeV ?? 0) - (bins[0]?.minMeV ?? 0));
  const title = `events per ${width} MeV/*c*`;
  const top = Math.max(...bins.map((bin) => bin.signal + bin.background), 1e-6);
  if (scale === 'linear') return { min: 0, max: top * 1.12, scale, title, numbers: 'plain' };
  const max = 10 ** Math.ceil(Math.log10(top * 1.5));
  const [low, high] = spectrum.windowMeV;
  const inside = bins
    .filter((bin) => bin.minMeV < high && bin.maxMeV > low)
    .map((bin) => Math.max(bin.background, bin.signal));
  const least = Math.min(...inside.filter((events) => events > 0), top);
  return { min: Math.min(10 ** Math.floor(Math.log10(least / 5)), max / 1e3), max, scale, title, numbers: 'power' };
}

function acceptanceAxis(bins: readonly Bin[]): Axis {
  const top = Math.max(...bins.map((bin) => bin.acceptance.high), 1e-9);
  return {
    min: 0,
    max: (top * 1.3) / acceptanceUnit(bins),
    scale: 'linear',
    title: `acceptance  [10^{${String(Math.log10(acceptanceUnit(bins)))}}]`,
    numbers: 'plain',
  };
}

function acceptanceUnit(bins: readonly Bin[]): number {
  return 10 ** Math.floor(Math.log10(Math.max(...bins.map((bin) => bin.acceptance.high), 1e-9)));
}

function acceptanceLine(bins: readonly Bin[], dark: boolean): Layer {
  const unit = acceptanceUnit(bins);
  const points = bins.map((bin) => ({ x: (bin.minMeV + bin.maxMeV) / 2, y: bin.acceptance.central / unit }));
  return {
    kind: 'line',
    points,
    colour: acceptanceColour[dark ? 'dark' : 'light'],
    width: 1.5,
    dash: [6, 3],
    axis: 'y2',
  };
}

function backgroundColour(i: number, dark: boolean): string {
  const colours = backgroundColours[dark ? 'dark' : 'light'];
  return colours[i % colours.length] ?? '#888888';
}

export function spectrumLegend(
  { bins, massMeV, coupling, signalInWindow, backgroundInWindow }: Spectrum,
  look: SpectrumLook,
): LegendEntry[] {
  const kinds = kindsOf(bins);
  const signal = `signal, *m*_${symbolOf[look.boson]} = ${printRounded(massMeV)} MeV, ${couplingOf[look.boson]} = ${printRounded(coupling)}`;
  const acceptance: LegendEntry = {
    words: 'acceptance, central',
    colour: acceptanceColour[look.dark ? 'dark' : 'light'],
    dash: [6, 3],
    sample: 'line',
  };
  return [
    {
      words: signal,
      remark: `${printRounded(signalInWindow)} events in the window`,
      colour: look.signalColour,
      dash: [],
      sample: 'area',
      opacity: 0.5,
    },
    ...kinds.map((kind, i): LegendEntry => ({
      words: kindName(kind),
      colour: backgroundColour(i, look.dark),
      dash: [],
      sample: 'area',
      opacity: 0.6,
      ...(kinds.length === 1 ? { remark: `${printRounded(backgroundInWindow)} events in the window` } : {}),
    })),
    ...(look.acceptance ? [acceptance] : []),
  ];
}

export function spectrumTable({ bins }: Spectrum, caption: string): DataTable {
  const kinds = kindsOf(bins);
  return {
    caption,
    columns: [
      'p_μ from [MeV/c]',
      'to [MeV/c]',
      'signal',
      'background',
      ...kinds.map((kind) => `of which ${kindName(kind)}`),
      'acceptance, low',
      'central',
      'high',
    ],
    rows: bins.map((bin) => [
      bin.minMeV,
      bin.maxMeV,
      bin.signal,
      bin.background,
      ...kinds.map((kind) => bin.byKind[kind] ?? null),
      bin.acceptance.low,
      bin.acceptance.central,
      bin.acceptance.high,
    ]),
  };
}
