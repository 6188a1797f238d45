/** What stands where on the front page. Pure: the newest stories in, places out. */

import { DAY, HOUR } from '../kit/clock.ts';
import type { CorrectionLine } from '../stories/corrections.ts';
import type { PublishedSummary } from '../stories/read.ts';
import { alertLevels } from '../stories/story.ts';
import type { NowLine } from './front-page.tsx';

export const FRESH_FOR = 6 * HOUR; // how long a flash is called one: after that it is news like other news
const LEAD_FOR = DAY; // a story leads by its level this long after its last change
const PAIR = 2;
const MIDDLE = 6;
const NOW = 12; // lines of the Now column
export const STRIP = 4; // stories of a section below
export const ELSEWHERE = 4; // stories told in other languages only
export const FRONT_LIMIT = 60; // newest editions that are looked at

export interface Front {
  lead: PublishedSummary | null;
  pair: PublishedSummary[];
  middle: PublishedSummary[];
}

/** One edition of each story, the paper's own language first; the newest first otherwise. */
export function oneEach<Story extends PublishedSummary>(stories: Story[], language: string): Story[] {
  const best = new Map<string, Story>();
  for (const story of stories) {
    const had = best.get(story.storyId);
    if (!had || (had.language !== language && story.language === language)) best.set(story.storyId, story);
  }
  return [...best.values()];
}

/**
 * What other languages of the paper tell of their own, for one strip of the front of another: stories without an edition in
 * its language. Each language is named before one of them is named twice; the newest first otherwise.
 */
export function elsewhereOf(stories: PublishedSummary[], language: string): PublishedSummary[] {
  const others = oneEach(stories, language).filter((story) => story.language !== language);
  const turn = (story: PublishedSummary) =>
    others.filter(({ language }) => language === story.language).indexOf(story);
  return others.toSorted((one, other) => turn(one) - turn(other)).slice(0, ELSEWHERE);
}

/**
 * `stories` are those that a person of the paper published: what a wire's contract lets out unread stands under Now and in its
 * section, for nobody has said that it is the day's news. The lead is the most urgent of the last day, else the newest
 * with a picture, else the newest.
 */
export function arrangeFront(stories: PublishedSummary[], now: number): Front {
  const lead = leadOf(stories, now);
  const others = stories.filter((story) => story !== lead);
  const pair = pairOf(others.slice(0, PAIR + MIDDLE));
  const middle = others.filter((story) => !pair.includes(story)).slice(0, MIDDLE);
  return { lead, pair, middle };
}

/**
 * Two that stand side by side: with pictures if two of the newest have one, else like the newest. One with a picture beside
 * one without leaves a hole; there is one only where nothing else is to be had.
 */
function pairOf(stories: PublishedSummary[]): PublishedSummary[] {
  const seen = stories.slice(0, 2 * PAIR).filter(({ picture }) => picture !== null);
  if (seen.length >= PAIR) return seen.slice(0, PAIR);
  const [newest] = stories;
  const alike = stories.filter(({ picture }) => (picture === null) === (newest?.picture === null));
  return alike.length >= PAIR ? alike.slice(0, PAIR) : stories.slice(0, PAIR);
}

function leadOf(stories: PublishedSummary[], now: number): PublishedSummary | null {
  const recent = stories.filter((story) => story.publishedAt > now - LEAD_FOR);
  for (const level of alertLevels.toReversed().slice(0, -1)) {
    const urgent = recent.find((story) => story.alertLevel === level);
    if (urgent) return urgent;
  }
  return stories.slice(0, PAIR + MIDDLE).find((story) => story.picture !== null) ?? stories[0] ?? null;
}

/** Stories and what was put right, the newest first. Of unread copy one line an hour at most is marked with its level. */
export function nowLines(stories: PublishedSummary[], corrections: CorrectionLine[]): NowLine[] {
  const marked = markedUnread(stories);
  const lines: NowLine[] = stories.map((story) => ({
    at: story.firstPublishedAt,
    kind: 'story',
    words: story.headline,
    path: story.path,
    language: story.language,
    level: !story.unread || marked.has(story) ? story.alertLevel : null,
  }));
  for (const line of corrections) {
    const kind = line.kind === 'kill' || line.kind === 'update' ? line.kind : 'correction';
    lines.push({
      at: line.at,
      kind,
      words: line.notice,
      path: line.path,
      language: line.language,
      level: null,
    });
  }
  return lines.sort((one, other) => other.at - one.at).slice(0, NOW);
}

/** The highest first, of one level the earlier: a line that is marked stays so when others come after it. */
function markedUnread(stories: PublishedSummary[]): Set<PublishedSummary> {
  const rank = ({ alertLevel }: PublishedSummary) =>
    (alertLevels as readonly string[]).indexOf(alertLevel ?? '');
  const asking = stories
    .filter((story) => story.unread && rank(story) > 0)
    .sort((one, other) => rank(other) - rank(one) || one.firstPublishedAt - other.firstPublishedAt);
  const marked = new Set<PublishedSummary>();
  for (const story of asking) {
    const isNear = [...marked].some(
      ({ firstPublishedAt }) => Math.abs(firstPublishedAt - story.firstPublishedAt) < HOUR,
    );
    if (!isNear) marked.add(story);
  }
  return marked;
}

/** When the page must be made anew though nothing changed: the first level that stops being fresh. */
export function freshUntil(stories: PublishedSummary[], now: number): number {
  const ends = stories
    .filter((story) => story.alertLevel !== null && story.alertLevel !== 'routine')
    .flatMap((story) => [story.publishedAt + FRESH_FOR, story.publishedAt + LEAD_FOR])
    .filter((end) => end > now);
  return Math.min(Number.POSITIVE_INFINITY, ...ends);
}
