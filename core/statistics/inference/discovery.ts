import type { Data, Model } from '../model/model.ts';
import { phi } from '../normal.ts';
import { asimovData, Profile } from './profile.ts';
import { asymptoticWarnings, boundWarnings } from './warnings.ts';

export interface Discovery {
  /** √q₀ of the data [standard deviations]. */
  readonly significance: number;
  readonly pValue: number;
  /** Median significance for a signal of strength μ′ = 1. */
  readonly expected: number;
  readonly muHat: number;
  readonly warnings: readonly string[];
}

/**
 * Asymptotic significance of a signal: q₀ of eq. (12) of arXiv:1007.1727, 0 where μ̂ < 0, with Z = √q₀ (eq. 53); the
 * median is that of the Asimov data at μ = 1.
 *
 * @throws ConvergenceError where a fit did not reach its minimum
 */
export function discovery(model: Model, data: Data): Discovery {
  const profile = new Profile(model, data);
  const muHat = profile.free();
  const best = profile.fitter.result();
  const significance = muHat > 0 ? significanceOf(profile, profile.value) : 0;
  profile.at(1);
  const asimov = asimovData(profile.fitter, profile.fitter.parameters());
  const expected = significanceOf(new Profile(model, asimov, 'Asimov data'), 0);
  const names = best.atBounds.filter((name) => name !== model.parameters[model.poi]?.name);
  const warnings = [...asymptoticWarnings(model, asimov.counts), ...boundWarnings('best fit', names)];
  return { significance, pValue: phi(-significance), expected, muHat, warnings };
}

function significanceOf(profile: Profile, minimum: number): number {
  profile.at(0);
  return Math.sqrt(Math.max(2 * (profile.value - minimum), 0));
}
