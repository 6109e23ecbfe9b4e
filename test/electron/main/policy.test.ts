import { expect, test } from 'vitest';
import { contentSecurityPolicy, isCitation, isOwnPage } from '../../../electron/main/policy.ts';

test('the policy starts from nothing and allows nothing inline or evaluated', () => {
  expect(contentSecurityPolicy).toMatch(/^default-src 'none'; /);
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
});

test.each(['https://arxiv.org/abs/1611.08460', 'https://doi.org/10.1103/PhysRevD.94.052010'])(
  'a citation opens outside: %s',
  (link) => {
    expect(isCitation(link)).toBe(true);
  },
);

test.each([
  'http://arxiv.org/abs/1611.08460',
  'https://arxiv.org.example.com/',
  'https://example.com/?https://arxiv.org',
  'https://person:secret@arxiv.org/',
  'https://arxiv.org:8443/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'not a link',
])('nothing else opens outside: %s', (link) => {
  expect(isCitation(link)).toBe(false);
});

test('the own page is one address, whatever its fragment', () => {
  expect(isOwnPage('app://kaon-reach/index.html')).toBe(true);
  expect(isOwnPage('app://kaon-reach/index.html#view')).toBe(true);
});

test.each([
  'app://kaon-reach/other.html',
  'app://elsewhere/index.html',
  'https://kaon-reach/index.html',
  'about:blank',
  '',
])('another page is not the own one: %s', (address) => {
  expect(isOwnPage(address)).toBe(false);
});
