import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf, filesUnder } from '../../../electron/main/files.ts';
import { contentSecurityPolicy } from '../../../electron/main/policy.ts';

let top = '';
let folder = '';
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'kaon-reach-files-'));
  folder = join(top, 'window');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(top, 'window-secrets'));
  writeFileSync(join(folder, 'index.html'), '<title>window</title>');
  writeFileSync(join(folder, 'assets/main.js'), 'export {};');
  writeFileSync(join(folder, 'assets/data.sqlite'), '');
  writeFileSync(join(top, 'window-secrets/secret.json'), '{}');
  writeFileSync(join(top, 'secret.json'), '{}');
});
afterAll(() => {
  rmSync(top, { recursive: true });
});

const get = (url: string, method = 'GET'): Promise<Response> => filesUnder(folder)(new Request(url, { method }));

test.each([
  ['app://kaon-reach/index.html', 'text/html; charset=utf-8'],
  ['app://kaon-reach/assets/main.js', 'text/javascript; charset=utf-8'],
  ['app://kaon-reach/index.html?reload#view', 'text/html; charset=utf-8'],
])('%s is served with its media type and the policy', async (url, mediaType) => {
  const response = await get(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(mediaType);
  expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each([
  'app://kaon-reach/../secret.json',
  'app://kaon-reach/%2e%2e/secret.json',
  'app://kaon-reach/..%2fsecret.json',
  'app://kaon-reach/assets/..%2f..%2fsecret.json',
  'app://kaon-reach/..%2fwindow-secrets/secret.json',
  'app://kaon-reach/..%5csecret.json',
  'app://kaon-reach/%00/index.html',
  'app://kaon-reach/%',
  'app://elsewhere/index.html',
  'app://kaon-reach/assets/data.sqlite',
  'app://kaon-reach/missing.js',
  'app://kaon-reach/assets',
  'app://kaon-reach/',
])('%s is not found', async (url) => {
  expect((await get(url)).status).toBe(404);
});

test('a name that decodes to a path outside is refused before any file is touched', () => {
  expect(fileOf('app://kaon-reach/..%2f..%2fetc%2fhosts.json', folder)).toBeNull();
});

test('files are only read', async () => {
  expect((await get('app://kaon-reach/index.html', 'POST')).status).toBe(405);
});
