/** Where the window was when it was last closed. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';

export const smallest = { width: 1100, height: 700 };
const usual = { width: 1440, height: 900 };

export interface Placement {
  /** Without x and y, the platform places the window. */
  readonly bounds: Partial<Rectangle> & { width: number; height: number };
  readonly maximised: boolean;
}

const first: Placement = { bounds: usual, maximised: false };

function isPlacement(value: unknown): value is { bounds: Rectangle; maximised: boolean } {
  const { bounds, maximised } = (value ?? {}) as { bounds?: Partial<Rectangle>; maximised?: unknown };
  const numbers = [bounds?.x, bounds?.y, bounds?.width, bounds?.height];
  return typeof maximised === 'boolean' && numbers.every((number) => Number.isSafeInteger(number));
}

/** Whether enough of the window would lie on a screen for its title bar to be dragged. */
function isReachable(bounds: Rectangle, screens: readonly Rectangle[]): boolean {
  return screens.some((screen) => {
    const right = Math.min(bounds.x + bounds.width, screen.x + screen.width);
    const width = right - Math.max(bounds.x, screen.x);
    return width >= 100 && bounds.y >= screen.y && bounds.y <= screen.y + screen.height - 50;
  });
}

/** The remembered placement; the usual one where there is none, or where its screen is gone. */
export function readPlacement(file: string, screens: readonly Rectangle[]): Placement {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isPlacement(stored) || !isReachable(stored.bounds, screens)) return first;
    const width = Math.max(stored.bounds.width, smallest.width);
    const height = Math.max(stored.bounds.height, smallest.height);
    return { bounds: { ...stored.bounds, width, height }, maximised: stored.maximised };
  } catch {
    return first;
  }
}

/** A window that cannot be remembered is no reason to stop anyone from closing it. */
export function writePlacement(file: string, placement: Placement): void {
  try {
    writeFileSync(file, JSON.stringify(placement));
  } catch {
    // It opens in the usual place next time.
  }
}
