import type { CallInput, MassGrid, ReachResult, Spectrum } from '../../../core/contract.ts';
import type { App } from '../../app/app.svelte.ts';
import { oneOf, Remembered } from '../../app/remembered.svelte.ts';
import { Latest } from '../../study/latest.ts';
import { withoutPath } from '../../study/labels.ts';
import { displayName } from '../../study/presets.ts';
import { scenarioShade } from '../../ui/palette.ts';
import { literal } from '../../words/typeset.ts';
import type { Figure } from '../figure.ts';
import { spectrumLegend, spectrumModel, spectrumTable, type SpectrumLook } from './model.ts';

const greatestMassMeV = 388;

/** The smallest grid that has a mass as one of its ends, and so holds it exactly. */
function gridAt(massMeV: number): MassGrid {
  const [minMeV, maxMeV] =
    massMeV < greatestMassMeV ? [massMeV, greatestMassMeV] : [greatestMassMeV - 1, greatestMassMeV];
  return { minMeV, maxMeV, points: 2, spacing: 'linear' };
}

/** Signal over background of the selected scenario, per bin of muon momentum. */
export class SpectrumView {
  readonly #app: App;
  readonly #scale = new Remembered<'log' | 'linear'>('spectrum-scale', 'linear', oneOf('log', 'linear'));
  readonly #latest: Latest<CallInput<'preview.spectrum'>, Spectrum>;
  readonly #limits: Latest<CallInput<'preview.reach'>, ReachResult>;
  #limitFor: string = '';
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
        this.problem = withoutPath(error instanceof Error ? error.message : String(error));
      },
    });
    this.#limits = new Latest({
      ask: (question) => app.client.call('preview.reach', question),
      answered: (result, question) => this.#takeLimit(result, question),
      failed: () => {
        this.limit = null;
        this.#limitFor = '';
      },
    });
  }

  #takeLimit({ points }: ReachResult, { masses }: CallInput<'preview.reach'>): void {
    const wanted = masses.minMeV === greatestMassMeV - 1 && this.massMeV === greatestMassMeV ? 1 : 0;
    this.limit = points[wanted]?.limit?.median ?? null;
  }

  get scale(): 'log' | 'linear' {
    return this.#scale.value;
  }

  set scale(scale: 'log' | 'linear') {
    this.#scale.value = scale;
  }

  /** The selected scenario's median expected limit at exactly the chosen mass; null where it has none. */
  limit: number | null = $state(null);

  readonly coupling: number = $derived.by(() => this.chosenCoupling ?? this.limit ?? 1e-3);

  /** Asks for the limit at the chosen mass; to be called in an effect. */
  wantLimit(): void {
    const { session, selected } = this.#app;
    if (session === null || selected === undefined) return;
    const { massMeV } = this;
    const { constants } = session.shown;
    const key = JSON.stringify([massMeV, selected.scenario, constants]);
    if (key === this.#limitFor) return;
    this.#limitFor = key;
    this.#limits.ask({ scenario: selected.scenario, constants, masses: gridAt(massMeV), slot: 'spectrum' });
  }

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
      boson: this.#app.boson,
    };
    const title = `Muon momentum: ${literal(displayName(selected.scenario, info?.presets ?? []))}`;
    return {
      title,
      caption: ['Signal stacked on the expected background, per bin of reconstructed momentum.'],
      plot: { model: spectrumModel(this.spectrum, look), legend: spectrumLegend(this.spectrum, look) },
      table: spectrumTable(this.spectrum, `Signal and background per bin, ${selected.scenario.name}`),
      stem: 'spectrum-view',
    };
  });
}
