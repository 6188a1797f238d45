/** Hands on a front from the desk to readers, on a real store, with the site's own cache. */
import { beforeAll, describe, expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { DAY, HOUR, MINUTE } from '../kit/clock.ts';
import { type Actor, theNewsroomItself } from '../newsroom.ts';
import type { StoryFacts } from '../runner/work.ts';
import { killStory } from '../stories/kill.ts';
import type { PublishedStory } from '../stories/read.ts';
import { listBanners, putUpBanner, takeDownBanner } from './banner.ts';
import {
  dropDraft,
  type HandWords,
  layHand,
  letGoOf,
  moveHand,
  putOut,
  undoDraft,
  undoPutOut,
} from './change-front.ts';
import { readFrontState } from './front.ts';
import { giveUpPlaces } from './give-up.ts';
import { readPlace } from './places.ts';
import { findStand, keepDueStands, keepStand, keepStandsOfStory, pruneStands } from './stands.ts';

onEachEngine('a front in an editor’s hands', (newsroom) => {
  let paper: Paper;
  let maria: Actor;
  const stories: Record<string, PublishedStory> = {};
  const front = { language: 'en', sectionId: null };
  const at = (word: string) => readPlace(word);

  const told: string[] = [];
  const tell = async (_inner: unknown, { path }: { path: string }) => void told.push(path);
  const version = async () => (await readFrontState(newsroom(), front)).version;
  const lay = async (key: string, says: HandWords) =>
    layHand(newsroom(), { front, basedOn: await version(), storyId: stories[key]!.storyId, says, by: maria });
  const out = async () => putOut(newsroom(), { front, basedOn: await version(), path: '/', tell, by: maria });
  const drop = async () => dropDraft(newsroom(), { front, basedOn: await version(), by: maria });
  const leadOf = async (path = '/') =>
    /class="item lead[^"]*"[\s\S]*?<h[23]><a [^>]*>([^<]*)</.exec((await paper.get(path)).body)?.[1];
  const refusal = async (work: Promise<unknown>) =>
    work.then(
      () => 'nothing was refused',
      ({ words, fields }: { words: string; fields: object }) => [words, ...Object.values(fields)].join(' '),
    );
  const factsOf = ({ storyId, editionId, takeId }: PublishedStory): StoryFacts => ({
    storyId,
    editionId,
    takeId,
    alertLevel: null,
    first: true,
  });

  beforeAll(async () => {
    paper = await openPaper(newsroom());
    maria = theNewsroomItself;
    for (const key of ['beach', 'ferry', 'storm', 'vote', 'harvest'])
      stories[key] = await paper.publish({
        copy: { headline: `The ${key}` },
        sectionId: paper.sections.sea.id,
        alertLevel: null,
      });
  });

  it('shows readers nothing of a draft, and all of it once it is put out, until its instant', async () => {
    await leadOf();
    await lay('beach', {
      place: at('lead.1'),
      until: newsroom().clock.now() + HOUR,
      kicker: 'Analysis',
      headline: 'Beach: what we know',
    });
    expect(await leadOf()).toBe('The harvest');
    await out();
    const { body } = await paper.get('/');
    expect(await leadOf()).toBe('Beach: what we know');
    expect(body).toContain('<p class="kicker by-hand">Analysis</p>');
    // What the list for programs says is what readers see.
    const [first] = JSON.parse(/"itemListElement":(\[[^\]]*\])/.exec(body)?.[1] ?? '[]') as { url: string }[];
    expect(first?.url).toContain(stories.beach!.path);
    newsroom().clock.pass(HOUR);
    expect(await leadOf()).toBe('The harvest');
  });

  it('refuses a change from an older page, with who did what', async () => {
    const basedOn = await version();
    await lay('ferry', { place: at('lead.1') });
    const words = await refusal(
      letGoOf(newsroom(), { front, basedOn, storyId: stories.ferry!.storyId, by: maria }),
    );
    expect(words).toBe(
      'Crier laid a hand on a story: “The ferry” since you opened it. Nothing of yours was done yet.',
    );
    await drop();
  });

  it('moves who holds a place on by one, and moves a story by a step from where the machine put it', async () => {
    await lay('ferry', { place: at('pair.1') });
    await lay('storm', { place: at('pair.1') });
    const placed = async () =>
      Object.fromEntries(
        (await readFrontState(newsroom(), front)).draft.map(({ storyId, place }) => [
          Object.keys(stories).find((key) => stories[key]!.storyId === storyId),
          place && `${place.area}.${place.at}`,
        ]),
      );
    expect(await placed()).toEqual({ ferry: 'pair.2', storm: 'pair.1' });
    const move = async (key: string, from: string, step: 1 | -1) =>
      moveHand(newsroom(), {
        front,
        basedOn: await version(),
        storyId: stories[key]!.storyId,
        from: at(from)!,
        step,
        by: maria,
      });
    await move('ferry', 'pair.2', -1);
    expect(await placed()).toEqual({ ferry: 'pair.1', storm: 'pair.2' });
    await move('vote', 'middle.2', -1);
    expect(await placed()).toMatchObject({ vote: 'middle.1' });
    expect(await refusal(move('harvest', 'lead.1', -1))).toBe('There is no place further on.');
    await undoDraft(newsroom(), { front, basedOn: await version(), by: maria });
    expect(await placed()).toEqual({ ferry: 'pair.1', storm: 'pair.2' });
    await drop();
  });

  it('refuses in words what readers do not have, an end that is past or too far, and a package of one', async () => {
    const greek = await paper.publish({ language: 'el', copy: { headline: 'Το πλοίο' }, alertLevel: null });
    const killed = await paper.publish({ copy: { headline: 'The hoax' }, alertLevel: null });
    await killStory(newsroom(), { storyId: killed.storyId, notice: 'It was false.', by: maria });
    Object.assign(stories, { greek, killed });
    const now = newsroom().clock.now();
    expect(await refusal(lay('greek', {}))).toBe(
      'Readers do not have “Το πλοίο” in English: this front is in English alone.',
    );
    expect(await refusal(lay('killed', {}))).toContain('“The hoax” is withdrawn');
    expect(await refusal(lay('beach', { until: now }))).toContain('That time has passed.');
    expect(await refusal(lay('beach', { until: now + 7 * DAY + 1 }))).toContain('7 days at most');
    expect(await refusal(lay('beach', { packageName: 'Oil' }))).toContain('two pieces');
    expect(await refusal(lay('beach', { headline: 'x'.repeat(161) }))).toContain('At most 160');
    expect(await refusal(lay('beach', { related: [killed.storyId] }))).toContain('“The hoax” is withdrawn');
    expect((await readFrontState(newsroom(), front)).isPending).toBe(false);
    expect(await refusal(out())).toContain('nothing to put out');
  });

  it('undoes what was put out, as often as it was, and keeps what is worked on', async () => {
    const before = await leadOf();
    await lay('ferry', { place: at('lead.1') });
    await out();
    await lay('storm', { place: at('lead.1') });
    await out();
    expect(await leadOf()).toBe('The storm');
    await lay('vote', { place: at('pair.1') });
    const undo = async () =>
      undoPutOut(newsroom(), { front, basedOn: await version(), path: '/', tell, by: maria });
    await undo();
    expect(await leadOf()).toBe('The ferry');
    const { draft } = await readFrontState(newsroom(), front);
    expect(draft.map(({ storyId }) => storyId)).toContain(stories.vote!.storyId);
    await undo();
    expect(await leadOf()).toBe(before);
    const acts = await newsroom()
      .store.selectFrom('audit')
      .select('act')
      .where('subject_kind', '=', 'front')
      .execute();
    expect(acts.filter(({ act }) => act === 'front: undo put out')).toHaveLength(2);
    await drop();
  });

  it('lets a killed story leave at once, and a package go on with its next piece', async () => {
    const oil = await paper.publish({ copy: { headline: 'Oil on the beach' }, alertLevel: null });
    Object.assign(stories, { oil });
    await lay('oil', {
      place: at('lead.1'),
      packageName: 'The spill',
      related: [stories.beach!.storyId, stories.vote!.storyId],
    });
    await out();
    expect((await paper.get('/')).body).toMatch(
      /<section class="package lead"[^>]*><p class="name">The spill<\/p>/,
    );
    await killStory(newsroom(), { storyId: oil.storyId, notice: 'It was false.', by: maria });
    const { body } = await paper.get('/');
    expect(await leadOf()).toBe('The beach');
    expect(body.split('Now')[0]).not.toContain('Oil on the beach');
  });

  it('gives a place held until something urgent up for good when that comes', async () => {
    await lay('ferry', { place: at('lead.1'), untilUrgent: true, kicker: 'Interview' });
    await out();
    expect(await leadOf()).toBe('The ferry');
    const urgent = await paper.publish({ copy: { headline: 'Quake' }, alertLevel: 'urgent' });
    expect(await leadOf()).toBe('Quake');
    await giveUpPlaces(newsroom(), factsOf(urgent));
    await giveUpPlaces(newsroom(), factsOf(urgent)); // the runner may come twice
    await killStory(newsroom(), { storyId: urgent.storyId, notice: 'It was none.', by: maria });
    const state = await readFrontState(newsroom(), front);
    expect(state.out.find(({ storyId }) => storyId === stories.ferry!.storyId)).toMatchObject({
      place: null,
      kicker: 'Interview',
    });
    expect(state.doings.filter(({ what }) => what === 'give up')).toHaveLength(1);
  });

  it('keeps what stood there, once for each change, for a quarter, and shows any past minute', async () => {
    const clock = newsroom().clock;
    await keepStand(newsroom(), front);
    const then = clock.now();
    await keepStand(newsroom(), front);
    clock.pass(MINUTE);
    await lay('harvest', { place: at('lead.1'), until: clock.now() + HOUR, headline: 'Harvest, in short' });
    await out();
    await keepStand(newsroom(), front);
    clock.pass(HOUR);
    await keepDueStands(newsroom());
    await keepStandsOfStory(newsroom(), factsOf(stories.beach!));
    const headline = async (when: number) =>
      (await findStand(newsroom(), { front, at: when }))?.places.map(
        ({ hand, story }) => hand?.headline || story.headline,
      )[0];
    expect(await headline(then + MINUTE - 1)).not.toBe('Harvest, in short');
    expect(await headline(then + MINUTE)).toBe('Harvest, in short');
    expect(await headline(then + MINUTE + HOUR)).not.toBe('Harvest, in short');
    const stand = await findStand(newsroom(), { front, at: then + 2 * MINUTE });
    expect(stand).toMatchObject({ from: then + MINUTE, to: then + MINUTE + HOUR, before: then });
    expect(await findStand(newsroom(), { front, at: then - 1 })).toBeNull();
    const sea = { language: 'en', sectionId: paper.sections.sea.id };
    expect((await findStand(newsroom(), { front: sea, at: clock.now() }))?.places[0]?.area).toBe('list');
    clock.pass(91 * DAY);
    await pruneStands(newsroom());
    expect(await findStand(newsroom(), { front, at: then + 2 * MINUTE })).toBeNull();
    expect(await headline(clock.now())).toBeDefined();
    expect((await readFrontState(newsroom(), front)).out.length).toBeGreaterThan(0);
  });

  describe('of a section', () => {
    it('has hands of its own, on its page alone', async () => {
      const sea = { language: 'en', sectionId: paper.sections.sea.id };
      const heads = async () =>
        [...(await paper.get('/sea')).body.matchAll(/<h2><a [^>]*>([^<]*)</g)].map(([, words]) => words);
      const before = await heads();
      const storyId = stories.beach!.storyId;
      await layHand(newsroom(), {
        front: sea,
        basedOn: 0,
        storyId,
        says: { place: at('list.1') },
        by: maria,
      });
      expect(await heads()).toEqual(before);
      const { version: basedOn } = await readFrontState(newsroom(), sea);
      await putOut(newsroom(), { front: sea, basedOn, path: '/sea', tell, by: maria });
      expect(told.at(-1)).toBe('/sea');
      expect((await heads())[0]).toBe('The beach');
      expect((await heads()).toSorted()).toEqual(before.toSorted());
    });
  });

  describe('a banner', () => {
    const up = (words: string, more: Partial<Parameters<typeof putUpBanner>[1]> = {}) =>
      putUpBanner(newsroom(), {
        language: 'en',
        words,
        storyId: null,
        until: newsroom().clock.now() + HOUR,
        basedOn: null,
        by: maria,
        ...more,
      });

    it('stands over all pages of its language, those in memory too, until its end', async () => {
      const path = stories.ferry!.path;
      await paper.get(path);
      await up('  Storm: all ferries\n stopped ', { storyId: stories.storm!.storyId });
      for (const page of ['/', path, '/sea', '/corrections', '/nowhere'])
        expect((await paper.get(page)).body).toContain(
          `<a href="${stories.storm!.path}">Storm: all ferries stopped</a>`,
        );
      expect((await paper.get('/el')).body).not.toContain('all ferries stopped');
      newsroom().clock.pass(HOUR);
      expect((await paper.get(path)).body).not.toContain('all ferries stopped');
    });

    it('leaves with its story, and is put up beside what somebody saw', async () => {
      const quake = await paper.publish({ copy: { headline: 'Quake' }, alertLevel: null });
      await up('Quake in the port', { storyId: quake.storyId });
      const [seen] = await listBanners(newsroom());
      expect(await refusal(up('Another'))).toContain(
        'has put another banner up meanwhile: “Quake in the port”',
      );
      await killStory(newsroom(), { storyId: quake.storyId, notice: 'It was none.', by: maria });
      expect((await paper.get('/sea')).body).not.toContain('Quake in the port');
      expect(
        await refusal(takeDownBanner(newsroom(), { language: 'en', basedOn: seen!.id, by: maria })),
      ).toContain('down already');
      expect(await refusal(up(' '))).toContain('Say what is happening.');
      expect(await refusal(up('x', { until: newsroom().clock.now() + DAY + 1 }))).toContain(
        '24 hours at most',
      );
      await up('Calm again');
      const [calm] = await listBanners(newsroom());
      await takeDownBanner(newsroom(), { language: 'en', basedOn: calm!.id, by: maria });
      expect((await paper.get('/')).body).not.toContain('Calm again');
    });
  });
});
