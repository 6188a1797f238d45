/**
 * Promise: a story whose contract ends leaves every front in that minute, whatever hands hold it there: its own place, under
 * another story and in a package; the hands that are left go on, and nobody can lay one on it again.
 */
import { expect, it } from 'vitest';
import { type HandWords, layHand, putOut } from '../../src/fronts/change-front.ts';
import { readFrontState } from '../../src/fronts/front.ts';
import { readPlace } from '../../src/fronts/places.ts';
import { DAY } from '../../src/kit/clock.ts';
import { theNewsroomItself as by } from '../../src/newsroom.ts';
import { publishStory } from '../../src/stories/publish.ts';
import { listItems } from '../../src/wire/items/items.ts';
import { pickUp } from '../../src/wire/items/pick-up.ts';
import { expireDue } from '../../src/wire/notices/notices.ts';
import { prepare } from '../../src/wire/reading/prepare.ts';
import { addSource } from '../../src/wire/sources/sources.ts';
import { onEachEngine, type TestNewsroom } from '../support/newsroom.ts';
import { receive } from '../support/receive.ts';
import { openPaper } from '../support/site-cast.ts';

const KEPT = 2; // days that the contract lets it stand
const HELD = 3; // days that the hands hold

/** A story made of the one item of a source whose copy may be kept so long. */
async function published(newsroom: TestNewsroom, name: string, headline: string): Promise<string> {
  const address = `https://${name}.example/feed`;
  const { sourceId } = await addSource(newsroom, {
    ...{ address, unasked: true, name, keepDays: KEPT, autoKill: true, by },
  });
  const sent = { id: name, title: headline, content_text: `${headline}, the agency says.` };
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: name, items: [sent] };
  const bytes = Buffer.from(JSON.stringify(feed));
  const prepared = await prepare({ bytes, contentType: null, address: null, language: 'en' });
  await receive(newsroom, { sourceId, prepared, isFirst: false });
  const [item] = await listItems(newsroom, { sourceId, limit: 1 });
  const { storyId } = await pickUp(newsroom, { itemId: item?.id ?? '', by });
  await publishStory(newsroom, { storyId, override: 'a test', by });
  return storyId;
}

onEachEngine('a story whose contract ends', (open) => {
  it('leaves the front by itself, and what hands say of others stays', async () => {
    const newsroom = open();
    const paper = await openPaper(newsroom);
    const ours = await paper.publish({ copy: { headline: 'Ours stays' } });
    const under = await paper.publish({ copy: { headline: 'Ours under it' } });
    const wheat = await published(newsroom, 'coast', 'Wheat ship waits');
    const tugs = await published(newsroom, 'strait', 'Tugs leave port');
    const front = { language: 'en', sectionId: null };
    const until = newsroom.clock.now() + HELD * DAY;
    const lay = async (storyId: string, says: HandWords) => {
      const { version: basedOn } = await readFrontState(newsroom, front);
      await layHand(newsroom, { front, basedOn, storyId, says: { until, ...says }, by });
    };
    await lay(wheat, { place: readPlace('lead.1'), headline: 'Wheat, in short', kicker: 'Exclusive' });
    await lay(ours.storyId, {
      place: readPlace('pair.1'),
      packageName: 'The port',
      related: [tugs, under.storyId],
    });
    const { version: basedOn } = await readFrontState(newsroom, front);
    await putOut(newsroom, { front, basedOn, path: '/', tell: async () => {}, by });
    const before = (await paper.get('/')).body;
    for (const words of ['Wheat, in short', 'Exclusive', 'Tugs leave port', 'Ours under it'])
      expect(before).toContain(words);

    newsroom.clock.pass(KEPT * DAY);
    await expireDue(newsroom);

    const after = (await paper.get('/')).body;
    for (const words of ['Wheat', 'Exclusive', 'Tugs']) expect(after).not.toContain(words);
    for (const words of ['The port', 'Ours stays', 'Ours under it']) expect(after).toContain(words);
    await expect(lay(wheat, { place: readPlace('lead.1') })).rejects.toThrow();
    await paper.close();
  });
});
