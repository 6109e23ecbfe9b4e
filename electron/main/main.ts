/** Entry of the desktop app. */
import { app, protocol, session } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { storeFolder } from '../../data/store/location.ts';
import { openBackend } from '../backend/open.ts';
import { runDesktop } from './desktop.ts';
import { refuseToStart, reportFaults } from './failures.ts';
import { filesUnder } from './files.ts';
import { denyPermissions, guardAllContents } from './guard.ts';
import { scheme } from './policy.ts';
import { windowPaths } from './window.ts';
import { utilityWorkers } from './workers.ts';

/** Where the built files lie: this one, the preload and the worker; the window's are beside the folder. */
const built = import.meta.dirname;

async function start(): Promise<void> {
  denyPermissions(session.defaultSession);
  protocol.handle(scheme, filesUnder(join(built, '../renderer')));
  const launcher = utilityWorkers(join(built, 'worker.js'));
  try {
    const backend = await openBackend({ host: 'electron', version: app.getVersion(), launcher });
    runDesktop(backend, windowPaths(built, app.getPath('userData')));
  } catch (error) {
    refuseToStart(error);
  }
}

/** The browser's own files lie with the studies, so that one store has one app, and another store another. */
function keepProfileIn(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    app.setPath('userData', folder);
  } catch {
    // Opening the store there fails as well, and says why.
  }
}

reportFaults();
keepProfileIn(join(storeFolder(), 'window'));
protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
guardAllContents();
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();
