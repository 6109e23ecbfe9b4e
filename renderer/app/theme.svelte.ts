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

  #override: boolean | null = $state(null);
  readonly dark: boolean = $derived(
    this.#override ?? (this.#choice.value === 'system' ? this.#systemDark : this.#choice.value === 'dark'),
  );

  /** What a computation gives on the other ground; the window itself does not change. */
  on<T>(dark: boolean, compute: () => T): T {
    this.#override = dark;
    try {
      return compute();
    } finally {
      this.#override = null;
    }
  }
}
