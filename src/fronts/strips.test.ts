/** The strips of a front show what a list of each section begins with, however little of it is new. */
import { beforeAll, expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { listPublished } from '../stories/read.ts';
import { addSection, type Section } from '../stories/sections.ts';
import { STRIP } from './places.ts';
import { listStrips } from './strips.ts';

onEachEngine('the strips of a front', (newsroom) => {
  let paper: Paper;
  let sections: Section[];

  beforeAll(async () => {
    paper = await openPaper(newsroom());
    const empty = await addSection(newsroom(), { name: 'Letters' });
    const { sea, city } = paper.sections;
    sections = [sea, city, empty];
    // Of the sea's seven the last is newer than the city's: the rest is quiet.
    const order = [...Array(6).fill(sea.id), ...Array(6).fill(city.id), sea.id];
    for (const [at, sectionId] of order.entries()) {
      await paper.publish({ sectionId, copy: { headline: `Story ${at}` }, alertLevel: null });
    }
    await paper.publish({
      sectionId: sea.id,
      language: 'el',
      copy: { headline: 'Το πλοίο' },
      alertLevel: null,
    });
  });

  it.each([1, 3, 8, 500])('are the same, whether %d of the newest are looked at first', async (seen) => {
    const read = await listPublished(newsroom(), { language: 'en', limit: 60 });
    for (const known of [[], read.slice(0, 5), read]) {
      const strips = await listStrips(newsroom(), { language: 'en', sections, known, seen });
      const above = new Set(known.map(({ storyId }) => storyId));
      for (const { sectionId, stories } of strips) {
        const whole = await listPublished(newsroom(), { language: 'en', sectionId, limit: 60 });
        expect(stories).toEqual(whole.slice(0, stories.length));
        const isFree = ({ storyId }: { storyId: string }) => !above.has(storyId);
        const free = stories.filter(isFree).length;
        expect(free).toBe(Math.min(STRIP, whole.filter(isFree).length));
      }
    }
  });
});
