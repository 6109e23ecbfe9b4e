import { oneOf, Remembered } from './remembered.svelte.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** Light or dark: the person's choice, else the system's. */
export class Theme {
  readonly #choice = new Remembered<ThemeChoice>('theme', 'system', oneOf('system', 'light', 'dark'));
  #systemDark = $state(false);

  constructor(media: MediaQueryList = matchMedia('(prefers-color-scheme: dark)')) {
    this.#systemDark = media.matches;
    media.addEventListener('change', ({ matches }) => {
      this.#systemDark = matches;
    });
  }

  get choice(): ThemeChoice {
    return this.#choice.value;
  }

  set choice(choice: ThemeChoice) {
    this.#choice.value = choice;
  }

  readonly dark: boolean = $derived(this.#choice.value === 'system' ? this.#systemDark : this.#choice.value === 'dark');
}
