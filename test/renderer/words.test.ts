import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseNumber } from '../../renderer/words/parse.ts';
import { printExact, printPercent, printRounded, withPowers } from '../../renderer/words/print.ts';
import { summaryOf } from '../../renderer/words/summary.ts';
import { literal, typeset, untypeset } from '../../renderer/words/typeset.ts';

const value = (text: string, reference?: number): number | string => {
  const read = parseNumber(text, reference);
  return read.ok ? read.value : read.problem;
};

describe('numbers as they are typed', () => {
  it.each([
    ['1.7e12', 1.7e12],
    ['1.7E+12', 1.7e12],
    ['1.7×10^12', 1.7e12],
    ['1.7x10^12', 1.7e12],
    ['1.7*10^12', 1.7e12],
    ['1.7 × 10¹²', 1.7e12],
    ['6.5 × 10⁻⁴', 6.5e-4],
    ['10^12', 1e12],
    ['10⁻³', 1e-3],
    ['1 700 000', 1.7e6],
    ['.5', 0.5],
    ['−3', -3],
    ['95%', 0.95],
  ])('reads %s', (text, number) => expect(value(text)).toBe(number));

  it('multiplies the reference by ×10', () => {
    expect(value('×10', 1.7e12)).toBe(1.7e13);
    expect(value('x 0.01', 8e-4)).toBe(8e-6);
    expect(value('×1e1', 1.7e12)).toBe(1.7e13);
    expect(value('×10')).toMatch(/no preset value/);
  });

  it('says why something is not a number', () => {
    expect(value('NaN')).toMatch(/“NaN” is not a number/);
    expect(value('Infinity')).toMatch(/not a number/);
    expect(value('1e999')).toMatch(/not a number/);
    expect(value('1,5')).toMatch(/decimal point/);
    expect(value('  ')).toBe('Type a number.');
    expect(value('<img src=x>')).toMatch(/not a number/);
  });
});

describe('numbers as they are shown', () => {
  it('uses powers of ten where decimals would be long', () => {
    expect([1.7e12, 0.01, 315, 0, 1e13, 6.5e-4, -2e-9].map(printExact)).toEqual([
      '1.7 × 10¹²',
      '0.01',
      '315',
      '0',
      '10¹³',
      '6.5 × 10⁻⁴',
      '−2 × 10⁻⁹',
    ]);
  });

  it('rounds to significant digits and keeps trailing zeros', () => {
    expect([315.2, 31.46, 3.146, 7.4049e-4, 1, 12345, 99.96].map((x) => printRounded(x))).toEqual([
      '315',
      '31.5',
      '3.15',
      '7.40 × 10⁻⁴',
      '1.00',
      '12300',
      '100',
    ]);
    expect(printPercent(0.97312)).toBe('97.3%');
  });

  it('can be typed back exactly', () => {
    fc.assert(fc.property(fc.double({ min: 1e-15, max: 1e20, noNaN: true }), (x) => value(printExact(x)) === x));
  });
});

it('prints powers inside sentences', () => {
  expect(withPowers('g ≈ 5e-4, (1.4 ± 0.2)e-3, see e949')).toBe('g ≈ 5 × 10⁻⁴, (1.4 ± 0.2) × 10⁻³, see e949');
});

describe('typeset words', () => {
  it('sets indices, powers and italics', () => {
    expect(typeset('*m*_X [10^{-3}]').map(({ text, at }) => [text, at])).toEqual([
      ['m', 'line'],
      ['X', 'sub'],
      [' [10', 'line'],
      ['−3', 'sup'],
      [']', 'line'],
    ]);
    expect(untypeset('10 × N_K, ε_γ/100')).toBe('10 × NK, εγ/100');
  });

  it('leaves a person’s own words alone, except for indices of one letter', () => {
    expect(untypeset(literal('*bold* 2^3 file_name a_{b} back\\slash'))).toBe('*bold* 2^3 file_name a_{b} back\\slash');
    expect(typeset(literal('ε_γ')).map(({ at }) => at)).toEqual(['line', 'sub']);
  });

  it('never loses text that is not markup', () => {
    fc.assert(
      fc.property(fc.string(), (words) => untypeset(literal(words)).replaceAll('_', '') === words.replaceAll('_', '')),
    );
  });
});

it('sums a scenario up in one line', () => {
  expect(
    summaryOf({
      exposure: { stoppedKaons: 1.7e12 },
      photonVeto: { scale: 0.01 },
      analysis: { confidenceLevel: 0.9 },
      boson: { kind: 'scalar' },
    }),
  ).toBe('1.7×10¹² · ε_γ×0.01 · 90% · scalar');
});
