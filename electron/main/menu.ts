/** The native menu. Its commands go to the window, which does them the same way as its own keys and buttons. */
import type { MenuItemConstructorOptions } from 'electron';

/** The names that the window gives these commands, too. */
export const menuCommands = [
  'newStudy',
  'openStudyFile',
  'saveStudyFile',
  'exportFigure',
  'undo',
  'redo',
  'palette',
  'view.reach',
  'view.spectrum',
  'view.acceptance',
  'view.compare',
  'view.paper',
  'help',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

type Send = (command: MenuCommand) => void;
type Items = MenuItemConstructorOptions[];

const separator: MenuItemConstructorOptions = { type: 'separator' };

function item(send: Send, command: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions {
  const click = (): void => {
    send(command);
  };
  return { id: command, label, click, ...(accelerator === undefined ? {} : { accelerator }) };
}

/** Shown beside the label but left to the page, where a text field has its own undo. */
function pageKey(options: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return { ...options, registerAccelerator: false };
}

function fileItems(send: Send, mac: boolean): Items {
  return [
    item(send, 'newStudy', 'New study', 'CmdOrCtrl+N'),
    item(send, 'openStudyFile', 'Open study file…', 'CmdOrCtrl+O'),
    separator,
    item(send, 'saveStudyFile', 'Save study file as…', 'CmdOrCtrl+Shift+S'),
    item(send, 'exportFigure', 'Export figure…', 'CmdOrCtrl+E'),
    separator,
    mac ? { role: 'close' } : { role: 'quit' },
  ];
}

function editItems(send: Send): Items {
  return [
    pageKey(item(send, 'undo', 'Undo', 'CmdOrCtrl+Z')),
    pageKey(item(send, 'redo', 'Redo', 'CmdOrCtrl+Shift+Z')),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ];
}

function viewItems(send: Send, developer: boolean): Items {
  return [
    item(send, 'view.reach', 'Reach', 'CmdOrCtrl+1'),
    item(send, 'view.spectrum', 'Spectrum', 'CmdOrCtrl+2'),
    item(send, 'view.acceptance', 'Acceptance', 'CmdOrCtrl+3'),
    item(send, 'view.compare', 'Compare', 'CmdOrCtrl+4'),
    item(send, 'view.paper', 'Paper', 'CmdOrCtrl+5'),
    separator,
    pageKey(item(send, 'palette', 'Commands…', 'CmdOrCtrl+K')),
    separator,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
    ...(developer ? [separator, { role: 'toggleDevTools' } as const] : []),
  ];
}

/** The whole menu; `developer` adds the page's developer tools. */
export function menuTemplate(send: Send, platform: NodeJS.Platform, developer: boolean): Items {
  const mac = platform === 'darwin';
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileItems(send, mac) },
    { label: '&Edit', submenu: editItems(send) },
    { label: '&View', submenu: viewItems(send, developer) },
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', submenu: [item(send, 'help', 'Kaon Reach help', 'F1'), { role: 'about' }] },
  ];
}
