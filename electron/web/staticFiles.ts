import { readFile, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { hasOwnHost, hasOwnOrigin, securityHeaders } from './headers.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The file that a request's target names below the folder, or null; kinds that the window does not use count as absent. */
export function fileNamed(
  target: string,
  folder: string,
): { readonly file: string; readonly mediaType: string } | null {
  const name = decoded(target.replace(/[?#].*$/s, ''));
  if (name === null || !name.startsWith('/')) return null;
  const parts = (name === '/' ? '/index.html' : name).slice(1).split('/');
  // A name never holds what some system reads as a path, and no part of it is hidden or leads upwards.
  if (parts.some((part) => part === '' || part.startsWith('.') || /[\\:\0]/.test(part))) return null;
  const file = path.join(folder, ...parts);
  const mediaType = mediaTypes[path.extname(file)];
  return mediaType === undefined ? null : { file, mediaType };
}

/** Answers requests for the built window's files; anybody on this machine may read those, and nothing else. */
export function staticFiles(folder: string, port: () => number) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, body?: Buffer, headers: Record<string, string> = {}): void => {
      response.writeHead(status, {
        ...securityHeaders(port()),
        'content-length': String(body?.length ?? 0),
        ...headers,
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const { headers, method = '', url = '' } = request;
    const foreign = headers.origin !== undefined && !hasOwnOrigin(headers, port());
    if (!hasOwnHost(headers, port()) || foreign) answer(403);
    else if (method !== 'GET' && method !== 'HEAD') answer(405, undefined, { allow: 'GET, HEAD' });
    else {
      const found = fileNamed(url, folder);
      const body = found === null ? null : await contents(found.file, folder);
      if (found === null || body === null) answer(404);
      else answer(200, body, { 'content-type': found.mediaType });
    }
  };
}

/** Null where there is no such file, or where it is a link that leads out of the folder. */
async function contents(file: string, folder: string): Promise<Buffer | null> {
  try {
    const real = await realpath(file);
    return real.startsWith((await realpath(folder)) + path.sep) ? await readFile(real) : null;
  } catch {
    return null;
  }
}

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch {
    return null;
  }
}
