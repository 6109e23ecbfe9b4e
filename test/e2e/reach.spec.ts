import { expect, test } from './fixture.ts';

test('the first start shows the paper’s four scenarios, computed', async ({ kaon, page }) => {
  await expect(page.getByRole('tab', { name: 'Reach' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('E949-like (calibrated), expected 95% CL');
  // Upper limits on g at 5 MeV: arXiv:1611.08460, section III; the last one at n = B is 7.4e-4.
  await expect.poll(() => kaon.reachOf('E949-like')).toBeCloseTo(6.66e-3, 4);
  await expect.poll(() => kaon.reachOf('E949-like, 10 × NK, εγ/100')).toBeCloseTo(7.4e-4, 5);
  await expect(page.getByTestId('background')).toHaveText('B = 315 events in the window');
});

test('masses without sensitivity are said in words', async ({ kaon, page }) => {
  await expect.poll(async () => (await kaon.column('E949-like (calibrated), expected median')).at(-1)).toBeNull();
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog')).toContainText('Reach');
});

test('a scenario from a preset is edited, the reach follows, and a reload finds everything again', async ({
  kaon,
  page,
}) => {
  await page.getByRole('button', { name: '+ from preset' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^E949-like\s*calibrated/ })
    .click();
  await expect(kaon.names).toHaveCount(5);
  const name = 'E949-like 2';
  await expect.poll(() => kaon.reachOf(name)).toBeCloseTo(6.66e-3, 4);

  await kaon.type('Stopped kaons', '×10');
  await expect(kaon.field('Stopped kaons')).toHaveValue('1.7 × 10¹³');
  await expect(page.getByText('= 10 × E949')).toBeVisible();
  await kaon.type('εγ scale', '0.01');
  await expect(page.getByTestId('background')).toHaveText('B = 31.5 events in the window');
  await expect.poll(() => kaon.reachOf(name)).toBeCloseTo(7.4e-4, 5);
  await expect(page.getByText(/observed counts of E949-like belong to its own selection/)).toBeVisible();

  await kaon.scenario(name, 'Rename');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ten times better');
  await page.keyboard.press('Enter');
  await expect(kaon.saved).toHaveText('saved');
  await page.reload();
  await expect(kaon.names).toHaveCount(5);
  await kaon.names.filter({ hasText: 'Ten times better' }).click();
  await expect(kaon.field('Stopped kaons')).toHaveValue('1.7 × 10¹³');
  await expect(kaon.field('εγ scale')).toHaveValue('0.01');
  await expect.poll(() => kaon.reachOf('Ten times better')).toBeCloseTo(7.4e-4, 5);
});

test('undo and redo go through every edit, with its words', async ({ kaon, page }) => {
  await kaon.type('Stopped kaons', '5e12');
  await kaon.type('To', '170');
  await expect(kaon.undo).toHaveAttribute('title', /Undo: Window to 160 → 170/);
  await page.getByRole('heading', { name: 'Scenarios' }).click();
  await page.keyboard.press('Control+z');
  await expect(kaon.field('To')).toHaveValue('160');
  await expect(kaon.undo).toHaveAttribute('title', /Undo: Stopped kaons 1\.7 × 10¹² → 5 × 10¹²/);
  await page.keyboard.press('Control+z');
  await expect(kaon.field('Stopped kaons')).toHaveValue('1.7 × 10¹²');
  await expect(kaon.undo).toBeDisabled();
  await page.keyboard.press('Control+Shift+z');
  await expect(kaon.field('Stopped kaons')).toHaveValue('5 × 10¹²');
  await kaon.redo.click();
  await expect(kaon.field('To')).toHaveValue('170');
});

test('a dot marks what differs from the preset, and resets it', async ({ kaon, page }) => {
  await kaon.type('Stopped kaons', '5e12');
  await page.getByRole('button', { name: /^Reset Stopped kaons to the preset’s 1\.7 × 10¹²/ }).click();
  await expect(kaon.field('Stopped kaons')).toHaveValue('1.7 × 10¹²');
  await expect(page.getByRole('button', { name: /^Reset Stopped kaons/ })).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('observed');
});

test('the cross-hair reads mass, coupling, branching ratio and who excludes it', async ({ kaon, page }) => {
  const cross = page.getByTestId('cross');
  await expect(cross).toContainText('50.0 MeV');
  await expect(page.getByRole('group', { name: 'Cross-hair' })).toContainText('excluded');
  const before = await cross.innerText();
  await page.getByRole('heading', { name: 'Scenarios' }).click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(cross).not.toHaveText(before);
  await expect(page.getByRole('group', { name: 'Cross-hair' })).not.toContainText('excluded');
  await page.getByRole('img', { name: /^Reach/ }).hover({ position: { x: 300, y: 200 } });
  await expect(cross).not.toContainText('50.0 MeV');
  await expect(kaon.saved).toHaveText('saved');
});

test('a box zooms, a double click shows the whole plane, and the axes are remembered', async ({ page, kaon }) => {
  await expect(kaon.saved).toHaveText('saved');
  const chart = page.getByRole('img', { name: /^Reach/ });
  const box = await chart.boundingBox();
  if (box === null) throw new Error('no chart');
  await page.mouse.move(box.x + 200, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 420, box.y + 320, { steps: 4 });
  await page.mouse.up();
  const whole = page.getByRole('button', { name: 'Whole plane' });
  await expect(whole).toBeVisible();
  await page.reload();
  await expect(whole).toBeVisible();
  await chart.dblclick({ position: { x: 300, y: 200 } });
  await expect(whole).toHaveCount(0);
});

test('the muon’s g−2 input can be chosen; the newest one is an upper bound', async ({ kaon, page }) => {
  await page.getByRole('button', { name: 'Input of the muon’s g−2' }).click();
  await page.getByRole('menuitemradio', { name: /white paper 2025/ }).click();
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('an upper bound');
  await expect.poll(async () => (await kaon.column('(g−2)μ −2σ'))[0]).toBeNull();
});
