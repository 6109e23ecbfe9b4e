/** The app's one window. */
import { BrowserWindow, nativeTheme, screen, type BrowserWindowConstructorOptions } from 'electron';
import { join } from 'node:path';
import { readPlacement, smallest, writePlacement, type Placement } from './bounds.ts';
import { startUrl } from './policy.ts';

export interface WindowPaths {
  readonly preload: string;
  readonly icon: string;
  /** Remembers where the window was. */
  readonly placement: string;
}

/** Before the page has drawn itself: its own ground, so that opening never flashes. */
const ground = { dark: '#1b1e22', light: '#f4f5f6' };

export function windowOptions({ bounds }: Placement, { preload, icon }: WindowPaths): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Kaon Reach',
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: true,
    },
  };
}

export function openWindow(paths: WindowPaths): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const placement = readPlacement(paths.placement, screens);
  const window = new BrowserWindow(windowOptions(placement, paths));
  window.once('ready-to-show', () => {
    if (placement.maximised) window.maximize();
    window.show();
  });
  window.on('close', () => {
    writePlacement(paths.placement, { bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  });
  window.loadURL(startUrl).catch((error: unknown) => {
    // Closed before it was loaded: nobody waits for it.
    if (!window.isDestroyed()) throw error;
  });
  return window;
}

/** The paths, as they lie beside the built main process. */
export function windowPaths(built: string, userData: string): WindowPaths {
  return {
    preload: join(built, 'preload.cjs'),
    icon: join(built, '../../icon.png'),
    placement: join(userData, 'window.json'),
  };
}
