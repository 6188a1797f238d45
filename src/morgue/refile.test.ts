import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { searchPublished as search } from '../entries/search-published.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { fileInMorgue } from '../stories/file-in-morgue.ts';
import { killStory } from '../stories/kill.ts';
import type { PublishedStory } from '../stories/read.ts';
import { listFiled, spanOfMorgue } from './morgue.ts';
import { refileMorgue } from './refile.ts';

onEachEngine('a morgue that an earlier Crier filed', (newsroom) => {
  let paper: Paper;
  const stories: PublishedStory[] = [];
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    for (let at = 0; at < 120; at += 1) {
      stories.push(
        await paper.publish({
          copy: { headline: `Ferries ${at}`, bodyHtml: safeBody('<p>Wałęsa came.</p>') },
        }),
      );
    }
    await asFiledBefore(stories);
  });
  afterAll(() => paper.close());

  const found = async (words: string) => await search(newsroom(), { words, limit: 200 });

  /** As 82a4069 filed them: text folded, without a thought for ł. */
  async function asFiledBefore(all: PublishedStory[]): Promise<void> {
    const { store, engine } = newsroom();
    await sql`delete from morgue`.execute(store);
    for (const { editionId, storyId, headline, firstPublishedAt: at } of all) {
      const row = engine === 'sqlite' ? sql`rowid, ` : sql``;
      const number = engine === 'sqlite' ? sql`cast(${at * 1_000} as integer), ` : sql``;
      await sql`insert into morgue_before (${row}edition_id, story_id, headline, dek, body, published_at)
        values (${number}${editionId}, ${storyId}, ${headline.toLowerCase()}, '', 'wałesa came.', ${at})`.execute(
        store,
      );
    }
  }

  test('is found by its words until it is filed anew, each story once and in its place', async () => {
    expect(await found('ferries')).toHaveLength(120);
    expect(await found('walesa')).toEqual([]);
    expect(await refileMorgue(newsroom(), fileInMorgue)).toBe(100);
    expect(await found('ferries')).toHaveLength(120);
    expect(await found('walesa')).toHaveLength(100);
    expect(await found('ferry')).toHaveLength(100);
    const [first, last] = [stories[0]?.firstPublishedAt ?? 0, stories.at(-1)?.firstPublishedAt ?? 0];
    expect(await spanOfMorgue(newsroom())).toEqual({ first, last });
    expect(await listFiled(newsroom(), { from: first, to: last + 1 })).toEqual(
      stories.map((story) => story.editionId).toReversed(),
    );
  });

  test('goes on where it stopped, forgets what was withdrawn meanwhile, and then has nothing to do', async () => {
    const [oldest] = stories;
    await killStory(newsroom(), { storyId: oldest?.storyId ?? '', notice: 'It was not so.', by });
    expect(await refileMorgue(newsroom(), fileInMorgue)).toBe(20);
    expect(await refileMorgue(newsroom(), fileInMorgue)).toBe(0);
    expect(await found('walesa')).toHaveLength(119);
    expect(await newsroom().store.selectFrom('morgue_before').select('edition_id').execute()).toEqual([]);
  });
});
