/** What stands on the front beside the places that hands may hold: Now, and what is told in other languages. Pure. */

import { HOUR } from '../kit/clock.ts';
import type { CorrectionLine } from '../stories/corrections.ts';
import { oneEach } from '../stories/one-each.ts';
import type { PublishedSummary } from '../stories/read.ts';
import { alertLevels } from '../stories/story.ts';
import type { NowLine } from './front-page.tsx';

const NOW = 12; // lines of the Now column
export const ELSEWHERE = 4; // stories told in other languages only

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
    storyKind: story.kind,
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
      storyKind: null,
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
