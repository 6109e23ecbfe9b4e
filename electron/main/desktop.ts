/** The app once its store is open: one window, the menu, and what happens when they come and go. */
import { app, Menu, type BrowserWindow, type WebContents } from 'electron';
import type { EventName } from '../../core/contract.ts';
import type { Backend } from '../backend/backend.ts';
import { answerCalls, tell } from './calls.ts';
import { offerReload } from './failures.ts';
import { menuTemplate, type MenuCommand } from './menu.ts';
import { openWindow, type WindowPaths } from './window.ts';

const events = Object.keys({ job: 0, result: 0, studies: 0 } satisfies Record<EventName, 0>) as EventName[];

export function runDesktop(backend: Backend, paths: WindowPaths): void {
  let window: BrowserWindow | undefined;
  const contents = (): WebContents | undefined => window?.webContents;

  function show(): void {
    if (window !== undefined) {
      bringToFront(window);
      return;
    }
    window = openWindow(paths);
    offerReload(window);
    window.on('closed', () => {
      window = undefined;
    });
  }

  answerCalls((name, input) => backend.call(name, input));
  for (const event of events) {
    backend.on(event, (data) => {
      tell(contents(), 'kaon:event', event, data);
    });
  }
  const menu = menuTemplate((command) => void sendCommand(contents(), command), process.platform, !app.isPackaged);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => {
    backend.close();
  });
  show();
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The page lets only a person's own action open a file dialog, and does not know that the menu was one. */
async function sendCommand(contents: WebContents | undefined, command: MenuCommand): Promise<void> {
  if (contents === undefined) return;
  if (command === 'openStudyFile') await contents.executeJavaScript('undefined', true);
  tell(contents, 'kaon:menu', command);
}
