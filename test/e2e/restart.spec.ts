import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, Kaon, test } from './fixture.ts';
import { startHost } from './host.ts';

test('an edit outlives a new start of the host: the new address, opened in the same tab, saves it', async ({
  page,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'kaon-reach-restart-'));
  const first = await startHost(home);
  const kaon = new Kaon(page);
  await page.goto(first.url);
  await expect(kaon.saved).toHaveText('saved');
  await first.stop();

  const second = await startHost(home, new URL(first.url).port);
  try {
    await expect(kaon.saved).toHaveText('not connected', { timeout: 15_000 });
    await expect(page.getByRole('alert')).toContainText('belongs to an earlier start');
    await kaon.type('Stopped kaons', '4e12');
    await page.goto(second.url); // only the fragment differs: the page stays
    await expect(kaon.saved).toHaveText('saved', { timeout: 15_000 });
    expect(page.url()).not.toContain('token');
    await page.reload();
    await expect(kaon.field('Stopped kaons')).toHaveValue('4 × 10¹²');
  } finally {
    await second.stop();
    await rm(home, { recursive: true, force: true });
  }
});
