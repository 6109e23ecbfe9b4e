import type { ChartColours } from './colours.ts';
import { clampTo, xPixel, type Box } from './geometry.ts';
import type { PlotModel, Strip } from './model.ts';
import { drawText, drawTextUpwards, textWidth, type TextStyle } from './text.ts';

const spacing = 8;

/** Shaded ranges behind the curves: a momentum window, masses without sensitivity. */
export function drawStrips(
  context: CanvasRenderingContext2D,
  box: Box,
  { x, strips }: PlotModel,
  colours: ChartColours,
): void {
  for (const strip of strips) {
    const left = clampTo(xPixel(x, box, strip.from), box.left, box.right);
    const right = clampTo(xPixel(x, box, strip.to), box.left, box.right);
    if (right - left < 0.5) continue;
    fill(context, { ...box, left, right }, strip, colours);
    if (strip.words !== '') words(context, { ...box, left, right }, strip.words, colours);
  }
}

function fill(context: CanvasRenderingContext2D, area: Box, strip: Strip, colours: ChartColours): void {
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  context.clip();
  if (strip.hatched) hatch(context, area, colours.hatch);
  else {
    context.fillStyle = colours.strip;
    context.fill();
  }
  context.restore();
}

function hatch(context: CanvasRenderingContext2D, area: Box, colour: string): void {
  const height = area.bottom - area.top;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (let x = area.left - height; x < area.right; x += spacing) {
    context.moveTo(x, area.bottom);
    context.lineTo(x + height, area.top);
  }
  context.stroke();
}

function words(context: CanvasRenderingContext2D, area: Box, text: string, colours: ChartColours): void {
  const style: TextStyle = { size: 12, colour: colours.muted, align: 'centre' };
  const [width, room] = [textWidth(context, text, style), area.right - area.left];
  const middle = (area.left + area.right) / 2;
  if (width + 12 < room) plate(context, text, middle, area.top + 20, style, colours, drawText);
  else
    plate(
      context,
      text,
      room > 18 ? middle : area.left - 10,
      area.bottom - 14 - width / 2,
      style,
      colours,
      drawTextUpwards,
    );
}

/** Words stay readable on hatches: a plate of the ground's colour lies behind them. */
function plate(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  colours: ChartColours,
  draw: typeof drawText,
): void {
  const half = textWidth(context, text, style) / 2 + 4;
  context.fillStyle = colours.ground;
  context.globalAlpha = 0.8;
  if (draw === drawText) context.fillRect(x - half, y - 9, 2 * half, 18);
  else context.fillRect(x - 9, y - half, 18, 2 * half);
  context.globalAlpha = 1;
  draw(context, text, x, y, style);
}
