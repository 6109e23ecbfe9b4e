/** What is said when something outside the person's work goes wrong: one message, what to do, never a stack trace. */
import { app, dialog, type BrowserWindow } from 'electron';

/** Bad input, on every host: here a store that cannot be opened. */
const badInput = 2;

/** The store could not be opened; its file is as it was. */
export function refuseToStart(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message);
  dialog.showErrorBox('Kaon Reach cannot open its studies', message);
  app.exit(badInput);
}

/** The page's process is gone. Every edit was saved when it was made, so loading the page again brings all back. */
export function offerReload(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    void askToReload(window, reason);
  });
}

async function askToReload(window: BrowserWindow, reason: string): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped working',
    detail: `Your studies are saved. (Reason: ${reason})`,
    buttons: ['Reload', 'Quit'],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 0) window.webContents.reload();
  else app.quit();
}

/** A fault of the program in the main process: said once, and the app goes on if it can. */
export function reportFaults(): void {
  const report = (error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error);
    console.error(message);
    dialog.showErrorBox('Kaon Reach met an internal error', message);
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}
