import type {
  AppInfo,
  DocumentScenario,
  Provenance,
  ReachResult,
  StudyState,
  StudySummary,
} from '../../core/contract.ts';
import type { Client } from '../client/client.ts';
import { ConnectionLost, type Connection } from '../client/transport.ts';
import type { BosonKind } from '../study/boson.ts';
import { GMinus2 } from '../study/gMinus2.svelte.ts';
import { Jobs } from '../study/jobs.svelte.ts';
import { keyOf, Reaches } from '../study/reaches.svelte.ts';
import { same } from '../study/patch.ts';
import { Session } from '../study/session.svelte.ts';
import { Actions } from './actions.ts';
import { Messages } from './messages.svelte.ts';
import { Remembered } from './remembered.svelte.ts';
import { StudyActions } from './studyActions.svelte.ts';
import { Theme } from './theme.svelte.ts';

const isText = (stored: unknown): stored is string => typeof stored === 'string';
const isId = (stored: unknown): stored is number => typeof stored === 'number';

/** Everything that the window knows and does, apart from what one view keeps to itself. */
export class App {
  readonly client: Client;
  readonly messages = new Messages();
  readonly actions = new Actions(this);
  readonly studyActions = new StudyActions(this);
  readonly theme = new Theme();
  readonly reaches: Reaches;
  readonly jobs: Jobs;
  readonly gMinus2: GMinus2;
  readonly #lastStudy = new Remembered<number>('study', 0, isId);
  #selectedId: string | null = $state(null);
  connection: Connection = $state.raw({ state: 'connecting' });
  info: AppInfo | null = $state.raw(null);
  studies: readonly StudySummary[] = $state.raw([]);
  session: Session | null = $state.raw(null);
  /** Why the application could not start. */
  failure: string | null = $state(null);
  readonly #lastSelected = new Remembered<string>('selected', '', isText, sessionStorage);
  /** What is stored is not known yet. */
  loading: boolean = $state(true);

  constructor(client: Client) {
    this.client = client;
    this.reaches = new Reaches(client);
    this.jobs = new Jobs(client);
    this.gMinus2 = new GMinus2(client);
    client.on('studies', (studies) => (this.studies = studies));
    client.on('result', ({ studyId, reach }) => {
      if (studyId === this.session?.id && reach.result !== null)
        this.#takeResult(reach.scenarioId, reach.result, reach.provenance);
    });
    client.onConnection((connection) => this.#connected(connection));
  }

  readonly selected: DocumentScenario | undefined = $derived.by(() => {
    const { session } = this;
    return session?.scenarios.find((s) => s.id === this.selectedId) ?? session?.scenarios[0];
  });
  readonly visible: readonly DocumentScenario[] = $derived(this.session?.scenarios.filter((s) => s.visible) ?? []);
  readonly boson: BosonKind = $derived.by(() => (this.selected === undefined ? 'vector' : this.bosonOf(this.selected)));

  /** Scenarios in view with the other boson: the plane of this one has no place for them. */
  readonly otherBoson: readonly DocumentScenario[] = $derived(
    this.visible.filter((scenario) => this.bosonOf(scenario) !== this.boson),
  );

  bosonOf({ scenario }: DocumentScenario): BosonKind {
    const own = (scenario['boson'] as { kind?: string } | undefined)?.kind;
    return (own ?? this.session?.preset(scenario)?.boson.kind) === 'scalar' ? 'scalar' : 'vector';
  }

  /** Runs something that may fail, and says so where it does. */
  attempt(work: () => Promise<unknown>): void {
    void work().catch((error: unknown) => this.messages.problem(error));
  }

  /** The scenario in the editor; remembered for as long as the window is open, so that a reload finds it again. */
  get selectedId(): string | null {
    return this.#selectedId;
  }

  set selectedId(id: string | null) {
    this.#selectedId = id;
    if (id !== null) this.#lastSelected.value = id;
  }

  async open(id: number): Promise<void> {
    this.use(await this.client.call('studies.open', { id }));
  }

  /** Shows a study that was just opened or made. */
  use(state: StudyState): void {
    if (this.info === null) return;
    this.session = new Session(this.client, this.info.presets, state);
    const before = this.session.scenarios.find((s) => s.id === this.#lastSelected.value);
    this.selectedId = (before ?? this.session.scenarios[0])?.id ?? null;
    this.#lastStudy.value = state.id;
    this.attempt(() => this.loadResults());
  }

  /** Shows no study. */
  close(): void {
    this.session = null;
    this.selectedId = null;
  }

  /** Opens the study that was open last, or any. */
  async openAny(): Promise<void> {
    const inUse = this.studies.filter((study) => study.binnedAt === null);
    const last = inUse.find((study) => study.id === this.#lastStudy.value) ?? inUse[0];
    if (last !== undefined) await this.open(last.id);
  }

  /** Begins again after a failed start. */
  restart(): void {
    this.failure = null;
    this.#start();
  }

  /** Stored results, where they still belong to what is on screen; what is missing is queued by the backend. */
  async loadResults(): Promise<void> {
    const { session } = this;
    if (session === null) return;
    const reaches = await this.client.call('results.get', { id: session.id });
    for (const { scenarioId, result, provenance } of reaches)
      if (result !== null) this.#takeResult(scenarioId, result, provenance);
    await this.jobs.refresh();
  }

  /** Asks for the reach of everything on screen; to be called in an effect, so that it follows every change. */
  keepReachesFresh(): void {
    const { session, visible, selected, connection } = this;
    if (session === null || connection.state !== 'open') return;
    const hidden = selected === undefined || selected.visible ? [] : [selected];
    this.reaches.want(session.shown, [...visible, ...hidden]);
  }

  /** After a save the backend computes what is new; to be called in an effect. */
  reloadWhenSaved(): (() => void) | undefined {
    const revision = this.session?.stored.revision;
    if (revision === undefined || this.session?.status.kind !== 'saved') return undefined;
    const timer = setTimeout(() => this.attempt(() => this.loadResults()), 300);
    return () => clearTimeout(timer);
  }

  #takeResult(id: string, result: ReachResult, provenance: Provenance | null): void {
    const { session } = this;
    const shown = session?.find(id);
    const resolved = session?.stored.resolved.find((r) => r.id === id)?.scenario;
    const stored = session?.stored.document.scenarios.find((s) => s.id === id);
    if (session === null || shown === undefined || resolved == null || stored === undefined) return;
    const upToDate = keyOf(session.shown, shown.scenario) === keyOf(session.stored.document, stored.scenario);
    if (upToDate && same(unnamed(resolved), unnamed(result.scenario)))
      this.reaches.take(id, keyOf(session.shown, shown.scenario), result, provenance);
  }

  #connected(connection: Connection): void {
    const regained = this.connection.state !== 'open' && connection.state === 'open';
    this.connection = connection;
    if (!regained) return;
    this.reaches.refresh();
    this.gMinus2.refresh();
    this.#start();
  }

  #start(): void {
    const failed = (error: unknown): void => {
      if (!(error instanceof ConnectionLost)) this.failure = error instanceof Error ? error.message : String(error);
    };
    void this.#load()
      .catch(failed)
      .finally(() => (this.loading = false));
  }

  async #load(): Promise<void> {
    this.info = await this.client.call('app.info', {});
    this.studies = await this.client.call('studies.list', {});
    if (this.session === null) await this.openAny();
    else await this.loadResults();
  }
}

function unnamed({ name: _name, notes: _notes, ...rest }: { name: string; notes?: string | undefined }): object {
  return rest;
}
