/** Index of the first item whose value is at least x, of items ascending in that value; their number where none is. */
export function firstAtLeast<Item>(items: readonly Item[], valueOf: (item: Item) => number, x: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && valueOf(item) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
