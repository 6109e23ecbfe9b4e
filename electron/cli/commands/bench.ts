import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../../core/errors.ts';
import { runScript } from '../script.ts';

const file = fileURLToPath(new URL('../../../test/bench/bench.ts', import.meta.url));

/** Runs the timings of a source checkout; an installed app does not carry them. */
export function benchCommand(json: boolean): Promise<number> {
  if (!existsSync(file)) {
    throw new InputError('the timings come with the source code only; allowed: a source checkout');
  }
  return runScript(file, json ? ['--json'] : []);
}
