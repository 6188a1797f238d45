/** What a hand may say, and of which stories: refused in words before it is kept. */
import { DAY } from '../kit/clock.ts';
import { because, type Reason, refuse } from '../kit/refusal.ts';
import { noHtml } from '../kit/safe-html.ts';
import { listMediaOf } from '../media/media.ts';
import type { Newsroom } from '../newsroom.ts';
import { getForDesk } from '../stories/desk-read.ts';
import { copyPictureObstacles } from '../stories/picture-gate.ts';
import { listPublished, type PublishedSummary } from '../stories/read.ts';
import { oneLine } from '../stories/story.ts';
import {
  type Hand,
  LONGEST_FRONT_HEADLINE,
  LONGEST_HOLD,
  LONGEST_KICKER,
  LONGEST_PACKAGE,
  MOST_RELATED,
} from './hands.ts';
import type { FrontName } from './read-front.ts';

/** The story as readers of the front have it. One that they do not have is refused, with why. */
export async function getHandedStory(
  newsroom: Newsroom,
  { storyId, front }: { storyId: string; front: FrontName },
): Promise<PublishedSummary> {
  const { language } = front;
  const [story] = await listPublished(newsroom, { storyIds: [storyId], language, limit: 1 });
  return story ?? refuseStory(newsroom, { storyId, language });
}

async function refuseStory(
  newsroom: Newsroom,
  { storyId, language }: { storyId: string; language: string },
): Promise<never> {
  const { status, editions } = await getForDesk(newsroom, storyId);
  const own = editions.find((edition) => edition.language === language) ?? editions[0];
  const headline = own?.copy.headline ?? '';
  if (status !== 'published')
    refuse('story-state-wrong', { because: because('frontStoryIs', { headline, status }) });
  const hasEdition = editions.some((edition) => edition.language === language);
  refuse('story-state-wrong', {
    because: hasEdition
      ? because('frontStoryHeld', { headline })
      : because('frontStoryElsewhere', { headline, language }),
  });
}

/** Why a picture of the library may not stand on a front: it has ended, its terms forbid it, or nobody has said what it shows. */
async function pictureWrong(
  newsroom: Newsroom,
  { hand, front: { language } }: { hand: Hand; front: FrontName },
): Promise<Reason | null> {
  const pictureId = hand.pictureId ?? null;
  if (pictureId === null) return null;
  const shown = (await listMediaOf(newsroom, [pictureId], language)).get(pictureId);
  if (shown?.kind !== 'picture') return because('frontPictureGone');
  const asked = { copy: { pictureId, bodyHtml: noHtml }, language };
  const [obstacle] = await copyPictureObstacles(newsroom, asked);
  return obstacle ? (obstacle.reason ?? because('frontPictureGone')) : null;
}

/** Refuses what is too long, too far away or too much, beside its field; brings lines into one line each. */
export async function checkHand(
  newsroom: Newsroom,
  { hand, had, front }: { hand: Hand; had: Hand | null; front: FrontName },
): Promise<void> {
  hand.headline = oneLine(hand.headline);
  hand.kicker = oneLine(hand.kicker);
  hand.packageName = oneLine(hand.packageName);
  hand.related = [...new Set(hand.related)].filter((id) => id !== hand.storyId);
  const fields: Record<string, Reason> = {};
  const now = newsroom.clock.now();
  const mustFit = (field: 'headline' | 'kicker' | 'packageName', most: number) => {
    if ([...hand[field]].length > most) fields[field] = because('tooLong', { most });
  };
  mustFit('headline', LONGEST_FRONT_HEADLINE);
  mustFit('kicker', LONGEST_KICKER);
  mustFit('packageName', LONGEST_PACKAGE);
  if (!(hand.until > now)) fields.until = because('timePassed');
  else if (hand.until > now + LONGEST_HOLD)
    fields.until = because('holdTooLong', { days: LONGEST_HOLD / DAY });
  if (hand.related.length > MOST_RELATED) fields.related = because('tooManyRelated', { most: MOST_RELATED });
  if (hand.packageName !== '' && hand.related.length === 0) fields.related = because('packageOfOne');
  // One that has left since is not this change's to answer for: the place shows the story's own.
  const isOther = (hand.pictureId ?? null) !== (had?.pictureId ?? null);
  const wrong = isOther ? await pictureWrong(newsroom, { hand, front }) : null;
  if (wrong) fields.pictureId = wrong;
  if (Object.keys(fields).length > 0) refuse('form-incomplete', { fields });
  for (const storyId of hand.related) await getHandedStory(newsroom, { storyId, front });
}
