import { untrack } from 'svelte';
import type { CallInput, Readout } from '../../../core/contract.ts';
import type { App } from '../../app/app.svelte.ts';
import { Remembered } from '../../app/remembered.svelte.ts';
import type { Axis } from '../../charts/axis.ts';
import { chartColours } from '../../charts/colours.ts';
import type { LegendEntry, PlotModel } from '../../charts/model.ts';
import { valueAtFraction, fractionOf } from '../../charts/axis.ts';
import type { Range } from '../../charts/zoom.ts';
import { Latest } from '../../study/latest.ts';
import { couplingOf, othersWords, plainCouplingOf, symbolOf } from '../../study/boson.ts';
import { displayName, presetWords } from '../../study/presets.ts';
import { scenarioDash, scenarioShade } from '../../ui/palette.ts';
import { literal } from '../../words/typeset.ts';
import type { Figure } from '../figure.ts';
import { blindLegend, blindStrips, noReachSentence } from './blind.ts';
import { bandLayers, legendOf, lineLayers, sameCurves, type Curve } from './curve.ts';
import { regionLayers, regionLegend, regionNotes } from './gMinus2Region.ts';
import { reachTable, type About } from './reachTable.ts';

/** What is remembered of the axes; a range is null while it follows the study. */
interface Axes {
  readonly massScale: 'log' | 'linear';
  readonly mass: Range | null;
  readonly coupling: Range | null;
}
const standard: Axes = { massScale: 'log', mass: null, coupling: null };
const usualCoupling: Range = { min: 1e-4, max: 1e-1 };

export const reachLimits = { x: { min: 0.1, max: 388 }, y: { min: 1e-7, max: 10 } };

function isAxes(stored: unknown): stored is Axes {
  return (
    typeof stored === 'object' && stored !== null && 'massScale' in stored && 'mass' in stored && 'coupling' in stored
  );
}

/** The (m, g) plane. */
export class ReachView {
  readonly #app: App;
  readonly #axes = new Remembered<Axes>('reach-axes', standard, isAxes);
  readonly #readouts: Latest<CallInput<'preview.readout'>, Readout>;
  #lastCurves: readonly Curve[] = [];
  cross: { readonly x: number; readonly y: number } = $state.raw({ x: 50, y: 1e-3 });
  readout: Readout | null = $state.raw(null);
  tableShown: boolean = $state(false);

  constructor(app: App) {
    this.#app = app;
    this.#readouts = new Latest({
      ask: (question) => app.client.call('preview.readout', question),
      answered: (readout) => (this.readout = readout),
      failed: () => (this.readout = null),
    });
  }

  /** The same list again as long as nothing on it is new, so that a slider redraws once, when its result is there. */
  readonly curves: readonly Curve[] = $derived.by(() => {
    const { visible, reaches, info, theme } = this.#app;
    const { boson } = this.#app;
    const next = visible.flatMap(({ id, scenario, colour }) => {
      const known = reaches.get(id);
      const result = known?.result;
      if (result == null || result.scenario.boson.kind !== boson) return [];
      const shade = scenarioShade(colour);
      return [
        {
          id,
          name: displayName(scenario, info?.presets ?? []),
          colour: theme.dark ? shade.dark : shade.light,
          dash: scenarioDash(colour),
          result,
          toys: known?.provenance != null && result.scenario.analysis.bands === 'toys',
        },
      ];
    });
    if (!sameCurves(next, this.#lastCurves)) this.#lastCurves = next;
    return this.#lastCurves;
  });

  get massScale(): 'log' | 'linear' {
    return this.#axes.value.massScale;
  }

  set massScale(massScale: 'log' | 'linear') {
    this.#axes.value = { ...this.#axes.value, massScale };
  }

  readonly x: Axis = $derived.by(() => {
    const masses = this.#app.session?.document.masses;
    const { massScale, mass } = this.#axes.value;
    const range = mass ?? { min: masses?.minMeV ?? 5, max: masses?.maxMeV ?? 300 };
    return { ...range, scale: massScale, title: `*m*_${symbolOf[this.#app.boson]}  [MeV]`, numbers: 'plain' };
  });

  readonly y: Axis = $derived.by(() => {
    const title = `coupling  ${couplingOf[this.#app.boson]}`;
    return { ...(this.#axes.value.coupling ?? usualCoupling), scale: 'log', title, numbers: 'power' };
  });

  readonly #region: string = $derived.by(() => chartColours(this.#app.theme.dark).region);

  readonly model: PlotModel = $derived.by(() => {
    const { x, y, curves } = this;
    const { band, boson } = this.#app.gMinus2;
    const region = band === null ? [] : regionLayers(band, this.#region);
    const layers = [...region, ...curves.flatMap(bandLayers), ...curves.toReversed().flatMap(lineLayers)];
    return { x, y, layers, strips: blindStrips(curves), notes: band === null ? [] : regionNotes(band, boson, x, y) };
  });

  readonly #others: readonly LegendEntry[] = $derived.by(() => {
    const words = othersWords(this.#app.boson, this.#app.otherBoson.length);
    const title = this.#app.otherBoson.map(({ scenario }) => scenario.name).join('\n');
    return words === null ? [] : [{ words, colour: '', dash: [], sample: 'none', title }];
  });

  readonly legend: readonly LegendEntry[] = $derived.by(() => {
    const { band, boson } = this.#app.gMinus2;
    const input = this.#app.info?.gMinus2Inputs.find(({ id }) => id === band?.input);
    const region = band === null ? [] : [regionLegend(band, boson, input, this.#region)];
    return [...this.curves.flatMap(legendOf), ...region, ...blindLegend(this.curves), ...this.#others];
  });

  readonly figure: Figure = $derived.by(() => {
    const title = `Reach: ${this.#app.session?.document.name ?? ''}`;
    const { boson, gMinus2 } = this.#app;
    const caption = [
      `Upper limits on the coupling ${couplingOf[boson]} (${boson}) against mass; bands: 68% and 95% of outcomes with background alone.`,
      ...this.curves.flatMap((curve) => noReachSentence(curve) ?? []).map((words) => literal(`${words}.`)),
    ];
    const table = reachTable(
      this.curves,
      gMinus2.band,
      `Upper limits on the coupling ${plainCouplingOf[boson]} against the mass of ${symbolOf[boson]}, a ${boson}`,
      (curve) => this.#about(curve),
    );
    return { title, caption, plot: { model: this.model, legend: this.legend }, table, stem: 'reach-view' };
  });

  #about({ id }: Curve): About {
    const { session, gMinus2, info } = this.#app;
    const file = session?.find(id)?.scenario;
    const input = info?.gMinus2Inputs.find((known) => known.id === gMinus2.band?.input);
    return {
      preset: file === undefined ? '' : presetWords(file, session?.presetInfo(file) ?? null),
      gMinus2Input: input?.label ?? '',
    };
  }

  zoom(mass: Range, coupling: Range): void {
    this.#axes.value = { ...this.#axes.value, mass, coupling };
  }

  resetZoom(): void {
    this.#axes.value = { ...this.#axes.value, mass: null, coupling: null };
  }

  get zoomed(): boolean {
    return this.#axes.value.mass !== null || this.#axes.value.coupling !== null;
  }

  /** Moves the cross-hair by steps of a hundredth of the axes. */
  moveCross(dx: number, dy: number): void {
    const at = (axis: Axis, value: number, steps: number): number =>
      valueAtFraction(axis, Math.min(1, Math.max(0, fractionOf(axis, value) + steps / 100)));
    this.cross = { x: at(this.x, this.cross.x, dx), y: at(this.y, this.cross.y, dy) };
  }

  /** Asks what the cross-hair stands on; to be called in an effect, which follows the curves, not the slider that moves them. */
  wantReadout(): void {
    const { curves, cross } = this;
    const { boson } = this.#app;
    const { session, visible } = untrack(() => ({ session: this.#app.session, visible: this.#app.visible }));
    if (session === null) return;
    const { selected } = this.#app;
    const hidden = selected === undefined || selected.visible ? [] : [selected];
    const mine = [...visible.filter(({ id }) => curves.some((curve) => curve.id === id)), ...hidden];
    const scenarios = mine.map(({ id, scenario }) => ({ id, scenario }));
    const constants = untrack(() => session.document.constants);
    this.#readouts.ask({ massMeV: cross.x, coupling: cross.y, constants, boson, scenarios });
  }
}
