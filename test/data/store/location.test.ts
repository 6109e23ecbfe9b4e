import path from 'node:path';
import { expect, test } from 'vitest';
import { storeFolder } from '../../../data/store/location.ts';

const linux = { platform: 'linux', home: '/home/ada' } as const;

test('KAON_REACH_HOME wins over every platform folder', () => {
  const env = { KAON_REACH_HOME: '/data/reach', XDG_DATA_HOME: '/xdg', APPDATA: 'C:\\Roaming' };
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    expect(storeFolder({ env, platform, home: '/home/ada' })).toBe('/data/reach');
  }
});

test('a relative KAON_REACH_HOME is taken from the working directory', () => {
  expect(storeFolder({ env: { KAON_REACH_HOME: 'reach' }, ...linux })).toBe(path.resolve('reach'));
});

test('an empty KAON_REACH_HOME counts as unset', () => {
  expect(storeFolder({ env: { KAON_REACH_HOME: '' }, ...linux })).toBe('/home/ada/.local/share/kaon-reach');
});

test('Linux follows XDG_DATA_HOME when it is absolute, and ignores it otherwise', () => {
  expect(storeFolder({ env: { XDG_DATA_HOME: '/xdg' }, ...linux })).toBe('/xdg/kaon-reach');
  expect(storeFolder({ env: { XDG_DATA_HOME: 'xdg' }, ...linux })).toBe('/home/ada/.local/share/kaon-reach');
});

test('macOS and Windows have their own folders', () => {
  expect(storeFolder({ env: {}, platform: 'darwin', home: '/Users/ada' })).toBe(
    '/Users/ada/Library/Application Support/Kaon Reach',
  );
  expect(storeFolder({ env: { APPDATA: 'C:\\Users\\ada\\Roaming' }, platform: 'win32', home: 'C:\\Users\\ada' })).toBe(
    'C:\\Users\\ada\\Roaming\\Kaon Reach',
  );
  expect(storeFolder({ env: {}, platform: 'win32', home: 'C:\\Users\\ada' })).toBe(
    'C:\\Users\\ada\\AppData\\Roaming\\Kaon Reach',
  );
});
