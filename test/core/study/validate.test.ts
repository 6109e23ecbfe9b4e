import { expect, it } from 'vitest';
import { validate } from '../../../core/study/validate.ts';
import { validationInput } from '../../../data/presets/validation.ts';

const rows = validate(validationInput());
const row = (id: string): (typeof rows)[number] | undefined => rows.find((r) => r.id === id);

it('has one row per published number, each with source, values, kind and verdict', () => {
  expect(rows.map((r) => r.id)).toEqual([
    'kmu2-momentum',
    'gminus2-light',
    'gminus2-heavy',
    'radiative',
    'light-mass',
    'e949-br',
    'ten-times',
    'footnote-12',
    'covers-gminus2',
    'observed-expected',
    'ccfr',
    'borexino-charm2',
    'lbl-bevatron',
  ]);
  for (const r of rows)
    expect([r.source, r.published, r.computed, r.comment].every((text) => text.length > 0)).toBe(true);
});

it('only predictions pass or fail, and all of them agree', () => {
  for (const r of rows)
    expect(r.verdict).toBe({ prediction: 'agrees', calibration: 'calibrated', disagreement: 'explained' }[r.kind]);
});

it('computes the numbers known from elsewhere', () => {
  expect(row('gminus2-light')?.computed).toBe('4.77e-4 at 1 MeV');
  expect(row('radiative')?.computed).toContain('1.19e-3');
  expect(row('e949-br')?.computed).toBe('3.0e-6 at 50 MeV, 1.6e-6 at 100 MeV');
  expect(row('footnote-12')?.computed).toBe('8.01 for n = 3.15');
  expect(row('borexino-charm2')?.computed).toContain('15 to 22 MeV');
  expect(row('ccfr')?.computed).toContain('523 MeV');
});

it('a prediction can fail: with a muon 20% too heavy some do', () => {
  const input = validationInput();
  const wrong = validate({ ...input, constants: { ...input.constants, muonMassMeV: 127 } });
  expect(wrong.filter((r) => r.verdict === 'fails').length).toBeGreaterThan(0);
});
