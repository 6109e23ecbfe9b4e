import { expect, test } from './fixture.ts';

test('what is no number is explained in place, and the last good state stays', async ({ kaon, page }) => {
  await expect.poll(() => kaon.reachOf('E949-like')).toBeCloseTo(6.66e-3, 4);
  for (const [text, why] of [
    ['NaN', '“NaN” is not a number. Allowed: 1 to 10²⁰ K⁺.'],
    ['1e30', '10³⁰ is too large. Allowed: 1 to 10²⁰ K⁺.'],
    ['−5', '−5 is too small. Allowed: 1 to 10²⁰ K⁺.'],
    ['1,7e12', 'Write the decimal point as “.”'],
  ] as const) {
    await kaon.type('Stopped kaons', text);
    await expect(page.getByRole('alert')).toContainText(why);
    await expect(kaon.field('Stopped kaons')).toHaveAttribute('aria-invalid', 'true');
  }
  expect(await kaon.reachOf('E949-like')).toBeCloseTo(6.66e-3, 4);
  await expect(kaon.undo).toBeDisabled();
  await kaon.field('Stopped kaons').press('Escape');
  await expect(kaon.field('Stopped kaons')).toHaveValue('1.7 × 10¹²');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('an impossible window is explained in place', async ({ kaon, page }) => {
  await kaon.type('From', '200');
  await expect(page.getByRole('alert')).toHaveText(
    'The window would be empty. Its upper end must lie above its lower end.',
  );
  await kaon.field('From').press('Escape');
  await expect(kaon.field('From')).toHaveValue('130');
  await expect(kaon.undo).toBeDisabled();
});

test('a table refuses a band that crosses itself, and takes rows', async ({ kaon, page }) => {
  await page.getByRole('button', { name: /Acceptance/, expanded: false }).click();
  await kaon.type('Acceptance table, row 2, low', '0.5');
  await expect(page.getByRole('alert').first()).toContainText('low ≤ central ≤ high');
  await kaon.field('Acceptance table, row 2, low').press('Escape');
  await page.getByRole('button', { name: 'Add a row below row 2 of Acceptance table' }).click();
  await expect(kaon.field('Acceptance table, row 3, p [MeV/c]')).toHaveValue('165');
  await page.getByRole('button', { name: 'Remove row 3 of Acceptance table' }).click();
  await expect(kaon.field('Acceptance table, row 3, p [MeV/c]')).toHaveValue('200');
  await expect(kaon.saved).toHaveText('saved');
});

test('a wrong study file is refused as a whole, with the place', async ({ kaon, page }) => {
  const wrong = {
    format: 'kaon-reach/study',
    version: 1,
    name: 'Wrong',
    constants: 'paper',
    masses: { minMeV: 5, maxMeV: 300, points: 10, spacing: 'log' },
    landscape: { gMinus2: 'ibe-2017', constraints: [] },
    scenarios: [
      { name: 'A', preset: 'e949@1' },
      { name: 'B', preset: 'e949@1', window: { minMeV: 999 } },
    ],
  };
  const give = async (text: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await kaon.study('Open study file…');
    await (await chooser).setFiles({ name: 'wrong.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  await give(JSON.stringify(wrong));
  const dialog = page.getByRole('dialog', { name: 'This study file was not taken' });
  await expect(dialog).toContainText('wrong.json');
  await expect(dialog).toContainText('scenarios[1].window.minMeV');
  await expect(dialog).toContainText('999');
  await expect(dialog).toContainText('0 to 236');
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(kaon.names).toHaveCount(4);

  await give('{ "format": ');
  await expect(dialog).toContainText('not JSON');
  await page.keyboard.press('Escape');

  await give(JSON.stringify({ ...wrong, name: 'Right', scenarios: wrong.scenarios.slice(0, 1) }));
  await expect(page.getByRole('button', { name: 'Study', exact: true })).toContainText('Right');
  await expect(kaon.names).toHaveCount(1);
});

test('a hostile name is text everywhere', async ({ kaon, page }) => {
  const name = '<img src=x onerror=alert(1)> *b* {@html 1}';
  page.on('dialog', () => {
    throw new Error('a script ran');
  });
  await kaon.scenario('E949-like', 'Rename');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(kaon.names.first()).toContainText(name);
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText(`${name} (calibrated), expected 95% CL`);
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(name);
  await kaon.study('Rename the study…');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Study', exact: true })).toContainText(name);
  await expect(kaon.saved).toHaveText('saved');
  await page.reload();
  await expect(kaon.names.first()).toContainText(name);
  await expect(page.locator('img[src]')).toHaveCount(0);
});
