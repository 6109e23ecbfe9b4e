/** What every answer carries: everything comes from this host, nothing inline runs, nobody may frame or read it. */
export function securityHeaders(port: number): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    // Some browsers do not count a WebSocket of the same host as 'self'.
    `connect-src 'self' ws://${loopback}:${port}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
  };
}

/** The only address on which the app is served. */
export const loopback = '127.0.0.1';

interface Asking {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
}

/** Whether a request names this host, exactly: a page of another name that resolves here (DNS rebinding) does not. */
export function hasOwnHost({ host }: Asking, port: number): boolean {
  return host === `${loopback}:${port}`;
}

/** Whether a request comes from the app's own page, exactly. */
export function hasOwnOrigin({ origin }: Asking, port: number): boolean {
  return origin === `http://${loopback}:${port}`;
}
