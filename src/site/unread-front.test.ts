/** The front stays the paper's: what a wire's contract lets out unread stands under Now and in its section. */

import { beforeAll, describe, expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { MINUTE } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { draftStory } from '../stories/draft.ts';
import { publishStory } from '../stories/publish.ts';

onEachEngine('the front of a paper with a busy wire', (newsroom) => {
  let paper: Paper;
  let made = 0;

  const brief = async (headline: string) => {
    newsroom().clock.pass(MINUTE);
    made += 1;
    const copy = {
      headline,
      dek: '',
      byline: '',
      dateline: '',
      bodyHtml: safeBody(`<p>Brief ${made}.</p>`),
      pictureId: null,
    };
    const filed = { sectionId: paper.sections.sea.id, alertLevel: 'urgent' as const };
    const { storyId } = await draftStory(newsroom(), { copy, language: 'en', hops: [], ...filed, by });
    await publishStory(newsroom(), { storyId, by, unread: true });
    return storyId;
  };
  /** Headlines by where on the front they stand. */
  const front = async () => {
    const { body } = await paper.get('/');
    const [above = '', rest = ''] = body.split('<aside class="now"');
    const [now = '', strips = ''] = rest.split('class="strips"');
    const headlines = (html: string) =>
      [...html.matchAll(/<h[23]><a [^>]*>([^<]*)<\/a>/g)].map(([, words]) => words);
    return {
      above: headlines(above),
      lead: /class="item lead"[\s\S]*?<h2><a [^>]*>([^<]*)</.exec(above)?.[1],
      now: [...now.matchAll(/<a href="[^"]*">([^<]*)<\/a>/g)].map(([, words]) => words),
      marked: now.split('<span class="level">').length - 1,
      strips: headlines(strips),
    };
  };

  beforeAll(async () => {
    paper = await openPaper(newsroom());
  });

  it('of unread copy alone has it under Now and in its section, and leads with none of it', async () => {
    await brief('Gloves arrive: 400 pairs');
    const { above, now, strips } = await front();
    expect([above, now, strips]).toEqual([[], ['Gloves arrive: 400 pairs'], ['Gloves arrive: 400 pairs']]);
  });

  describe('after an hour of its wires', () => {
    let lastBrief = '';

    it('leads with what its editors published, however long ago, and marks one brief an hour', async () => {
      const ours = ['Beach closed after oil', 'Ministries give two numbers', 'Library opens on Sundays'];
      for (const headline of ours)
        await paper.publish({ sectionId: paper.sections.city.id, copy: { headline }, alertLevel: null });
      for (let number = 1; number <= 70; number++) lastBrief = await brief(`Brief of the wire ${number}`);
      const { above, lead, now, marked, strips } = await front();
      expect(lead).toBe('Library opens on Sundays');
      expect(above.toSorted()).toEqual(ours.toSorted());
      expect(now).toHaveLength(12);
      expect(now[0]).toBe('Brief of the wire 70');
      expect(marked).toBeLessThanOrEqual(1);
      expect(strips).toEqual([70, 69, 68, 67].map((number) => `Brief of the wire ${number}`));
    });

    it('leads with a brief once an editor has published it', async () => {
      await publishStory(newsroom(), { storyId: lastBrief, by });
      expect((await front()).lead).toBe('Brief of the wire 70');
    });
  });
});
