import type { ConstantsSet } from '../../../core/contract.ts';
import { invisibleFraction } from '../../../core/physics/invisible.ts';
import { branchingRatio, signal, windowBranchingRatio, type BosonKind } from '../../../core/physics/signal.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';
import { number, printResult, table, type Output } from '../output.ts';

export interface SignalOptions {
  readonly mass: number;
  readonly boson: BosonKind;
  readonly window?: { readonly minMeV: number; readonly maxMeV: number };
  readonly at?: readonly number[];
  readonly invisibleFraction: number;
  readonly constants: ConstantsSet;
  readonly json: boolean;
}

/** The decay at unit coupling: spectrum, total and window branching ratio, production only. */
export function signalCommand(options: SignalOptions, output: Output): void {
  const { mass, boson, window } = options;
  const constants = physicsConstants(options.constants);
  const { pMaxMeV, spectrum } = signal(boson, mass, constants);
  const momenta = options.at ?? Array.from({ length: 20 }, (_, i) => (pMaxMeV * (i + 0.5)) / 20);
  const result = {
    boson,
    massMeV: mass,
    pMaxMeV,
    branchingRatioPerCoupling2: branchingRatio(boson, mass, constants).value,
    invisibleFraction: invisibleFraction(
      boson === 'vector' ? { kind: boson } : { kind: boson, invisibleFraction: options.invisibleFraction },
      mass,
      constants,
    ),
    window:
      window === undefined
        ? null
        : {
            ...window,
            branchingRatioPerCoupling2: windowBranchingRatio(boson, mass, window.minMeV, window.maxMeV, constants)
              .value,
          },
    spectrum: momenta.map((pMeV) => ({ pMeV, dBRdpPerMeV: spectrum(pMeV) })),
  };
  printResult(output, options.json, result, () => readable(result));
}

function readable(r: {
  boson: string;
  massMeV: number;
  pMaxMeV: number;
  branchingRatioPerCoupling2: number;
  invisibleFraction: number;
  window: { minMeV: number; maxMeV: number; branchingRatioPerCoupling2: number } | null;
  spectrum: { pMeV: number; dBRdpPerMeV: number }[];
}): string {
  const inWindow =
    r.window === null
      ? []
      : [
          `BR / g², ${number(r.window.minMeV)}–${number(r.window.maxMeV)} MeV/c   ${number(r.window.branchingRatioPerCoupling2, 8)}`,
        ];
  return [
    `K⁺ → μ⁺ ν X, ${r.boson}, m = ${number(r.massMeV)} MeV, at g = 1 (production only)`,
    `largest muon momentum   ${number(r.pMaxMeV, 7)} MeV/c`,
    `BR / g²                 ${number(r.branchingRatioPerCoupling2, 8)}`,
    ...inWindow,
    `invisible fraction      ${number(r.invisibleFraction, 8)}`,
    '',
    table(
      ['p [MeV/c]', 'dBR/dp / g² [1/(MeV/c)]'],
      r.spectrum.map((s) => [number(s.pMeV, 5), number(s.dBRdpPerMeV, 8)]),
    ),
  ].join('\n');
}
