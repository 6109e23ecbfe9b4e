import type { ValidationRow } from '../../results.ts';

type Texts = Pick<ValidationRow, 'id' | 'source' | 'published' | 'computed' | 'comment'>;

/** A number that nothing was tuned to: it agrees or it fails. */
export function prediction(texts: Texts, agrees: boolean): ValidationRow {
  return { ...texts, kind: 'prediction', verdict: agrees ? 'agrees' : 'fails' };
}

/** A number that was used to fix the preset: it cannot pass or fail. */
export function calibration(texts: Texts): ValidationRow {
  return { ...texts, kind: 'calibration', verdict: 'calibrated' };
}

/** A number that comes out otherwise, with the reason. */
export function disagreement(texts: Texts): ValidationRow {
  return { ...texts, kind: 'disagreement', verdict: 'explained' };
}

/** 1.23e-4, with this many significant digits. */
export function digits(value: number, count = 3): string {
  return value !== 0 && (Math.abs(value) < 1e-2 || Math.abs(value) >= 1e5)
    ? value.toExponential(count - 1)
    : value.toPrecision(count);
}

/** Whether a value, rounded as the paper prints it, is what the paper prints. */
export function roundsTo(value: number, printed: number, significant: number): boolean {
  return Number(value.toPrecision(significant)) === printed;
}
