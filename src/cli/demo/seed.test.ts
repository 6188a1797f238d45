import { beforeAll, expect, it } from 'vitest';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { htmlToText } from '../../kit/safe-html.ts';
import { findPictureWords } from '../../media/media-words.ts';
import { listForStory, listHeld } from '../../replies/read-replies.ts';
import { markStatements } from '../../sourcing/mark-statements.ts';
import { listSpeakers } from '../../sourcing/speakers.ts';
import { listCorrections } from '../../stories/corrections.ts';
import { listForDesk } from '../../stories/desk-list.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { gateOf } from '../../stories/gate.ts';
import { findPublished, getPublished, listPublished } from '../../stories/read.ts';
import { listStatements } from '../../stories/statements.ts';
import { findReaderTranslation } from '../../translation/for-readers.ts';
import { people } from './cast.ts';
import { type HarbourPost, seedHarbourPost } from './seed.ts';
import { allStories, flagship } from './stories/all-stories.ts';

const scripts: Record<string, RegExp> = {
  Latin: /\p{Script=Latin}/u,
  Greek: /\p{Script=Greek}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Arabic: /\p{Script=Arabic}/u,
};

onEachEngine('The Harbour Post', (newsroom) => {
  let post: HarbourPost;
  beforeAll(async () => {
    post = await seedHarbourPost(newsroom(), { pictures: newsroom().engine === 'sqlite' });
  });

  it('has at least fourteen stories in five languages and four scripts', async () => {
    const published = await listPublished(newsroom(), { limit: 100 });
    expect(published.length).toBeGreaterThanOrEqual(14);
    expect(new Set(published.map(({ language }) => language))).toEqual(
      new Set(['en', 'el', 'ar', 'ru', 'es']),
    );
    const headlines = published.map(({ headline }) => headline).join(' ');
    for (const [script, letters] of Object.entries(scripts)) expect(headlines, script).toMatch(letters);
  });

  it('finds every statement in its story', async () => {
    let said = 0;
    for (const { key } of allStories) {
      const { editionId, storyId } = post.stories[key]!;
      const desk = await getForDesk(newsroom(), storyId);
      const statements = await listStatements(newsroom(), editionId);
      const shown = await getPublished(newsroom(), editionId);
      const { lost } = markStatements(shown?.bodyHtml ?? desk.editions[0]!.copy.bodyHtml, statements);
      expect(lost, key).toEqual([]);
      said += statements.length;
    }
    expect(said).toBe(allStories.reduce((sum, { statements = [] }) => sum + statements.length, 0));
    expect(said).toBeGreaterThan(25);
  });

  it('says of every picture in the language of its story what it shows', async () => {
    let looked = 0;
    for (const { key } of allStories) {
      const { editions } = await getForDesk(newsroom(), post.stories[key]!.storyId);
      for (const { language, copy } of editions) {
        const { pictureId } = copy;
        if (pictureId === null || language === 'en') continue; // what the drawing says by itself is English
        expect(
          await findPictureWords(newsroom(), { pictureId, language }),
          `${key} in ${language}`,
        ).not.toBeNull();
        looked += 1;
      }
    }
    expect(looked > 3).toBe(newsroom().engine === 'sqlite'); // the other is seeded without pictures
  });

  it('has a story out in two languages, its translation read by a named person', async () => {
    const { storyId } = post.stories.beach!;
    const { editions } = await getForDesk(newsroom(), storyId);
    const texts = await Promise.all(editions.map(({ id }) => getPublished(newsroom(), id)));
    expect(texts.map((edition) => edition?.language).sort()).toEqual(['el', 'en']);
    const english = texts.find((edition) => edition?.language === 'en');
    const read = english && (await findReaderTranslation(newsroom(), english));
    expect(read).toMatchObject({ fromLanguage: 'el', checked: { name: people.petros.name } });
  });

  it('passes the gate with every published story', async () => {
    for (const { storyId } of await listPublished(newsroom(), { limit: 100 })) {
      expect(await gateOf(newsroom(), storyId)).toEqual([]);
    }
  });

  it('knows every speaker by one canonical name', async () => {
    const speakers = await listSpeakers(newsroom());
    const variants = speakers.flatMap((speaker) => speaker.variants);
    expect(speakers.filter(({ name }) => variants.includes(name))).toEqual([]);
    expect(new Set(speakers.map(({ name }) => name)).size).toBe(speakers.length);
    const asked = new Set(
      allStories.flatMap(({ statements = [] }) => statements.map(({ speaker }) => speaker)),
    );
    const unknown = [...asked].filter((name) => !speakers.some((speaker) => speaker.name === name));
    expect(unknown).toEqual([]);
  });

  it('leaves no day unwritten', async () => {
    for (const { editionId } of await listPublished(newsroom(), { limit: 100 })) {
      const story = await getPublished(newsroom(), editionId);
      const statements = await listStatements(newsroom(), editionId);
      const corrections = story!.corrections.map(({ notice }) => notice);
      expect(
        JSON.stringify([story, statements, corrections, story && htmlToText(story.bodyHtml)]),
      ).not.toMatch(/[{](day|date):/);
    }
  });

  it('puts nothing later than now but what is scheduled', async () => {
    const now = newsroom().clock.now();
    for (const story of await listForDesk(newsroom(), { limit: 100 })) {
      expect(story.updatedAt).toBeLessThanOrEqual(now);
      expect(story.publishedAt ?? 0).toBeLessThanOrEqual(now);
      if (story.status === 'scheduled') expect(story.publishAt).toBeGreaterThan(now);
    }
    const latest = await newsroom()
      .store.selectFrom('replies')
      .select('received_at')
      .orderBy('received_at', 'desc')
      .executeTakeFirstOrThrow();
    expect(latest.received_at).toBeLessThanOrEqual(now);
  });

  it('has a correction, a killed story, a scheduled one and drafts', async () => {
    const statuses = (await listForDesk(newsroom(), { limit: 100 })).map(({ status }) => status);
    for (const status of ['killed', 'scheduled', 'draft', 'published']) expect(statuses).toContain(status);
    expect(statuses.filter((status) => status === 'draft').length).toBeGreaterThanOrEqual(3);
    const killed = await findPublished(newsroom(), {
      sectionSlug: 'sea',
      slug: 'second-tanker-adrift-off-cape-lyra',
    });
    expect(killed?.kind).toBe('killed');
    expect((await listCorrections(newsroom(), { limit: 10 })).map(({ kind }) => kind).toSorted()).toEqual([
      'correction',
      'correction',
      'kill',
    ]);
  });

  it('tells the flagship story with its steps, its notes and its correction', async () => {
    const { editionId, storyId } = post.stories[flagship.key]!;
    const story = await getPublished(newsroom(), editionId);
    expect(story?.hops.map(({ party }) => party)).toEqual([
      'Radio Thalassa',
      'Aegean News Agency',
      'The Harbour Post',
    ]);
    expect(story?.path).toBe('/sea/tankers-crew-knew-for-two-days-about-the-leak-inquiry-chief-says');
    const { notes } = markStatements(story!.bodyHtml, await listStatements(newsroom(), editionId));
    expect(notes[0]).toMatchObject({ number: 1, speaker: { name: 'Eleni Doukas' }, standing: 'unverified' });
    expect(notes[0]?.statements).toHaveLength(2);
    expect(story?.bodyHtml).toContain('The page is dated Tuesday, 06:40');
    expect(story?.corrections[0]?.notice).toContain(
      'said the page was dated Wednesday. The interview says Tuesday',
    );
    const replies = await listForStory(newsroom(), storyId);
    expect(replies.length).toBeGreaterThanOrEqual(3);
    expect((await listHeld(newsroom(), { limit: 10 })).length).toBeGreaterThanOrEqual(3);
  });
});
