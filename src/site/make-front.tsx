/** How the front pages are made: of the paper's own language, and of each other; and how editors see one before it is out. */
import type { PlacedStory } from '../fronts/arrange.ts';
import { listHandsOut } from '../fronts/front.ts';
import { type Hand, picturesOf } from '../fronts/hands.ts';
import { FRESH_FOR, FRONT_LIMIT, freshUntil } from '../fronts/machine.ts';
import { readPaperFront } from '../fronts/read-front.ts';
import type { PageName } from '../newsroom.ts';
import { countRepliesUnder } from '../replies/read-replies.ts';
import { listCorrections } from '../stories/corrections.ts';
import { listPublished } from '../stories/read.ts';
import { render } from '../views/document.tsx';
import { html, type PageRequest, type Site } from './answer.tsx';
import type { Page } from './finish-page.ts';
import type { Frame } from './frame.tsx';
import { elsewhereOf, nowLines } from './front.ts';
import { FrontPage } from './front-page.tsx';
import { describeList, frontData } from './page-data.ts';

const WITH_STORIES = 5; // corrections that may stand in the Now column

export async function makeFront(site: Site, { frame }: PageRequest): Promise<Page> {
  return frontIn(site, frame, frame.masthead.language);
}

/** The front in one language, and in one strip what others tell of their own. A paper without a word in its language shows those. */
export async function frontIn(
  { newsroom }: Pick<Site, 'newsroom'>,
  frame: Frame,
  language: string,
  draft?: readonly Hand[],
): Promise<Page> {
  const now = newsroom.clock.now();
  const hands = draft ?? (await listHandsOut(newsroom, { language, sectionId: null }));
  const front = await readPaperFront(newsroom, { language, sections: frame.sections, hands });
  const { told, pool, isOwn, lead, pair, middle } = front;
  const hasOthers = isOwn && frame.fronts.length > 1;
  const everything = hasOthers ? await listPublished(newsroom, { isRead: true, limit: FRONT_LIMIT }) : [];
  const elsewhere = elsewhereOf(everything, language);
  const corrections = await listCorrections(newsroom, {
    ...(isOwn ? { language } : {}),
    limit: WITH_STORIES,
  });
  const above = [...(lead ? [lead] : []), ...pair, ...middle];
  const strips = frame.sections.flatMap((section) => {
    const { stories = [] } = front.strips.find(({ sectionId }) => sectionId === section.id) ?? {};
    return stories.length > 0 ? [{ ...section, stories }] : [];
  });
  const placed = [...above, ...strips.flatMap(({ stories }) => stories)];
  const shown = [...told, ...pool, ...elsewhere, ...storiesIn(placed)];
  const replies = await countRepliesUnder(
    newsroom,
    shown.map(({ storyId }) => storyId),
  );
  const body = render(
    <FrontPage
      frame={frame}
      lead={lead}
      pair={pair}
      middle={middle}
      now={nowLines(told, corrections)}
      strips={strips}
      elsewhere={elsewhere}
      replies={replies}
      freshSince={now - FRESH_FOR}
      until={front.until}
      about={aboutFront(frame, storiesIn(above))}
      lastChange={
        told.length === 0 ? null : Math.max(...[...told, ...pool].map((story) => story.publishedAt))
      }
    />,
  );
  const names = shown.map(({ storyId }) => `story:${storyId}` as const);
  return html(body, ['front', 'corrections', ...names, ...picturesOn(placed)], {
    until: Math.min(front.until, freshUntil([...told, ...pool], now)),
    ahead: draft === undefined,
  });
}

/** What is emptied when a picture leaves that a hand put in place of a story's own. */
export function picturesOn(placed: readonly PlacedStory[]): PageName[] {
  return picturesOf(placed.map(({ hand }) => hand)).map((id) => `media:${id}` as const);
}

/** In the order in which they are read, with what stands under each. */
export function storiesIn(placed: readonly PlacedStory[]): PlacedStory['story'][] {
  return placed.flatMap(({ story, related }) => [story, ...related]);
}

/** The tagline is in the paper's own language: fronts of others are described by what stands on them. */
function aboutFront(frame: Frame, stories: Awaited<ReturnType<typeof listPublished>>) {
  const { tagline, name } = frame.masthead;
  const description = frame.under === '' && tagline !== '' ? tagline : describeList(name, stories);
  return { description, data: frontData(frame, stories) };
}
