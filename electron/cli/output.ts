import { isUserError, toErrorData } from '../../core/errors.ts';

/** Where a command writes; tests give their own. */
export interface Output {
  readonly out: (text: string) => void;
  /** Progress and errors: never part of the result. */
  readonly err: (text: string) => void;
}

export const exitCodes = { done: 0, internal: 1, badInput: 2, cancelled: 130 } as const;

/** The result: one JSON document, or what a person reads. */
export function printResult(output: Output, json: boolean, value: unknown, readable: () => string): void {
  output.out(json ? `${JSON.stringify(value, null, 2)}\n` : `${readable()}\n`);
}

/** Says what went wrong, without a stack, and returns the exit code for it. */
export function reportError(output: Output, error: unknown): number {
  const data = toErrorData(error);
  if (data.name === 'CancelledError') {
    output.err('cancelled\n');
    return exitCodes.cancelled;
  }
  output.err(`${data.message.replaceAll(/^/gm, 'error: ')}\n`);
  return isUserError(data) ? exitCodes.badInput : exitCodes.internal;
}

/** Rows in aligned columns; numbers to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, i) => Math.max(...all.map((row) => Array.from(row[i] ?? '').length)));
  const numeric = header.map((_, i) => rows.every((row) => /^[-+]?[\d.]+(e[-+]?\d+)?%?$|^—?$/.test(row[i] ?? '')));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (numeric[i] === true ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** A number with some significant digits, or a dash where there is none. */
export function number(value: number | null, digits = 4): string {
  if (value === null) return '—';
  return value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e6)
    ? value.toExponential(digits - 1)
    : String(Number(value.toPrecision(digits)));
}
