/** What stands on a front now, or would with other hands: of the paper in one language, or of a section. */
import { listMediaOf } from '../media/media.ts';
import type { Newsroom } from '../newsroom.ts';
import { oneEach } from '../stories/one-each.ts';
import { listPublished, type PublishedSummary } from '../stories/read.ts';
import type { Section } from '../stories/sections.ts';
import {
  arrangePaper,
  arrangeSection,
  type FrontMaterial,
  type PaperArrangement,
  type PlacedStory,
} from './arrange.ts';
import { type Hand, liveHands, picturesOf, storiesOf } from './hands.ts';
import { FRONT_LIMIT, isUrgent } from './machine.ts';
import { listStrips, listStripsOfOthers } from './strips.ts';

/** Which front: of a language, and of a section where it is one's. */
export interface FrontName {
  language: string;
  sectionId: string | null;
}

/** In one word: the key of its row. */
export const frontId = ({ language, sectionId }: FrontName): string =>
  sectionId === null ? language : `${language}/${sectionId}`;

export interface PaperFront extends PaperArrangement {
  strips: { sectionId: string; stories: PlacedStory[] }[];
  /** Everything of the language, newest first, what nobody has read too. */
  told: PublishedSummary[];
  /** What the machine chooses from. */
  pool: PublishedSummary[];
  /** Whether the paper has a word in this language: else the front shows others. */
  isOwn: boolean;
}

/** The paper's front in a language. Without a word in it, it shows what there is in others. */
export async function readPaperFront(
  newsroom: Newsroom,
  asked: { language: string; sections: readonly Pick<Section, 'id'>[]; hands: readonly Hand[] },
): Promise<PaperFront> {
  const { language, sections, hands } = asked;
  const now = newsroom.clock.now();
  const own = await listPublished(newsroom, { language, limit: FRONT_LIMIT });
  const isOwn = own.length > 0;
  const all = isOwn ? own : await listPublished(newsroom, { limit: FRONT_LIMIT });
  const told = isOwn ? own : oneEach(all, language);
  // Where somebody has read all of them, these are the newest that somebody has read.
  const read = all.every(({ unread }) => !unread)
    ? all
    : await listPublished(newsroom, { ...(isOwn ? { language } : {}), isRead: true, limit: FRONT_LIMIT });
  const pool = oneEach(read, language);
  const found = await materialOf(newsroom, { language, hands, pool, now });
  const known = [...pool, ...found.handed.values()];
  const strips = isOwn
    ? await listStrips(newsroom, { language, sections, known })
    : await listStripsOfOthers(newsroom, { language, sections, hands: storiesOf(hands).length });
  const material = { ...found, strips };
  return { ...arrangePaper(material), told, pool, isOwn };
}

/** A section's page, its first: `stories` are those that it lists by time. */
export async function readSectionFront(
  newsroom: Newsroom,
  asked: { front: FrontName; stories: readonly PublishedSummary[]; hands: readonly Hand[] },
): Promise<{ stories: PlacedStory[]; until: number }> {
  const { language } = asked.front;
  const now = newsroom.clock.now();
  const pool = asked.stories;
  return arrangeSection(await materialOf(newsroom, { language, hands: asked.hands, pool, now }));
}

async function materialOf(
  newsroom: Newsroom,
  {
    language,
    hands,
    pool,
    now,
  }: { language: string; hands: readonly Hand[]; pool: readonly PublishedSummary[]; now: number },
): Promise<FrontMaterial> {
  const live = liveHands(hands, now);
  const handed = await listHanded(newsroom, { language, hands: live });
  const pictures = await listMediaOf(newsroom, picturesOf(live), language);
  const urgent = pool
    .filter((story) => isUrgent(story) && !story.unread)
    .map(({ storyId, firstPublishedAt }) => ({ storyId, at: firstPublishedAt }));
  return { stories: pool, handed, hands, pictures, urgent, now };
}

/** The stories that hands name, of those that readers have in this language. */
async function listHanded(
  newsroom: Newsroom,
  { language, hands }: { language: string; hands: readonly Hand[] },
): Promise<ReadonlyMap<string, PublishedSummary>> {
  const storyIds = storiesOf(hands);
  if (storyIds.length === 0) return new Map();
  const found = await listPublished(newsroom, { storyIds, language, limit: storyIds.length });
  return new Map(found.map((story) => [story.storyId, story]));
}
