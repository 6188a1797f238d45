/** A story's kind is chosen when it is begun, and what is chosen once it is out waits like everything else that is filed. */
import { expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { HOUR } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import type { StoryKind } from '../kit/story-kind.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { getForDesk } from './desk-read.ts';
import { draftStory } from './draft.ts';
import { fileStory } from './file.ts';
import { publishStory } from './publish.ts';
import { updateStory } from './queries.ts';
import { getPublished } from './read.ts';
import { scheduleStory } from './schedule.ts';

onEachEngine('the kind of a story', (newsroom) => {
  let made = 0;
  const drafted = (kind?: StoryKind) => {
    made += 1;
    const bodyHtml = safeBody('<p>The harbour needs its night ferry more than a second car park.</p>');
    const copy = {
      ...{ headline: `The ferry should stay ${made}`, dek: '', byline: 'Ada Lind', dateline: '' },
      ...{ bodyHtml, pictureId: null },
    };
    return draftStory(newsroom(), { copy, language: 'en', hops: [], by, ...(kind && { kind }) });
  };
  const file = (storyId: string, kind?: StoryKind) =>
    fileStory(newsroom(), {
      ...{ storyId, slug: 'ferry', sectionId: null, topicNames: [], alertLevel: null, repliesOpen: true, by },
      ...(kind && { kind }),
    });

  it('is news where nobody said otherwise, and what was chosen else', async () => {
    const plain = await drafted();
    expect((await getForDesk(newsroom(), plain.storyId)).kind).toBe('news');
    const column = await drafted('opinion');
    expect((await getForDesk(newsroom(), column.storyId)).kind).toBe('opinion');
  });

  it('waits for a publication once the story is out', async () => {
    const { storyId, editionId } = await drafted('opinion');
    await publishStory(newsroom(), { storyId, by });
    await file(storyId, 'analysis');
    expect((await getPublished(newsroom(), editionId))?.kind).toBe('opinion');
    const desk = await getForDesk(newsroom(), storyId);
    expect([desk.kind, desk.forReaders.kind, desk.notPublished]).toEqual(['analysis', 'opinion', ['kind']]);
    await publishStory(newsroom(), { storyId, by });
    expect((await getPublished(newsroom(), editionId))?.kind).toBe('analysis');
  });

  it('is left as it was by filing that does not speak of it', async () => {
    const { storyId } = await drafted('obituary');
    await file(storyId);
    expect((await getForDesk(newsroom(), storyId)).kind).toBe('obituary');
  });

  it('keeps a story from going out by itself as something else than it was scheduled as', async () => {
    const { storyId } = await drafted();
    await scheduleStory(newsroom(), { storyId, publishAt: newsroom().clock.now() + HOUR, by });
    await file(storyId, 'opinion');
    expect((await getForDesk(newsroom(), storyId)).changed).toEqual(['kind']);
  });

  it('lets out what was scheduled before there were kinds', async () => {
    const { storyId } = await drafted();
    await scheduleStory(newsroom(), { storyId, publishAt: newsroom().clock.now() + HOUR, by });
    const row = await newsroom()
      .store.selectFrom('stories')
      .selectAll()
      .where('id', '=', storyId)
      .executeTakeFirstOrThrow();
    const kept = JSON.parse(row.schedule_json ?? '') as { given: { filed: { kind?: string } } };
    delete kept.given.filed.kind;
    await updateStory(newsroom(), storyId, { schedule_json: JSON.stringify(kept) });
    expect((await getForDesk(newsroom(), storyId)).changed).toEqual([]);
  });
});
