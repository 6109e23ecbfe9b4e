import type { CallInput, Spectrum } from '../../../core/contract.ts';
import type { App } from '../../app/app.svelte.ts';
import { oneOf, Remembered } from '../../app/remembered.svelte.ts';
import { Latest } from '../../study/latest.ts';
import { displayName } from '../../study/presets.ts';
import { scenarioShade } from '../../ui/palette.ts';
import { literal } from '../../words/typeset.ts';
import type { Figure } from '../figure.ts';
import { spectrumLegend, spectrumModel, spectrumTable, type SpectrumLook } from './model.ts';

/** Signal over background of the selected scenario, per bin of muon momentum. */
export class SpectrumView {
  readonly #app: App;
  readonly #scale = new Remembered<'log' | 'linear'>('spectrum-scale', 'linear', oneOf('log', 'linear'));
  readonly #latest: Latest<CallInput<'preview.spectrum'>, Spectrum>;
  massMeV: number = $state(50);
  /** null: where the scenario's expected limit lies. */
  chosenCoupling: number | null = $state(null);
  binMeV: number = $state(5);
  acceptance: boolean = $state(false);
  tableShown: boolean = $state(false);
  spectrum: Spectrum | null = $state.raw(null);
  problem: string | null = $state(null);

  constructor(app: App) {
    this.#app = app;
    this.#latest = new Latest({
      ask: (question) => app.client.call('preview.spectrum', question),
      answered: (spectrum) => {
        this.spectrum = spectrum;
        this.problem = null;
      },
      failed: (error) => {
        this.problem = error instanceof Error ? error.message : String(error);
      },
    });
  }

  get scale(): 'log' | 'linear' {
    return this.#scale.value;
  }

  set scale(scale: 'log' | 'linear') {
    this.#scale.value = scale;
  }

  /** The selected scenario's expected limit at the mass nearest to the chosen one. */
  readonly limit: number | null = $derived.by(() => {
    const points = this.#app.reaches.get(this.#app.selected?.id ?? null)?.result?.points ?? [];
    const nearest = points.toSorted(
      (a, b) => Math.abs(a.massMeV - this.massMeV) - Math.abs(b.massMeV - this.massMeV),
    )[0];
    const median = nearest?.limit?.median;
    return median === undefined ? null : Number(median.toPrecision(3));
  });

  readonly coupling: number = $derived.by(() => this.chosenCoupling ?? this.limit ?? 1e-3);

  /** Asks for the spectrum; to be called in an effect. */
  want(): void {
    const { session, selected } = this.#app;
    if (session === null || selected === undefined) return;
    const { massMeV, coupling, binMeV } = this;
    this.#latest.ask({ scenario: selected.scenario, constants: session.shown.constants, massMeV, coupling, binMeV });
  }

  readonly figure: Figure | null = $derived.by(() => {
    const { selected, info, theme } = this.#app;
    if (selected === undefined || this.spectrum === null) return null;
    const shade = scenarioShade(selected.colour);
    const look: SpectrumLook = {
      scale: this.scale,
      acceptance: this.acceptance,
      dark: theme.dark,
      signalColour: theme.dark ? shade.dark : shade.light,
    };
    const title = `Muon momentum: ${literal(displayName(selected.scenario, info?.presets ?? []))}`;
    return {
      title,
      caption: ['Signal stacked on the expected background, per bin of reconstructed momentum.'],
      plot: { model: spectrumModel(this.spectrum, look), legend: spectrumLegend(this.spectrum, look) },
      table: spectrumTable(this.spectrum, `Signal and background per bin, ${selected.scenario.name}`),
      stem: 'spectrum',
    };
  });
}
