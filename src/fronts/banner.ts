/** A banner: one line over all pages of a language while something breaks. It has an end, always; of two the later stands. */
import { HOUR } from '../kit/clock.ts';
import { because, type Reason, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce } from '../runner/work.ts';
import { listPublished } from '../stories/read.ts';
import { oneLine } from '../stories/story.ts';
import { getHandedStory } from './check-hand.ts';
import { endBanners, listBannerRows, putBanner } from './queries.ts';

export interface Banner {
  id: string;
  language: string;
  words: string;
  /** Where its story is read; null for a line without one. */
  path: string | null;
  storyId: string | null;
  until: number;
  byName: string;
  at: number;
}

export const USUAL_BANNER = 3 * HOUR; // what one gets that nobody gave an end
export const LONGEST_BANNER = 24 * HOUR; // after a day it is not breaking
export const LONGEST_BANNER_WORDS = 140; // characters: two lines of a phone

/**
 * What is up in each language of the paper. One whose story readers have no longer is not among them: it has left with it, and
 * what was up before it does not come back.
 */
export async function listBanners(newsroom: Newsroom): Promise<Banner[]> {
  const rows = await listBannerRows(newsroom, newsroom.clock.now());
  const newest = rows.filter(
    ({ language }, at) => rows.findIndex((other) => other.language === language) === at,
  );
  const banners: Banner[] = [];
  for (const row of newest) {
    const { id, language, words, story_id: storyId, until, by_name: byName, at } = row;
    const asked = { storyIds: [storyId ?? ''], language, limit: 1 };
    const [story] = storyId === null ? [] : await listPublished(newsroom, asked);
    if (storyId !== null && !story) continue;
    banners.push({ id, language, words, path: story?.path ?? null, storyId, until, byName, at });
  }
  return banners;
}

interface BannerForm {
  language: string;
  words: string;
  storyId: string | null;
  until: number;
  /** The banner that was up on the page on which it was written; null for none. */
  basedOn: string | null;
  by: Actor;
}

/**
 * Puts a line over all pages of a language, in place of one that is up. Refuses an empty or long one, an end that is past or
 * more than a day away, a story that readers do not have, and a page that does not know what is up.
 */
export async function putUpBanner(newsroom: Newsroom, asked: BannerForm): Promise<void> {
  const { language, storyId, until, by } = asked;
  const words = oneLine(asked.words);
  await newsroom.transact(async (inner) => {
    await refuseStaleBanner(inner, asked);
    const now = inner.clock.now();
    const fields: Record<string, Reason> = {};
    if (words === '') fields.words = because('bannerWordsMissing');
    if ([...words].length > LONGEST_BANNER_WORDS)
      fields.words = because('tooLong', { most: LONGEST_BANNER_WORDS });
    if (!(until > now)) fields.until = because('timePassed');
    else if (until > now + LONGEST_BANNER)
      fields.until = because('bannerTooLong', { hours: LONGEST_BANNER / HOUR });
    if (Object.keys(fields).length > 0) refuse('form-incomplete', { fields });
    if (storyId !== null) await getHandedStory(inner, { storyId, front: { language, sectionId: null } });
    await endBanners(inner, { language, now });
    const id = inner.ids.next();
    const row = { id, language, words, story_id: storyId, until, at: now, ended_at: null };
    await putBanner(inner, { ...row, by_id: by.id, by_name: by.name });
    await tellBanner(inner, { language, by, act: 'put up', facts: { words, until } });
  });
}

/** Takes it down before its end. */
export async function takeDownBanner(
  newsroom: Newsroom,
  asked: Pick<BannerForm, 'language' | 'basedOn' | 'by'>,
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const up = await refuseStaleBanner(inner, asked);
    if (!up) refuse('not-found', { because: 'noBanner' });
    await endBanners(inner, { language: asked.language, now: inner.clock.now() });
    await tellBanner(inner, { ...asked, act: 'take down', facts: { words: up.words } });
  });
}

async function refuseStaleBanner(
  inner: Newsroom,
  { language, basedOn }: Pick<BannerForm, 'language' | 'basedOn'>,
): Promise<Banner | null> {
  const up = (await listBanners(inner)).find((banner) => banner.language === language) ?? null;
  if ((up?.id ?? null) !== basedOn)
    refuse('front-changed', {
      because: up ? because('bannerIsUp', { name: up.byName, words: up.words }) : because('bannerIsDown'),
    });
  return up;
}

async function tellBanner(
  inner: Newsroom,
  { language, by, act, facts }: { language: string; by: Actor; act: string; facts: object },
): Promise<void> {
  await recordAct(inner, {
    by,
    act: `banner: ${act}`,
    subjectKind: 'front',
    subjectId: language,
    facts: { ...facts },
  });
  inner.bell.ring('pages', { touched: ['banner'] });
  inner.bell.ring('desk', { what: 'fronts' });
  await announce(inner, { event: 'banner-changed', facts: { language } });
}
