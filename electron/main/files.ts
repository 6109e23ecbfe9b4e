/** Serves the built window under the app's own scheme. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { contentSecurityPolicy, origin } from './policy.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

function refuse(status: number): Response {
  return new Response(null, { status, headers });
}

/** The file that a URL names, or null when it lies outside the folder or is of a kind that the window does not use. */
export function fileOf(address: string, folder: string): { path: string; mediaType: string } | null {
  const url = URL.parse(address);
  if (url === null || `${url.protocol}//${url.host}` !== origin) return null;
  const name = decoded(url.pathname);
  if (name === null) return null;
  const path = normalize(join(folder, name));
  const mediaType = mediaTypes[extname(path)];
  return path.startsWith(folder + sep) && mediaType !== undefined ? { path, mediaType } : null;
}

/** Null where the name is malformed, or holds what no built file has in its name and some systems read as a path. */
function decoded(pathname: string): string | null {
  try {
    const name = decodeURIComponent(pathname);
    return /[\\\0:]/.test(name) ? null : name;
  } catch {
    return null;
  }
}

/** Answers requests for the window's files, each with the content security policy. */
export function filesUnder(folder: string): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    if (method !== 'GET') return refuse(405);
    const file = fileOf(url, folder);
    if (file === null) return refuse(404);
    try {
      return new Response(await readFile(file.path), { headers: { ...headers, 'content-type': file.mediaType } });
    } catch {
      return refuse(404);
    }
  };
}
