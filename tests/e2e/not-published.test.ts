/** What waits and what goes out, at the desk in Chromium: nothing that was only chosen is before readers, and the desk says so. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './support/chromium.ts';
import { publish, writeBody, writeStory } from './support/desk-steps.ts';
import { type DeskAtWork, openDesk, takePicture } from './support/open-desk.ts';
import { WAIT } from './support/patience.ts';

describe.skipIf(chromiumPath === '')('a story that is out', () => {
  let { crier, desk, close } = {} as DeskAtWork;
  let path = '';

  beforeAll(async () => {
    ({ crier, desk, close } = await openDesk());
    await desk.setViewportSize({ width: 1280, height: 900 });
  });
  afterAll(() => close());

  const foot = () => desk.locator('.foot-end').innerText();
  const read = async (at: string) => (await fetch(`${crier.address}${at}`, { redirect: 'manual' })).text();
  const changes = async (name: string) => {
    await takePicture(desk, name);
    await desk.emulateMedia({ colorScheme: 'dark' });
    await takePicture(desk, `${name}-dark`);
    await desk.emulateMedia({ colorScheme: 'light' });
    await desk.setViewportSize({ width: 390, height: 844 });
    await takePicture(desk, `${name}-phone`);
    await desk.setViewportSize({ width: 1280, height: 900 });
  };

  test('says section and address before it goes out, and that it is not saved before it is ready', async () => {
    await writeStory(desk, crier.address, {
      headline: 'Harbour closes its northern basin',
      body: 'The harbour closes on Monday. It is 120 boats, the port says.',
    });
    expect(await foot()).toBe('Not saved yet.');
    await desk.keyboard.press('Control+Enter');
    await desk.locator('#publish-goes-out', { hasText: 'Section: City.' }).waitFor();
    expect(await desk.locator('#publish-goes-out').innerText()).toContain(
      '/city/harbour-closes-its-northern-basin',
    );
    await changes('publish-draft');
    await desk.keyboard.press('Escape');
    await expect.poll(foot, WAIT).toBe('Ready to publish.');
    await publish(desk);
    path = '/city/harbour-closes-its-northern-basin';
    expect(await read(path)).toContain('Harbour closes');
    await expect.poll(foot, WAIT).toBe('Published as it stands.');
  });

  test('a level and a section that were only chosen are not before readers, and the desk says what waits', async () => {
    await desk.getByLabel('Tell readers').selectOption('flash');
    await desk.getByLabel('Section').selectOption({ label: 'World' });
    await desk.keyboard.press('Control+KeyS');
    await expect.poll(foot, WAIT).toBe('Not published: section, level.');
    const front = await read('/');
    expect(front).not.toMatch(/class="(level|live)"/);
    expect(front).toContain(`href="${path}"`);
    expect(await read(path)).toContain('120 boats');
    await changes('waits-bar');
    await desk.goto(`${crier.address}/desk/stories?list=published`);
    await desk.getByText('not published: section, level').waitFor();
    expect(await desk.locator('#stories').innerText()).not.toContain('Theo Marsh is editing');
    await changes('waits-list');
    await desk.goBack();
    // The rooms of the desk stay whole beside the buttons of the story.
    const nav = desk.locator('.desk-bar nav');
    expect(await nav.evaluate((place) => place.scrollWidth - place.clientWidth)).toBeLessThanOrEqual(0);
    await desk.getByLabel('Tell readers').selectOption('');
    await desk.keyboard.press('Control+Enter');
    await desk.locator('#publish-goes-out', { hasText: 'section: City → World' }).waitFor();
    await changes('waits-publish');
    await desk.getByRole('button', { name: 'Publish changes', exact: true }).click();
    await expect.poll(() => read(path.replace('city', 'world')), WAIT).toContain('120 boats');
  });

  test('a correction of a copy that did not change asks first; one that did shows its words', async () => {
    await expect.poll(foot, WAIT).toBe('Published as it stands.');
    await desk.keyboard.press('Control+Shift+Enter');
    await desk.locator('#correct-changes', { hasText: 'has not changed' }).waitFor();
    await desk.getByLabel('What was wrong, and what is right').fill('It is 102 boats, not 120.');
    await changes('correct-unchanged');
    await desk.getByRole('button', { name: 'Publish the correction' }).click();
    await desk.locator('#notices .bad', { hasText: 'reads as readers have it' }).waitFor();
    expect(await read('/corrections')).not.toContain('102 boats');
    await writeBody(desk, 'The harbour closes on Monday. It is 102 boats, the port says.');
    await desk.keyboard.press('Control+Shift+Enter');
    await desk.locator('#correct-changes ins', { hasText: '102' }).waitFor();
    expect(await desk.locator('#correct-changes del').innerText()).toContain('120');
    expect(await desk.getByLabel('What was wrong, and what is right').inputValue()).toContain('102');
    await changes('correct-changed');
    await desk.getByRole('button', { name: 'Publish the correction' }).click();
    await desk.getByText('The correction is published').waitFor();
    expect(await read('/corrections')).toContain('102 boats');
    await desk.keyboard.press('Control+Alt+KeyK');
    await desk.getByRole('button', { name: 'Kill the story' }).waitFor();
  });

  test('while the newsroom does not answer it is “Not saved”, never “Ready to publish”', async () => {
    await writeStory(desk, crier.address, {
      headline: 'The library opens',
      body: 'It opens on Sunday at ten.',
    });
    await desk.keyboard.press('Control+KeyS');
    await expect.poll(foot, WAIT).toBe('Ready to publish.');
    await crier.kill('SIGKILL');
    await writeBody(desk, 'It opens on Sunday at nine.');
    expect(await foot()).toBe('Not saved yet.');
    await desk.keyboard.press('Control+KeyS');
    await expect.poll(foot, WAIT).toContain('Not saved: no answer from the newsroom');
    await takePicture(desk, 'dead-newsroom');
    await crier.restart();
    await expect.poll(foot, { timeout: 30_000 }).toBe('Ready to publish.');
  });
});
