import { expect, test, type Page } from './fixture.ts';

/** Notes when the slider moved and when the chart’s numbers were new after it [ms]. */
async function watchRedraws(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    let moved: number | null = null;
    document.addEventListener('input', () => (moved ??= performance.now()), true);
    const table = document.querySelector('[data-testid=data-table] tbody');
    const drawn = (): void => {
      if (moved === null) return;
      const since = moved;
      moved = null;
      // The chart draws in the next frame; the one after it follows the paint.
      requestAnimationFrame(() => requestAnimationFrame(() => times.push(performance.now() - since)));
    };
    if (table !== null)
      new MutationObserver(drawn).observe(table, { subtree: true, childList: true, characterData: true });
    Object.assign(globalThis, { redraws: times });
  });
}

async function reportRedraws(page: Page, what: string): Promise<void> {
  await page.waitForTimeout(200);
  const times = await page.evaluate(() =>
    (globalThis as unknown as { redraws: number[] }).redraws.toSorted((a, b) => a - b),
  );
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? Number.NaN).toFixed(0);
  const description = `${what}: ${String(times.length)} redraws, median ${at(0.5)} ms, slowest ${at(1)} ms`;
  test.info().annotations.push({ type: 'redraw', description });
  console.log(description);
}

test('dragging the slider with the mouse moves the curve all along and makes one revision', async ({ kaon, page }) => {
  await expect.poll(() => kaon.reachOf('E949-like')).toBeCloseTo(6.66e-3, 4);
  await watchRedraws(page);
  const box = await kaon.slider('Stopped kaons').boundingBox();
  if (box === null) throw new Error('no slider');
  const at = (share: number): [number, number] => [box.x + box.width * share, box.y + box.height / 2];
  await page.mouse.move(...at(0.372));
  await page.mouse.down();
  const seen = new Set<number>();
  for (let i = 1; i <= 30; i++) {
    await page.mouse.move(...at(0.372 + i * 0.015));
    await page.waitForTimeout(40);
    seen.add(await kaon.reachOf('E949-like'));
  }
  expect(seen.size).toBeGreaterThan(10);
  await page.mouse.up();
  await reportRedraws(page, 'mouse');
  await expect(kaon.saved).toHaveText('saved');
  await expect(kaon.undo).toHaveAttribute('title', /Undo: Stopped kaons 1\.7 × 10¹² → /);
  await kaon.undo.click();
  await expect(kaon.field('Stopped kaons')).toHaveValue('1.7 × 10¹²');
  await expect(kaon.undo).toBeDisabled();
});

test('the slider moves by keyboard; presses that follow each other are one revision', async ({ kaon, page }) => {
  await expect.poll(() => kaon.reachOf('E949-like')).toBeCloseTo(6.66e-3, 4);
  await watchRedraws(page);
  await kaon.slider('εγ scale').focus();
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(30);
  }
  await expect(kaon.slider('εγ scale')).toHaveAttribute('aria-valuetext', /^0\.562/);
  await reportRedraws(page, 'keyboard');
  await expect(kaon.undo).toHaveAttribute('title', /Photon rejection εγ scale 1 → 0\.562/);
  await expect(kaon.saved).toHaveText('saved');
  await expect.poll(() => kaon.reachOf('E949-like')).toBeLessThan(6e-3);
  await kaon.undo.click();
  await expect(kaon.undo).toBeDisabled();
});
