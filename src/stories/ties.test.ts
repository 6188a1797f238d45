/** Ties, series and mergers: what an editor says, what readers see, and what is refused. */
import type { FastifyInstance } from 'fastify';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDoor } from '../../tests/support/door.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { apiDoor } from '../api/routes.ts';
import { timetable } from '../cli/timetable.ts';
import type { Refusal } from '../kit/refusal.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { openSender } from '../push/sender.ts';
import { listForStory } from '../replies/read-replies.ts';
import { startLoop } from '../runner/loop.ts';
import { getForDesk } from './desk-read.ts';
import { addEdition, draftStory } from './draft.ts';
import { killStory } from './kill.ts';
import { mergeStory, partStory } from './merge.ts';
import { publishStory } from './publish.ts';
import type { PublishedStory } from './read.ts';
import { placeInSeries, raiseTie, tieStory, untieStory } from './ties.ts';

onEachEngine('stories that belong together', (newsroom) => {
  let paper: Paper;
  let api: FastifyInstance;
  let made = 0;
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    api = await openDoor(newsroom(), (door) => door.register(apiDoor({ newsroom: newsroom() })));
  });
  afterAll(async () => {
    await api.close();
    await paper.close();
  });

  const tell = (headline: string) => {
    made += 1;
    return paper.publish({ sectionId: paper.sections.sea.id, copy: { headline: `${headline} ${made}` } });
  };
  const page = async ({ path }: Pick<PublishedStory, 'path'>) => {
    const { document } = parseHTML((await paper.get(path)).body);
    const texts = (where: string) =>
      [...document.querySelectorAll(where)].map((found) => found.textContent.trim().replace(/\s+/g, ' '));
    return {
      ties: texts('.ties p'),
      series: texts('.series p'),
      related: texts('.related h3'),
      heads: texts('.related h2'),
    };
  };
  const tie = (one: PublishedStory, kind: 'related' | 'updates' | 'corrects', to: string) =>
    tieStory(newsroom(), { storyId: one.storyId, kind, to, by });
  const refused = (act: Promise<unknown>) =>
    act.then(
      () => 'done',
      (error: Refusal) => [error.code, ...Object.values(error.fields)].join(': '),
    );
  const follow = async () => {
    const loop = startLoop(
      newsroom(),
      timetable({ sender: openSender(newsroom()), pageAnswers: async () => 200 }),
    );
    await loop.drain();
    await loop.stop();
  };

  describe('a tie', () => {
    it('is made by whatever address of a story of ours stands in a browser', async () => {
      const [from, to] = [await tell('Council sits'), await tell('Council sits on')];
      for (const address of [
        `${newsroom().settings.address}${to.path}?utm_source=letter#replies`,
        `${to.path}/`,
        `/desk/live/${to.storyId}?edition=x`,
        `${newsroom().settings.address}${to.path}/entries/3#entry-71`,
        `${to.path}/entries/key`,
      ])
        expect([address, await refused(tie(from, 'related', address))]).toEqual([address, 'done']);
    });

    it('to an earlier story is said on both pages, at once, and leaves with either', async () => {
      const [first, later] = [await tell('Gale warning'), await tell('Gale hits')];
      await page(first); // in the cache
      await tie(
        later,
        'updates',
        `http://localhost:4000${first.path}`.replace('http://localhost:4000', newsroom().settings.address),
      );
      expect((await page(first)).ties).toEqual([`There is a newer story on this: ${later.headline}`]);
      expect((await page(later)).ties).toEqual([`This updates an earlier story: ${first.headline}`]);
      await killStory(newsroom(), { storyId: later.storyId, notice: 'It was false.', by });
      expect((await page(first)).ties).toEqual([]);
    });

    it('chosen by hand comes first, in its order, and no story stands on the page twice', async () => {
      const [one, two, three] = [await tell('Pilots'), await tell('Tugs'), await tell('Berths')];
      await tie(three, 'related', one.path);
      await tie(three, 'related', two.storyId);
      const { related, heads } = await page(three);
      expect(related.slice(0, 2)).toEqual([one.headline, two.headline]);
      expect(heads[0]).toBe('Related');
      expect(new Set(related).size).toBe(related.length);
      await raiseTie(newsroom(), { storyId: three.storyId, kind: 'related', toId: two.storyId, by });
      expect((await page(three)).related.slice(0, 2)).toEqual([two.headline, one.headline]);
      await untieStory(newsroom(), { storyId: three.storyId, kind: 'related', toId: two.storyId, by });
      expect((await page(three)).heads[0]).toBe('Related');
      expect((await page(three)).related[0]).toBe(one.headline);
    });

    it('to a draft is shown to nobody until the draft is out', async () => {
      const story = await tell('Quay');
      const copy = {
        headline: 'Quay, part two',
        dek: '',
        byline: '',
        dateline: '',
        bodyHtml: story.bodyHtml,
        pictureId: null,
      };
      const draft = await draftStory(newsroom(), { copy, language: 'en', hops: [], by });
      await tieStory(newsroom(), { storyId: draft.storyId, kind: 'updates', to: story.path, by });
      expect((await page(story)).ties).toEqual([]);
      await publishStory(newsroom(), { storyId: draft.storyId, by, override: 'a test' });
      expect((await page(story)).ties).toEqual(['There is a newer story on this: Quay, part two']);
    });

    it('to nothing, to itself, to what was withdrawn, or both ways, is refused in words', async () => {
      const [one, other, gone] = [await tell('Lamp'), await tell('Lantern'), await tell('False')];
      await killStory(newsroom(), { storyId: gone.storyId, notice: 'No.', by });
      expect(await refused(tie(one, 'related', 'https://elsewhere.example/sea/lamp'))).toContain(
        'There is no story of ours there',
      );
      expect(await refused(tie(one, 'related', ''))).toContain('There is no story of ours there');
      expect(await refused(tie(one, 'related', `${'/a'.repeat(5000)}%E0%A4`))).toContain(
        'There is no story of ours there',
      );
      expect(await refused(tie(one, 'related', one.path))).toContain('That is this story');
      expect(await refused(tie(one, 'related', gone.path))).toContain('withdrawn, put away or merged');
      await tie(one, 'updates', other.path);
      expect(await refused(tie(other, 'updates', one.path))).toContain('only one of them is the later');
    });
  });

  describe('a series', () => {
    it('has a page with its parts in order, and each part names the one before and after', async () => {
      const parts = [
        await tell('The first boat'),
        await tell('The second boat'),
        await tell('The third boat'),
      ];
      for (const { storyId } of parts)
        await placeInSeries(newsroom(), { storyId, name: 'Boats of the bay', place: null, by });
      const [first, second, third] = parts as [PublishedStory, PublishedStory, PublishedStory];
      expect((await page(second)).series).toEqual([
        'Series: Boats of the bay Part 2 of 3',
        `Previous part: ${first.headline}`,
        `Next part: ${third.headline}`,
      ]);
      const list = parseHTML((await paper.get('/series/boats-of-the-bay')).body).document;
      const headlines = () => [...list.querySelectorAll('.item h2')].map((head) => head.textContent.trim());
      expect(headlines()).toEqual(parts.map(({ headline }) => headline));
      await placeInSeries(newsroom(), { storyId: third.storyId, name: 'boats of the Bay', place: 1, by });
      expect((await page(third)).series[0]).toBe('Series: Boats of the bay Part 1 of 3');
      await killStory(newsroom(), { storyId: first.storyId, notice: 'No.', by });
      expect((await page(second)).series).toEqual([
        'Series: Boats of the bay Part 2 of 2',
        `Previous part: ${third.headline}`,
      ]);
      await placeInSeries(newsroom(), { storyId: second.storyId, name: '', place: null, by });
      expect((await page(second)).series).toEqual([]);
    });

    it('without a part that readers have is at no address; a section of that name keeps its stories', async () => {
      expect((await paper.get('/series/nothing')).statusCode).toBe(404);
      expect(
        await refused(
          placeInSeries(newsroom(), { storyId: (await tell('Bay')).storyId, name: '…', place: null, by }),
        ),
      ).toContain('A series needs a name');
    });
  });

  describe('a merger', () => {
    let [one, other]: PublishedStory[] = [];
    beforeEach(async () => {
      [one, other] = [await tell('Collision off the cape'), await tell('Two boats collide')];
    });
    const merge = (from: PublishedStory, into: string) =>
      mergeStory(newsroom(), { storyId: from.storyId, into, by });

    it('leads every address of the one to the other, in its language, and lists it once', async () => {
      const [from, into] = [one, other] as [PublishedStory, PublishedStory];
      for (const story of [from, into])
        await newsroom().transact(async (inner) => {
          const copy = {
            headline: `Σύγκρουση ${story.headline}`,
            dek: '',
            byline: '',
            dateline: '',
            bodyHtml: story.bodyHtml,
            pictureId: null,
          };
          await addEdition(inner, story.storyId, { copy, language: 'el', by });
        });
      for (const story of [from, into])
        await publishStory(newsroom(), { storyId: story.storyId, by, override: 'a test' });
      const pathsOf = async (story: PublishedStory) =>
        (await getForDesk(newsroom(), story.storyId)).editions.map(({ path }) => path ?? '');
      const [english = '', greek = ''] = await pathsOf(from);
      const [intoEnglish, intoGreek] = await pathsOf(into);
      await paper.get(english); // in the cache
      await merge(from, into.path);
      await follow();
      const led = async (path: string) => {
        const { statusCode, headers } = await paper.get(path);
        return [statusCode, headers.location];
      };
      expect(await led(english)).toEqual([301, intoEnglish]);
      expect(await led(greek)).toEqual([301, intoGreek]);
      const feed = (await paper.get('/sea/feed.rss')).body;
      expect(feed).toContain(into.headline);
      expect(feed).not.toContain(from.headline);
      expect((await paper.get(`/search?words=${encodeURIComponent(from.headline)}`)).body).not.toContain(
        english,
      );
      const answer = await api.inject({ url: `/api/stories/${from.editionId}` });
      expect([answer.statusCode, answer.headers.location]).toEqual([301, `/api/stories/${into.editionId}`]);
      const desk = await getForDesk(newsroom(), from.storyId);
      expect([desk.status, desk.mergedInto, desk.editions[0]?.copy.headline]).toEqual([
        'merged',
        into.storyId,
        from.headline,
      ]);
    });

    it('takes replies along, and gives them back when it is taken back', async () => {
      const [from, into] = [one, other] as [PublishedStory, PublishedStory];
      await newsroom()
        .store.insertInto('replies')
        .values({
          ...{
            id: newsroom().ids.next(),
            story_id: from.storyId,
            edition_id: from.editionId,
            answers_id: null,
          },
          ...{
            name: 'A',
            address_sealed: null,
            address_hash: null,
            body: 'Is the pilot safe?',
            language: 'en',
          },
          ...{ state: 'approved', screen_json: '[]', staff_id: null, sender_hash: '', received_at: 1 },
          ...{ decided_at: 1, decided_by_id: null, decided_why: '' },
        })
        .execute();
      await merge(from, into.storyId);
      await follow();
      await follow(); // a follow-up may be done twice
      expect((await listForStory(newsroom(), into.storyId)).map(({ body }) => body)).toEqual([
        'Is the pilot safe?',
      ]);
      const told = await newsroom()
        .store.selectFrom('live_events')
        .selectAll()
        .where('kind', '=', 'merged')
        .execute();
      expect(told.at(-1)?.payload_json).toContain(from.storyId);
      await partStory(newsroom(), { storyId: from.storyId, by });
      await follow();
      expect((await paper.get(from.path)).statusCode).toBe(200);
      expect(await listForStory(newsroom(), into.storyId)).toEqual([]);
      expect(await listForStory(newsroom(), from.storyId)).toHaveLength(1);
      expect(await refused(partStory(newsroom(), { storyId: from.storyId, by }))).toBe('story-state-wrong');
    });

    it('of a merger leads to the end of the chain, and to the notice where that was withdrawn', async () => {
      const third = await tell('Coastguard on the collision');
      const [from, into] = [one, other] as [PublishedStory, PublishedStory];
      await merge(from, into.path);
      await merge(into, third.path);
      expect((await paper.get(from.path)).headers.location).toBe(third.path);
      await killStory(newsroom(), { storyId: third.storyId, notice: 'No boat collided.', by });
      expect((await paper.get(from.path)).headers.location).toBe(third.path);
      expect((await paper.get(third.path)).statusCode).toBe(410);
    });

    it('with itself, with what is not out, or twice, is refused; two who merge them into each other do it once', async () => {
      const [from, into] = [one, other] as [PublishedStory, PublishedStory];
      const gone = await tell('Withdrawn');
      await killStory(newsroom(), { storyId: gone.storyId, notice: 'No.', by });
      expect(await refused(merge(from, from.path))).toContain('That is this story');
      expect(await refused(merge(from, gone.path))).toContain('it has to be out');
      expect(await refused(merge(gone, from.path))).toBe('story-state-wrong');
      const both = await Promise.all([refused(merge(from, into.path)), refused(merge(into, from.path))]);
      expect(both.filter((each) => each === 'done')).toHaveLength(1);
      const [merged, left] = both[0] === 'done' ? [from, into] : [into, from];
      expect(await refused(merge(merged, left.path))).toBe('story-state-wrong');
      expect((await paper.get(left.path)).statusCode).toBe(200);
    });
  });
});
