/** A view as a picture for a talk: title, legend and plot on one ground, 2400 × 1700 pixels and more for long legends. */
import { PlotChart } from './chart.ts';
import { chartColours, type ChartColours } from './colours.ts';
import type { LegendEntry, PlotModel } from './model.ts';
import { drawText, textWidth, type TextStyle } from './text.ts';
import { withOpacity } from './datasets.ts';

interface Drawn {
  readonly title: string;
  readonly caption: readonly string[];
  readonly plot: { readonly model: PlotModel; readonly legend: readonly LegendEntry[] };
}

const width = 1000;
const plotHeight = 640;
const pixelRatio = 2.4;
const left = 66;
const line = 19;

export async function pictureOf({ title, caption, plot }: Drawn, dark: boolean, withTitle: boolean): Promise<Blob> {
  const colours = chartColours(dark);
  const plain = document.createElement('canvas').getContext('2d');
  if (plain === null) throw new Error('This browser cannot draw pictures.');
  const rows = legendRows(plain, plot.legend);
  const top = (withTitle ? 40 : 14) + rows.length * line + 12;
  const height = top + plotHeight + caption.length * 18;

  const chart = drawnPlot(plot.model, colours, top, top + plotHeight);
  const picture = sized(width, height);
  const context = picture.getContext('2d');
  if (context === null) throw new Error('This browser cannot draw pictures.');
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, height);
  context.drawImage(chart, 0, 0, width, top + plotHeight);
  if (withTitle) drawText(context, title, left, 24, { size: 16, colour: colours.ink, align: 'left', bold: true });
  rows.forEach((row, i) => drawRow(context, row, (withTitle ? 50 : 18) + i * line, colours));
  caption.forEach((words, i) =>
    drawText(context, words, left, top + plotHeight + 4 + i * 18, { size: 12, colour: colours.muted, align: 'left' }),
  );
  return blobOf(picture);
}

function sized(cssWidth: number, cssHeight: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(cssWidth * pixelRatio);
  canvas.height = Math.round(cssHeight * pixelRatio);
  return canvas;
}

function drawnPlot(model: PlotModel, colours: ChartColours, top: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const chart = new PlotChart(canvas, model, colours, top, pixelRatio);
  chart.resize(width, height);
  const copy = sized(width, height);
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  chart.destroy();
  return copy;
}

interface Placed {
  readonly x: number;
  readonly entry: LegendEntry;
}
const legendStyle: TextStyle = { size: 12.5, colour: '', align: 'left' };
const sampleWidth = 38;

function roomOf({ sample }: LegendEntry): number {
  return sample === 'none' ? 0 : sampleWidth;
}

function wordsOf({ words, remark }: LegendEntry): string {
  return remark === undefined ? words : `${words}; ${remark}`;
}

function legendRows(context: CanvasRenderingContext2D, legend: readonly LegendEntry[]): Placed[][] {
  const rows: Placed[][] = [[]];
  let x = left;
  for (const entry of legend) {
    const needed = roomOf(entry) + textWidth(context, wordsOf(entry), legendStyle) + 22;
    if (x > left && x + needed > width) {
      rows.push([]);
      x = left;
    }
    rows.at(-1)?.push({ x, entry });
    x += needed;
  }
  return rows;
}

function drawRow(context: CanvasRenderingContext2D, row: readonly Placed[], y: number, colours: ChartColours): void {
  for (const { x, entry } of row) {
    drawSample(context, entry, x, y);
    drawText(context, wordsOf(entry), x + roomOf(entry), y, { ...legendStyle, colour: colours.ink });
  }
}

function drawSample(
  context: CanvasRenderingContext2D,
  { colour, dash, sample, opacity, width: thick }: LegendEntry,
  x: number,
  y: number,
): void {
  if (sample === 'none') return;
  if (sample === 'area') {
    context.fillStyle = withOpacity(colour, opacity ?? 0.3);
    context.fillRect(x, y - 5, 30, 10);
    return;
  }
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = thick ?? (sample === 'line' ? 2 : 1);
  context.setLineDash([...dash]);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + 30, y);
  context.stroke();
  context.restore();
  context.fillStyle = colour;
  for (const at of sample === 'markers' ? [8, 22] : []) dot(context, x + at, y);
}

function dot(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.arc(x, y, 2.4, 0, 2 * Math.PI);
  context.fill();
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture could not be made.'));
      else resolve(blob);
    }, 'image/png');
  });
}
