import type { Page } from 'playwright-core';

type File = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0];

/** Declares that a file is no secret, as the page asks before every upload, and chooses it. */
export async function sendFile(page: Page, file: File): Promise<void> {
  await declareUnclassified(page);
  await page.locator('input[type=file]').setInputFiles(file);
}

export async function declareUnclassified(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /tài liệu mật|no secret/ }).check();
}
