import { expect, test } from '../support/test';

test('the explorer lists the operations and asks nobody outside', async ({ page }) => {
  await page.goto('/docs/');
  // That nothing was asked outside is checked for every test, in support/test.ts.
  await expect(page.getByText('Submit a response').first()).toBeVisible();
});

test('the first page says what stands here and leads to the explorer', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sumber Daya', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: /API/ })).toBeVisible();
});
