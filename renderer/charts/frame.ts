/** Frame, inward ticks on all four sides, labels, strips and notes of a plot. */
import type { Plugin } from 'chart.js';
import { ticksOf, type Axis } from './axis.ts';
import type { ChartColours } from './colours.ts';
import { xPixel, yPixel, type Box } from './geometry.ts';
import type { PlotModel } from './model.ts';
import { drawStrips } from './strips.ts';
import { drawText, drawTextUpwards, type TextStyle } from './text.ts';

export interface FrameSource {
  readonly model: () => PlotModel;
  readonly colours: () => ChartColours;
}

type Context = CanvasRenderingContext2D;
const labelSize = 12;
const majorTick = 7;
const minorTick = 3.5;

export function framePlugin(source: FrameSource): Plugin<'line'> {
  return {
    id: 'frame',
    beforeDatasetsDraw: ({ ctx, chartArea }) => drawStrips(ctx, chartArea, source.model(), source.colours()),
    afterDraw: ({ ctx, chartArea }) => drawFrame(ctx, chartArea, source.model(), source.colours()),
  };
}

function drawFrame(context: Context, box: Box, model: PlotModel, colours: ChartColours): void {
  context.save();
  context.strokeStyle = colours.frame;
  context.lineWidth = 1;
  xTicks(context, box, model.x, colours);
  yTicks(context, box, model.y, colours, 'left', model.y2 === undefined);
  if (model.y2 !== undefined) yTicks(context, box, model.y2, colours, 'right', false);
  context.strokeRect(
    crisp(box.left),
    crisp(box.top),
    Math.round(box.right - box.left),
    Math.round(box.bottom - box.top),
  );
  titles(context, box, model, colours);
  notes(context, box, model, colours);
  context.restore();
}

function xTicks(context: Context, box: Box, axis: Axis, colours: ChartColours): void {
  const style: TextStyle = { size: labelSize, colour: colours.ink, align: 'centre' };
  for (const { value, label } of ticksOf(axis, (box.right - box.left) / 70)) {
    const x = crisp(xPixel(axis, box, value));
    const length = label === null ? minorTick : majorTick;
    stroke(context, x, box.bottom, x, box.bottom - length);
    stroke(context, x, box.top, x, box.top + length);
    if (label !== null) drawText(context, label, x, box.bottom + 14, style);
  }
}

function yTicks(
  context: Context,
  box: Box,
  axis: Axis,
  colours: ChartColours,
  side: 'left' | 'right',
  mirrored: boolean,
): void {
  const [at, inward, align] = side === 'left' ? [box.left, 1, 'right' as const] : [box.right, -1, 'left' as const];
  for (const { value, label } of ticksOf(axis, (box.bottom - box.top) / 45)) {
    const y = crisp(yPixel(axis, box, value));
    const length = label === null ? minorTick : majorTick;
    stroke(context, at, y, at + inward * length, y);
    if (mirrored) stroke(context, box.right, y, box.right - length, y);
    if (label !== null) drawText(context, label, at - inward * 7, y, { size: labelSize, colour: colours.ink, align });
  }
}

function titles(context: Context, box: Box, { x, y, y2 }: PlotModel, colours: ChartColours): void {
  const style: TextStyle = { size: 13, colour: colours.ink, align: 'centre' };
  const middle = (box.top + box.bottom) / 2;
  drawText(context, x.title, (box.left + box.right) / 2, box.bottom + 36, style);
  drawTextUpwards(context, y.title, box.left - 50, middle, style);
  if (y2 !== undefined) drawTextUpwards(context, y2.title, box.right + 50, middle, style);
}

function notes(context: Context, box: Box, { x, y, notes: all }: PlotModel, colours: ChartColours): void {
  const style: TextStyle = { size: 12, colour: colours.muted, align: 'left' };
  for (const note of all) drawText(context, note.words, xPixel(x, box, note.x), yPixel(y, box, note.y), style);
}

function stroke(context: Context, x0: number, y0: number, x1: number, y1: number): void {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}

/** A line of one pixel is sharp only between two pixel edges. */
function crisp(position: number): number {
  return Math.round(position) + 0.5;
}
