/** Datelines, priority words and last lines of agencies are taken to where they belong when an item is picked up. */

import { describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { receive } from '../../../tests/support/receive.ts';
import { type BodyHtml, safeBody } from '../../kit/safe-html.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { getItem, listItems } from '../items/items.ts';
import { pickUp } from '../items/pick-up.ts';
import { addSource } from '../sources/sources.ts';
import { suggestedLevel, withoutAgencyLines } from './agency-copy.ts';
import { setAside } from './clean.ts';
import { prepare } from './prepare.ts';

const split = (html: string, more = {}) =>
  withoutAgencyLines({ headline: 'H', dek: '', dateline: '', bodyHtml: html as BodyHtml, ...more });

describe('a dateline before the copy', () => {
  it.each([
    ['<p>LISBON, Nov 29 (Agency) - The harbour will close.</p>', 'LISBON', '<p>The harbour will close.</p>'],
    [
      '<p>MADRID, 29 nov (EFE).- El puerto cierra.</p><p>Dos.</p>',
      'MADRID',
      '<p>El puerto cierra.</p><p>Dos.</p>',
    ],
    [
      '<p><strong>Berlin (dpa)</strong> - Der <em>Hafen</em> schließt.</p>',
      'Berlin',
      '<p>Der <em>Hafen</em> schließt.</p>',
    ],
    ['<p>PARIS (AFP) —</p><p>Le port ferme.</p>', 'PARIS', '<p>Le port ferme.</p>'],
    ['<p>МОСКВА, 29 ноября. /ТАСС/. Порт закрыт.</p>', 'МОСКВА', '<p>Порт закрыт.</p>'],
    ['<p>(ANSA) - ROMA, 29 NOV - Il porto chiude.</p>', 'ROMA', '<p>Il porto chiude.</p>'],
    ['<p>القاهرة (رويترز) - أغلق الميناء.</p>', 'القاهرة', '<p>أغلق الميناء.</p>'],
  ])('%s goes to its field', (html, dateline, bodyHtml) => {
    expect(split(html)).toMatchObject({ dateline, bodyHtml });
  });
  it.each([
    '<p>Lisbon is a harbour - and more.</p>',
    '<p>Anna Moss (54) - the mayor - left.</p>',
    '<p>NATO - The alliance meets.</p>',
    '<ul><li>LISBON, Nov 29 (Agency) - One</li></ul>',
    '<p>One.</p><p>LISBON, Nov 29 (Agency) - Two.</p>',
  ])('%s stays as it is', (bodyHtml) => {
    expect(split(bodyHtml)).toMatchObject({ dateline: '', agency: '', bodyHtml });
  });
  it('that the format says in its own field is not said twice', () => {
    const dateline = 'Skaros —';
    expect(split('<p>Skaros — The ferry left.</p>', { dateline })).toMatchObject({
      dateline: 'Skaros',
      bodyHtml: '<p>The ferry left.</p>',
    });
    const copy = split('<p>Skaros is an island.</p>', { dateline });
    expect(copy).toMatchObject({ dateline: 'Skaros', bodyHtml: '<p>Skaros is an island.</p>' });
  });
});

it.each([
  ['URGENT - Train derails', 'urgent', 'Train derails'],
  ['BREAKING: Train derails', 'bulletin', 'Train derails'],
  ['FLASH - Train derails', 'flash', 'Train derails'],
  ['عاجل: خروج قطار عن مساره', 'urgent', 'خروج قطار عن مساره'],
  ['UPDATE 2-Train derails', null, 'Train derails'],
  ['Flash floods hit the port', null, 'Flash floods hit the port'],
])('the headline %s suggests %s and is %s', (headline, level, bare) => {
  expect(suggestedLevel(headline)?.level ?? null).toBe(level);
  expect(split('<p>x</p>', { headline }).headline).toBe(bare);
});

describe('what is said again in the body is set aside', () => {
  const copy = '<p>The ferry left forty minutes late on Tuesday, the harbour master said in the evening.</p>';
  it.each([
    ['byline', '<p>By Ada Lind</p>'],
    ['byline', '<p>Ada Lind</p>'],
    ['headline', '<h2>Ferry late</h2>'],
  ] as const)('%s: %s', (reason, line) => {
    const around = { headline: 'URGENT - Ferry late', byline: 'Ada Lind' };
    expect(setAside(safeBody(line + copy), around)).toMatchObject({ html: copy, aside: [{ at: 0, reason }] });
  });
  it('who reported and edited, at the end', () => {
    const line = '<p>(Reporting by Ada Lind; Editing by Ivan Moss)</p>';
    expect(setAside(safeBody(copy + line))).toMatchObject({
      html: copy,
      aside: [{ at: 1, reason: 'agency-line' }],
    });
  });
  it.each(['<p>Ada Lind said so.</p>', '<p>By Ada Lind’s own account the ferry was late.</p>'])(
    'not %s',
    (line) => {
      expect(setAside(safeBody(line + copy), { byline: 'Ada Lind' }).aside).toEqual([]);
    },
  );
});

onEachEngine('picking up from a feed', (newsroom) => {
  async function pickedUp(name: string, item: string) {
    const by = theNewsroomItself;
    const { sourceId } = await addSource(newsroom(), {
      address: `https://${name.replace(' ', '-')}.example/f`,
      name,
      unasked: true,
      by,
    });
    const bytes = Buffer.from(
      `<rss version="2.0"><channel><title>W</title><item><guid>1</guid>${item}</item></channel></rss>`,
    );
    const prepared = await prepare({ bytes, contentType: null, address: null, language: 'en' });
    await receive(newsroom(), { sourceId, prepared, isFirst: true });
    const [kept] = await listItems(newsroom(), { sourceId, limit: 1 });
    const itemId = kept?.id ?? '';
    const { storyId } = await pickUp(newsroom(), { itemId, by });
    const story = await getForDesk(newsroom(), storyId);
    return { item: await getItem(newsroom(), itemId), story, copy: story.editions[0]?.copy };
  }
  const lede = 'LISBON, Nov 29 (Reuters) - The harbour authority will close the quay for repairs.';

  it('fills the dateline, names the agency on the way, and files no level', async () => {
    const { item, story, copy } = await pickedUp(
      'Coast Post',
      `<title>URGENT - Quay to close</title><description>${lede}</description>`,
    );
    expect(copy).toMatchObject({
      headline: 'Quay to close',
      dateline: 'LISBON',
      bodyHtml: '<p>The harbour authority will close the quay for repairs.</p>',
    });
    expect(story.alertLevel).toBeNull();
    expect(story.hops.map(({ party }) => party)).toEqual(['Reuters', 'Coast Post']);
    expect(item).toMatchObject({ headline: 'URGENT - Quay to close', versions: [{ text: lede }] });
  });

  it('names an agency once that is the source itself', async () => {
    const { story } = await pickedUp(
      'Reuters World',
      `<title>Quay</title><description>${lede}</description>`,
    );
    expect(story.hops.map(({ party }) => party)).toEqual(['Reuters World']);
  });
});
