const key = 'kaon-reach.token';

/**
 * The session's token: from the address's fragment on first load, which then leaves the address bar and history,
 * later from the tab's storage, so that a reload works.
 */
export function sessionToken(): string | null {
  return givenToken() ?? sessionStorage.getItem(key);
}

/** Tells of a token that comes while the page is open: the address of a new start, opened in the same tab. */
export function onNewToken(listener: (token: string) => void): void {
  addEventListener('hashchange', () => {
    const token = givenToken();
    if (token !== null) listener(token);
  });
}

function givenToken(): string | null {
  const given = /(?:^#|&)token=([^&]+)/.exec(location.hash)?.[1];
  if (given === undefined) return null;
  const token = decodeURIComponent(given);
  sessionStorage.setItem(key, token);
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}
