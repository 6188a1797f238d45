/** All stories by their state, newest change first, and who is writing in which. */

import { directionOf } from '../../kit/language-tag.ts';
import type { DeskSummary } from '../../stories/desk-list.ts';
import type { StoryStatus } from '../../stories/story.ts';
import { type DeskFrame, type DeskKey, DeskPage } from '../views/desk-layout.tsx';
import { type ReadersBeside, ReadersNowLine } from '../views/readers-now.tsx';
import { dayAndTime, englishName, type PageTime } from '../views/words.ts';
import { isUnderEmbargo } from './embargo-words.ts';

export const storyLists = [
  { list: 'working', name: 'Being worked on', statuses: ['draft', 'scheduled'] },
  { list: 'published', name: 'Published', statuses: ['published'] },
  { list: 'merged', name: 'Merged', statuses: ['merged'] },
  { list: 'killed', name: 'Killed', statuses: ['killed'] },
  { list: 'spiked', name: 'Spiked', statuses: ['spiked'] },
] as const satisfies readonly { list: string; name: string; statuses: readonly StoryStatus[] }[];

export type StoryList = (typeof storyLists)[number]['list'];

export interface StoriesPageProps {
  frame: DeskFrame;
  when: PageTime;
  list: StoryList;
  stories: DeskSummary[];
  /** How many read each at this moment, by the id of the story. */
  readers: ReadonlyMap<string, ReadersBeside>;
  /** The id of whoever looks. */
  you: string;
}

const keys: DeskKey[] = [
  { keys: ['j', 'k'], does: 'next and previous story', foot: true },
  { keys: ['Enter'], does: 'open the story', foot: true },
  { keys: ['n'], does: 'a new story', foot: true },
];

export function StoriesPage(props: StoriesPageProps) {
  const { frame, list, stories } = props;
  return (
    <DeskPage {...frame} title="Stories" current="stories" keys={keys}>
      <div class="page-head">
        <h1>Stories</h1>
        <div class="actions">
          <a class="btn quiet" href="/desk/speakers">
            Speakers
          </a>
          <a class="btn" href="/desk/stories/new">
            New story <kbd>n</kbd>
          </a>
        </div>
      </div>
      <nav class="filters" aria-label="State">
        {storyLists.map((each) => (
          <a
            key={each.list}
            href={`/desk/stories?list=${each.list}`}
            aria-current={each.list === list ? 'page' : undefined}
          >
            {each.name}
          </a>
        ))}
      </nav>
      <div id="stories" data-live="stories locks" data-live-from={`/desk/stories?list=${list}`}>
        {stories.length === 0 ? <Nothing list={list} /> : <List {...props} />}
      </div>
    </DeskPage>
  );
}

function Nothing({ list }: { list: StoryList }) {
  return list === 'working' ? (
    <p class="empty">
      Nothing is being worked on. Pick something up from <a href="/desk/wire">the wire</a>, or begin{' '}
      <a href="/desk/stories/new">a story of our own</a>.
    </p>
  ) : (
    <p class="empty">None.</p>
  );
}

function List({ stories, when, you, readers }: StoriesPageProps) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Headline</th>
          <th>State</th>
          <th>Section</th>
          <th>From</th>
          <th>By</th>
          <th>Changed</th>
        </tr>
      </thead>
      <tbody>
        {stories.map((story) => (
          <Row
            key={story.editionId}
            story={story}
            when={when}
            you={you}
            readers={readers.get(story.storyId)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  story: DeskSummary;
  when: PageTime;
  you: string;
  readers: ReadersBeside | undefined;
}

function Row({ story, when, you, readers }: RowProps) {
  return (
    <tr data-row id={`story-${story.editionId}`}>
      <td>
        <a
          class="headline"
          href={`/desk/stories/${story.storyId}`}
          lang={story.language}
          dir={directionOf(story.language)}
        >
          {story.headline || story.slug}
        </a>
        <span class="meta-line">
          <span>{story.slug}</span>
          <span>{englishName(story.language)}</span>
          {isUnderEmbargo(story, when) && (
            <span class="tag unsure">embargo {dayAndTime(story.embargoUntil ?? 0, when)}</span>
          )}
          {story.kind !== 'news' && <span class="tag">{story.kind}</span>}
          {story.alertLevel && (
            <span class={story.alertLevel === 'flash' ? 'live' : ''}>{story.alertLevel}</span>
          )}
          <ReadersNowLine readers={readers} />
        </span>
      </td>
      <td>
        <State story={story} when={when} />
      </td>
      <td>{story.sectionName}</td>
      <td class="source">{story.sourceName}</td>
      <td>
        {story.byName}
        {story.holderId &&
          (story.holderId === you ? (
            <span class="tag"> you are editing</span>
          ) : (
            <span class="tag live"> {story.holderName} is editing</span>
          ))}
      </td>
      <td class="when">{dayAndTime(story.updatedAt, when)}</td>
    </tr>
  );
}

function State({ story, when }: { story: DeskSummary; when: PageTime }) {
  if (story.status === 'scheduled' && story.publishAt !== null)
    return story.changed.length === 0 ? (
      <span class="tag unsure">goes out {dayAndTime(story.publishAt, when)}</span>
    ) : (
      <span class="tag live">
        does not go out {dayAndTime(story.publishAt, when)}: {story.changed.join(', ')} changed
      </span>
    );
  if (story.missed) return <span class="tag live">did not go out {dayAndTime(story.missed.at, when)}</span>;
  if (story.status === 'published' && story.publishedAt !== null)
    return (
      <>
        <span class="tag">out since {dayAndTime(story.publishedAt, when)}</span>
        {story.notPublished.length > 0 && (
          <span class="tag unsure"> not published: {story.notPublished.join(', ')}</span>
        )}
      </>
    );
  return <span class="tag">{story.status}</span>;
}
