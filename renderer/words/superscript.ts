const raised: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
};
const lowered: ReadonlyMap<string, string> = new Map(Object.entries(raised).map(([plain, high]) => [high, plain]));

/** A whole number in raised digits: −3 becomes ⁻³. */
export function superscript(exponent: number): string {
  return String(exponent).replace(/./g, (digit) => raised[digit] ?? digit);
}

/** Raised digits back on the line, marked by `^`: 10¹² becomes 10^12. */
export function withoutSuperscripts(text: string): string {
  return text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+/g, (run) => `^${run.replace(/./g, (digit) => lowered.get(digit) ?? '')}`);
}
