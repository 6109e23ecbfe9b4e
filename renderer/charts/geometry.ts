/** Where the plot's frame lies on its canvas [CSS pixels]. */
import { fractionOf, type Axis } from './axis.ts';
import type { PlotModel } from './model.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Room for labels around the frame; `top` grows where a title and legend stand above. */
export function padding(model: Pick<PlotModel, 'y2'>, top = 14): Box {
  return { left: 66, top, right: model.y2 === undefined ? 18 : 62, bottom: 50 };
}

export function frameOf(model: Pick<PlotModel, 'y2'>, width: number, height: number, top?: number): Box {
  const pad = padding(model, top);
  return {
    left: pad.left,
    top: pad.top,
    right: Math.max(pad.left + 1, width - pad.right),
    bottom: Math.max(pad.top + 1, height - pad.bottom),
  };
}

export function xPixel(axis: Axis, box: Box, value: number): number {
  return box.left + fractionOf(axis, value) * (box.right - box.left);
}

export function yPixel(axis: Axis, box: Box, value: number): number {
  return box.bottom - fractionOf(axis, value) * (box.bottom - box.top);
}

export function clampTo(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
