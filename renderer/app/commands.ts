/** Everything that can be done by name: from the palette, from keys, and from the desktop's menu. */
import type { App } from './app.svelte.ts';
import { viewNames, views, type Workbench } from './workbench.svelte.ts';

export interface Command {
  /** The desktop menu uses the same names. */
  readonly id: string;
  readonly title: string;
  /** As shown; the keys themselves are in keys.ts. */
  readonly keys?: string;
  readonly enabled: boolean;
  readonly run: () => void;
}

/** All commands as they stand now. */
export function commandsOf(app: App, workbench: Workbench): readonly Command[] {
  return [
    ...studyCommands(app, workbench),
    ...scenarioCommands(app, workbench),
    ...viewCommands(app, workbench),
    ...presetCommands(app),
    ...studyList(app),
  ];
}

function studyCommands(app: App, workbench: Workbench): Command[] {
  const { session, studyActions } = app;
  const open = session !== null;
  const show = (dialog: Workbench['dialog']) => () => (workbench.dialog = dialog);
  return [
    {
      id: 'undo',
      title: session?.undoLabel == null ? 'Undo' : `Undo: ${session.undoLabel}`,
      keys: 'Ctrl+Z',
      enabled: session?.undoLabel != null,
      run: () => app.attempt(() => session?.undo() ?? done()),
    },
    {
      id: 'redo',
      title: session?.redoLabel == null ? 'Redo' : `Redo: ${session.redoLabel}`,
      keys: 'Ctrl+Shift+Z',
      enabled: session?.redoLabel != null,
      run: () => app.attempt(() => session?.redo() ?? done()),
    },
    { id: 'newStudy', title: 'New study…', enabled: true, run: show('new-study') },
    {
      id: 'openStudyFile',
      title: 'Open study file…',
      enabled: true,
      run: () => app.attempt(() => studyActions.chooseAndImport()),
    },
    {
      id: 'saveStudyFile',
      title: 'Save study file…',
      enabled: open,
      run: () => app.attempt(() => studyActions.export('study')),
    },
    { id: 'exportFigure', title: 'Export the view…', keys: 'E', enabled: open, run: show('export') },
    {
      id: 'exportCsv',
      title: 'Export the reach as CSV',
      enabled: open,
      run: () => app.attempt(() => studyActions.export('csv')),
    },
    {
      id: 'duplicateStudy',
      title: 'Duplicate the study',
      enabled: open,
      run: () => app.attempt(() => studyActions.duplicate()),
    },
    { id: 'renameStudy', title: 'Rename the study…', enabled: open, run: show('rename-study') },
    { id: 'studySettings', title: 'Masses and constants…', enabled: open, run: show('study-settings') },
    {
      id: 'binStudy',
      title: 'Move the study to the bin',
      enabled: open,
      run: () => app.attempt(() => studyActions.bin()),
    },
    { id: 'studiesBin', title: 'Studies in the bin…', enabled: true, run: show('studies-bin') },
    { id: 'palette', title: 'Commands…', keys: 'Ctrl+K', enabled: true, run: show('palette') },
    { id: 'help', title: 'Help and keys', keys: '?', enabled: true, run: show('help') },
  ];
}

function scenarioCommands(app: App, workbench: Workbench): Command[] {
  const { selected, actions } = app;
  const name = selected === undefined ? '' : ` “${selected.scenario.name}”`;
  const on = selected !== undefined;
  return [
    {
      id: 'newScenario',
      title: 'New scenario from a preset…',
      keys: 'N',
      enabled: app.session !== null,
      run: () => (workbench.dialog = 'presets'),
    },
    {
      id: 'duplicateScenario',
      title: `Duplicate${name}`,
      keys: 'D',
      enabled: on,
      run: () => actions.duplicate(selected?.id),
    },
    {
      id: 'toggleScenario',
      title: `${selected?.visible === true ? 'Hide' : 'Show'}${name}`,
      enabled: on,
      run: () => selected !== undefined && actions.show(selected.id, !selected.visible),
    },
    {
      id: 'baseline',
      title: `Set${name} as baseline`,
      enabled: on,
      run: () => selected !== undefined && actions.setBaseline(selected.id),
    },
    {
      id: 'binScenario',
      title: `Move${name} to the bin`,
      enabled: on,
      run: () => selected !== undefined && actions.bin(selected.id),
    },
  ];
}

function viewCommands(app: App, workbench: Workbench): Command[] {
  const themes = (['light', 'dark', 'system'] as const).map((choice) => ({
    id: `theme.${choice}`,
    title: `Theme: ${choice === 'system' ? 'as the system' : choice}`,
    enabled: true,
    run: () => (app.theme.choice = choice),
  }));
  const all = views.map((view, i) => ({
    id: `view.${view}`,
    title: `View: ${viewNames[view]}`,
    keys: String(i + 1),
    enabled: true,
    run: () => (workbench.view = view),
  }));
  return [...all, ...themes];
}

function presetCommands(app: App): Command[] {
  return (app.info?.presets ?? []).map((preset) => ({
    id: `preset.${preset.id}`,
    title: `New scenario: ${preset.label}${preset.calibrated ? ' (calibrated)' : ''}`,
    enabled: app.session !== null,
    run: () => app.actions.addFromPreset(preset),
  }));
}

function studyList(app: App): Command[] {
  const others = app.studies.filter(({ id, binnedAt }) => binnedAt === null && id !== app.session?.id);
  return others.map(({ id, name }) => ({
    id: `study.${String(id)}`,
    title: `Open study “${name}”`,
    enabled: true,
    run: () => app.attempt(() => app.studyActions.open(id)),
  }));
}

function done(): Promise<void> {
  return Promise.resolve();
}
