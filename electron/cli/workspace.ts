import type { Interpolation } from '../../core/statistics/model/compile.ts';

/** The words of the command line for how systematic variations are continued. */
export const normsysCodes = ['1', '4'] as const;
export const histosysCodes = ['0', '4p'] as const;

export interface InterpolationOptions {
  readonly normsys: (typeof normsysCodes)[number];
  readonly histosys: (typeof histosysCodes)[number];
}

export function interpolationOf({ normsys, histosys }: InterpolationOptions): Interpolation {
  return { normsys: normsys === '1' ? 1 : 4, histosys: histosys === '0' ? 0 : '4p' };
}

export const bandNames = ['−2σ', '−1σ', 'median', '+1σ', '+2σ'] as const;

export function warningLines(warnings: readonly string[]): string[] {
  return warnings.map((warning) => `warning: ${warning}`);
}
