/** What people do at the desk, step by step, as they see it: by the words on buttons and fields. */

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { harbourPost, people, sections } from '../../../src/cli/demo/cast.ts';

export interface Person {
  name: string;
  email: string;
  password: string;
}

/** Fills in the set-up form behind the printed link; Theo becomes the first administrator. */
export async function setUpPaper(page: Page, link: string, source = ''): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Name', { exact: true }).fill(harbourPost.name);
  await page.getByLabel('Language').selectOption(harbourPost.language);
  await page.getByLabel('Time zone').selectOption(harbourPost.timeZone);
  await page.getByLabel('Contact').fill(harbourPost.contact);
  await page.getByLabel('Sections').fill(sections.join(', '));
  await page.getByLabel('Your name').fill(people.theo.name);
  await page.getByLabel('Your e-mail address').fill(people.theo.email);
  await page.getByLabel('Password').fill(people.theo.password);
  await page.getByLabel('Address of a feed, or of a site that has one').fill(source);
  await page.getByRole('button', { name: 'Open the newsroom' }).click();
  await page.waitForURL(/\/desk\/wire/);
}

export async function signIn(page: Page, address: string, person: Person): Promise<void> {
  await page.goto(`${address}/desk`);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/desk\/(?!sign-in)/);
}

export interface Written {
  headline: string;
  dek?: string;
  body: string;
  section?: string;
}

/** Begins a report of our own and writes it; the answer is the address of its page at the desk. */
export async function writeStory(page: Page, address: string, story: Written): Promise<string> {
  await page.goto(`${address}/desk/stories/new`);
  await page.getByLabel('Headline').fill(story.headline);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL(/\/desk\/stories\/[\w-]{20,}/);
  await page.getByLabel('Dek').fill(story.dek ?? 'What is known so far, and from whom.');
  await writeBody(page, story.body);
  await page.getByLabel('Section').selectOption({ label: story.section ?? 'City' });
  return page.url().split('?', 1)[0] ?? '';
}

/** Types over the body, in the comfortable editor. */
export async function writeBody(page: Page, body: string): Promise<void> {
  const copy = page.locator('#body [contenteditable="true"]');
  await copy.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(body);
}

export interface Publishing {
  level?: 'routine' | 'urgent' | 'bulletin' | 'flash';
  reason?: string;
}

/** Publishes what is in the editor, and waits until the page says so. */
export async function publish(page: Page, how: Publishing = {}): Promise<void> {
  await openPublishPanel(page, how);
  await page.getByRole('button', { name: 'Publish now' }).click();
  await page.getByText('Published.', { exact: true }).waitFor();
}

/** Up to the last button. */
export async function openPublishPanel(page: Page, { level, reason }: Publishing): Promise<void> {
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Publish now' }).waitFor();
  if (level) await page.getByLabel('Tell readers').selectOption(level);
  if (level === 'flash') await page.getByLabel('Type flash to send it to everyone').fill('flash');
  if (reason) await page.getByLabel('Publish all the same, because').fill(reason);
}

export async function correct(page: Page, notice: string): Promise<void> {
  await page.getByRole('button', { name: 'Correct…' }).last().click();
  await page.getByLabel('What was wrong, and what is right').fill(notice);
  await page.getByRole('button', { name: 'Publish the correction' }).click();
  await page.getByText('The correction is published').waitFor();
}

export async function kill(page: Page, notice: string): Promise<void> {
  await page.getByRole('button', { name: 'Kill…' }).click();
  await page.getByLabel('What readers are told').fill(notice);
  await page.getByRole('button', { name: 'Kill the story' }).click();
  await page.getByText('Killed. It has left every page and list.').waitFor();
}

/**
 * Adds a colleague on the staff page, who then signs in with the password that was handed over, is led to choose their own
 * before anything else, and takes the person's.
 */
export async function addColleague(page: Page, address: string, person: Person, role: string): Promise<void> {
  await page.goto(`${address}/desk/staff`);
  await page.locator('#new-name').fill(person.name);
  await page.locator('#new-email').fill(person.email);
  await page.locator('#new-role').selectOption(role);
  await page.getByRole('button', { name: /^Add/ }).click();
  const handed = (await page.locator('code.password').first().textContent()) ?? '';
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error('the page belongs to no browser');
  const theirs = await context.newPage();
  await signIn(theirs, address, { ...person, password: handed });
  expect(new URL(theirs.url()).pathname).toBe('/desk/own-password');
  await theirs.getByLabel('The password you were given').fill(handed);
  await theirs.getByLabel('New password').fill(person.password);
  await theirs.getByRole('button', { name: /go to the desk/ }).click();
  await theirs.waitForURL(/\/desk\/(?!own-password)/);
  await context.close();
}

/** Marks a page, so that a reload would be seen. */
export async function markPage(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    document.documentElement.dataset.marked = 'yes';
  });
  return async () => {
    expect(await page.evaluate(() => document.documentElement.dataset.marked), 'the page was reloaded').toBe(
      'yes',
    );
  };
}

/** Waits until the page hears keys and its line to the newsroom is open: someone at the desk has looked at it by then. */
export async function whenLive(page: Page): Promise<void> {
  await page
    .locator('[data-live-state]', { hasText: /^live$/ })
    .first()
    .waitFor();
}

/** Waits until the page hears keys. */
export async function whenHearing(page: Page): Promise<void> {
  await page.locator('html.scripted').waitFor();
}

/** Chooses an item on the wire page, and waits until it is the one that stands beside the list. */
export async function chooseItem(page: Page, headline: string): Promise<void> {
  await page.getByText(headline).first().click();
  await page.locator('#copy h2', { hasText: headline }).waitFor();
}

/** Keys that are one word when they come soon after each other: none is waited for, so that a busy machine does not part them. */
export async function pressTogether(page: Page, ...keys: string[]): Promise<void> {
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
}
