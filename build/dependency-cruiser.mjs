/** Who may import whom: ARCHITECTURE's table as rules. Every rule has a fixture in test/build that violates it. */

/** The small pure libraries that computation may use, one by one. */
const pureLibraries = '^node_modules/(zod|canonicalize|(@types/)?papaparse|@stdlib/[^/]+)/';
/** What hosts take from core: words and types, never a computation. */
const vocabulary = '^core/(contract|errors|version)[.]ts$';
/** What the window takes from core: data, schemas and the figure model. */
const windowVocabulary = '^core/((contract|errors|scenario|fields|merge)[.]ts$|figure/)';

/** A rule that lets `folder` import only what matches `allowed`; `node` says whether Node's own modules are allowed. */
function only(name, comment, folder, allowed, { node = false, ...more } = {}) {
  const to = { pathNot: [`^${folder}/`, ...allowed], ...(node ? { dependencyTypesNot: ['core'] } : {}), ...more };
  return { name, comment, severity: 'error', from: { path: `^${folder}/` }, to };
}

const layers = [
  only('core-is-pure', 'core computes: no I/O, no other folder, only named pure libraries', 'core', [pureLibraries]),
  only(
    'data-knows-core',
    'data stores and lists: core, Node and SQLite',
    'data',
    ['^core/', '^node_modules/(@types/)?better-sqlite3/'],
    {
      node: true,
    },
  ),
  only(
    'backend-is-host-neutral',
    'the backend knows data and core, and no host',
    'electron/backend',
    ['^core/', '^data/'],
    {
      node: true,
    },
  ),
  only('worker-only-computes', 'a worker knows core alone', 'electron/worker', ['^core/'], { node: true }),
];

const hosts = [
  only(
    'main-is-a-host',
    'hosts wire the backend to a person',
    'electron/main',
    ['^electron/backend/', vocabulary, '^data/', '^node_modules/electron/'],
    { node: true },
  ),
  only(
    'web-is-a-host',
    'hosts wire the backend to a person',
    'electron/web',
    ['^electron/backend/', vocabulary, '^data/', '^node_modules/(@types/)?ws/'],
    { node: true },
  ),
  only(
    'cli-is-a-host',
    'the command line asks core directly: one question, one answer, one process',
    'electron/cli',
    ['^electron/backend/', '^core/', '^data/', '^node_modules/commander/'],
    { node: true },
  ),
  only('preload-knows-the-contract', 'the preload sees the contract and Electron', 'electron/preload', [
    '^core/contract[.]ts$',
    '^node_modules/electron/',
  ]),
];

const window = [
  only('window-never-computes', 'every number on screen was computed in a worker', 'renderer', [
    windowVocabulary,
    '^core/results[.]ts$',
    '^node_modules/(svelte|chart[.]js|vite)/',
  ]),
  {
    name: 'window-takes-results-as-types',
    comment: 'core/results is types to the window, never code',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { path: '^core/results[.]ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-charts-import-chart-js',
    comment: 'one folder knows the charting library',
    severity: 'error',
    from: { pathNot: '^renderer/charts/' },
    to: { path: '^node_modules/chart[.]js/' },
  },
];

const everywhere = [
  {
    name: 'only-main-and-preload-import-electron',
    comment: 'all else runs without Electron',
    severity: 'error',
    from: { pathNot: '^electron/(main|preload)/' },
    to: { path: '^node_modules/electron/' },
  },
  {
    name: 'no-cycles',
    comment: 'a cycle is two ideas that are really one',
    severity: 'error',
    from: {},
    // Types alone cost nothing at run time: a part may know the type of the whole.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'everything-resolves',
    comment: 'an import that cannot be resolved would escape every other rule',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: [...layers, ...hosts, ...window, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build/out' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.svelte', '.json', '.d.ts'],
    },
  },
};
