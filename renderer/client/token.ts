const key = 'kaon-reach.token';

/**
 * The session's token: from the address's fragment on first load, which then leaves the address bar and history,
 * later from the tab's storage, so that a reload works.
 */
export function sessionToken(): string | null {
  const given = /(?:^#|&)token=([^&]+)/.exec(location.hash)?.[1];
  if (given === undefined) return sessionStorage.getItem(key);
  const token = decodeURIComponent(given);
  sessionStorage.setItem(key, token);
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}
