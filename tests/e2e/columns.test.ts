/**
 * The two columns in Chromium: an item in Greek picked up by one key, its sentences filled in as an engine gives them, edited,
 * settled and compared with another engine's by keyboard, by two people at once.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../src/cli/demo/cast.ts';
import { type EngineServer, engineServer, libreServer } from '../support/engine-servers.ts';
import { chromiumPath, listenForFaults, openChromium, openContext } from './support/chromium.ts';
import { type Crier, spawnCrier } from './support/crier.ts';
import { addColleague, chooseItem, markPage, setUpPaper, signIn, whenLive } from './support/desk-steps.ts';
import { WAIT } from './support/patience.ts';
import { pressWhile } from './support/press.ts';
import { openWire, type Wire } from './support/wire.ts';

const pictures = process.env.CRIER_TEST_PICTURES; // a folder for pictures of the pages, for whoever looks at them

const headline = 'Το φέρι έφυγε από το λιμάνι';
const sentences = [
  'Το φέρι έφυγε από το λιμάνι της πόλης στις έξι το πρωί με 1.200 επιβάτες, ανακοίνωσε το λιμεναρχείο.',
  'Δεν υπάρχουν τραυματίες, είπε ο διοικητής του λιμεναρχείου στους δημοσιογράφους που περίμεναν.',
  'Το επόμενο δρομολόγιο φεύγει αύριο το απόγευμα από τη νότια προβλήτα.',
];
const first: Record<string, string> = {
  [headline]: 'The ferry has left the harbour',
  [sentences[0] ?? '']:
    'The ferry left the town’s harbour at six in the morning with 1,300 passengers, the harbour office said.',
  [sentences[1] ?? '']:
    'There are injured, the head of the harbour office told the reporters who were waiting.',
  [sentences[2] ?? '']: 'The next crossing leaves tomorrow afternoon from the south quay.',
};
const second: Record<string, string> = {
  ...first,
  [sentences[0] ?? '']:
    'The ferry left the town’s port at six in the morning with 1,200 passengers, the port office said.',
  [sentences[1] ?? '']: 'There are no injured, the head of the port office told the waiting reporters.',
};

const LET_GO_LATE = 2_000; // ms

describe.skipIf(chromiumPath === '')('the two columns', () => {
  let crier: Crier;
  let browser: Browser;
  let wire: Wire;
  let desk: Page;
  let faults: string[];
  let engines: EngineServer[] = [];
  let release = () => {};

  beforeAll(async () => {
    wire = await openWire();
    wire.put({ guid: 'ferry', title: headline, text: [sentences.join(' ')] });
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    engines = [
      await engineServer(async (body) => {
        await held;
        const { q } = JSON.parse(body) as { q: string[] };
        return { body: { translatedText: q.map((text) => first[text] ?? text) } };
      }),
      await libreServer((text) => second[text] ?? text),
    ];
    crier = await spawnCrier({ settings: { CRIER_TRUSTED_HOSTS: wire.host } });
    browser = await openChromium();
    desk = await (await openContext(browser)).newPage();
    await setUpPaper(desk, crier.setupLink());
    for (const [at, name] of ['House', 'Annex'].entries()) await addEngine(name, engines[at]?.address ?? '');
    await desk.goto(`${crier.address}/desk/sources/new`);
    await desk
      .getByLabel(/address/i)
      .first()
      .fill(wire.site);
    await desk.getByRole('button', { name: /^Add/ }).click();
    await desk.getByText('Strait Agency').first().waitFor();
    await desk.getByText('Strait Agency').first().click();
    await desk.getByLabel('translate its copy').check();
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText(/Saved/).first().waitFor();
    faults = listenForFaults(desk, crier.address);
  });
  afterAll(async () => {
    release();
    await browser.close();
    await crier.stop();
    await wire.close();
    for (const engine of engines) await engine.close();
  });

  async function addEngine(name: string, address: string): Promise<void> {
    await desk.goto(`${crier.address}/desk/translation`);
    await desk.getByLabel('Name', { exact: true }).fill(name);
    await desk.getByLabel('Kind').selectOption('libretranslate');
    await desk.locator('#address').fill(address);
    await desk.getByLabel(/It runs in the house/).check();
    await desk.getByRole('button', { name: 'Add', exact: true }).first().click();
    await desk.locator('table.list', { hasText: name }).first().waitFor();
  }

  const row = (at: number) => desk.locator('.pair').nth(at);
  const words = (at: number) => row(at).locator('textarea').inputValue();
  const take = async (name: string) => {
    if (!pictures) return;
    await desk.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
    await desk.setViewportSize({ width: 390, height: 844 });
    await desk.emulateMedia({ colorScheme: 'dark' });
    await desk.screenshot({ path: `${pictures}/${name}-phone-dark.png`, fullPage: true });
    await desk.emulateMedia({ colorScheme: 'light' });
    await desk.setViewportSize({ width: 1280, height: 900 });
  };

  test('open by one key, and fill in while they are looked at', async () => {
    await desk.goto(`${crier.address}/desk/wire`);
    await chooseItem(desk, headline);
    await desk.getByLabel('In which language').waitFor();
    await whenLive(desk);
    await take('columns-wire');
    await desk.keyboard.press('Enter');
    await desk.waitForURL(/\/translation\/[\w-]+/);
    await desk.getByText('An engine is translating').waitFor();
    expect(await row(1).innerText()).toContain('translating…');
    await take('columns-translating');
    const stillThere = await markPage(desk);
    release();
    await expect.poll(() => words(3), WAIT).toBe(first[sentences[2] ?? '']);
    await stillThere();
    await expect.poll(() => desk.locator('.pair-findings li').count(), WAIT).toBeGreaterThan(1);
    await take('columns-filled');
  });

  test('show another engine’s version where the checks doubt, and take it by key', async () => {
    await desk.keyboard.press('F8');
    expect(await desk.locator('[data-finding]:focus').innerText()).toContain('1.200');
    await desk.keyboard.press('Control+Alt+KeyE');
    await row(1).locator('.second', { hasText: 'Two engines disagree on a number' }).waitFor();
    expect(await row(1).locator('.second mark').allInnerTexts()).toEqual(['1,300', '1,200']);
    await take('columns-second');
    await desk.keyboard.press('Alt+2');
    await expect.poll(() => words(1), WAIT).toBe(second[sentences[0] ?? '']);
    await expect.poll(() => row(1).locator('[data-finding]').count(), WAIT).toBe(0);
    await desk.getByRole('button', { name: 'Ask another engine about 1 doubted sentence' }).click();
    await row(2).locator('.second', { hasText: 'a “not”' }).waitFor();
    await row(2).locator('textarea').focus();
    await desk.keyboard.press('Alt+2');
    await expect.poll(() => words(2), WAIT).toBe(second[sentences[1] ?? '']);
  });

  test('keep both when two people write, and lose nothing of what the second has typed', async () => {
    const page = desk.url().split('?', 1)[0] ?? '';
    const admin = await (await openContext(browser)).newPage();
    await signIn(admin, crier.address, people.theo);
    await addColleague(admin, crier.address, people.petros, 'editor');
    await admin.context().close();
    const other = await (await openContext(browser)).newPage();
    await signIn(other, crier.address, people.petros);
    await other.goto(page);
    await row(3).locator('textarea').fill('The next boat leaves tomorrow.');
    const theirs = other.locator('.pair').nth(3);
    await theirs.locator('textarea').fill('The next crossing is tomorrow afternoon.');
    await other.keyboard.press('Control+Enter');
    await expect.poll(() => row(3).innerText(), WAIT).toContain('Someone else has written');
    expect(await words(3)).toBe('The next boat leaves tomorrow.');
    await take('columns-two-people');
    await row(3).locator('textarea').focus();
    await desk.keyboard.press('Control+Enter');
    await expect
      .poll(() => theirs.locator('textarea').inputValue(), WAIT)
      .toBe('The next boat leaves tomorrow.');
    const settled = row(1).locator('summary', { hasText: 'More' });
    await other.locator('.pair').nth(1).locator('textarea').fill('The ferry left the port at six.');
    const stamp = (await row(1).getAttribute('data-stamp')) ?? '';
    await pressWhile(desk, settled, async () => {
      // The answer that says that this row changed: others come meanwhile of what was written before.
      const told = desk.waitForResponse(
        async (answer) => answer.url().endsWith('/rows?ids=') && !(await answer.text()).includes(stamp),
      );
      // Where a press is not waited for, the row itself comes next, and stands there before the button is let go.
      const brought = desk
        .waitForResponse((answer) => /\/rows\?ids=./.test(answer.url()), { timeout: LET_GO_LATE })
        .catch(() => null);
      await other.keyboard.press('Control+Enter');
      await (await told).finished();
      await (await brought)?.finished();
    });
    await expect.poll(() => settled.evaluate((summary) => summary.closest('details')?.open), WAIT).toBe(true);
    await other.context().close();
  });

  test('flag words that came back into the language they were said in, and put them without their marks', async () => {
    const columns = desk.url();
    await desk.goto(columns.replace(/\/translation.*/, ''));
    await desk.getByText('Change the steps').click();
    await desk.getByLabel('Party').nth(0).fill('Harbour Radio');
    await desk.locator('.hop-row input[name="language"]').nth(0).fill('en');
    await desk.getByLabel('Party').nth(1).fill('Strait Agency');
    await desk.locator('.hop-row input[name="language"]').nth(1).fill('el');
    await desk.getByRole('button', { name: 'Save these steps' }).click();
    await desk.getByText('The steps are saved.').waitFor();
    await desk.goto(columns);
    await row(3).locator('textarea').fill('“We shall sail again tomorrow at noon”, the captain said.');
    await desk.keyboard.press('Control+Enter');
    const flagged = row(3).locator('[data-finding]', {
      hasText: 'said in English and came back by way of Greek',
    });
    await flagged.waitFor();
    await take('columns-round-trip');
    await flagged.focus();
    await desk.keyboard.press('Control+Alt+Enter');
    expect(await words(3)).toBe('We shall sail again tomorrow at noon, the captain said.');
    await desk.keyboard.press('Control+Enter');
    await expect.poll(() => flagged.count(), WAIT).toBe(0);
    expect(faults).toEqual([]);
  });
});
