import type { ValidationRow } from '../results.ts';
import type { ValidationInput } from './validation/input.ts';
import { landscapeRows } from './validation/landscape.ts';
import { reachRows } from './validation/reach.ts';
import { signalRows } from './validation/signal.ts';

/** One row per published number of arXiv:1611.08460, in the paper's order. Only predictions can pass or fail. */
export function validate(input: ValidationInput): ValidationRow[] {
  return [...signalRows(input), ...reachRows(input), ...landscapeRows(input)];
}
