/** What a plot shows, free of any library: axes, and layers from the lowest to the topmost. */
import type { Axis } from './axis.ts';

/** y is null where there is nothing to draw. */
export interface Point {
  readonly x: number;
  readonly y: number | null;
}

export interface LineLayer {
  readonly kind: 'line';
  readonly points: readonly Point[];
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly markers?: boolean;
  /** Smooth through its points, without overshoot. */
  readonly smooth?: boolean;
  readonly axis?: 'y' | 'y2';
}

/** The area between two curves that have the same x values. */
export interface BandLayer {
  readonly kind: 'band';
  readonly low: readonly Point[];
  readonly high: readonly Point[];
  readonly colour: string;
  readonly opacity: number;
  readonly smooth?: boolean;
  readonly axis?: 'y' | 'y2';
}

export type Layer = LineLayer | BandLayer;

/** A shaded range of x, over the whole height, with words. */
export interface Strip {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly hatched: boolean;
}

/** Typeset words at a point. */
export interface Note {
  readonly x: number;
  readonly y: number;
  readonly words: string;
}

export interface PlotModel {
  readonly x: Axis;
  readonly y: Axis;
  readonly y2?: Axis;
  readonly layers: readonly Layer[];
  readonly strips: readonly Strip[];
  readonly notes: readonly Note[];
}

/** One entry of the legend: what the line or area is. */
export interface LegendEntry {
  readonly words: string;
  /** Quieter words after it, such as where there is no reach. */
  readonly remark?: string;
  readonly colour: string;
  readonly dash: readonly number[];
  /** none: words about the whole plot. */
  readonly sample: 'line' | 'markers' | 'area' | 'none';
  readonly opacity?: number;
  /** Of a line, where it is not 2. */
  readonly width?: number;
  /** More, for who asks: shown where the pointer rests. */
  readonly title?: string;
}
