import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileNamed } from '../../../electron/web/staticFiles.ts';
import { hostForAll, rawRequest, sampleRenderer, temporaryHost } from './support.ts';

const host = hostForAll();

test('the page is served with a policy that lets nothing in from elsewhere', async () => {
  const { port } = host();
  const { status, headers, body } = await rawRequest(port, '/');
  expect(status).toBe(200);
  expect(body).toContain('Kaon Reach');
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  const policy = String(headers['content-security-policy']);
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]),
  );
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port}`);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('files have their type, a query changes nothing, HEAD has no body', async () => {
  const { port } = host();
  const script = await rawRequest(port, '/assets/index-abc.js?v=1');
  expect(script).toMatchObject({
    status: 200,
    body: 'export {};',
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
  const head = await rawRequest(port, '/index.html', { method: 'HEAD' });
  expect([head.status, head.body]).toEqual([200, '']);
});

test('only reading is allowed', async () => {
  const { port } = host();
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const { status, headers } = await rawRequest(port, '/', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  }
});

const outside = [
  '/../secret.js',
  '/assets/../../secret.js',
  '/%2e%2e/secret.js',
  '/%2E%2E%2Fsecret.js',
  '/..%2fsecret.js',
  '/..\\secret.js',
  '/..%5csecret.js',
  '/%252e%252e/secret.js',
  '//secret.js',
  '/./index.html',
  '/assets//index-abc.js',
  '/assets/',
  '/assets',
  '/index.html%00.js',
  '/C:/secret.js',
  '/index.html::$DATA',
  '/.hidden.js',
  '/%E0%A4%A',
  '/nothing.js',
  '/ws',
];

test.each(outside)('nothing is served at %s', async (target) => {
  const { port } = host();
  const { status, body } = await rawRequest(port, target);
  expect([status, body]).toEqual([404, '']);
});

test.each(['secret.js', 'http://evil.example/index.html', '*', ''])(
  'a target that is no path names no file: %j',
  (target) => {
    expect(fileNamed(target, '/srv/renderer')).toBeNull();
  },
);

test('a link inside the folder that leads out of it is not followed', async () => {
  const rendererFolder = sampleRenderer();
  symlinkSync(path.join(rendererFolder, '..', 'secret.js'), path.join(rendererFolder, 'link.js'));
  symlinkSync(path.join(rendererFolder, '..'), path.join(rendererFolder, 'up'));
  const { port } = await temporaryHost({ rendererFolder });
  expect((await rawRequest(port, '/link.js')).status).toBe(404);
  expect((await rawRequest(port, '/up/secret.js')).status).toBe(404);
});

test('a request under another name is refused: DNS rebinding finds nothing', async () => {
  const { port } = host();
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    `localhost:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `127.0.0.1.evil.example:${port}`,
    `[::1]:${port}`,
  ]) {
    expect((await rawRequest(port, '/', { headers: { host } })).status).toBe(403);
  }
});

test('a request from a page of another origin is refused', async () => {
  const { port } = host();
  for (const origin of [
    'http://evil.example',
    'null',
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port + 1}`,
    `http://127.0.0.1:${port}/`,
  ]) {
    expect((await rawRequest(port, '/', { headers: { origin } })).status).toBe(403);
  }
  expect((await rawRequest(port, '/', { headers: { origin: `http://127.0.0.1:${port}` } })).status).toBe(200);
});
