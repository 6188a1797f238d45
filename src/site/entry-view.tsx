/** An entry of a live story as pages show it, and its line among the key moments. */
import { entryAnchor, entryPath, entryTitle, type LiveEntry } from '../entries/entry.ts';
import type { EntryTranslation } from '../entries/entry-translation.ts';
import { directionOf } from '../kit/language-tag.ts';
import { markStatements } from '../sourcing/mark-statements.ts';
import type { PublishedStory } from '../stories/read.ts';
import { inLanguage, paperWords } from '../views/paper-words.ts';
import { Spaced } from '../views/spaced.tsx';
import { dayAndTimeOf, isoOf, sameDay, shortDayOf, type TimePlace, timeOf } from '../views/when.ts';
import type { Frame } from './frame.tsx';
import { Photo } from './item.tsx';
import { saidOfTranslation } from './said-of-translation.ts';
import { StoryBody } from './story-body.tsx';

export interface EntryProps {
  frame: Frame;
  story: Pick<PublishedStory, 'path' | 'language' | 'editions'>;
  entry: LiveEntry;
  /** When the live story began: of another day, an entry names its own. */
  startedAt: number;
  /** It stands on the page a second time, on top. */
  isRepeated?: boolean;
}

export function EntryView({ frame, story, entry, startedAt, isRepeated = false }: EntryProps) {
  const { words, place } = frame;
  const number = entry.number ?? 0;
  const own = paperWords(place, story.language);
  return (
    <article
      class={entry.isKey && !entry.withdrawn ? 'entry key' : 'entry'}
      id={isRepeated ? undefined : entryAnchor(number)}
      data-entry={entry.id}
      data-number={number}
      lang={story.language}
      dir={directionOf(story.language)}
    >
      <p class="entry-head" {...own}>
        <Spaced>
          <a
            href={entryPath(story.path, number)}
            aria-label={`${words.live.link}, ${dayAndTimeOf(place, entry.at)}`}
          >
            <EntryTime at={entry.at} startedAt={startedAt} place={place} />
          </a>
          {(isRepeated || (entry.isPinned && !entry.withdrawn)) && (
            <span class="entry-mark">{words.live.pinned}</span>
          )}
          {entry.isKey && !entry.withdrawn && <span class="entry-mark">{words.live.keyMoment}</span>}
          {entry.byline !== '' && !entry.withdrawn && (
            <bdi {...inLanguage(story.language, place.language)}>{words.story.by(entry.byline)}</bdi>
          )}
        </Spaced>
      </p>
      {entry.withdrawn ? (
        <>
          <h3 class="entry-withdrawn" {...own}>
            {words.live.withdrawnAt(whenOf(place, entry.withdrawn.at, entry.at))}
          </h3>
          {entry.withdrawn.notice !== '' && <p class="entry-withdrawn">{entry.withdrawn.notice}</p>}
        </>
      ) : (
        <EntryWords {...{ frame, story, entry, isRepeated }} />
      )}
    </article>
  );
}

function EntryWords({ frame, story, entry, isRepeated = false }: Omit<EntryProps, 'startedAt'>) {
  const { words, place } = frame;
  const prefix = `${isRepeated ? 'p' : 'e'}${entry.number}-`;
  const marked = markStatements(entry.bodyHtml, entry.statements, prefix);
  const written = { language: story.language, bodyMedia: new Map(entry.media), dateline: '' };
  const own = paperWords(place, story.language);
  return (
    <>
      {entry.headline === '' ? (
        <h3 class="unseen" {...own}>
          {dayAndTimeOf(place, entry.at)}
        </h3>
      ) : (
        <h3>{entry.headline}</h3>
      )}
      <StoryBody {...{ story: written, marked, words, place, prefix }} />
      {entry.picture && (
        <figure>
          <Photo picture={entry.picture} sizes="(min-width: 42rem) 38rem, 92vw" />
          {(entry.picture.caption !== '' || entry.picture.credit !== '') && (
            <figcaption>
              {entry.picture.caption} <bdi>{entry.picture.credit}</bdi>
            </figcaption>
          )}
        </figure>
      )}
      {entry.corrections.map(({ notice, at }) => (
        <p key={at} class="entry-correction">
          <b {...own}>{words.story.correctedAt(whenOf(place, at, entry.at))}</b> {notice}
        </p>
      ))}
      {entry.translation && (
        <EntryTranslated
          {...{ frame, story, translation: entry.translation, original: entry.original, at: entry.at }}
        />
      )}
      {entry.source && <EntryCredit {...{ frame, story, entry }} />}
    </>
  );
}

/** From which language and by what, in a line; behind it who read it, the entry that it was made of, and each sentence's original. */
function EntryTranslated(
  props: Pick<EntryProps, 'frame' | 'story'> & {
    translation: EntryTranslation;
    original: LiveEntry['original'];
    at: number;
  },
) {
  const { frame, story, translation, original, at } = props;
  const { words, place } = frame;
  const { originalAt, checked } = translation;
  const edition = original && story.editions.find(({ editionId }) => editionId === original.editionId);
  return (
    <details class="translated" {...paperWords(place, story.language)}>
      <summary>{saidOfTranslation({ ...translation, checked: null }, words, place)}</summary>
      {checked && <p>{words.story.checkedBy(checked.name, whenOf(place, checked.at, at))}</p>}
      {edition && (
        <>
          <p>
            <a href={entryPath(edition.path, original.number)} hreflang={edition.language}>
              {words.story.readOriginal}
              {originalAt !== null && <>, {whenOf(place, originalAt, at)}</>}
            </a>
          </p>
          <EntrySentences {...{ story, translation, number: original.number }} />
        </>
      )}
    </details>
  );
}

function EntrySentences(props: {
  story: EntryProps['story'];
  translation: EntryTranslation;
  number: number;
}) {
  const { story, translation, number } = props;
  const { fromLanguage, sentences } = translation;
  return (
    <dl>
      {sentences.map(({ original, translated }, at) => (
        <div key={at} data-sentence={`${number}-${at}`}>
          <dt lang={story.language} dir={directionOf(story.language)}>
            {translated}
          </dt>
          <dd lang={fromLanguage} dir={directionOf(fromLanguage)}>
            {original}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Whose words they are, with their own report where it can be read. */
function EntryCredit({ frame: { words, place }, story, entry }: Omit<EntryProps, 'startedAt'>) {
  const link = entry.hops.findLast((hop) => hop.link !== null)?.link ?? null;
  const own = paperWords(place, story.language);
  return (
    <p class="entry-credit" {...own}>
      {words.story.credit(entry.source?.credit || entry.source?.name || '')}{' '}
      {link !== null && (
        <a href={link} rel="external">
          {words.story.readOriginal}
        </a>
      )}
    </p>
  );
}

/** One key moment among those gathered on top. */
export function KeyLine({ story, entry, startedAt, frame: { place } }: Omit<EntryProps, 'isRepeated'>) {
  return (
    <li data-key={entry.id}>
      <a href={entryPath(story.path, entry.number ?? 0)}>
        <EntryTime at={entry.at} startedAt={startedAt} place={place} />{' '}
        <span>{entryTitle(entry, story.language)}</span>
      </a>
    </li>
  );
}

function EntryTime({ at, startedAt, place }: { at: number; startedAt: number; place: TimePlace }) {
  const time = timeOf(place, at);
  return (
    <time dateTime={isoOf(at)}>
      {sameDay(place, at, startedAt) ? time : `${shortDayOf(place, at)} ${time}`}
    </time>
  );
}

const whenOf = (place: TimePlace, at: number, from: number) =>
  (sameDay(place, at, from) ? timeOf : dayAndTimeOf)(place, at);
