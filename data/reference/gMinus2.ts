import type { GMinus2Input } from '../../core/contract.ts';

/** a_μ(exp) − a_μ(SM): what the muon's magnetic moment left to explain, by year. */
export const gMinus2Inputs: readonly GMinus2Input[] = [
  {
    id: 'ibe-2017',
    label: 'BNL, as in arXiv:1611.08460',
    value: 280e-11,
    uncertainty: 80e-11,
    source: 'Ibe, Nakano, Suzuki, arXiv:1611.08460, eq. (2)',
  },
  {
    id: 'wp2020-fnal2021',
    label: 'FNAL 2021 vs white paper 2020',
    value: 251e-11,
    uncertainty: 59e-11,
    source: 'arXiv:2006.04822 and arXiv:2104.03281',
  },
  {
    id: 'wp2020-fnal2023',
    label: 'FNAL 2023 vs white paper 2020',
    value: 249e-11,
    uncertainty: 48e-11,
    source: 'arXiv:2308.06230 and arXiv:2006.04822',
  },
  {
    id: 'wp2025-final',
    label: 'final average vs white paper 2025',
    value: 38.5e-11,
    uncertainty: 63.7e-11,
    source:
      '116592071.5(14.5)e-11 (arXiv:2506.03069) − 116592033(62)e-11 (arXiv:2505.21476); compatible with zero: an upper limit',
  },
];

/** The input with this id, or undefined. */
export function findGMinus2Input(id: string): GMinus2Input | undefined {
  return gMinus2Inputs.find((input) => input.id === id);
}
