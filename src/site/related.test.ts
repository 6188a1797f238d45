/** What a reader finds after a story: more on it and what comes next, in the language they read. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepItem } from '../../tests/support/labelled-items.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { killStory } from '../stories/kill.ts';
import type { PublishedStory } from '../stories/read.ts';
import { clusterItems } from '../wire/events/cluster.ts';

const COLLISION =
  'The tanker Lyra Star collided with the trawler Meltemi 12 nautical miles off Cape Lyra early on Thursday, the coastguard said. Two of the trawler’s crew are missing and 14 were rescued.';

onEachEngine('after a story', (newsroom) => {
  let paper: Paper;
  beforeAll(async () => {
    paper = await openPaper(newsroom());
  });
  afterAll(() => paper.close());

  /** Headlines after the story, and which of them comes next. */
  async function after({
    path,
  }: Pick<PublishedStory, 'path'>): Promise<{ related: string[]; next: string | null }> {
    const { document } = parseHTML((await paper.get(path)).body);
    const items = [...document.querySelectorAll('.related .item')];
    const nextMark = document.querySelector('.related .next');
    const headlineOf = (item: Element) => item.querySelector('h3')?.textContent ?? '';
    const next = nextMark?.nextElementSibling ?? null;
    return {
      related: items.filter((item) => item !== next).map(headlineOf),
      next: next && headlineOf(next as unknown as Element),
    };
  }

  test('a paper of one story has nothing to offer and no empty heading', async () => {
    const only = await paper.publish({
      sectionId: paper.sections.city.id,
      copy: { headline: 'The first story' },
    });
    expect(await after(only)).toEqual({ related: [], next: null });
    expect((await paper.get(only.path)).body).not.toContain('More on this');
  });

  test('stories of more of its topics come first, then those of its section, newest first', async () => {
    const { sea, world } = paper.sections;
    const tell = (headline: string, topicNames: string[], sectionId: string) =>
      paper.publish({ sectionId, topicNames, copy: { headline } });
    await tell('Old and of both topics', ['Oil spill', 'Cape Lyra'], world.id);
    await tell('Of one topic', ['Oil spill'], world.id);
    await tell('Of the section', [], sea.id);
    await tell('Of no kin', ['Olives'], world.id);
    const story = await tell('The leak', ['Oil spill', 'Cape Lyra'], sea.id);
    expect(await after(story)).toEqual({
      related: ['Old and of both topics', 'Of one topic', 'Of the section', 'Of no kin'],
      next: 'The first story',
    });
  });

  test('the page is made anew when one of its topics has another story', async () => {
    const story = await paper.publish({ topicNames: ['Ferries'], copy: { headline: 'Ferries sail' } });
    const before = await after(story);
    expect(before.related).not.toContain('Ferries stop');
    const later = await paper.publish({ topicNames: ['Ferries'], copy: { headline: 'Ferries stop' } });
    expect((await after(story)).related[0]).toBe('Ferries stop');
    await killStory(newsroom(), { storyId: later.storyId, notice: 'It was not so.', by });
    expect((await after(story)).related).not.toContain('Ferries stop');
  });

  test('an edition leads on in its own language alone', async () => {
    const greek = (headline: string) =>
      paper.publish({ language: 'el', topicNames: ['Oil spill'], copy: { headline } });
    await greek('Η διαρροή');
    const story = await greek('Η παραλία');
    expect(await after(story)).toEqual({ related: ['Η διαρροή'], next: null });
    expect((await paper.get(story.path)).body).toContain('Νωρίτερα για το ίδιο θέμα');
  });

  test('what another agency tells of the same event comes before all', async () => {
    const headlines = [
      'Tanker and trawler collide off Cape Lyra',
      'Lyra Star tanker hits trawler Meltemi, two missing',
    ];
    const published: PublishedStory[] = [];
    const itemIds: string[] = [];
    for (const [at, headline] of headlines.entries())
      itemIds.push(
        await keepItem(newsroom(), { headline, text: COLLISION, language: 'en', agency: `Agency ${at}` }),
      );
    await clusterItems(newsroom(), { itemIds });
    for (const [at, itemId] of itemIds.entries())
      published.push(await paper.publish({ itemId, copy: { headline: headlines[at] ?? '' } }));
    const [first] = published as [PublishedStory];
    expect((await after(first)).related[0]).toBe(headlines[1]);
  });

  test('sharing waits for its script, and asks nobody else', async () => {
    const { body } = await paper.get((await paper.publish({ copy: { headline: 'To be shared' } })).path);
    const { document } = parseHTML(body);
    const share = document.querySelector('[data-share]');
    expect(share?.hasAttribute('hidden')).toBe(true);
    expect([...document.querySelectorAll('[data-share] a')]).toEqual([]);
  });
});
