/** A story's verbs, on each engine. */

import { beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import type { Refusal } from '../kit/refusal.ts';
import { safeBody } from '../kit/safe-html.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { correctStory } from './correct.ts';
import { listCorrections } from './corrections.ts';
import { listForDesk } from './desk-list.ts';
import { getForDesk } from './desk-read.ts';
import { draftStory } from './draft.ts';
import { restoreTake, saveTake } from './edit.ts';
import { fileStory, setHops } from './file.ts';
import { gateOf } from './gate.ts';
import { killStory, spikeStory } from './kill.ts';
import { findLock, releaseLock, takeLock } from './lock.ts';
import { publishStory } from './publish.ts';
import { findPublished, getPublished, listPublished } from './read.ts';
import { publishDue, scheduleStory, unscheduleStory } from './schedule.ts';
import { addSection, listSections } from './sections.ts';
import type { Copy } from './story.ts';

const copy: Copy = {
  headline: 'Council votes to keep the night ferry for a year',
  dek: 'Eleven to eight.',
  byline: 'By Maria Leontis',
  dateline: 'HARBOUR TOWN',
  bodyHtml: safeBody('<p>The night ferry stays.</p>'),
  pictureId: null,
};

async function person(newsroom: Newsroom, name: string): Promise<Actor> {
  const id = newsroom.ids.next();
  const row = {
    id,
    name,
    email: `${id}@post.example`,
    email_verified: 0 as const,
    image: null,
    slug: id,
    role: 'editor' as const,
  };
  await newsroom.store
    .insertInto('staff')
    .values({ ...row, bio: '', left_at: null, created_at: '', updated_at: '' })
    .execute();
  return { id, name };
}

const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'nothing was refused',
    (error: Refusal) => error.code ?? String(error),
  );

const eventsOf = async (newsroom: Newsroom, storyId: string) => {
  const rows = await newsroom.store
    .selectFrom('work')
    .select(['event', 'payload_json'])
    .orderBy('id')
    .execute();
  return rows.filter((row) => row.payload_json.includes(storyId)).map((row) => row.event);
};

onEachEngine('stories', (open) => {
  let newsroom: TestNewsroom;
  let maria: Actor;
  let nikos: Actor;
  let sectionId: string;
  beforeAll(async () => {
    newsroom = open();
    maria = await person(newsroom, 'Maria Leontis');
    nikos = await person(newsroom, 'Nikos Pappas');
    sectionId = (await addSection(newsroom, { name: 'City' })).id;
  });

  const draft = (more: Partial<Parameters<typeof draftStory>[1]> = {}) =>
    draftStory(newsroom, { copy, language: 'en', sectionId, hops: [], by: maria, ...more });

  async function published(headline: string) {
    const made = await draft({ copy: { ...copy, headline } });
    await publishStory(newsroom, { storyId: made.storyId, by: maria });
    return made;
  }

  describe('publishing', () => {
    test('makes the story readable at its section and headline', async () => {
      const { storyId } = await draft();
      await publishStory(newsroom, { storyId, by: maria });
      const found = await findPublished(newsroom, {
        sectionSlug: 'city',
        slug: 'council-votes-to-keep-the-night-ferry-for-a-year',
      });
      expect(found).toMatchObject({
        kind: 'story',
        story: { storyId, headline: copy.headline, author: { name: 'Maria Leontis' } },
      });
      expect(await eventsOf(newsroom, storyId)).toEqual(['story-published']);
    });

    test('a second story of the same headline gets an address of its own', async () => {
      const { editionId } = await published(copy.headline);
      expect((await getPublished(newsroom, editionId))?.path).toBe(
        '/city/council-votes-to-keep-the-night-ferry-for-a-year-2',
      );
    });

    test('an edit is not seen by readers before it is published', async () => {
      const { storyId, editionId } = await published('Beach closed from the mole to the lighthouse');
      const story = await getForDesk(newsroom, storyId);
      const basedOn = story.editions[0]?.takeId ?? '';
      await saveTake(newsroom, {
        editionId,
        copy: { ...copy, headline: 'Beach open again' },
        basedOn,
        by: maria,
      });
      expect((await getPublished(newsroom, editionId))?.headline).toBe(
        'Beach closed from the mole to the lighthouse',
      );
      expect((await getForDesk(newsroom, storyId)).editions[0]?.hasChanges).toBe(true);
      await publishStory(newsroom, { storyId, by: maria });
      const after = await getPublished(newsroom, editionId);
      expect(after?.headline).toBe('Beach open again');
      expect(after?.path).toBe('/city/beach-closed-from-the-mole-to-the-lighthouse');
    });

    test('a story that moved section answers at its old address with the new one', async () => {
      const { storyId, editionId } = await published('Olive harvest a third below last year');
      const { id } = await addSection(newsroom, { name: 'Work' });
      await fileStory(newsroom, {
        storyId,
        slug: 'olives',
        sectionId: id,
        topicNames: ['Olives'],
        alertLevel: null,
        repliesOpen: true,
        by: maria,
      });
      const slug = (await getPublished(newsroom, editionId))?.path.split('/').pop() ?? '';
      expect((await findPublished(newsroom, { sectionSlug: 'city', slug }))?.kind).toBe('story');
      await publishStory(newsroom, { storyId, by: maria });
      expect(await findPublished(newsroom, { sectionSlug: 'city', slug })).toEqual({
        kind: 'moved',
        path: `/work/${slug}`,
      });
    });

    test('a story without a headline or a body is not published, whatever the reason given', async () => {
      const { storyId } = await draft({ copy: { ...copy, headline: ' ', bodyHtml: safeBody('') } });
      expect((await gateOf(newsroom, storyId)).every((obstacle) => !obstacle.overridable)).toBe(true);
      expect(await codeOf(publishStory(newsroom, { storyId, by: maria, override: 'I want to' }))).toBe(
        'story-not-ready',
      );
    });

    test('two at once make one publication after the other, never half of one', async () => {
      const { storyId, editionId } = await draft({ copy: { ...copy, headline: 'Pressed twice' } });
      await Promise.all([
        publishStory(newsroom, { storyId, by: maria }),
        publishStory(newsroom, { storyId, by: maria }),
      ]);
      expect((await getPublished(newsroom, editionId))?.headline).toBe('Pressed twice');
    });
  });

  describe('a picked-up story', () => {
    async function pickedUp(more: { credit?: string; link?: string | null; mayAlert?: 0 | 1 }) {
      const id = newsroom.ids.next();
      await newsroom.store
        .insertInto('sources')
        .values({
          id,
          slug: id,
          name: 'Island Wire',
          feed_url: null,
          site_url: null,
          language: 'en',
          credit: more.credit ?? 'Island Wire',
          may_alert: more.mayAlert ?? 1,
          may_translate: 1,
          publish_unread: 0,
          section_id: null,
          alert_level: null,
          etag: null,
          last_modified: null,
          body_hash: null,
          interval_ms: 1,
          next_poll_at: 0,
          created_at: 0,
        } as never)
        .execute();
      const link = more.link === undefined ? 'https://island.example/1' : more.link;
      const hop = {
        party: 'Island Wire',
        sourceId: id,
        act: 'reported' as const,
        language: 'en',
        link,
        at: null,
      };
      return draft({ sourceId: id, hops: [hop] });
    }

    test('is published with its credit and its link', async () => {
      const { storyId, editionId } = await pickedUp({});
      await publishStory(newsroom, { storyId, by: maria });
      expect(await getPublished(newsroom, editionId)).toMatchObject({
        source: { credit: 'Island Wire' },
        originalLink: 'https://island.example/1',
        hopParties: ['Island Wire'],
      });
    });

    test.each([
      ['credit', { credit: '' }],
      ['link', { link: null }],
    ])(
      'is not published without its %s, unless overridden with a reason, which is kept',
      async (_what, lacking) => {
        const { storyId } = await pickedUp(lacking);
        expect(await codeOf(publishStory(newsroom, { storyId, by: maria }))).toBe('story-not-ready');
        expect(await codeOf(publishStory(newsroom, { storyId, by: maria, override: '  ' }))).toBe(
          'story-not-ready',
        );
        await publishStory(newsroom, { storyId, by: maria, override: 'The agency telephoned.' });
        const story = await getForDesk(newsroom, storyId);
        expect(story.overrideReason).toBe('The agency telephoned.');
        expect(story.audit.map((line) => line.act)).toContain('override');
      },
    );

    test('loses its readiness when an editor takes the hop of the source away', async () => {
      const { storyId } = await pickedUp({});
      await setHops(newsroom, { storyId, hops: [], by: maria });
      expect((await gateOf(newsroom, storyId)).length).toBeGreaterThan(0);
    });

    test('does not alert against the contract', async () => {
      const { storyId } = await pickedUp({ mayAlert: 0 });
      await fileStory(newsroom, {
        storyId,
        slug: 'x',
        sectionId,
        topicNames: [],
        alertLevel: 'flash',
        repliesOpen: true,
        by: maria,
      });
      expect(await codeOf(publishStory(newsroom, { storyId, by: maria, override: 'It is big' }))).toBe(
        'story-not-ready',
      );
    });
  });

  describe('takes', () => {
    test('every save is kept and an earlier one can be brought back', async () => {
      const { storyId, editionId } = await draft();
      const first = (await getForDesk(newsroom, storyId)).editions[0]?.takeId ?? '';
      await saveTake(newsroom, {
        editionId,
        copy: { ...copy, headline: 'Worse' },
        basedOn: first,
        by: maria,
      });
      await restoreTake(newsroom, { editionId, takeId: first, by: maria });
      const edition = (await getForDesk(newsroom, storyId)).editions[0];
      expect(edition?.copy.headline).toBe(copy.headline);
      expect(edition?.takes.map((take) => take.number)).toEqual([3, 2, 1]);
    });

    test('the same copy again is no new take', async () => {
      const { storyId, editionId } = await draft();
      const first = (await getForDesk(newsroom, storyId)).editions[0]?.takeId ?? '';
      expect(await saveTake(newsroom, { editionId, copy, basedOn: first, by: maria })).toEqual({
        takeId: first,
        number: 1,
      });
    });

    test('a second tab cannot overwrite what the first one saved', async () => {
      const { storyId, editionId } = await draft();
      const basedOn = (await getForDesk(newsroom, storyId)).editions[0]?.takeId ?? '';
      await saveTake(newsroom, { editionId, copy: { ...copy, dek: 'One.' }, basedOn, by: maria });
      const second = saveTake(newsroom, { editionId, copy: { ...copy, dek: 'Two.' }, basedOn, by: maria });
      expect(await codeOf(second)).toBe('take-outdated');
    });

    test('script in a body is not saved', async () => {
      const { storyId } = await draft({
        copy: { ...copy, bodyHtml: safeBody('<p onclick="x()">Safe<script>alert(1)</script></p>') },
      });
      expect((await getForDesk(newsroom, storyId)).editions[0]?.copy.bodyHtml).toBe('<p>Safe</p>');
    });
  });

  describe('the lock', () => {
    test('keeps a second editor out until it is released or taken over', async () => {
      const { storyId, editionId } = await draft();
      const basedOn = (await getForDesk(newsroom, storyId)).editions[0]?.takeId ?? '';
      expect((await takeLock(newsroom, { storyId, by: maria })).held).toBe(true);
      expect(await takeLock(newsroom, { storyId, by: nikos })).toMatchObject({
        held: false,
        holder: { name: 'Maria Leontis' },
      });
      const save = { editionId, copy: { ...copy, dek: 'Nikos was here.' }, basedOn, by: nikos };
      expect(await codeOf(saveTake(newsroom, save))).toBe('story-locked');
      expect(await codeOf(publishStory(newsroom, { storyId, by: nikos }))).toBe('story-locked');
      expect((await takeLock(newsroom, { storyId, by: nikos, anyway: true })).held).toBe(true);
      expect(await codeOf(saveTake(newsroom, { ...save, by: maria }))).toBe('story-locked');
      await releaseLock(newsroom, { storyId, by: nikos });
      expect((await findLock(newsroom, storyId)).holder).toBeNull();
    });

    test('ends by itself when the page is gone', async () => {
      const { storyId } = await draft();
      await takeLock(newsroom, { storyId, by: maria });
      newsroom.clock.pass(121_000);
      expect((await takeLock(newsroom, { storyId, by: nikos })).held).toBe(true);
      await releaseLock(newsroom, { storyId, by: nikos });
    });
  });

  describe('a schedule', () => {
    test('publishes at its time and not before', async () => {
      const { storyId, editionId } = await draft({ copy: { ...copy, headline: 'At six' } });
      await scheduleStory(newsroom, { storyId, by: maria, publishAt: newsroom.clock.now() + 1000 });
      await publishDue(newsroom, { storyId });
      expect(await getPublished(newsroom, editionId)).toBeNull();
      newsroom.clock.pass(1000);
      await publishDue(newsroom, { storyId });
      await publishDue(newsroom, { storyId });
      expect((await getPublished(newsroom, editionId))?.headline).toBe('At six');
      expect((await eventsOf(newsroom, storyId)).filter((event) => event === 'story-published')).toHaveLength(
        1,
      );
    });

    test('that can no longer be kept goes back to the drafts and says why', async () => {
      const { storyId } = await draft();
      await scheduleStory(newsroom, { storyId, by: maria, publishAt: newsroom.clock.now() + 1000 });
      const story = await getForDesk(newsroom, storyId);
      const { id: editionId = '', takeId: basedOn = '' } = story.editions[0] ?? {};
      await saveTake(newsroom, { editionId, copy: { ...copy, bodyHtml: safeBody('') }, basedOn, by: maria });
      newsroom.clock.pass(1000);
      await publishDue(newsroom, { storyId });
      const after = await getForDesk(newsroom, storyId);
      expect(after.status).toBe('draft');
      expect(after.audit[0]).toMatchObject({ act: 'miss schedule' });
    });

    test('can be taken back', async () => {
      const { storyId } = await draft();
      await scheduleStory(newsroom, { storyId, by: maria, publishAt: newsroom.clock.now() + 1000 });
      await unscheduleStory(newsroom, { storyId, by: maria });
      expect(await eventsOf(newsroom, storyId)).toEqual([]);
      const past = scheduleStory(newsroom, { storyId, by: maria, publishAt: newsroom.clock.now() });
      expect(await codeOf(past)).toBe('form-incomplete');
    });
  });

  describe('after publication', () => {
    test('a correction says what was wrong and stands in the log', async () => {
      const { storyId, editionId } = await published('The page was dated Wednesday');
      expect(await codeOf(correctStory(newsroom, { storyId, notice: ' ', by: maria }))).toBe(
        'form-incomplete',
      );
      await correctStory(newsroom, { storyId, notice: 'The page is dated Tuesday.', by: maria });
      expect((await getPublished(newsroom, editionId))?.corrections).toMatchObject([
        { notice: 'The page is dated Tuesday.' },
      ]);
      expect((await listCorrections(newsroom, { limit: 1 }))[0]).toMatchObject({
        kind: 'correction',
        path: '/city/the-page-was-dated-wednesday',
      });
      expect(await eventsOf(newsroom, storyId)).toEqual(['story-published', 'story-corrected']);
    });

    test('a killed story is in no list and says so at its address', async () => {
      const { storyId, editionId } = await published('Ferry company to cut routes');
      await killStory(newsroom, { storyId, notice: 'The agency withdrew it.', by: maria });
      expect(await getPublished(newsroom, editionId)).toBeNull();
      const listed = await listPublished(newsroom, { limit: 100 });
      expect(listed.map((story) => story.storyId)).not.toContain(storyId);
      const found = await findPublished(newsroom, {
        sectionSlug: 'city',
        slug: 'ferry-company-to-cut-routes',
      });
      expect(found).toMatchObject({ kind: 'killed', notice: 'The agency withdrew it.' });
      expect((await listCorrections(newsroom, { limit: 1 }))[0]).toMatchObject({ kind: 'kill', path: null });
      expect(await codeOf(publishStory(newsroom, { storyId, by: maria }))).toBe('story-state-wrong');
    });

    test('a published story is not spiked and a draft is not killed', async () => {
      const { storyId } = await published('Neither nor');
      expect(await codeOf(spikeStory(newsroom, { storyId, by: maria }))).toBe('story-state-wrong');
      const other = await draft();
      expect(await codeOf(killStory(newsroom, { storyId: other.storyId, notice: 'No.', by: maria }))).toBe(
        'story-state-wrong',
      );
      await spikeStory(newsroom, { storyId: other.storyId, by: maria });
      const spiked = await listForDesk(newsroom, { statuses: ['spiked'], limit: 10 });
      expect(spiked.map((story) => story.storyId)).toContain(other.storyId);
    });
  });

  test('sections keep their addresses apart from those of the house', async () => {
    expect(await codeOf(addSection(newsroom, { name: 'Desk' }))).toBe('form-incomplete');
    expect(await codeOf(addSection(newsroom, { name: 'City' }))).toBe('form-incomplete');
    expect((await listSections(newsroom)).map((section) => section.name)).toEqual(['City', 'Work']);
  });
});
