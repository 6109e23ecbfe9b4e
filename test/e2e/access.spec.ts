import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from './fixture.ts';

async function violations(page: Page, within = 'html'): Promise<string[]> {
  // Without preloading: it would read style sheets in a way that the content security policy forbids.
  // Nor of every row of a long table, which are all alike and take most of the time.
  const { violations: found } = await new AxeBuilder({ page })
    .include(within)
    .exclude('tbody tr:nth-child(n + 4)')
    .options({ preload: false })
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

for (const theme of ['light', 'dark'] as const) {
  test(`no view and no dialog breaks an accessibility rule (${theme})`, async ({ kaon, page }) => {
    test.setTimeout(90_000);
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: theme === 'light' ? 'Light' : 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await kaon.type('Stopped kaons', '5e12');
    const folded = page.getByRole('complementary').getByRole('button', { expanded: false });
    while ((await folded.count()) > 0) await folded.first().click();
    for (const view of ['Reach', 'Spectrum', 'Acceptance', 'Compare', 'Paper']) {
      await page.getByRole('tab', { name: view }).click();
      if (view === 'Paper') await expect(page.getByTestId('validation')).toBeVisible({ timeout: 20_000 });
      expect(await violations(page), view).toEqual([]);
    }
    await page.getByRole('tab', { name: 'Reach' }).click();
    await page.getByRole('button', { name: 'Data table' }).click();
    expect(await violations(page), 'data table').toEqual([]);
    for (const key of ['n', 'e', '?', 'Control+k']) {
      await page.getByRole('heading', { name: 'Scenarios' }).click();
      await page.keyboard.press(key);
      await expect(page.locator('dialog[open]')).toBeVisible();
      expect(await violations(page, 'dialog[open]'), key).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog[open]')).toHaveCount(0);
    }
  });
}

test('the theme is remembered', async ({ kaon, page }) => {
  await expect(kaon.saved).toHaveText('saved');
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(ground);
});

test('everything can be done by keyboard alone', async ({ kaon, page }) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('duplicate e949');
  await page.keyboard.press('Enter');
  await expect(kaon.names).toHaveCount(5);
  await page.keyboard.press('n');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(kaon.names).toHaveCount(6);
  await page.keyboard.press('2');
  await expect(page.getByRole('tab', { name: 'Spectrum' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('1');

  // Tab visits the header, the list, the view and the editor; whatever has the focus shows it.
  const visited = new Set<string>();
  for (let i = 0; i < 70; i++) {
    await page.keyboard.press('Tab');
    const { place, outlined } = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement;
      const shows = (element: Element | null): boolean =>
        element !== null && getComputedStyle(element).outlineStyle !== 'none';
      return {
        place: at.closest('header, nav, main, aside, footer')?.tagName ?? '',
        outlined: at === document.body || shows(at) || shows(at.closest('label')),
      };
    });
    expect(outlined).toBe(true);
    visited.add(place);
  }
  expect([...visited]).toEqual(expect.arrayContaining(['HEADER', 'NAV', 'MAIN', 'ASIDE']));
  await page.keyboard.press('Control+z');
  await expect(kaon.names).toHaveCount(5);
});

for (const [width, height] of [
  [1440, 900],
  [1100, 700],
] as const) {
  test(`at ${String(width)} × ${String(height)} the window itself does not scroll`, async ({ kaon, page }) => {
    await page.setViewportSize({ width, height });
    await expect(kaon.saved).toHaveText('saved');
    for (const view of ['Reach', 'Spectrum', 'Acceptance', 'Compare', 'Paper']) {
      await page.getByRole('tab', { name: view }).click();
      const size = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth, scrollHeight];
      });
      expect(size).toEqual([width, height]);
    }
    const chart = page.getByRole('tab', { name: 'Reach' });
    await chart.click();
    const box = await page.getByRole('img', { name: /^Reach/ }).boundingBox();
    expect(box?.height).toBeGreaterThan(height / 2.6);
  });
}
