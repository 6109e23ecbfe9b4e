/** What the window may do, in one place: where it comes from, what it may load, which links leave the app. */

export const scheme = 'app';
export const origin = `${scheme}://kaon-reach`;
export const startUrl = `${origin}/index.html`;

/** Everything comes from the app's own files; nothing inline runs, and nothing is fetched from anywhere else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Hosts of citations, which open in the person's browser. */
const citationHosts = new Set(['arxiv.org', 'doi.org', 'inspirehep.net', 'pdg.lbl.gov']);

/** Whether a link may be handed to the person's browser. */
export function isCitation(link: string): boolean {
  const url = URL.parse(link);
  return url?.protocol === 'https:' && citationHosts.has(url.host) && url.username === '' && url.password === '';
}

/** Whether an address is the app's own window, whatever its fragment. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  url.hash = '';
  return url.href === startUrl;
}
