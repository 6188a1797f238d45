/** A package as its pieces' own pages name it: who reads one finds the others, as long as it stands on a front and no longer. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { HOUR, MINUTE } from '../kit/clock.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { killStory } from '../stories/kill.ts';
import type { PublishedStory } from '../stories/read.ts';
import { type HandWords, layHand, letGoOf, putOut, undoPutOut } from './change-front.ts';
import { readFrontState } from './front.ts';
import type { FrontName } from './read-front.ts';

onEachEngine('a piece of a package', (newsroom) => {
  let paper: Paper;
  const stories: Record<string, PublishedStory> = {};
  const front: FrontName = { language: 'en', sectionId: null };

  const given = async (of = front) => ({
    front: of,
    basedOn: (await readFrontState(newsroom(), of)).version,
    by,
  });
  const release = async (of = front) => ({ ...(await given(of)), path: '/', tell: async () => {} });
  const lay = async (key: string, says: HandWords, of = front) =>
    layHand(newsroom(), { ...(await given(of)), storyId: stories[key]!.storyId, says });
  const letGo = async (key: string) =>
    letGoOf(newsroom(), { ...(await given()), storyId: stories[key]!.storyId });
  const ids = (...keys: string[]) => keys.map((key) => stories[key]!.storyId);

  /** What a story's page says it is part of, and which others it names for that. */
  async function partOf(key: string): Promise<Record<string, string[]>> {
    const { document } = parseHTML((await paper.get(stories[key]!.path)).body);
    return Object.fromEntries(
      [...document.querySelectorAll('.part-of a')].map((line) => {
        const heading = document.querySelector(line.getAttribute('href') ?? '');
        const pieces: string[] = [];
        for (let at = heading?.nextElementSibling; at && at.localName !== 'h2'; at = at.nextElementSibling)
          pieces.push(at.querySelector('h3')?.textContent ?? '');
        expect(heading?.textContent).toBe(line.textContent);
        return [line.textContent, pieces];
      }),
    );
  }

  beforeAll(async () => {
    paper = await openPaper(newsroom());
    for (const key of ['storm', 'ferries', 'roofs', 'schools', 'olives'])
      stories[key] = await paper.publish({
        copy: { headline: `The ${key}` },
        sectionId: paper.sections.sea.id,
        alertLevel: null,
      });
  });
  afterAll(() => paper.close());

  it('names the package and the other pieces from the instant it is put out, and forgets it when it ends', async () => {
    expect(await partOf('ferries')).toEqual({});
    await lay('storm', {
      packageName: 'The storm of November',
      related: ids('ferries', 'roofs'),
      until: newsroom().clock.now() + HOUR,
    });
    expect(await partOf('ferries')).toEqual({}); // a draft is nobody's to read
    await putOut(newsroom(), await release());
    expect(await partOf('storm')).toEqual({ 'The storm of November': ['The ferries', 'The roofs'] });
    expect(await partOf('ferries')).toEqual({ 'The storm of November': ['The storm', 'The roofs'] });
    expect(await partOf('olives')).toEqual({});
    newsroom().clock.pass(HOUR + MINUTE);
    expect(await partOf('ferries')).toEqual({});
  });

  it('is told anew when the package is changed, taken back or let go, and its page is not made anew for other hands', async () => {
    await lay('storm', { packageName: 'Storm', related: ids('ferries') });
    await putOut(newsroom(), await release());
    expect(await partOf('ferries')).toEqual({ Storm: ['The storm'] });
    expect(await partOf('schools')).toEqual({});
    await lay('storm', { packageName: 'After the storm', related: ids('ferries', 'schools') });
    await putOut(newsroom(), await release());
    expect(await partOf('ferries')).toEqual({ 'After the storm': ['The storm', 'The schools'] });
    expect(await partOf('schools')).toEqual({ 'After the storm': ['The storm', 'The ferries'] });
    await undoPutOut(newsroom(), await release());
    expect(await partOf('schools')).toEqual({});
    expect(await partOf('ferries')).toEqual({ Storm: ['The storm'] });
    const kept = paper.pageCache.size().entries;
    await lay('olives', { kicker: 'Harvest' });
    await putOut(newsroom(), await release());
    expect(paper.pageCache.size().entries).toBe(kept); // pages of stories stand where they stood; the front was not asked for
    await letGo('storm');
    await putOut(newsroom(), await release());
    expect(await partOf('ferries')).toEqual({});
  });

  it('is in the packages of several fronts, each once, and is no package alone', async () => {
    const section: FrontName = { language: 'en', sectionId: paper.sections.sea.id };
    await lay('storm', { packageName: 'Storm', related: ids('ferries') });
    await putOut(newsroom(), await release());
    await lay('roofs', { packageName: 'Who pays', related: ids('ferries', 'schools') }, section);
    await putOut(newsroom(), await release(section));
    expect(await partOf('ferries')).toEqual({
      Storm: ['The storm'],
      'Who pays': ['The roofs', 'The schools'],
    });
    await killStory(newsroom(), { storyId: stories.storm!.storyId, notice: 'It was not so.', by });
    expect(await partOf('ferries')).toEqual({ 'Who pays': ['The roofs', 'The schools'] });
  });

  it('says it in the language of its page, and names no edition of another', async () => {
    const greek = (headline: string) => paper.publish({ language: 'el', copy: { headline } });
    stories.one = await greek('Η καταιγίδα');
    stories.other = await greek('Τα πλοία');
    const el: FrontName = { language: 'el', sectionId: null };
    await lay('one', { packageName: 'Καταιγίδα', related: ids('other') }, el);
    await putOut(newsroom(), await release(el));
    expect(await partOf('other')).toEqual({ Καταιγίδα: ['Η καταιγίδα'] });
    expect((await paper.get(stories.other.path)).body).toContain('Ανήκει στο:');
  });
});
