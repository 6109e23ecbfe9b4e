import { expect, test } from './fixture.ts';

test('a long job shows progress, is cancelled, and is offered again; the window never waits', async ({
  kaon,
  page,
}) => {
  await expect.poll(() => kaon.reachOf('E949-like')).toBeCloseTo(6.66e-3, 4);
  await page
    .getByRole('radiogroup', { name: 'Bands' })
    .or(page.getByRole('group', { name: 'Bands' }))
    .getByText('toys')
    .click();
  await kaon.type('Toys per mass', '1e7');
  const jobs = page.getByTestId('jobs');
  await expect(jobs.getByRole('progressbar')).toBeVisible();
  await expect(jobs).toContainText('E949-like');

  // Meanwhile the exact preview answers, and other edits go on.
  await kaon.names.nth(1).click();
  await kaon.type('Stopped kaons', '3e13');
  await expect(page.getByText('= 17.6 × E949')).toBeVisible();
  await kaon.names.nth(0).click();

  await expect(jobs.getByRole('progressbar')).toBeVisible();
  await jobs.getByRole('button', { name: 'Cancel' }).click();
  await expect(jobs).toContainText('cancelled');
  await jobs.getByRole('button', { name: 'Compute' }).click();
  await expect(jobs.getByRole('progressbar')).toBeVisible();
  await jobs.getByRole('button', { name: 'Cancel' }).click();
  await expect(jobs).toContainText('cancelled');

  await kaon.type('Toys per mass', '1000');
  await expect(jobs).toBeEmpty();
  await expect.poll(() => kaon.reachOf('E949-like')).toBeCloseTo(6.66e-3, 3);
});
