/** Lists of which there is little: gone through by their own stories, on either engine in the same order as any. */
import { CompiledQuery } from 'kysely';
import { expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { openPaper } from '../../tests/support/site-cast.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { addStaff } from '../staff/staff.ts';
import { listPublishedPlaces, type PublishedFilter } from './read-queries.ts';

/** How SQLite goes about what is asked there. */
async function planOf(newsroom: TestNewsroom, filter: PublishedFilter): Promise<string> {
  const asked: CompiledQuery[] = [];
  const store = new Proxy(newsroom.store, {
    get(target, name) {
      const own = Reflect.get(target, name, target) as unknown;
      if (name !== 'executeQuery') return typeof own === 'function' ? own.bind(target) : own;
      return (query: CompiledQuery) => {
        asked.push(query);
        return target.executeQuery(query);
      };
    },
  });
  await listPublishedPlaces({ ...newsroom, store }, filter);
  const list = asked.at(-1);
  const explained = CompiledQuery.raw(`explain query plan ${list?.sql}`, [...(list?.parameters ?? [])]);
  const { rows } = await newsroom.store.executeQuery<{ detail: string }>(explained);
  return rows.map(({ detail }) => detail).join('; ');
}

onEachEngine('a list of which there is little', (open) => {
  it('is gone through by its own stories, the newest first, page by page', async () => {
    const newsroom = open();
    const paper = await openPaper(newsroom);
    const staff = await addStaff(newsroom, {
      ...{
        name: 'Ada Lind',
        email: 'ada@post.example',
        password: 'the harbour at night',
        role: 'editor',
        by,
      },
    });
    const written = [];
    for (let at = 0; at < 7; at += 1) {
      const isHers = at % 2 === 0;
      const story = await paper.publish({
        copy: { headline: `Story ${at}` },
        kind: isHers ? 'obituary' : 'news',
        sectionId: isHers ? paper.sections.world.id : paper.sections.sea.id,
        topicNames: isHers ? ['Lamps'] : [],
        by: isHers ? { id: staff.id, name: 'Ada Lind' } : by,
      });
      if (isHers) written.unshift(story.storyId);
    }
    const topic = await newsroom.store.selectFrom('topics').select('id').executeTakeFirst();
    const filters: Omit<PublishedFilter, 'limit'>[] = [
      { authorId: staff.id },
      { kind: 'obituary' },
      { sectionId: paper.sections.world.id },
      { topicId: topic?.id ?? '' },
    ];
    for (const filter of filters) {
      const first = await listPublishedPlaces(newsroom, { ...filter, language: 'en', limit: 3 });
      const { firstPublishedAt: at, editionId: id } = first[2]!;
      const second = await listPublishedPlaces(newsroom, {
        ...{ ...filter, language: 'en', before: { at, id }, limit: 3 },
      });
      expect([...first, ...second].map(({ storyId }) => storyId)).toEqual(written);
      if (newsroom.engine === 'sqlite' && !filter.sectionId)
        expect(await planOf(newsroom, { ...filter, language: 'en', limit: 3 })).not.toContain(
          'editions_language',
        );
    }
    await paper.close();
  });
});

onEachEngine('a section', (open) => {
  it('is found among the newest of all where enough of it stand there, and beyond them where they do not', async () => {
    const newsroom = open();
    const paper = await openPaper(newsroom);
    const { world, sea } = paper.sections;
    const publish = async (sectionId: string, headline: string) =>
      (await paper.publish({ copy: { headline }, sectionId })).storyId;
    const written: string[] = [];
    for (let at = 0; at < 4; at += 1) written.unshift(await publish(world.id, `Told then ${at}`));
    for (let at = 0; at < 60; at += 1) await publish(sea.id, `Told since ${at}`); // as many as are looked at first
    for (let at = 0; at < 2; at += 1) written.unshift(await publish(world.id, `Told now ${at}`));
    for (const limit of [1, 2, 3, 6, 9]) {
      const filter = { sectionId: world.id, language: 'en', isRead: true, limit };
      const newest = await listPublishedPlaces(newsroom, filter);
      expect(newest.map(({ storyId }) => storyId)).toEqual(written.slice(0, limit));
      const { firstPublishedAt: at, editionId: id } = newest[0]!;
      const older = await listPublishedPlaces(newsroom, { ...filter, before: { at, id } });
      expect(older.map(({ storyId }) => storyId)).toEqual(written.slice(1, limit + 1));
      const isNear = limit <= 2;
      if (newsroom.engine === 'sqlite')
        expect((await planOf(newsroom, filter)).includes('editions_language')).toBe(isNear);
    }
    await newsroom.store
      .updateTable('stories')
      .set({ unread: 1 })
      .where('id', '=', written[0] ?? '')
      .execute();
    const read = await listPublishedPlaces(newsroom, {
      ...{ sectionId: world.id, language: 'en', isRead: true, limit: 2 },
    });
    expect(read.map(({ storyId }) => storyId)).toEqual(written.slice(1, 3));
    await paper.close();
  });
});
