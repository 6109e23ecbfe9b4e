/**
 * Scenario colours after Okabe and Ito and Paul Tol, darkened for the light ground and lightened for the dark one
 * until each has a contrast of at least 3 to 1 with it; the dash tells them apart in grey.
 */
const colours = [
  { light: '#0067a5', dark: '#5ab4f0' },
  { light: '#c24a00', dark: '#ff9350' },
  { light: '#00805c', dark: '#35c99a' },
  { light: '#a8428f', dark: '#e793cf' },
  { light: '#8a6d00', dark: '#e3c34a' },
  { light: '#3d3a9e', dark: '#a9a5ff' },
  { light: '#8a1538', dark: '#ff8fa6' },
  { light: '#4d5560', dark: '#b6bec8' },
] as const;

const dashes: readonly (readonly number[])[] = [[], [9, 4], [2.5, 3], [11, 3, 2.5, 3], [5, 3], [11, 3, 2.5, 3, 2.5, 3]];

export interface Shade {
  readonly light: string;
  readonly dark: string;
}

export function scenarioShade(index: number): Shade {
  return colours[index % colours.length] ?? colours[0];
}

/** Line dash in pixels; empty for a full line. Neighbours in the palette differ, and so do equal colours on the next round. */
export function scenarioDash(index: number): readonly number[] {
  return dashes[(index - Math.floor(index / colours.length)) % dashes.length] ?? [];
}

/** The colour as CSS, which follows the theme. */
export function cssColour({ light, dark }: Shade): string {
  return `light-dark(${light}, ${dark})`;
}
