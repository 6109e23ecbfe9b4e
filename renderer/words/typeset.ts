/** A run of text on the line, raised or lowered, upright or italic. */
export interface Run {
  readonly text: string;
  readonly at: 'line' | 'sub' | 'sup';
  readonly italic: boolean;
}

/** An index is one letter after a symbol of one letter: N_K and ε_γ, but not file_name. */
const index = /_\{([^}]*)\}|(?<=(?<![\p{L}\p{N}])\p{L}|[)*])_([\p{L}\p{N}])(?![\p{L}\p{N}])/u;
const power = /\^(?:\{([^}]*)\}|(\d))/u;
const italic = /\*([^*\\]+)\*/u;
const escaped = /\\([\\*^_])/u;
const pattern = new RegExp([index, power, italic, escaped].map(({ source }) => source).join('|'), 'gu');

/** Splits `m_X`, `10^{-3}` and `*g*` into runs that a page or a canvas can set. Anything else is text. */
export function typeset(source: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of source.matchAll(pattern)) {
    if (match.index > end) runs.push(onLine(source.slice(end, match.index)));
    runs.push(runOf(match));
    end = match.index + match[0].length;
  }
  if (end < source.length) runs.push(onLine(source.slice(end)));
  return runs;
}

/** The same without shifts, for names and files: ε_γ becomes εγ. */
export function untypeset(source: string): string {
  return typeset(source)
    .map((run) => run.text)
    .join('');
}

/** Plain text as it stands in a file: N_K and ε_γ keep their underscore, stars and escapes go. */
export function unmarked(source: string): string {
  return source.replace(pattern, (match, ...found: unknown[]) => {
    const [longSub, shortSub, , , slanted, plain] = found as (string | undefined)[];
    return (
      slanted ?? plain ?? (longSub === undefined && shortSub === undefined ? match : `_${longSub ?? shortSub ?? ''}`)
    );
  });
}

/** A person's own words: stars, carets and braces stay what they are; only indices such as N_K are set. */
export function literal(words: string): string {
  return words.replace(/[\\*^]/g, '\\$&').replace(/_(?=\{)/g, '\\_');
}

function runOf([, longSub, shortSub, longSup, shortSup, slanted, plain]: RegExpExecArray): Run {
  const sub = longSub ?? shortSub;
  const sup = longSup ?? shortSup;
  if (sub !== undefined) return { text: sub, at: 'sub', italic: false };
  if (sup !== undefined) return { text: sup.replace(/-/g, '−'), at: 'sup', italic: false };
  return slanted === undefined ? onLine(plain ?? '') : { text: slanted, at: 'line', italic: true };
}

function onLine(text: string): Run {
  return { text, at: 'line', italic: false };
}
