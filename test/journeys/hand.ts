import type { Locator, Page } from 'playwright-core';

/** What a job took from the person who did it. */
export interface Effort {
  /** Presses of the mouse, or touches. */
  clicks: number;
  /** Fields typed into, or chosen in. */
  fields: number;
  /** Keys pressed by themselves: Enter, a shortcut. */
  keys: number;
}

/** A hand that counts what it does; what is there without it is not counted. */
export function makeHand(page: Page) {
  const effort: Effort = { clicks: 0, fields: 0, keys: 0 };
  return {
    effort,
    click: async (what: Locator) => {
      effort.clicks += 1;
      await what.click();
    },
    type: async (where: Locator, text: string) => {
      effort.fields += 1;
      await where.fill(text);
    },
    /** Into what has the keyboard already. */
    write: async (text: string) => {
      effort.fields += 1;
      await page.keyboard.type(text);
    },
    choose: async (where: Locator, value: string) => {
      effort.fields += 1;
      await where.selectOption(value);
    },
    press: async (key: string) => {
      effort.keys += 1;
      await page.keyboard.press(key);
    },
  };
}

export type Hand = ReturnType<typeof makeHand>;

/** Presses Tab until the button of that name has the keyboard. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    await page.keyboard.press('Tab');
    const here = page.locator(':focus');
    if ((await here.count()) === 0) continue;
    for (const role of ['button', 'checkbox'] as const)
      if ((await page.getByRole(role, { name }).and(here).count()) > 0) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}
