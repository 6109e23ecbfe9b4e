import { describe, expect, it } from 'vitest';
import { fractionOf, ticksOf, valueAtFraction, type Axis } from '../../renderer/charts/axis.ts';
import { between, zoomedAt } from '../../renderer/charts/zoom.ts';
import { stepAtValue, stepCount, valueAtStep } from '../../renderer/ui/sliderScale.ts';
import { csvOf } from '../../renderer/ui/table.ts';
import { scenarioDash, scenarioShade } from '../../renderer/ui/palette.ts';

const axis = (min: number, max: number, scale: Axis['scale'], numbers: Axis['numbers'] = 'power'): Axis => ({
  min,
  max,
  scale,
  numbers,
  title: '',
});
const labels = (of: Axis, most = 8): (string | null)[] =>
  ticksOf(of, most)
    .map(({ label }) => label)
    .filter((label) => label !== null);

describe('ticks', () => {
  it('stand at every digit of a logarithmic axis, labelled at the decades', () => {
    const ticks = ticksOf(axis(1e-4, 1e-1, 'log'), 8);
    expect(ticks).toHaveLength(28);
    expect(labels(axis(1e-4, 1e-1, 'log'))).toEqual(['10^{-4}', '10^{-3}', '10^{-2}', '10^{-1}']);
  });

  it('are labelled between decades where few are in view', () => {
    expect(labels(axis(5, 300, 'log', 'plain'))).toEqual(['5', '10', '20', '50', '100', '200']);
    expect(labels(axis(1e-3, 9e-3, 'log'))).toEqual(['10^{-3}', '2 × 10^{-3}', '5 × 10^{-3}']);
  });

  it('are round on a linear axis', () => {
    expect(labels(axis(0, 300, 'linear', 'plain'), 6)).toEqual(['0', '50', '100', '150', '200', '250', '300']);
  });
});

describe('zoom', () => {
  it('takes the box, whichever corner it began in', () => {
    const { min, max } = between(axis(1, 100, 'log'), 0.75, 0.25);
    expect([min, max].map((x) => Number(x.toPrecision(6)))).toEqual([3.16228, 31.6228]);
  });

  it('keeps the point under the pointer and the limits', () => {
    const before = axis(1, 100, 'log');
    const after = { ...before, ...zoomedAt(before, 0.3, 0.5, { min: 0.1, max: 1000 }) };
    expect(fractionOf(after, valueAtFraction(before, 0.3))).toBeCloseTo(0.3, 12);
    expect(zoomedAt(before, 0.5, 1e6, { min: 0.5, max: 200 })).toEqual({ min: 0.5, max: 200 });
    expect(zoomedAt(before, 0.5, 1e-9, { min: 0.5, max: 200 })).toEqual({ min: 1, max: 100 });
  });
});

describe('a logarithmic slider', () => {
  const range = { min: 1e10, max: 1e16, scale: 'log' } as const;

  it('has a hundred steps per decade and three digits', () => {
    expect(stepCount(range)).toBe(600);
    expect(valueAtStep(range, stepAtValue(range, 1.7e12))).toBe(1.7e12);
    expect([0, 300, 600].map((step) => valueAtStep(range, step))).toEqual([1e10, 1e13, 1e16]);
  });

  it('stands at its ends for values beyond', () => {
    expect([stepAtValue(range, 1), stepAtValue(range, 1e19)]).toEqual([0, 600]);
  });
});

describe('CSV', () => {
  it('quotes, keeps every digit, leaves holes empty and disarms formulas', () => {
    const text = csvOf({
      caption: 'Two\nlines',
      columns: ['m_X [MeV]', 'a, b'],
      rows: [
        [5, 0.1 + 0.2],
        ['=1+1', null],
        ['say "x"', 'y'],
      ],
    });
    expect(text).toBe('# Two lines\nmX [MeV],"a, b"\n5,0.30000000000000004\n\'=1+1,\n"say ""x""",y\n');
  });
});

describe('scenario colours', () => {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  it('stand out from both grounds by at least 3 to 1 (WCAG 2.2, 1.4.11)', () => {
    for (let i = 0; i < 8; i++) {
      expect(contrast(scenarioShade(i).light, '#ffffff')).toBeGreaterThan(3);
      expect(contrast(scenarioShade(i).dark, '#15171a')).toBeGreaterThan(3);
    }
  });

  it('never repeat with the same dash', () => {
    const looks = Array.from({ length: 32 }, (_, i) => `${scenarioShade(i).light} ${scenarioDash(i).join(' ')}`);
    expect(new Set(looks).size).toBe(32);
  });
});
