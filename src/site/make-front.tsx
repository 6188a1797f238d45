/** How the front pages are made: of the paper's own language, and of each other. */
import { listCorrections } from '../stories/corrections.ts';
import { listPublished } from '../stories/read.ts';
import { render } from '../views/document.tsx';
import { html, type PageRequest, type Site } from './answer.tsx';
import type { Frame } from './frame.tsx';
import {
  arrangeFront,
  elsewhereOf,
  FRESH_FOR,
  FRONT_LIMIT,
  freshUntil,
  nowLines,
  oneEach,
  STRIP,
} from './front.ts';
import { FrontPage, type FrontProps } from './front-page.tsx';
import type { Page } from './page-cache.ts';
import { describeList, frontData } from './page-data.ts';

const WITH_STORIES = 5; // corrections that may stand in the Now column

export async function makeFront(site: Site, { frame }: PageRequest): Promise<Page> {
  return frontIn(site, frame, frame.masthead.language);
}

/** The front in one language, and in one strip what others tell of their own. A paper without a word in its language shows those. */
export async function frontIn({ newsroom }: Site, frame: Frame, language: string): Promise<Page> {
  const now = newsroom.clock.now();
  const own = await listPublished(newsroom, { language, limit: FRONT_LIMIT });
  const only = own.length === 0 ? {} : { language };
  const told =
    own.length > 0 ? own : oneEach(await listPublished(newsroom, { limit: FRONT_LIMIT }), language);
  const read = await listPublished(newsroom, { ...only, isRead: true, limit: FRONT_LIMIT });
  const all = oneEach(read, language);
  const everything = await listPublished(newsroom, { isRead: true, limit: FRONT_LIMIT });
  const elsewhere = own.length === 0 ? [] : elsewhereOf(everything, language);
  const corrections = await listCorrections(newsroom, { ...only, limit: WITH_STORIES });
  const places = arrangeFront(all, now);
  const above = [places.lead, ...places.pair, ...places.middle];
  const strips: FrontProps['strips'] = [];
  for (const section of frame.sections) {
    const some = { ...only, sectionId: section.id, limit: STRIP + above.length };
    const below = oneEach(await listPublished(newsroom, some), language).filter(
      (story) => !above.some((shown) => shown?.storyId === story.storyId),
    );
    if (below.length > 0) strips.push({ ...section, stories: below.slice(0, STRIP) });
  }
  const body = render(
    <FrontPage
      frame={frame}
      {...places}
      now={nowLines(told, corrections)}
      strips={strips}
      elsewhere={elsewhere}
      freshSince={now - FRESH_FOR}
      about={aboutFront(
        frame,
        above.flatMap((story) => story ?? []),
      )}
      lastChange={told.length === 0 ? null : Math.max(...[...told, ...all].map((story) => story.publishedAt))}
    />,
  );
  const shown = [...told, ...all, ...elsewhere, ...strips.flatMap((strip) => strip.stories)];
  return html(body, ['front', 'corrections', ...shown.map(({ storyId }) => `story:${storyId}` as const)], {
    until: freshUntil([...told, ...all], now),
  });
}

/** The tagline is in the paper's own language: fronts of others are described by what stands on them. */
function aboutFront(frame: Frame, stories: Awaited<ReturnType<typeof listPublished>>) {
  const { tagline, name } = frame.masthead;
  const description = frame.under === '' && tagline !== '' ? tagline : describeList(name, stories);
  return { description, data: frontData(frame, stories) };
}
