/** A run of text on the line, raised or lowered, upright or italic. */
export interface Run {
  readonly text: string;
  readonly at: 'line' | 'sub' | 'sup';
  readonly italic: boolean;
}

const pattern = /([_^])(?:\{([^}]*)\}|([\p{L}\p{N}]))|\*([^*]+)\*/gu;

/** Splits `m_X`, `10^{-3}` and `*g*` into runs that a page or a canvas can set. Anything else is text. */
export function typeset(source: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of source.matchAll(pattern)) {
    if (match.index > end) runs.push(onLine(source.slice(end, match.index)));
    runs.push(match[4] === undefined ? shifted(match[1] ?? '', match[2] ?? match[3] ?? '') : { text: match[4], at: 'line', italic: true });
    end = match.index + match[0].length;
  }
  if (end < source.length) runs.push(onLine(source.slice(end)));
  return runs;
}

/** The same without shifts, for names and files: ε_γ becomes εγ. */
export function untypeset(source: string): string {
  return typeset(source).map((run) => run.text).join('');
}

function onLine(text: string): Run {
  return { text, at: 'line', italic: false };
}

function shifted(mark: string, text: string): Run {
  return { text: text.replace(/-/g, '−'), at: mark === '_' ? 'sub' : 'sup', italic: false };
}
