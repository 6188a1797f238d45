/** The live part of a story's page: its state, key moments on top, what is pinned, and the newest entries. */
import { type LiveEntryEvent, lastLiveId } from '../alerts/live/live.ts';
import { entryPageOf, entryPagePath, entryTitle, firstInSight, type LiveEntry } from '../entries/entry.ts';
import {
  findCoverage,
  findEntry,
  type LiveCoverage,
  listKeyMoments,
  listNewestEntries,
  listPinned,
} from '../entries/read-entries.ts';
import type { Newsroom } from '../newsroom.ts';
import { getPublished, type PublishedStory } from '../stories/read.ts';
import { countedForms } from '../views/counted-forms.ts';
import { fragment } from '../views/document.tsx';
import { paperWords } from '../views/paper-words.ts';
import { Spaced } from '../views/spaced.tsx';
import { dayAndTimeOf, isoOf } from '../views/when.ts';
import { findFrame, frameIn } from './answer.tsx';
import { EntryView, KeyLine } from './entry-view.tsx';
import { feedName } from './feed-name.ts';
import type { Frame } from './frame.tsx';

/** What the page of a live story shows besides its summary. */
export interface LiveOnPage extends LiveCoverage {
  newest: LiveEntry[];
  pinned: LiveEntry[];
  /** The newest of them. */
  key: LiveEntry[];
  /** The live event that was the newest when this was read. */
  after: number;
}

const KEY_ON_TOP = 10; // key moments; the others are on a page of their own

/** Null for a story that is not live and has no entries. The same few questions, however many there are. */
export async function loadLive(
  newsroom: Newsroom,
  story: Pick<PublishedStory, 'storyId' | 'editionId' | 'kind' | 'firstPublishedAt'>,
): Promise<LiveOnPage | null> {
  const { editionId } = story;
  if (story.kind !== 'live' && !(await findCoverage(newsroom, story))) return null; // as most are
  const after = await lastLiveId(newsroom); // before the entries: what comes meanwhile is told twice, and not missed
  const coverage = await findCoverage(newsroom, story);
  if (!coverage || coverage.last === 0) {
    if (story.kind !== 'live') return null;
    // Who opened it before its first entry hears of that one too.
    return {
      startedAt: story.firstPublishedAt,
      endedAt: null,
      last: 0,
      after,
      newest: [],
      pinned: [],
      key: [],
    };
  }
  return {
    ...coverage,
    after,
    newest: await listNewestEntries(newsroom, editionId, coverage.last),
    pinned: await listPinned(newsroom, editionId),
    key: await listKeyMoments(newsroom, editionId),
  };
}

interface Props {
  frame: Frame;
  story: PublishedStory;
  live: LiveOnPage;
}

export function LiveCoveragePart({ frame, story, live }: Props) {
  const own = paperWords(frame.place, story.language);
  const first = firstInSight(live.last);
  return (
    <section
      class="live-story"
      aria-labelledby="entries"
      data-live-story={story.storyId}
      data-edition={story.editionId}
      data-last={live.last}
      data-after={live.after}
    >
      <LiveState {...{ frame, story, live }} />
      <KeyMoments {...{ frame, story, live }} />
      <EntrySwitch frame={frame} story={story} isKey={false} endedAt={live.endedAt} />
      <h2 id="entries" class="unseen" {...own}>
        {frame.words.live.entries}
      </h2>
      <div data-live="pinned">
        {live.pinned.map((entry) => (
          <EntryView key={entry.id} {...{ frame, story, entry }} startedAt={live.startedAt} isRepeated />
        ))}
      </div>
      <div class="entries" data-entries>
        {live.newest.map((entry) => (
          <EntryView key={entry.id} {...{ frame, story, entry }} startedAt={live.startedAt} />
        ))}
      </div>
      {first > 1 && (
        <nav class="pages" aria-label={frame.words.frame.pages} {...own}>
          <a class="button quiet" rel="next" href={entryPagePath(story.path, entryPageOf(first - 1))}>
            {frame.words.live.earlier}
          </a>
        </nav>
      )}
      <EntrySayings frame={frame} />
    </section>
  );
}

/** Whether it is under way, and since when; the same words for whoever cannot see colours. */
function LiveState({ frame: { words, place }, story, live }: Props) {
  const { startedAt, endedAt } = live;
  const at = endedAt ?? startedAt;
  const say = endedAt === null ? words.live.began : words.live.ended;
  return (
    <p class="live-state" data-live="live-state" {...paperWords(place, story.language)}>
      {endedAt === null && (
        <span class="live">
          <span class="dot" />
        </span>
      )}
      <time dateTime={isoOf(at)}>{say(dayAndTimeOf(place, at))}</time>
    </p>
  );
}

function KeyMoments({ frame, story, live }: Props) {
  const { words, place } = frame;
  const own = paperWords(place, story.language);
  const { key, startedAt } = live;
  return (
    <section
      class="key-moments"
      aria-labelledby="key-moments"
      data-live="key-moments"
      hidden={key.length === 0}
    >
      <h2 id="key-moments" {...own}>
        {words.live.keyMoments}
      </h2>
      <ol data-key-list>
        {key.slice(0, KEY_ON_TOP).map((entry) => (
          <KeyLine key={entry.id} {...{ frame, story, entry, startedAt }} />
        ))}
      </ol>
      {key.length > KEY_ON_TOP && (
        <p {...own}>
          <a href={`${story.path}/entries/key`}>{words.live.moreKey}</a>
        </p>
      )}
    </section>
  );
}

/** All of it, or key moments only: two addresses, so that it needs no script and either can be kept. */
export function EntrySwitch(props: {
  frame: Frame;
  story: Pick<PublishedStory, 'path' | 'language'>;
  isKey: boolean;
  /** What has ended tells nobody of a key moment any more. */
  endedAt: number | null;
}) {
  const { frame, story, isKey, endedAt } = props;
  const { live } = frame.words;
  return (
    <nav class="entry-switch" aria-label={live.entries} {...paperWords(frame.place, story.language)}>
      <Spaced>
        <a href={story.path} aria-current={isKey ? undefined : 'page'}>
          {live.all}
        </a>
        <a href={`${story.path}/entries/key`} aria-current={isKey ? 'page' : undefined}>
          {live.onlyKey}
        </a>
        <a href={`${story.path}/entries/${feedName(isKey ? 'key' : null)}.rss`} type="application/rss+xml">
          RSS
        </a>
        {endedAt === null && <small>{live.told}</small>}
      </Spaced>
    </nav>
  );
}

/** How many entries are new, once for each form in which the language counts: the script knows how many there are. */
export function EntrySayings({ frame: { words, place } }: Pick<Props, 'frame'>) {
  return (
    <>
      {[...countedForms(place.language)].map(([form, count]) => (
        <template key={form} data-say={`entries-${form}`}>
          {words.live.newEntries(count).replace(String(count), '{count}')}
        </template>
      ))}
    </>
  );
}

/** An entry as open pages put it in, made up once for all of them. Null where readers have it no more. */
export async function entryOnPages(
  newsroom: Newsroom,
  facts: Pick<LiveEntryEvent, 'storyId' | 'editionId' | 'entryId' | 'what'>,
): Promise<LiveEntryEvent | null> {
  const entry = await findEntry(newsroom, facts.entryId);
  const story = entry?.number ? await getPublished(newsroom, facts.editionId) : null;
  const coverage = story && (await findCoverage(newsroom, story));
  const whole = coverage && (await findFrame(newsroom));
  if (!entry?.number || !story || !whole) return null;
  const frame = frameIn(whole, story.language);
  const props = { frame, story, entry, startedAt: coverage.startedAt };
  const isKey = entry.isKey && entry.withdrawn === null;
  return {
    ...facts,
    number: entry.number,
    isKey,
    isPinned: entry.isPinned,
    title: entry.withdrawn ? '' : entryTitle(entry, story.language),
    html: fragment(<EntryView {...props} />),
    keyLine: isKey ? fragment(<KeyLine {...props} />) : null,
  };
}
