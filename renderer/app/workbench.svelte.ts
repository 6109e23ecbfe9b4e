import { AcceptanceView } from '../views/acceptance/acceptance.svelte.ts';
import { CompareView } from '../views/compare/compare.svelte.ts';
import type { Figure } from '../views/figure.ts';
import { PaperView } from '../views/paper/paper.svelte.ts';
import { ReachView } from '../views/reach/reach.svelte.ts';
import { SpectrumView } from '../views/spectrum/spectrum.svelte.ts';
import type { App } from './app.svelte.ts';
import { oneOf, Remembered } from './remembered.svelte.ts';

export const views = ['reach', 'spectrum', 'acceptance', 'compare', 'paper'] as const;
export type View = (typeof views)[number];

export const viewNames: Readonly<Record<View, string>> = {
  reach: 'Reach',
  spectrum: 'Spectrum',
  acceptance: 'Acceptance',
  compare: 'Compare',
  paper: 'Paper',
};

export type Dialog =
  | 'none'
  | 'export'
  | 'help'
  | 'palette'
  | 'new-study'
  | 'studies-bin'
  | 'presets'
  | 'warnings'
  | 'rename-study'
  | 'study-settings';

/** What is open in the window: which view, which dialog, which groups. */
export class Workbench {
  readonly #view = new Remembered<View>('view', 'reach', oneOf(...views));
  readonly #closed = new Remembered<readonly string[]>(
    'folded',
    ['acceptance', 'resolution', 'backgrounds', 'boson'],
    (stored): stored is string[] => Array.isArray(stored),
  );
  readonly reach: ReachView;
  readonly spectrum: SpectrumView;
  readonly acceptance: AcceptanceView;
  readonly compare: CompareView;
  readonly paper: PaperView;
  dialog: Dialog = $state('none');

  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
    this.reach = new ReachView(app);
    this.spectrum = new SpectrumView(app);
    this.acceptance = new AcceptanceView(app);
    this.compare = new CompareView(app);
    this.paper = new PaperView(app);
  }

  get view(): View {
    return this.#view.value;
  }

  set view(view: View) {
    this.#view.value = view;
  }

  /** What is seen now, for export. */
  get figure(): Figure | null {
    return this[this.view].figure;
  }

  /** The same on a light or dark ground, whatever the theme. */
  figureOn(dark: boolean): Figure | null {
    return this.#app.theme.on(dark, () => this.figure);
  }

  isFolded(group: string): boolean {
    return this.#closed.value.includes(group);
  }

  fold(group: string, folded: boolean): void {
    const rest = this.#closed.value.filter((other) => other !== group);
    this.#closed.value = folded ? [...rest, group] : rest;
  }
}
