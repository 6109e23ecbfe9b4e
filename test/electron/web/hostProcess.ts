import { runWebHost } from '../../../electron/web/run.ts';

/** The web host as a process of its own, on a given store and window. */
const [home, rendererFolder = ''] = process.argv.slice(2);
process.exit(await runWebHost({ home, rendererFolder, workers: 1 }));
