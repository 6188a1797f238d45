/** Readers see what was published by someone who may: what is filed or changed since waits, and the desk says what waits. */

import { beforeAll, describe, expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { MINUTE } from '../kit/clock.ts';
import type { Refusal } from '../kit/refusal.ts';
import { safeBody } from '../kit/safe-html.ts';
import { type Actor, theNewsroomItself } from '../newsroom.ts';
import type { Role } from '../staff/roles.ts';
import { addStaff } from '../staff/staff.ts';
import { correctStory } from './correct.ts';
import { listForDesk } from './desk-list.ts';
import { getForDesk } from './desk-read.ts';
import { draftStory } from './draft.ts';
import { restoreTake, saveTake } from './edit.ts';
import { type Filing, fileStory, setHops } from './file.ts';
import { takeLock } from './lock.ts';
import { publishStory } from './publish.ts';
import { findPublished, getPublished, listPublished } from './read.ts';
import { publishDue, scheduleStory } from './schedule.ts';
import { addSection } from './sections.ts';
import { judgeStatement, nameSpeaker, unnameSpeaker } from './who-says.ts';

onEachEngine('what readers see of a story', (newsroom) => {
  let sections: Record<'sea' | 'city', string>;
  let editor: Actor;
  let reporter: Actor;
  let made = 0;

  const person = async (role: Role): Promise<Actor> => {
    made += 1;
    const account = { email: `${role}${made}@post.example`, password: 'the harbour at night' };
    return addStaff(newsroom(), { ...account, name: `The ${role}`, role, by: theNewsroomItself });
  };

  beforeAll(async () => {
    const [sea, city] = [
      await addSection(newsroom(), { name: 'Sea' }),
      await addSection(newsroom(), { name: 'City' }),
    ];
    sections = { sea: sea.id, city: city.id };
    editor = await person('editor');
    reporter = await person('reporter');
  });

  const drafted = async () => {
    const headline = `Night ferry keeps its hours ${made++}`;
    const bodyHtml = safeBody('<p>“The ferry stays,” said Ada Lind.</p>');
    const copy = { headline, dek: '', byline: '', dateline: '', bodyHtml, pictureId: null };
    const hops = [
      {
        party: 'Coast Agency',
        sourceId: null,
        act: 'reported',
        language: 'en',
        link: null,
        at: null,
      } as const,
    ];
    const filed = { sectionId: sections.sea, topicNames: ['Ferries'] };
    const begun = { copy, language: 'en', hops: [...hops], ...filed, by: reporter };
    return { ...(await draftStory(newsroom(), begun)), copy };
  };
  const published = async () => {
    const story = await drafted();
    await publishStory(newsroom(), { storyId: story.storyId, by: editor });
    return story;
  };
  const anew = (storyId: string, more: Partial<Filing> = {}) =>
    fileStory(newsroom(), {
      storyId,
      slug: 'ferry',
      sectionId: sections.sea,
      topicNames: ['Ferries'],
      alertLevel: null,
      repliesOpen: true,
      by: editor,
      ...more,
    });
  const save = async (editionId: string, storyId: string, html: string, by: Actor = editor) => {
    const edition = (await getForDesk(newsroom(), storyId)).editions.find(({ id }) => id === editionId);
    if (!edition) throw new Error('no such edition');
    const copy = { ...edition.copy, bodyHtml: safeBody(html) };
    return saveTake(newsroom(), { editionId, copy, basedOn: edition.takeId, by });
  };
  const seen = async (editionId: string) => {
    const { path, alertLevel, repliesOpen, section, topics, bodyHtml } =
      (await getPublished(newsroom(), editionId)) ??
      (() => {
        throw new Error('not published');
      })();
    const [folder, slug = ''] = path.split('/').slice(1);
    return {
      folder,
      slug,
      alertLevel,
      repliesOpen,
      section: section?.name,
      topics: topics.map(({ name }) => name),
      bodyHtml,
    };
  };
  const codeOf = (refused: Promise<unknown>) =>
    refused.then(
      () => 'done',
      (error: Refusal) => error.code ?? String(error),
    );

  describe('already out', () => {
    it('is neither a flash nor elsewhere because somebody chose so: it waits, in words', async () => {
      const { storyId, editionId } = await published();
      const before = await seen(editionId);
      await anew(storyId, {
        sectionId: sections.city,
        topicNames: ['Port'],
        alertLevel: 'flash',
        repliesOpen: false,
      });
      expect(await seen(editionId)).toEqual(before);
      expect((await findPublished(newsroom(), { sectionSlug: 'sea', slug: before.slug }))?.kind).toBe(
        'story',
      );
      expect(
        (await listPublished(newsroom(), { sectionId: sections.city, limit: 50 })).map(
          ({ storyId: id }) => id,
        ),
      ).not.toContain(storyId);
      const desk = await getForDesk(newsroom(), storyId);
      expect(desk.notPublished).toEqual(['section', 'topics', 'level', 'replies']);
      expect([
        desk.section?.name,
        desk.topics.map(({ name }) => name),
        desk.alertLevel,
        desk.repliesOpen,
      ]).toEqual(['City', ['Port'], 'flash', false]);
      expect(desk.forReaders).toMatchObject({
        section: { name: 'Sea' },
        alertLevel: null,
        repliesOpen: true,
      });
      expect(desk.editions[0]?.path).toBe(`/sea/${before.slug}`);
      const [listed] = (await listForDesk(newsroom(), { limit: 100 })).filter(
        ({ storyId: id }) => id === storyId,
      );
      expect(listed).toMatchObject({
        notPublished: ['section', 'topics', 'level', 'replies'],
        sectionName: 'Sea',
        alertLevel: null,
      });
    });

    it('is what waited once an editor publishes, and its old address leads to the new one', async () => {
      const { storyId, editionId } = await published();
      const { slug } = await seen(editionId);
      await anew(storyId, {
        sectionId: sections.city,
        topicNames: ['Port', 'Ferries'],
        alertLevel: 'urgent',
        repliesOpen: false,
      });
      await publishStory(newsroom(), { storyId, by: editor });
      expect(await seen(editionId)).toMatchObject({
        folder: 'city',
        slug,
        alertLevel: 'urgent',
        repliesOpen: false,
        topics: ['Ferries', 'Port'],
      });
      expect(await findPublished(newsroom(), { sectionSlug: 'sea', slug })).toEqual({
        kind: 'moved',
        path: `/city/${slug}`,
      });
      expect((await getForDesk(newsroom(), storyId)).notPublished).toEqual([]);
    });

    it('loses its section or its level only by a publication, too', async () => {
      const { storyId, editionId } = await drafted();
      await anew(storyId, { alertLevel: 'bulletin' });
      await publishStory(newsroom(), { storyId, by: editor });
      await anew(storyId, { sectionId: null, alertLevel: null, topicNames: [] });
      expect(await seen(editionId)).toMatchObject({
        folder: 'sea',
        alertLevel: 'bulletin',
        topics: ['Ferries'],
      });
      await publishStory(newsroom(), { storyId, by: editor });
      expect(await seen(editionId)).toMatchObject({ folder: 'news', alertLevel: null, topics: [] });
    });

    it('waits for nothing once it is filed as it was', async () => {
      const { storyId } = await published();
      await anew(storyId, { sectionId: sections.city });
      await anew(storyId);
      expect((await getForDesk(newsroom(), storyId)).notPublished).toEqual([]);
    });

    it('moves with a correction; its level does not, which tells nobody else', async () => {
      const { storyId, editionId } = await published();
      await anew(storyId, { sectionId: sections.city, alertLevel: 'flash' });
      await save(editionId, storyId, '<p>“The ferry goes,” said Ada Lind.</p>');
      await correctStory(newsroom(), { storyId, notice: 'It goes.', by: editor });
      expect(await seen(editionId)).toMatchObject({ folder: 'city', alertLevel: null });
      expect((await getForDesk(newsroom(), storyId)).notPublished).toEqual(['level']);
    });

    it('takes a reporter’s copy and filing as what waits, but no level of a reporter’s', async () => {
      const { storyId, editionId } = await published();
      const before = await seen(editionId);
      await anew(storyId, { sectionId: sections.city, alertLevel: 'flash', by: reporter });
      await save(editionId, storyId, '<p>Replaced.</p>', reporter);
      expect(await seen(editionId)).toEqual(before);
      expect((await getForDesk(newsroom(), storyId)).notPublished).toEqual(['copy', 'section']);
    });

    it('says who says what, and how it came to us, only as an editor has it', async () => {
      const { storyId, editionId } = await drafted();
      const said = {
        speakerName: 'Ada Lind',
        form: 'direct',
        words: '“The ferry stays,”',
        occasion: 'at the quay',
      } as const;
      const { id: statementId } = await nameSpeaker(newsroom(), {
        ...said,
        editionId,
        standing: 'unverified',
        hops: [],
        by: reporter,
      });
      await judgeStatement(newsroom(), { statementId, standing: 'disputed', by: reporter });
      await publishStory(newsroom(), { storyId, by: editor });
      const acts = (by: Actor) => [
        () => judgeStatement(newsroom(), { statementId, standing: 'denied', answer: 'No.', by }),
        () => nameSpeaker(newsroom(), { ...said, editionId, standing: 'unverified', hops: [], by }),
        () => setHops(newsroom(), { storyId, hops: [], by }),
        () => unnameSpeaker(newsroom(), { statementId, by }),
      ];
      for (const act of acts(reporter)) expect(await codeOf(act())).toBe('role-needed');
      expect((await getForDesk(newsroom(), storyId)).hops).toHaveLength(1);
      await takeLock(newsroom(), { storyId, by: await person('editor') });
      for (const act of acts(editor)) expect(await codeOf(act())).toBe('story-locked');
      await takeLock(newsroom(), { storyId, by: editor, anyway: true });
      for (const act of acts(editor)) expect(await codeOf(act())).toBe('done');
    });
  });

  describe('scheduled', () => {
    const scheduled = async () => {
      const story = await drafted();
      await scheduleStory(newsroom(), {
        storyId: story.storyId,
        publishAt: newsroom().clock.now() + MINUTE,
        by: editor,
      });
      return story;
    };
    const due = async (storyId: string) => {
      newsroom().clock.pass(MINUTE);
      await publishDue(newsroom(), { storyId });
      const { status, missed, audit } = await getForDesk(newsroom(), storyId);
      return { status, words: missed?.words ?? null, act: audit[0]?.act };
    };

    it('is an editor’s: a reporter changes nothing of what goes out', async () => {
      const { storyId, editionId } = await scheduled();
      const takeId = (await getForDesk(newsroom(), storyId)).editions[0]?.takeId ?? '';
      const refused = [
        () => save(editionId, storyId, '<p>Replaced.</p>', reporter),
        () => anew(storyId, { sectionId: sections.city, by: reporter }),
        () => setHops(newsroom(), { storyId, hops: [], by: reporter }),
        () =>
          restoreTake(newsroom(), {
            editionId,
            takeId,
            by: reporter,
          }),
      ];
      for (const act of refused) expect(await codeOf(act())).toBe('role-needed');
      expect(await due(storyId)).toMatchObject({ status: 'published', words: null });
      expect((await seen(editionId)).bodyHtml).toContain('The ferry stays');
    });

    it.each<[string, (story: { storyId: string; editionId: string }) => Promise<unknown>]>([
      ['copy', ({ storyId, editionId }) => save(editionId, storyId, '<p>Half a sen</p>')],
      ['section', ({ storyId }) => anew(storyId, { sectionId: sections.city })],
      ['topics', ({ storyId }) => anew(storyId, { topicNames: [] })],
      ['level', ({ storyId }) => anew(storyId, { alertLevel: 'flash' })],
      ['replies', ({ storyId }) => anew(storyId, { repliesOpen: false })],
      ['how it came to us', ({ storyId }) => setHops(newsroom(), { storyId, hops: [], by: editor })],
    ])('does not go out by itself once its %s has changed, and says why', async (part, change) => {
      const story = await scheduled();
      await change(story);
      expect((await getForDesk(newsroom(), story.storyId)).changed).toEqual([part]);
      const listed = await listForDesk(newsroom(), { limit: 100 });
      expect(listed.find(({ storyId }) => storyId === story.storyId)?.changed).toEqual([part]);
      const words = `Changed since it was scheduled: ${part}.`;
      expect(await due(story.storyId)).toEqual({ status: 'draft', words, act: 'miss schedule' });
      expect(await getPublished(newsroom(), story.editionId)).toBeNull();
    });

    it('goes out where what was changed is as it was again, or was scheduled anew', async () => {
      const one = await scheduled();
      await save(one.editionId, one.storyId, '<p>Half a sen</p>');
      await save(one.editionId, one.storyId, one.copy.bodyHtml);
      expect(await due(one.storyId)).toMatchObject({ status: 'published' });
      const other = await scheduled();
      await save(other.editionId, other.storyId, '<p>A new end.</p>');
      await scheduleStory(newsroom(), {
        storyId: other.storyId,
        publishAt: newsroom().clock.now() + MINUTE,
        by: editor,
      });
      expect(await due(other.storyId)).toMatchObject({ status: 'published', words: null });
      expect((await seen(other.editionId)).bodyHtml).toBe('<p>A new end.</p>');
    });

    it('missed, says so until it is scheduled or published', async () => {
      const { storyId, editionId } = await scheduled();
      await save(editionId, storyId, '<p>Other words.</p>');
      await due(storyId);
      expect((await getForDesk(newsroom(), storyId)).missed).not.toBeNull();
      await publishStory(newsroom(), { storyId, by: editor });
      expect((await getForDesk(newsroom(), storyId)).missed).toBeNull();
    });
  });

  it('a correction of a copy that did not change asks first', async () => {
    const { storyId, editionId } = await published();
    const correction = { storyId, notice: 'It is 102, not 120.', by: editor };
    await expect(correctStory(newsroom(), { ...correction, mustChange: true })).rejects.toMatchObject({
      code: 'form-incomplete',
      fields: { noticeAlone: expect.stringContaining('reads as readers have it') },
    });
    await anew(storyId, { sectionId: sections.city });
    expect(await codeOf(correctStory(newsroom(), { ...correction, mustChange: true }))).toBe(
      'form-incomplete',
    );
    expect((await seen(editionId)).folder).toBe('sea');
    await correctStory(newsroom(), correction);
    expect((await seen(editionId)).folder).toBe('city');
    await save(editionId, storyId, '<p>102.</p>');
    expect(await codeOf(correctStory(newsroom(), { ...correction, mustChange: true }))).toBe('done');
  });
});
