/** Axes and where their ticks stand. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly scale: 'log' | 'linear';
  /** Typeset: `*m*_X [MeV]`. */
  readonly title: string;
  /** 10⁻³ or 0.001. */
  readonly numbers: 'power' | 'plain';
}

export interface Tick {
  readonly value: number;
  /** Typeset; null for a minor tick. */
  readonly label: string | null;
}

/** Ticks from low to high. A logarithmic axis has all of 1…9, labelled at whole decades and, where few of those are in view, between. */
export function ticksOf(axis: Axis, mostLabels: number): Tick[] {
  const decades = Math.log10(axis.max / axis.min);
  if (axis.scale === 'linear' || decades < 0.5) return linearTicks(axis, mostLabels);
  const labelled = labelledDigits(axis, decades, mostLabels);
  const ticks: Tick[] = [];
  for (let exponent = Math.floor(Math.log10(axis.min)); exponent <= Math.log10(axis.max); exponent++) {
    for (let digit = 1; digit <= 9; digit++) {
      const value = Number(`${String(digit)}e${String(exponent)}`);
      if (value >= axis.min * (1 - 1e-9) && value <= axis.max * (1 + 1e-9)) {
        ticks.push({ value, label: labelled.includes(digit) ? logLabel(axis, digit, exponent) : null });
      }
    }
  }
  return ticks;
}

function labelledDigits(axis: Axis, decades: number, mostLabels: number): readonly number[] {
  if (axis.numbers === 'plain') return decades * 3 <= mostLabels ? [1, 2, 5] : [1];
  return decades < 1.3 ? [1, 2, 5] : [1];
}

function logLabel(axis: Axis, digit: number, exponent: number): string {
  if (axis.numbers === 'plain') return String(Number(`${String(digit)}e${String(exponent)}`));
  return powerLabel(digit, exponent);
}

function powerLabel(mantissa: number, exponent: number): string {
  return mantissa === 1 ? `10^{${String(exponent)}}` : `${String(mantissa)} × 10^{${String(exponent)}}`;
}

function linearTicks(axis: Axis, mostLabels: number): Tick[] {
  const { step, parts } = niceStep((axis.max - axis.min) / Math.max(1, mostLabels));
  const minor = step / parts;
  const ticks: Tick[] = [];
  for (let i = Math.ceil(axis.min / minor - 1e-9); i * minor <= axis.max + minor * 1e-9; i++) {
    ticks.push({ value: i * minor, label: i % parts === 0 ? linearLabel(i * minor, step) : null });
  }
  return ticks;
}

/** The smallest of 1, 2, 5 × 10ⁿ that is no smaller than asked for, and into how many parts minor ticks divide it. */
function niceStep(least: number): { step: number; parts: number } {
  const power = 10 ** Math.floor(Math.log10(least));
  const [factor, parts] = least <= power ? [1, 5] : least <= 2 * power ? [2, 4] : least <= 5 * power ? [5, 5] : [10, 5];
  return { step: factor * power, parts };
}

function linearLabel(value: number, step: number): string {
  if (Math.abs(value) < step * 1e-9) return '0';
  const exponent = Math.floor(Math.log10(Math.abs(value)) + 1e-9);
  if (exponent >= -2 && exponent < 5) return String(Number(value.toPrecision(10))).replace('-', '−');
  return powerLabel(Number((value / 10 ** exponent).toPrecision(6)), exponent);
}

/** Where a value lies between the axis's ends, 0 to 1. */
export function fractionOf({ min, max, scale }: Axis, value: number): number {
  return scale === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
}

/** The value at a fraction of the axis. */
export function valueAtFraction({ min, max, scale }: Axis, fraction: number): number {
  return scale === 'log' ? min * (max / min) ** fraction : min + fraction * (max - min);
}
