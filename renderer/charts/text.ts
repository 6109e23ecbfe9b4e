/** Typeset words on a canvas. */
import { typeset, type Run } from '../words/typeset.ts';

export const fontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";

export interface TextStyle {
  readonly size: number;
  readonly colour: string;
  readonly align: 'left' | 'centre' | 'right';
  readonly bold?: boolean;
}

function fontOf(run: Run, style: TextStyle): string {
  const size = run.at === 'line' ? style.size : style.size * 0.72;
  return `${run.italic ? 'italic ' : ''}${style.bold === true ? '600 ' : ''}${String(size)}px ${fontFamily}`;
}

export function textWidth(context: CanvasRenderingContext2D, words: string, style: TextStyle): number {
  return typeset(words).reduce((width, run) => {
    context.font = fontOf(run, style);
    return width + context.measureText(run.text).width;
  }, 0);
}

/** Draws words with their middle line at y. */
export function drawText(
  context: CanvasRenderingContext2D,
  words: string,
  x: number,
  y: number,
  style: TextStyle,
): void {
  const share = style.align === 'left' ? 0 : style.align === 'centre' ? 0.5 : 1;
  let at = x - share * textWidth(context, words, style);
  context.fillStyle = style.colour;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  for (const run of typeset(words)) {
    context.font = fontOf(run, style);
    const shift = run.at === 'line' ? 0 : run.at === 'sub' ? 0.2 : -0.38;
    context.fillText(run.text, at, y + style.size * (0.36 + shift));
    at += context.measureText(run.text).width;
  }
}

/** The same, read from below to above. */
export function drawTextUpwards(
  context: CanvasRenderingContext2D,
  words: string,
  x: number,
  y: number,
  style: TextStyle,
): void {
  context.save();
  context.translate(x, y);
  context.rotate(-Math.PI / 2);
  drawText(context, words, 0, 0, style);
  context.restore();
}
