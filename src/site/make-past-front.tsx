/** A front as it stood at a past instant, in its own dress. What was withdrawn since says so, and nothing else of it. */
import type { FrontName } from '../fronts/read-front.ts';
import { type FrontStand, findStand } from '../fronts/stands.ts';
import type { RepliesByStory } from '../replies/read-replies.ts';
import { inTongue } from '../stories/names-elsewhere.ts';
import { render } from '../views/document.tsx';
import { html, type Site } from './answer.tsx';
import type { Page } from './finish-page.ts';
import type { Frame } from './frame.tsx';
import { FrontPage } from './front-page.tsx';
import { ListPage } from './list-page.tsx';
import { describeList, frontData } from './page-data.ts';
import { headOf } from './pages.tsx';

const NO_REPLIES: RepliesByStory = new Map(); // how many there were then is not kept

/** Null where nothing is known of that instant. Its column of news by the minute is not kept, and not shown. */
export async function pastFront(
  { newsroom }: Pick<Site, 'newsroom'>,
  frame: Frame,
  { front, at }: { front: FrontName; at: number },
): Promise<Page | null> {
  const stand = await findStand(newsroom, { front, at });
  if (!stand) return null;
  const section = frame.sections.find(({ id }) => id === front.sectionId);
  return html(section ? pastSection(frame, section, stand) : pastPaper(frame, stand), []);
}

function pastPaper(frame: Frame, { from, places }: FrontStand): string {
  const of = (area: string) => places.filter((place) => place.area === area);
  const strips = frame.sections.flatMap((section) => {
    const stories = of(`strip:${section.id}`);
    return stories.length > 0 ? [{ ...section, stories }] : [];
  });
  return render(
    <FrontPage
      frame={frame}
      lead={of('lead')[0] ?? null}
      pair={of('pair')}
      middle={of('middle')}
      now={[]}
      strips={strips}
      elsewhere={[]}
      replies={NO_REPLIES}
      freshSince={Number.POSITIVE_INFINITY}
      about={{ description: describeList(frame.masthead.name, []), data: frontData(frame, []) }}
      lastChange={from}
    />,
  );
}

function pastSection(frame: Frame, section: Frame['sections'][number], { places }: FrontStand): string {
  const { name } = inTongue(section, frame.place.language);
  const head = { ...headOf(frame, name, `${frame.under}/${section.slug}`), index: false };
  return render(
    <ListPage
      frame={frame}
      head={head}
      current={section.slug}
      kind={frame.words.lists.section}
      name={name}
      stories={places}
      replies={NO_REPLIES}
      before={null}
      later={false}
    />,
  );
}
