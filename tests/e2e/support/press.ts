/** A press that takes as long as a hand does, with what the page renews meanwhile. */
import type { Locator, Page } from 'playwright-core';

const PUT_IN = 300; // ms: time enough for what has arrived to be put in

/** Presses with the pointer, lets `renew` happen under it, and only then lets go. */
export async function pressWhile(page: Page, pressed: Locator, renew: () => Promise<void>): Promise<void> {
  await pressed.hover();
  await page.mouse.down();
  await renew();
  await page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), PUT_IN);
  await page.mouse.up();
}
