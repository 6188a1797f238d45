/** The pages that look back: the log of corrections, and search. */
import { entryPath } from '../entries/entry.ts';
import { searchPublished } from '../entries/search-published.ts';
import { MOST_HITS } from '../morgue/morgue.ts';
import { countRepliesUnder } from '../replies/read-replies.ts';
import { listCorrections } from '../stories/corrections.ts';
import { listPublishedByEdition } from '../stories/read.ts';
import { render } from '../views/document.tsx';
import { A_PAGE, frameIn, html, type PageRequest, type Site } from './answer.tsx';
import { CorrectionsPage } from './corrections-page.tsx';
import type { Page } from './finish-page.ts';
import type { Frame } from './frame.tsx';
import { SearchPage } from './search-page.tsx';

/** Of everything, or of the one language that is asked for. */
export async function makeCorrections(
  { newsroom }: Site,
  { frame, before }: PageRequest,
  language: string | null = null,
): Promise<Page> {
  const found = await listCorrections(newsroom, {
    ...(before === null ? {} : { before }),
    ...(language === null ? {} : { language }),
    limit: A_PAGE + 1,
  });
  const corrections = found.slice(0, A_PAGE);
  const next = found.length > A_PAGE ? (corrections.at(-1) ?? null) : null;
  const body = render(
    <CorrectionsPage frame={frame} corrections={corrections} before={next} later={before !== null} />,
  );
  return html(body, ['corrections']);
}

export interface Looking {
  frame: Frame;
  words: string;
  /** Only editions in this language; null for all. */
  language: string | null;
  /** How many of the best stand on the pages before. */
  from: number;
}

/** Not kept: what readers look for is theirs, and there is no end of it. */
export async function makeSearch({ newsroom }: Site, looking: Looking): Promise<Page> {
  const { frame: whole, words, language, from } = looking;
  const only = language === null ? {} : { language };
  const frame = language === null ? whole : frameIn(whole, language);
  const hits = await searchPublished(newsroom, { words, ...only, from, limit: A_PAGE + 1 });
  const shown = hits.slice(0, A_PAGE);
  const stories = await listPublishedByEdition(
    newsroom,
    shown.map((hit) => hit.editionId),
  );
  const found = stories.flatMap((story) => {
    const hit = shown.find((one) => one.editionId === story.editionId);
    return hit
      ? [{ hit, story: hit.entry === null ? story : { ...story, path: entryPath(story.path, hit.entry) } }]
      : [];
  });
  const next = hits.length > A_PAGE && from + A_PAGE < MOST_HITS ? from + A_PAGE : null;
  const replies = await countRepliesUnder(
    newsroom,
    stories.map(({ storyId }) => storyId),
  );
  const body = render(<SearchPage {...{ frame, words, language, found, replies, from, next }} />);
  return html(body, [], { headers: { 'cache-control': 'no-store' } });
}
