import { expectation } from './trapezoid.ts';
import type { PhysicsConstants } from '../../core/physics/constants.ts';
import { radiativeDensity } from '../../core/physics/radiative.ts';
import type { Scenario } from '../../core/scenario.ts';
import { slowSpectrum } from './eq11.ts';

/** Signal events in the window at g = 1, vector, m_X < 2m_μ: Gauss smearing and acceptance by plain sums. */
export function slowSignal(s: Scenario, massMeV: number, constants: PhysicsConstants): number {
  const spectrum = (p: number): number => {
    const value = slowSpectrum(p, massMeV, constants);
    return Number.isFinite(value) ? value : 0;
  };
  return s.exposure.stoppedKaons * expectation(spectrum, s, s.acceptance.signal);
}

/** Radiative background in the window for a flat photon loss and a high veto threshold. */
export function slowRadiative(s: Scenario, loss: number, constants: PhysicsConstants): number {
  const spectrum = (p: number): number => {
    const steps = 2000;
    let sum = 0;
    for (let i = 0; i < steps; i++) sum += radiativeDensity(p, ((i + 0.5) * 250) / steps, 'all', constants);
    return (sum * 250) / steps;
  };
  return s.exposure.stoppedKaons * loss * expectation(spectrum, s, 'central');
}
