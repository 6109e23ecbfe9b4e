/** The colours of everything in a plot that is not a scenario. */
export interface ChartColours {
  readonly dark: boolean;
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly frame: string;
  readonly hatch: string;
  readonly strip: string;
  /** The (g−2)_μ region. */
  readonly region: string;
}

const light: ChartColours = {
  dark: false,
  ground: '#ffffff',
  ink: '#1c1e21',
  muted: '#575d66',
  frame: '#3a3e44',
  hatch: '#c9ccd1',
  strip: '#eef0f2',
  region: '#7d8794',
};
const dark: ChartColours = {
  dark: true,
  ground: '#15171a',
  ink: '#e8eaed',
  muted: '#a3a9b2',
  frame: '#8e949d',
  hatch: '#3d4249',
  strip: '#202429',
  region: '#8f9aa8',
};

export function chartColours(isDark: boolean): ChartColours {
  return isDark ? dark : light;
}
