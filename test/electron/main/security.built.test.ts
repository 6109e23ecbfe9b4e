/** What the built app forbids its own page, and every other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentSecurityPolicy, startUrl } from '../../../electron/main/policy.ts';
import { launch, type RunningApp } from './driver.ts';

/** Electron has it, its types do not. */
interface Inspectable {
  getLastWebPreferences(): { readonly preload: string };
}

let folder = '';
let app: RunningApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaon-reach-security-'));
  app = await launch(folder);
}, 60_000);
afterAll(async () => {
  await app.quit();
  rmSync(folder, { recursive: true });
});

/** A little longer than anything that would happen if it were allowed. */
const settle = () => app.inPage(() => new Promise((resolve) => setTimeout(resolve, 300)));
const address = () => app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());

/** Notes what would be opened in the person's browser, in place of opening it. */
async function noteOpenedOutside(): Promise<() => Promise<readonly string[]>> {
  await app.inMain(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  return () => app.inMain(() => (globalThis as unknown as { opened: string[] }).opened);
}

test('the window is isolated from its preload, sandboxed, and without Node', async () => {
  const preferences = await app.inMain(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as Inspectable;
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('the page has nothing of Node or Electron but the bridge', async () => {
  const found = await app.inPage(() => {
    const suspects = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
    const bridge = (globalThis as unknown as { kaonReach: object }).kaonReach;
    return { suspects: suspects.filter((name) => name in globalThis), bridge: Object.keys(bridge).sort() };
  });
  expect(found).toEqual({ suspects: [], bridge: ['call', 'on', 'onMenu', 'platform'] });
});

test('the page cannot change the bridge', async () => {
  const changed = await app.inPage(() => {
    const bridge = (globalThis as unknown as { kaonReach: { call: unknown } }).kaonReach;
    const { call } = bridge;
    try {
      bridge.call = () => 'mine';
    } catch {
      // Refused in strict code.
    }
    return bridge.call !== call;
  });
  expect(changed).toBe(false);
});

test('the page comes with the content security policy', async () => {
  const header = await app.inPage(async () => (await fetch(location.href)).headers.get('content-security-policy'));
  expect(header).toBe(contentSecurityPolicy);
});

test('an injected inline script, an inline handler and a string of code do not run', async () => {
  await app.inPage(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    const button = document.createElement('button');
    button.setAttribute('onclick', 'globalThis.injected = true');
    document.body.append(script, button);
    button.click();
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the point of this test
    setTimeout('globalThis.injected = true');
  });
  await settle();
  expect(await app.inPage(() => 'injected' in globalThis)).toBe(false);
});

test('nothing is fetched from elsewhere', async () => {
  const blocked = await app.inPage(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
        void fetch('https://example.com/').catch(() => undefined);
      }),
  );
  expect(blocked).toBe('connect-src');
});

test('the page stays where it is', async () => {
  await app.inPage(() => {
    location.href = 'https://example.com/';
  });
  await settle();
  expect(await address()).toBe(startUrl);
});

test('another file of the app is no page either', async () => {
  await app.inPage(() => {
    location.href = './other.html';
  });
  await settle();
  expect(await address()).toBe(startUrl);
});

test('no second window opens', async () => {
  await app.inPage(() => {
    window.open('https://example.com/');
  });
  await settle();
  expect(await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await address()).toBe(startUrl);
});

test('a citation opens in the person’s browser, another link nowhere', async () => {
  const opened = await noteOpenedOutside();
  await app.inPage(() => {
    window.open('https://arxiv.org/abs/1611.08460');
  });
  await app.inPage(() => {
    window.open('https://example.com/');
  });
  await expect.poll(opened).toEqual(['https://arxiv.org/abs/1611.08460']);
  await settle();
  expect(await opened()).toEqual(['https://arxiv.org/abs/1611.08460']);
});

test('no permission is granted', async () => {
  const states = await app.inPage(() =>
    Promise.all(
      ['geolocation', 'notifications', 'midi'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  );
  expect(states).not.toContain('granted');
  const place = await app.inPage(
    () =>
      new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => {
            resolve('found');
          },
          ({ code }) => {
            resolve(code);
          },
        );
      }),
  );
  expect(place).toBe(1); // GeolocationPositionError.PERMISSION_DENIED
});

test('a call from another page is refused, even through the same preload', async () => {
  const reply = await app.inMain(async ({ BrowserWindow }) => {
    const own = BrowserWindow.getAllWindows()[0]?.webContents as unknown as Inspectable;
    const { preload } = own.getLastWebPreferences();
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await stranger.loadURL('data:text/html,<title>stranger</title>');
    const answer: unknown = await stranger.webContents.executeJavaScript("kaonReach.call('studies.list', {})");
    stranger.close();
    return answer;
  });
  expect(reply).toMatchObject({ ok: false, error: { name: 'Refused' } });
});
