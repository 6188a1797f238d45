/** Section, topic, source and author: a head, and stories newest first. */
import type { ComponentChildren } from 'preact';
import { type PlacedStory, showsPicture } from '../fronts/arrange.ts';
import type { RepliesByStory } from '../replies/read-replies.ts';
import { type Cursor, cursorText } from '../stories/cursor.ts';
import { type Frame, type PageHead, SitePage } from './frame.tsx';
import { endsAt, PlacedItem, PlacedPhoto } from './placed-item.tsx';

export interface ListProps {
  frame: Frame;
  head: PageHead;
  current?: string;
  /** Over the name: 'Topic', 'Source'. */
  kind: string;
  name: string;
  /** In one sentence: a source's credit, an author's bio. */
  say?: ComponentChildren;
  stories: PlacedStory[];
  replies: RepliesByStory;
  /** Cursor of the next page; null on the last one. */
  before: Cursor | null;
  /** When a hand on it ends next: open pages look again then. */
  until?: number;
  /** True when this is not the first page. */
  later: boolean;
  followBox?: ComponentChildren;
}

export function ListPage(props: ListProps) {
  const { frame, head, stories, replies } = props;
  const { words, place } = frame;
  return (
    <SitePage frame={frame} head={head} current={props.current}>
      <div class="page" data-page="list" data-until={endsAt(props.until)}>
        <header class="page-head">
          <p class="kicker">{props.kind}</p>
          <h1>{props.name}</h1>
          {props.say && <p class="say">{props.say}</p>}
        </header>
        <div data-live="list">
          {stories.length === 0 && <p>{words.lists.empty}</p>}
          {stories.map((placed) => (
            <PlacedItem
              key={placed.story.editionId}
              placed={placed}
              replies={replies}
              words={words}
              place={place}
              class={showsPicture(placed) ? 'pictured' : ''}
              below={<PlacedPhoto placed={placed} shape="classic" sizes="9rem" />}
              dated
            />
          ))}
          <Pages frame={frame} path={head.path} before={props.before} later={props.later} />
        </div>
        {props.followBox}
      </div>
    </SitePage>
  );
}

interface PagesProps {
  frame: Frame;
  /** Path of the first page, perhaps with a query. */
  path: string;
  before: Cursor | null;
  later: boolean;
}

export function Pages({ frame: { words }, path, before, later }: PagesProps) {
  if (before === null && !later) return null;
  const first = path.replace(/[?&]before=[\w-]+/, '');
  return (
    <nav class="pages" aria-label={words.frame.pages}>
      {before !== null && (
        <a
          class="button quiet"
          rel="next"
          href={`${first}${first.includes('?') ? '&' : '?'}before=${cursorText(before)}`}
        >
          {words.frame.older}
        </a>
      )}
      {later && (
        <a class="button quiet" href={first}>
          {words.frame.newest}
        </a>
      )}
    </nav>
  );
}
