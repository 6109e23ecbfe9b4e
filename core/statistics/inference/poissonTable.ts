/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the arrays' own lengths */

/** Above this mean a table would be large, and the library's rejection method is as fast. */
const largest = 1e5;

/** Draws of one Poisson mean by inversion of its distribution, tabulated to ±9 standard deviations. */
export class PoissonTable {
  private readonly mean: number;
  private readonly first: number;
  /** P(N ≤ first + i), the last set to 1. */
  private readonly cumulative: Float64Array;
  private readonly count: (mean: number) => number;
  private readonly uniform: () => number;

  constructor(mean: number, count: (mean: number) => number, uniform: () => number) {
    this.mean = mean;
    this.count = count;
    this.uniform = uniform;
    const reach = 9 * Math.sqrt(mean) + 20;
    this.first = Math.max(Math.floor(mean - reach), 0);
    this.cumulative =
      mean > 0 && mean <= largest ? tabulate(mean, this.first, Math.ceil(mean + reach)) : new Float64Array(0);
  }

  draw(): number {
    const { cumulative } = this;
    if (cumulative.length === 0) return this.mean > 0 ? this.count(this.mean) : 0;
    const u = this.uniform();
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! > u) high = middle;
      else low = middle + 1;
    }
    return this.first + low;
  }
}

/** Probabilities relative to the most likely count, outwards from it, so that none underflows early. */
function tabulate(mean: number, first: number, last: number): Float64Array {
  const table = new Float64Array(last - first + 1);
  const mode = Math.floor(mean) - first;
  table[mode] = 1;
  for (let i = mode; i > 0; i--) table[i - 1] = (table[i]! * (first + i)) / mean;
  for (let i = mode; i < table.length - 1; i++) table[i + 1] = (table[i]! * mean) / (first + i + 1);
  const total = table.reduce((sum, p) => sum + p, 0);
  let sum = 0;
  for (let i = 0; i < table.length; i++) {
    sum += table[i]! / total;
    table[i] = sum;
  }
  table[table.length - 1] = 1;
  return table;
}
