import { readFile } from 'node:fs/promises';
import { complaintsOf, expect, Kaon, test, type Page } from './fixture.ts';
import { startHost } from './host.ts';

async function downloaded(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const event = page.waitForEvent('download');
  await click();
  const download = await event;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a scenario goes to the bin and comes back', async ({ kaon, page }) => {
  await kaon.scenario('E949-like', 'Move to bin');
  await expect(kaon.names).toHaveCount(3);
  await expect(page.getByRole('list', { name: 'Legend' })).not.toContainText('E949-like (calibrated)');
  await page.getByRole('button', { name: 'Bin, 1 scenario' }).click();
  await page.getByRole('menuitem', { name: 'Restore “E949-like”' }).click();
  await expect(kaon.names).toHaveCount(4);
  await expect(kaon.saved).toHaveText('saved');
});

test('scenarios are hidden, moved by keyboard and by dragging, and duplicated', async ({ kaon, page }) => {
  await page.getByRole('button', { name: 'Show “E949-like” in the charts' }).click();
  await expect(page.getByRole('list', { name: 'Legend' })).not.toContainText('E949-like (calibrated)');
  await kaon.names.first().press('Alt+ArrowDown');
  await expect(kaon.names.nth(1)).toContainText('E949-like');
  await kaon.names.nth(3).dragTo(kaon.names.nth(0));
  await expect(kaon.names.first()).toContainText('/100');
  await kaon.scenario('E949-like', 'Duplicate');
  await expect(kaon.names).toHaveCount(5);
  await expect(kaon.names.nth(3)).toContainText('E949-like 2');
  await expect(kaon.saved).toHaveText('saved');
});

test('an empty study offers the presets; studies go to the bin and come back', async ({ kaon, page }) => {
  await kaon.study('New study…');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Mine');
  await page.getByRole('dialog').getByText('nothing').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { name: 'Which experiment shall it be?' })).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('button', { name: /^E949-like\s*calibrated/ })
    .click();
  await expect(kaon.names).toHaveCount(1);

  await kaon.study('Move the study to the bin');
  await expect(kaon.names).toHaveCount(4);
  await kaon.study('Move the study to the bin');
  await expect(page.getByText('No study is open.')).toBeVisible();
  await page.getByRole('button', { name: 'Studies in the bin' }).click();
  const row = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Mine' });
  await row.getByRole('button', { name: 'Delete…' }).click();
  await row.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await expect(kaon.names).toHaveCount(4);
});

test('the masses of a study can be changed, and every curve follows', async ({ kaon, page }) => {
  await kaon.study('Masses and constants…');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Highest mass' }).fill('2');
  await dialog.getByRole('textbox', { name: 'Highest mass' }).press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('must lie below');
  await dialog.getByRole('textbox', { name: 'Highest mass' }).fill('200');
  await dialog.getByRole('textbox', { name: 'Mass points' }).fill('12');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect.poll(async () => (await kaon.column('mX')).length).toBe(12);
  await expect.poll(async () => (await kaon.column('mX')).at(-1)).toBe(200);
  await expect.poll(() => kaon.reachOf('E949-like')).toBeCloseTo(6.66e-3, 4);
  await expect(kaon.saved).toHaveText('saved');
});

test('the view is exported as it is seen, and the study as a file that opens again', async ({ kaon, page }) => {
  await expect.poll(() => kaon.reachOf('E949-like')).toBeCloseTo(6.66e-3, 4);
  const png = await downloaded(page, async () => {
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('button', { name: 'PNG' }).click();
  });
  expect(png.name).toMatch(/--reach\.png$/);
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.readUInt32BE(16)).toBe(2400);

  const csv = await downloaded(page, async () => {
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('button', { name: 'CSV' }).click();
  });
  const [comment = '', heads = '', first = ''] = csv.bytes.toString().split('\n');
  expect(comment).toMatch(/^# Upper limits/);
  expect(heads).toContain('"E949-like, 10 × NK (calibrated), expected median"');
  expect(Number(first.split(',')[1])).toBeCloseTo(6.66e-3, 4);

  const file = await downloaded(page, () => kaon.study('Save study file…'));
  const chooser = page.waitForEvent('filechooser');
  await kaon.study('Open study file…');
  await (await chooser).setFiles({ name: file.name, mimeType: 'application/json', buffer: file.bytes });
  await expect(page.getByRole('log')).toContainText('is open as a study of its own');
  await expect(kaon.names).toHaveCount(4);
});

test('two windows on one study: the second edit is not overwritten, and can be kept or dropped', async ({
  kaon,
  page,
  context,
  host,
}) => {
  const other = await context.newPage();
  const complaints = complaintsOf(other);
  await other.goto(host.url);
  const theirs = new Kaon(other);
  await theirs.type('Stopped kaons', '3e12');
  await expect(theirs.saved).toHaveText('saved');

  await kaon.type('To', '170');
  await expect(page.getByRole('alert')).toContainText('changed in another window');
  await expect(kaon.field('To')).toHaveValue('170');
  await page.getByRole('button', { name: 'Take the other' }).click();
  await expect(kaon.field('Stopped kaons')).toHaveValue('3 × 10¹²');
  await expect(kaon.field('To')).toHaveValue('160');
  await expect(kaon.saved).toHaveText('saved');
  expect(complaints).toEqual([]);
});

test('an edit made while the connection is lost is saved when it is back', async ({ page, host }) => {
  let cut: (() => Promise<void>) | undefined;
  let open = true;
  await page.routeWebSocket(/\/ws$/, (socket) => {
    if (!open) {
      void socket.close({ code: 4000 - 1 });
      return;
    }
    const server = socket.connectToServer();
    cut = async () => {
      open = false;
      await server.close();
      await socket.close({ code: 3001 });
    };
  });
  await page.goto(host.url);
  const kaon = new Kaon(page);
  await expect(kaon.names).toHaveCount(4);
  await expect(kaon.saved).toHaveText('saved');
  await cut?.();
  await expect(kaon.saved).toHaveText('connection lost, trying again');
  await kaon.type('Stopped kaons', '4e12');
  await expect(kaon.field('Stopped kaons')).toHaveValue('4 × 10¹²');
  open = true;
  await expect(kaon.saved).toHaveText('saved', { timeout: 10_000 });
  await page.reload();
  await expect(kaon.field('Stopped kaons')).toHaveValue('4 × 10¹²');
});

test('a second host on the same store says that it is read-only', async ({ host, page }) => {
  const second = await startHost(host.home);
  try {
    await page.goto(second.url);
    const kaon = new Kaon(page);
    await expect(kaon.saved).toHaveText('read-only');
    await expect.poll(() => kaon.reachOf('E949-like')).toBeCloseTo(6.66e-3, 4);
    await kaon.type('Stopped kaons', '4e12');
    await expect(page.getByRole('alert')).toContainText('Not saved');
    await page.getByRole('button', { name: 'Back to what is stored' }).click();
    await expect(kaon.field('Stopped kaons')).toHaveValue('1.7 × 10¹²');
  } finally {
    await second.stop();
  }
});

test('an address of an earlier start is explained', async ({ page, host }) => {
  await page.goto(host.url.replace(/token=.*/, 'token=of-yesterday'));
  await expect(page.getByText('This address belongs to an earlier start of Kaon Reach.')).toBeVisible();
});
