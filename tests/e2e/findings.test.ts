/** Findings beside the copy, in Chromium: they come while someone writes, and the keyboard reaches all of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './support/chromium.ts';
import { writeStory } from './support/desk-steps.ts';
import { type DeskAtWork, openDesk, takePicture } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';

describe.skipIf(chromiumPath === '')('findings at the desk', () => {
  let { crier, desk, faults, close } = {} as DeskAtWork;

  beforeAll(async () => {
    ({ crier, desk, faults, close } = await openDesk());
  });
  afterAll(() => close());

  const items = () => desk.locator('#findings .finding');
  const take = (name: string) => takePicture(desk, name);

  test('come while someone writes, are gone to, put in and dismissed by key', async () => {
    await writeStory(desk, crier.address, {
      headline: 'The north gate is closed',
      body: 'The ferry \u0441ame in at nine. The council of Pyli closed the the north gate on Wednesday 19 November 2026.',
    });
    await items().nth(2).waitFor();
    await expect.poll(() => desk.locator('.body-text .found').count(), WAIT).toBe(3);
    await take('findings');
    await desk.keyboard.press('F8');
    expect(await desk.locator('.finding.on').getAttribute('data-check')).toBe('stray-letter');
    await desk.keyboard.press('Control+Alt+Enter');
    await desk.locator('.body-text', { hasText: 'The ferry came in' }).waitFor();
    await expect.poll(() => items().count(), WAIT).toBe(2);
    await desk.keyboard.press('F8');
    await desk.keyboard.press('Control+Alt+KeyD');
    await desk.keyboard.type('It is the name of a band');
    await take('findings-dismissal');
    await desk.keyboard.press('Enter');
    await expect.poll(() => items().count(), WAIT).toBe(1);
    await desk.locator('#findings', { hasText: '1 dismissed' }).waitFor();
    expect(faults).toEqual([]);
  });

  test('what stands in the way is never told of a take before the copy that is being saved', async () => {
    await desk.goto(`${crier.address}/desk/stories/new`);
    await desk.getByLabel('Headline').fill('The south gate is closed');
    await desk.getByRole('button', { name: 'Begin' }).click();
    await desk.locator('#body [contenteditable="true"]').click();
    await desk.keyboard.type('The council closed the south gate.');
    let letGo = () => {};
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    await desk.route(/\/(takes|parts)(\?|$)/, async (route) => {
      await held;
      await route.continue();
    });
    await desk.locator('[data-publish]').click();
    const panel = desk.locator('#publish');
    await panel.waitFor();
    expect(await panel.innerText()).not.toContain('no text');
    expect(await panel.innerText()).toContain('Saving');
    letGo();
    await panel.locator('#publish-gate').waitFor();
    expect(await panel.innerText()).not.toMatch(/no text|Saving/);
    await desk.unroute(/\/(takes|parts)(\?|$)/);
    await desk.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });

  test('what is published while a save is on its way waits for it, and is no older than what the newsroom has', async () => {
    let letGo = () => {};
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    await desk.route(/\/takes$/, async (route) => {
      const response = await route.fetch();
      await held;
      await route.fulfill({ response }).catch(() => {}); // of a page that was left meanwhile
    });
    const kept = desk.waitForRequest(/\/takes$/);
    await desk.locator('#body [contenteditable="true"]').click();
    await desk.keyboard.type('It stays shut.');
    await desk.keyboard.press('Control+s');
    await kept;
    await desk.keyboard.type(' Nobody may pass.');
    await desk.locator('[data-publish]').click();
    await desk.locator('#publish-now').click();
    letGo();
    await desk.waitForURL(/\/publication|done=published/);
    await desk.unroute(/\/takes$/);
    expect(await desk.locator('#notices').innerText()).not.toContain('Not saved');
    expect(await desk.locator('#body').innerText()).toContain('Nobody may pass.');
    expect(faults.filter((fault) => !/\b422\b/.test(fault))).toEqual([]); // a check may stand in the way of it
    faults.length = 0;
  });

  test('a space before a comma or within marks is taken away, by key and by button, and undone in one step', async () => {
    const wrong = 'The pilot was missing , and the boat (which came ) was empty. “ We wait,” said Ada Lind .';
    const right = 'The pilot was missing, and the boat (which came) was empty. “We wait,” said Ada Lind.';
    await writeStory(desk, crier.address, { headline: 'The boat is back', body: wrong });
    await expect.poll(() => items().count(), WAIT).toBe(4);
    const body = desk.locator('.body-text');
    const marked = await body.locator('.found').allTextContents();
    expect(marked.toSorted()).toEqual([' ', ' ', ' ,', ' .']);
    await desk.keyboard.press('F8');
    await desk.locator('.finding.on').getByText('Ctrl Alt Enter').waitFor();
    await take('findings-key');
    await desk.keyboard.press('Control+Alt+Enter');
    await expect.poll(() => items().count(), WAIT).toBe(3);
    await desk.keyboard.press('Control+KeyZ');
    await expect.poll(() => body.innerText(), WAIT).toBe(wrong);
    await expect.poll(() => items().count(), WAIT).toBe(4);
    for (let left = 4; left > 0; left -= 1) {
      await items().first().getByRole('button', { name: 'Put in' }).click();
      await expect.poll(() => items().count(), WAIT).toBe(left - 1);
    }
    expect(await body.innerText()).toBe(right);
    await desk.keyboard.press('Control+KeyS');
    await desk.locator('[data-save-state]', { hasText: /take \d+/ }).waitFor();
    await desk.reload();
    await expect.poll(() => body.innerText(), WAIT).toBe(right);
    expect(await items().count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('a suggestion for the headline is put in where the field has more spaces than the paper', async () => {
    await writeStory(desk, crier.address, { headline: 'The boat is back', body: 'It is here.' });
    await desk.getByLabel('Headline').fill('The  boat ,  is  back');
    await items().first().getByRole('button', { name: 'Put in' }).click();
    await expect.poll(() => desk.getByLabel('Headline').inputValue(), WAIT).toBe('The  boat,  is  back');
    await expect.poll(() => items().count(), WAIT).toBe(0);
  });

  test('the house style is kept on a page of its own', async () => {
    await desk.goto(`${crier.address}/desk/house-style`);
    await desk.getByLabel('Not', { exact: true }).fill('harbor');
    await desk.getByLabel('But', { exact: true }).fill('harbour');
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('Saved. The checks go by it from now on.').waitFor();
    await take('house-style');
    expect(faults).toEqual([]);
  });

  test('a phone and a dark room show them too', async () => {
    for (const [name, width, dark] of [
      ['phone', 390, false],
      ['dark', 1280, true],
    ] as const) {
      await desk.setViewportSize({ width, height: 844 });
      await desk.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      await desk.goto(`${crier.address}/desk/stories`);
      await desk.getByRole('link', { name: 'The north gate is closed' }).first().click();
      if (width < 500) await desk.locator('.pane-tabs label', { hasText: 'Checks and facts' }).click();
      await items().first().waitFor();
      await take(`findings-${name}`);
      expect(await desk.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      // Whoever presses one is brought to its place, also where another pane is shown.
      await items().first().locator('[data-finding]').click();
      expect(await desk.locator('.pane.copy').isVisible()).toBe(true);
    }
  });
});
