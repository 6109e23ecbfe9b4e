import { SvelteMap } from 'svelte/reactivity';
import type { DocumentScenario, MassGrid, ReachResult, StudyDocument } from '../../../core/contract.ts';
import type { App } from '../../app/app.svelte.ts';
import { ConnectionLost } from '../../client/transport.ts';
import { keyOf } from '../../study/reaches.svelte.ts';
import { bosonWords } from '../../study/boson.ts';
import { displayName, presetWords } from '../../study/presets.ts';
import { total } from '../editor/meaning.ts';
import type { Figure } from '../figure.ts';

/** A grid that has the masses of the table among its points. */
const grid: MassGrid = { minMeV: 5, maxMeV: 150, points: 30, spacing: 'linear' };
export const comparedMasses = [5, 50, 100, 150] as const;

export interface Compared {
  readonly id: string;
  readonly name: string;
  /** “E949-like, modified”. */
  readonly preset: string;
  readonly colour: number;
  readonly baseline: boolean;
  readonly result: ReachResult;
  /** Median expected limits at the compared masses; null without sensitivity. */
  readonly limits: readonly (number | null)[];
}

/** The scenarios side by side in numbers. */
export class CompareView {
  readonly #app: App;
  readonly #results = new SvelteMap<string, ReachResult>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- what was asked is never on screen
  readonly #asked = new Map<string, string>();

  constructor(app: App) {
    this.#app = app;
  }

  /** Asks for what changed; to be called in an effect. */
  want(): void {
    const { session, connection } = this.#app;
    if (session === null || connection.state !== 'open') return;
    const document: StudyDocument = { ...session.document, masses: grid };
    for (const scenario of session.scenarios) {
      const key = keyOf(document, scenario.scenario);
      if (this.#asked.get(scenario.id) === key) continue;
      this.#asked.set(scenario.id, key);
      void this.#ask(document, scenario);
    }
  }

  async #ask({ constants }: StudyDocument, { id, scenario }: DocumentScenario): Promise<void> {
    try {
      const answer = await this.#app.client.call('preview.reach', {
        scenario,
        constants,
        masses: grid,
        slot: `compare-${id}`.slice(0, 40),
      });
      if (!('superseded' in answer)) this.#results.set(id, answer);
    } catch (error) {
      this.#asked.delete(id);
      if (!(error instanceof ConnectionLost)) this.#app.messages.problem(error);
    }
  }

  readonly rows: readonly Compared[] = $derived.by(() => {
    const { session, info } = this.#app;
    return (session?.scenarios ?? []).flatMap(({ id, colour, scenario }) => {
      const result = this.#results.get(id);
      if (result === undefined) return [];
      const limits = comparedMasses.map(
        (mass) => result.points.find((point) => Math.abs(point.massMeV - mass) < 1e-6)?.limit?.median ?? null,
      );
      return [
        {
          id,
          colour,
          name: displayName(scenario, info?.presets ?? []),
          preset: presetWords(scenario, session?.presetInfo(scenario) ?? null),
          baseline: session?.shown.baseline === id,
          result,
          limits,
        },
      ];
    });
  });

  readonly figure: Figure | null = $derived.by(() => {
    const columns = [
      'scenario',
      'preset',
      'boson',
      'method',
      'statistic',
      'N_K',
      'ε_γ scale',
      'window from [MeV/c]',
      'to [MeV/c]',
      'background events',
      'signal events at the limit',
      'confidence_level',
      ...comparedMasses.map((mass) => `median coupling at ${String(mass)} MeV`),
    ];
    const rows = this.rows.map(({ name, preset, result: { scenario: s, events }, limits }) => [
      name,
      preset,
      bosonWords(s.boson),
      s.analysis.method,
      s.analysis.statistic,
      s.exposure.stoppedKaons,
      s.photonVeto.scale,
      s.window.minMeV,
      s.window.maxMeV,
      total(events.background),
      events.medianLimit.signalEvents,
      s.analysis.confidenceLevel,
      ...limits,
    ]);
    return {
      title: 'Scenarios side by side',
      caption: [],
      plot: null,
      table: { caption: 'Scenarios side by side', columns, rows },
      stem: 'compare-view',
    };
  });
}
