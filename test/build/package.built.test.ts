/** The packaged app: its configuration is valid, and what lies in it is what was built and nothing else. */
import { extractFile, listPackage } from '@electron/asar';
import { build, DIR_TARGET, Platform, type Configuration } from 'electron-builder';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packages } from '../../build/electronBuilder.ts';
import { root } from '../../build/paths.ts';

let folder = '';
let asar = '';
let files: string[] = [];

/** A folder with the shape of Electron's distribution: packing needs its names, not its contents. */
function stubElectron(): string {
  const dist = join(folder, 'electron');
  for (const name of ['resources', 'locales']) mkdirSync(join(dist, name), { recursive: true });
  for (const name of ['electron', 'version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak'])
    writeFileSync(join(dist, name), '');
  chmodSync(join(dist, 'electron'), 0o755);
  return dist;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaon-reach-package-'));
  const { electronFuses: _needARealBinary, ...config } = packages;
  const output = join(folder, 'dist');
  await build({
    projectDir: root,
    publish: 'never',
    targets: Platform.LINUX.createTarget(DIR_TARGET),
    config: { ...config, electronDist: stubElectron(), directories: { ...config.directories, output } },
  });
  asar = join(output, 'linux-unpacked/resources/app.asar');
  files = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Validation {
  readonly validateConfiguration: (config: Configuration, logger: object) => Promise<void>;
}

test('the configuration is valid, and a misspelt one would not be', async () => {
  const { validateConfiguration } = createRequire(import.meta.url)(
    'app-builder-lib/out/util/config/config.js',
  ) as Validation;
  const logger = { isEnabled: false, add: () => undefined };
  await validateConfiguration(packages, logger);
  const misspelt = { ...packages, asarUnpak: '**/*.node' } as Configuration;
  await expect(validateConfiguration(misspelt, logger)).rejects.toThrow('asarUnpak');
});

test('every platform has its formats', () => {
  const { linux, win, mac } = packages;
  expect([linux?.target, win?.target, mac?.target]).toEqual([['AppImage', 'deb'], 'nsis', 'dmg']);
});

test('the app holds all that was built', () => {
  for (const name of ['electron/main.js', 'electron/preload.cjs', 'electron/worker.js', 'renderer/index.html']) {
    expect(files).toContain(`/build/out/${name}`);
  }
  expect(files).toContain('/build/icon.png');
});

test('it starts with the built main process', () => {
  const { main } = JSON.parse(extractFile(asar, 'package.json').toString()) as { main: string };
  expect(files).toContain(`/${main}`);
});

test('it holds no sources, no tests, and of the packages only SQLite', () => {
  const isSource = (path: string) => /^\/(core|data|electron|renderer|test)\//.test(path) || path.endsWith('.ts');
  expect(files.filter(isSource)).toEqual([]);
  const packages = files.filter((path) => /^\/node_modules\/[^/]+$/.test(path));
  expect(packages).toEqual(['/node_modules/better-sqlite3']);
});

test('SQLite’s binary for this platform, and no other, lies outside the archive, where it can be loaded', () => {
  const binaries = files.filter((path) => path.endsWith('.node'));
  expect(binaries).toEqual([expect.stringMatching(/\/prebuilds\/linux-(x64|arm64)\.node$/)]);
  expect(existsSync(`${asar}.unpacked${binaries[0] ?? ''}`)).toBe(true);
});
