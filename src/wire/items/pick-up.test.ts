import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { receive } from '../../../tests/support/receive.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { prepare } from '../reading/prepare.ts';
import { addSource } from '../sources/sources.ts';
import { getItem, listItems } from './items.ts';
import { pickUp } from './pick-up.ts';

const samples = join(import.meta.dirname, '../../../tests/fixtures/wire');
const by = theNewsroomItself;

/** A new source that delivers these bytes, and the ids of its items. */
async function delivered(newsroom: TestNewsroom, name: string, bytes: Uint8Array): Promise<string[]> {
  const { sourceId } = await addSource(newsroom, { address: `https://${name}.example/`, unasked: true, by });
  const prepared = await prepare({ bytes, contentType: null, address: null, language: null });
  await receive(newsroom, { sourceId, prepared, isFirst: true });
  const items = await listItems(newsroom, { sourceId, limit: 10 });
  return items.map(({ id }) => id);
}

async function bodyOf(newsroom: TestNewsroom, storyId: string) {
  const story = await getForDesk(newsroom, storyId);
  const [edition] = story.editions;
  if (!edition) throw new Error('no edition was made');
  return edition.copy;
}

onEachEngine('picking up', (newsroom) => {
  it('takes the dek, the dateline and the byline that an agency sets, and keeps all else it says', async () => {
    const bytes = readFileSync(join(samples, 'north.newsml-1.xml'));
    const [itemId = ''] = await delivered(newsroom(), 'north', bytes);
    const { versions, embargoUntil } = await getItem(newsroom(), itemId);
    expect(embargoUntil).toBe(Date.UTC(2026, 10, 19, 12));
    expect(versions[0]?.facts).toMatchObject({ credit: 'Северная пресса', slugline: 'ФЕРРИ', version: '2' });
    newsroom().clock.pass(60_000);
    const { storyId } = await pickUp(newsroom(), { itemId, by });
    expect(await bodyOf(newsroom(), storyId)).toMatchObject({
      headline: 'Паром сел на мель у Скароса',
      dek: 'Все 112 пассажиров на берегу',
      dateline: 'СКАРОС, 19 ноября',
      byline: 'Анна Петру',
    });
  });

  it('leaves out what a website put into the copy, and what an editor ticks comes back', async () => {
    const copy =
      '&lt;p&gt;The ferry ran aground on Thursday with 112 people aboard.&lt;/p&gt;&lt;p&gt;Photo: Island Wire&lt;/p&gt;&lt;p&gt;Nobody was hurt, the coast guard said in the evening.&lt;/p&gt;&lt;p&gt;Share this: Facebook Twitter&lt;/p&gt;';
    const item = (id: string) =>
      `<item><guid>${id}</guid><title>Ferry ${id}</title><description>${copy}</description></item>`;
    const feed = `<rss version="2.0"><channel><title>W</title>${item('b')}${item('a')}</channel></rss>`;
    const [first = '', second = ''] = await delivered(newsroom(), 'island', Buffer.from(feed));
    const without = await pickUp(newsroom(), { itemId: first, by });
    const withPhoto = await pickUp(newsroom(), { itemId: second, back: [1], by });
    const lede = '<p>The ferry ran aground on Thursday with 112 people aboard.</p>';
    const end = '<p>Nobody was hurt, the coast guard said in the evening.</p>';
    expect((await bodyOf(newsroom(), without.storyId)).bodyHtml).toBe(lede + end);
    expect((await bodyOf(newsroom(), withPhoto.storyId)).bodyHtml).toBe(
      `${lede}<p>Photo: Island Wire</p>${end}`,
    );
  });

  it('F1–F5: copy of a feed says what the feed says, and what the source struck out can come back', async () => {
    const copy = [
      '<p>The tank holds 10<sup>6</sup> litres, Ada Lind sagte: <q>Wir bleiben hier und gehen nicht, das Wasser ist kalt.</q> Der Hafen bleibt geschlossen.</p>',
      '<p>Police said <del>12</del>14 were hurt. <s>Lind was arrested.</s><span hidden>Not seen.</span></p>',
      '<table><tr><td>Lind</td><td>1,204</td></tr></table><ol start="4"><li>Moss</li></ol>',
    ].join('');
    const feed = `<rss version="2.0"><channel><title>W</title><language>de</language><item><guid>a</guid><title>Hafen gesperrt</title><description><![CDATA[${copy}]]></description></item></channel></rss>`;
    const [itemId = ''] = await delivered(newsroom(), 'quay', Buffer.from(feed));
    const [version] = (await getItem(newsroom(), itemId)).versions;
    expect(version?.leftOut).toEqual([
      { kind: 'struck', text: '12', after: 2 },
      { kind: 'struck', text: 'Lind was arrested.', after: 2 },
      { kind: 'hidden', text: 'Not seen.', after: 2 },
    ]);
    const { storyId } = await pickUp(newsroom(), { itemId, back: [5], by });
    expect((await bodyOf(newsroom(), storyId)).bodyHtml).toBe(
      '<p>The tank holds 10⁶ litres, Ada Lind sagte: „Wir bleiben hier und gehen nicht, das Wasser ist kalt.“ Der Hafen bleibt geschlossen.</p>' +
        '<p>Police said 14 were hurt.</p><p>Lind was arrested.</p><p>Lind 1,204</p><ol start="4"><li>Moss</li></ol>',
    );
  });
});
