import type { ReachKeys, ReachQuestion } from './keys.ts';

/** How a run tells what becomes of it; each ends with exactly one of done and failed, unless it is cancelled. */
export interface RunListener {
  progress(fraction: number): void;
  done(): void;
  failed(error: unknown): void;
}

/** Some masses of a run that one worker computes. */
export interface Chunk {
  readonly points: ReachKeys['points'];
  /** Fraction that is done, 0 to 1. */
  fraction: number;
}

/** A chunk should take about this long [s]: short enough for progress, long enough to be worth the message. */
const chunkSeconds = 0.2;

/** One question under way: which of its points are missing, and which are being computed. */
export class ReachRun {
  readonly question: ReachQuestion;
  readonly keys: ReachKeys;
  readonly listener: RunListener;
  readonly #missing: Map<string, number>;
  readonly #chunks = new Set<Chunk>();
  #size = 1;

  constructor(question: ReachQuestion, keys: ReachKeys, missing: ReachKeys['points'], listener: RunListener) {
    this.question = question;
    this.keys = keys;
    this.listener = listener;
    this.#missing = new Map(missing.map(({ key, massMeV }) => [key, massMeV]));
  }

  get complete(): boolean {
    return this.#missing.size === 0;
  }

  /** Of the whole question, with what was stored before. */
  get fraction(): number {
    const underWay = [...this.#chunks].reduce((sum, { points, fraction }) => sum + points.length * fraction, 0);
    return (this.keys.points.length - this.#missing.size + underWay) / this.keys.points.length;
  }

  /** The next masses for a worker, of those that nobody computes; null when there are none. */
  take(isClaimed: (key: string) => boolean): Chunk | null {
    const points = [...this.#missing].filter(([key]) => !isClaimed(key)).slice(0, this.#size);
    if (points.length === 0) return null;
    const chunk = { points: points.map(([key, massMeV]) => ({ key, massMeV })), fraction: 0 };
    this.#chunks.add(chunk);
    return chunk;
  }

  /** Takes a chunk back, computed or not. */
  end(chunk: Chunk): void {
    this.#chunks.delete(chunk);
  }

  /** Adjusts the size of the next chunks to what one took [s]; results do not depend on it. */
  learn(chunk: Chunk, seconds: number): void {
    const fitting = Math.floor((chunk.points.length * chunkSeconds) / Math.max(seconds, 1e-3));
    this.#size = Math.max(1, Math.min(fitting, 2 * this.#size));
  }

  /** Points that are stored now, whoever computed them. */
  settle(keys: readonly string[]): boolean {
    return keys.filter((key) => this.#missing.delete(key)).length > 0;
  }
}
