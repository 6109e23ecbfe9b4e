import { borexinoLimit, charm2Limit } from '../../landscape/neutrinoElectron.ts';
import { ccfrLargestRatio, tridentLimit, type TridentTable } from '../../landscape/trident.ts';
import { integrate } from '../../numerics/quadrature.ts';
import { solveRising } from '../../numerics/root.ts';
import { gMinus2Couplings } from '../../physics/gMinus2.ts';
import { kinematics, maxMuonMomentum, missingMass2 } from '../../physics/kinematics.ts';
import { windowBranchingRatio } from '../../physics/signal.ts';
import type { ValidationRow } from '../../results.ts';
import type { ValidationInput } from './input.ts';
import { digits, disagreement, prediction } from './row.ts';

/** Rows about what other experiments exclude. */
export function landscapeRows(input: ValidationInput): ValidationRow[] {
  return [trident(input), neutrinoElectron(), bevatron(input)];
}

function trident(input: ValidationInput): ValidationRow {
  const crossing = (table: TridentTable): number =>
    solveRising(
      (mass) =>
        (gMinus2Couplings('vector', mass, input.gMinus2Input, input.constants).low2 ?? 0) -
        tridentLimit(table, mass, ccfrLargestRatio),
      50,
      1,
    );
  const published = crossing(input.trident.asPublished);
  const texts = {
    id: 'ccfr',
    source: 'section II B',
    published: 'CCFR excludes the g−2 region for m_X ≳ 400 MeV',
    computed: `lower 2σ edge crossed at ${published.toFixed(0)} MeV (curve as published), ${crossing(input.trident.atMeanEnergy).toFixed(0)} MeV (mean neutrino energy)`,
    comment: 'judged: as-published curve within 5%; the two differ by the neutrino energy assumed',
  };
  return prediction(texts, Math.abs(published / 400 - 1) < 0.05);
}

function neutrinoElectron(): ValidationRow {
  const cross = (excess: number): number =>
    solveRising((mass) => borexinoLimit(mass, excess) - charm2Limit(mass), 1, 1);
  return disagreement({
    id: 'borexino-charm2',
    source: 'section II C',
    published: 'Borexino and CHARM-II cross near 200 MeV',
    computed: `${cross(0.4).toFixed(0)} to ${cross(0.08).toFixed(0)} MeV (allowed excess 40% to 8%)`,
    comment: 'both curves recomputed with loop mixing; published B−L curves cross at 27 MeV; the last word is open',
  });
}

/** LBL 1973: 128–176 MeV, BR < 6e-6 with the spectrum of μννν̄ assumed; here phase space of three massless neutrinos, ∝ p²/E · m²_miss. */
function bevatron({ constants, gMinus2Input }: ValidationInput): ValidationRow {
  const k = kinematics(0, constants);
  const phaseSpace = (p: number): number => ((p * p) / Math.sqrt(k.muon2 + p * p)) * missingMass2(p, k);
  const share =
    integrate(phaseSpace, 128, 176, 1e-9).value / integrate(phaseSpace, 0, maxMuonMomentum(0, constants), 1e-9).value;
  const quoted = [5, 50, 100, 150].map((mass) => {
    const g = gMinus2Couplings('vector', mass, gMinus2Input, constants).central ?? 0;
    return (g * g * windowBranchingRatio('vector', mass, 128, 176, constants).value) / share;
  });
  const texts = {
    id: 'lbl-bevatron',
    source: 'section III',
    published: 'LBL’s BR < 6e-6 does not exclude the g−2 region',
    computed: `at most ${digits(Math.max(...quoted), 2)} at the central g, 5 to 150 MeV`,
    comment: `window BR divided by the window's share of a three-neutrino spectrum (${(100 * share).toFixed(0)}%)`,
  };
  return prediction(texts, Math.max(...quoted) < 6e-6);
}
