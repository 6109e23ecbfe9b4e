import { CancelledError } from '../../core/errors.ts';
import type { Output } from './output.ts';

/** Progress on stderr: one line rewritten on a terminal, a line every tenth otherwise. */
export function progressLine(output: Output): (fraction: number) => void {
  const terminal = process.stderr.isTTY;
  const step = terminal ? 1 : 10;
  let shown = -1;
  return (fraction) => {
    const percent = Math.floor(100 * fraction);
    if (Math.floor(percent / step) <= shown) return;
    shown = Math.floor(percent / step);
    const text = `computing ${String(percent)}%`;
    output.err(terminal ? `\r${text}${percent === 100 ? '\n' : ''}` : `${text}\n`);
  };
}

/** Ctrl+C ends the work at once; points that are done stay in the store. */
export function cancellable<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(new CancelledError());
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    work.then(resolve, reject).finally(() => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    });
  });
}
