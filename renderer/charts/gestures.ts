/** Pointer and wheel on a plot, in fractions of the frame: cross-hair, box zoom, wheel zoom, reset. */
import { clampTo, type Box } from './geometry.ts';

/** Fractions from the lower left corner of the frame, 0 to 1. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface GestureListener {
  readonly frame: () => Box;
  readonly hover: (place: Place) => void;
  /** A box is being drawn; null when it is given up or done. */
  readonly box: (from: Place, to: Place | null) => void;
  readonly zoomTo: (from: Place, to: Place) => void;
  readonly wheel: (place: Place, factor: number) => void;
  readonly reset: () => void;
}

/** Moves shorter than this are clicks [px]. */
const leastBoxPixels = 6;

export function listenTo(element: HTMLElement, listener: GestureListener): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let start: { place: Place; x: number; y: number } | null = null;
  const placeOf = (event: MouseEvent): Place => placeIn(listener.frame(), element.getBoundingClientRect(), event);

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || !inside(listener.frame(), element.getBoundingClientRect(), event)) return;
      start = { place: placeOf(event), x: event.clientX, y: event.clientY };
      element.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      const place = placeOf(event);
      if (start !== null && far(start, event)) listener.box(start.place, place);
      else if (start !== null || inside(listener.frame(), element.getBoundingClientRect(), event))
        listener.hover(place);
    },
    { signal },
  );
  element.addEventListener(
    'pointerup',
    (event) => {
      if (start === null) return;
      listener.box(start.place, null);
      if (far(start, event)) listener.zoomTo(start.place, placeOf(event));
      else listener.hover(placeOf(event));
      start = null;
    },
    { signal },
  );
  element.addEventListener(
    'pointercancel',
    () => {
      if (start !== null) listener.box(start.place, null);
      start = null;
    },
    { signal },
  );
  element.addEventListener('dblclick', () => listener.reset(), { signal });
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      listener.wheel(placeOf(event), 1.0015 ** clampTo(event.deltaY, -240, 240));
    },
    { signal, passive: false },
  );
  return () => stop.abort();
}

function far(start: { x: number; y: number }, event: MouseEvent): boolean {
  return Math.abs(event.clientX - start.x) > leastBoxPixels && Math.abs(event.clientY - start.y) > leastBoxPixels;
}

function inside(frame: Box, bounds: DOMRect, event: MouseEvent): boolean {
  const [x, y] = [event.clientX - bounds.left, event.clientY - bounds.top];
  return x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
}

function placeIn(frame: Box, bounds: DOMRect, event: MouseEvent): Place {
  const x = (event.clientX - bounds.left - frame.left) / (frame.right - frame.left);
  const y = (frame.bottom - (event.clientY - bounds.top)) / (frame.bottom - frame.top);
  return { x: clampTo(x, 0, 1), y: clampTo(y, 0, 1) };
}
