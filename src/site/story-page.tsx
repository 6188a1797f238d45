/** The story page: what happened, who said it, and how this paper knows. */
import type { ComponentChildren } from 'preact';
import { directionOf } from '../kit/language-tag.ts';
import type { RepliesByStory } from '../replies/read-replies.ts';
import type { MarkedBody } from '../sourcing/mark-statements.ts';
import type { PublishedStory } from '../stories/read.ts';
import type { Kin } from '../translation/kin.ts';
import { countedForms } from '../views/counted-forms.ts';
import { keptPart } from '../views/kept-part.ts';
import { sortedIn } from '../views/lists.ts';
import { inLanguage, paperWords } from '../views/paper-words.ts';
import { Spaced } from '../views/spaced.tsx';
import { scriptOf } from '../views/typeface.ts';
import { dayAndTimeOf, isoOf, languageName, sameDay, timeOf } from '../views/when.ts';
import { AfterStory, Share } from './after-story.tsx';
import { type Frame, type PageHead, SitePage } from './frame.tsx';
import { Level, Photo } from './item.tsx';
import { Provenance } from './provenance.tsx';
import type { After } from './related.ts';
import { StoryBody } from './story-body.tsx';
import { alternatesOf } from './story-head.tsx';
import { PackageLines, SeriesLine, TieLines } from './story-ties.tsx';
import { TranslationLine } from './translation-line.tsx';
import { WhoSaidWhat } from './who-said-what.tsx';

export interface StoryProps {
  frame: Frame;
  head: PageHead;
  story: PublishedStory;
  /** The body with its statements marked. */
  marked: MarkedBody;
  /** How it was translated and of what, and what was made of it. */
  kin: Kin;
  /** Of a live story: its key moments and entries, under its summary. */
  live?: ComponentChildren;
  /** What to read after it. */
  after: After;
  /** How many replies the stories after it have. */
  repliesAfter: RepliesByStory;
  /** Instants from which on a level counts as fresh. */
  freshSince: number;
  /** Where a reader asks for alerts: after the story. */
  followBox?: ComponentChildren;
  replies?: ComponentChildren;
}

export function StoryPage(props: StoryProps) {
  const { frame, head, story } = props;
  const { words } = frame;
  return (
    <SitePage frame={frame} head={head} current={story.section?.slug}>
      <article
        class="story"
        lang={story.language}
        dir={directionOf(story.language)}
        data-script={scriptOf(story.language)}
        data-page="story"
        data-story={story.storyId}
        data-changed={story.publishedAt}
      >
        <div data-live="story">
          <StoryHead {...props} />
          {story.picture && (
            <figure>
              <Photo picture={story.picture} sizes="(min-width: 42rem) 38rem, 92vw" eager />
              <Caption {...props} />
            </figure>
          )}
          <TieLines ties={props.after.ties} language={story.language} words={words} place={frame.place} />
          <Changes {...props} />
          <StoryBody
            {...{ story, marked: props.marked, words, place: frame.place, isTop: story.picture === null }}
          />
          <WhoSaidWhat
            {...{ story, marked: props.marked, words, place: frame.place, paper: frame.masthead.name }}
          />
        </div>
        {props.live}
        <Topics {...props} />
        <Share words={words} place={frame.place} />
        <AfterStory
          after={props.after}
          replies={props.repliesAfter}
          story={story}
          words={words}
          place={frame.place}
        />
        {props.followBox && <div {...own(props)}>{props.followBox}</div>}
        {props.replies}
        {keptPart(frame, 'sayings', () => (
          <Sayings frame={frame} />
        ))}
      </article>
    </SitePage>
  );
}

/** What the page may say later, in its own language; browser/site.ts takes the words from here. */
function Sayings({ frame: { words, place } }: Pick<StoryProps, 'frame'>) {
  const { story } = words;
  const sayings = {
    published: story.changedNow,
    corrected: story.correctedNow,
    killed: story.killedNow,
    merged: words.ties.goesOn,
    'read-there': words.ties.readThere,
    read: story.readChange,
    ...newReplies(story.newReplies, place.language),
  };
  return (
    <>
      {Object.entries(sayings).map(([name, said]) => (
        <template key={name} data-say={name}>
          {said}
        </template>
      ))}
    </>
  );
}

/** How many replies are new, once for each form in which the language counts: the script knows how many there are. */
function newReplies(said: (count: number) => string, language: string): Record<string, string> {
  const forms = [...countedForms(language)].map(([form, count]) => [
    `replies-${form}`,
    said(count).replace(String(count), '{count}'),
  ]);
  return Object.fromEntries(forms);
}

/** The attributes of a part in the paper's own language within a story of another. */
const own = ({ frame: { place }, story }: Pick<StoryProps, 'frame' | 'story'>) =>
  paperWords(place, story.language);

function StoryHead(props: StoryProps) {
  const { frame, story } = props;
  const { words, place } = frame;
  return (
    <header>
      <p class="kicker" {...own(props)}>
        <Spaced>
          {words.kinds[story.kind] !== '' && <span class="kind">{words.kinds[story.kind]}</span>}
          {story.publishedAt >= props.freshSince && <Level story={story} words={words} place={place} />}
          {story.section && (
            <a href={`${frame.under}/${story.section.slug}`}>
              <bdi {...inLanguage(story.section.language ?? frame.masthead.language, story.language)}>
                {story.section.name}
              </bdi>
            </a>
          )}
          {story.topics[0] && (
            <a href={`/topic/${story.topics[0].slug}`}>
              <bdi {...inLanguage(story.topics[0].language ?? frame.masthead.language, story.language)}>
                {story.topics[0].name}
              </bdi>
            </a>
          )}
        </Spaced>
      </p>
      <h1>{story.headline}</h1>
      {story.dek !== '' && <p class="dek">{story.dek}</p>}
      <PackageLines packages={props.after.packages} language={story.language} words={words} place={place} />
      <SeriesLine ties={props.after.ties} language={story.language} words={words} place={place} />
      <Editions {...props} />
      {props.kin.translation && (
        <TranslationLine
          {...{ story, words, place, translation: props.kin.translation, original: props.kin.original }}
        />
      )}
      <Provenance story={story} paper={frame.masthead.name} words={words} place={place} />
      <div class="meta" {...own(props)}>
        <p>
          <Byline {...props} /> <When {...props} />
        </p>
        <a class="button quiet" href="#follow">
          {words.story.alertMe}
        </a>
      </div>
    </header>
  );
}

/** The same story in the paper's other languages, each named in itself. */
function Editions({ story, frame }: StoryProps) {
  if (story.editions.length === 0) return null;
  return (
    <nav class="editions" aria-label={frame.words.story.alsoIn} {...own({ story, frame })}>
      <Spaced>
        <span>{frame.words.story.alsoIn}</span>
        {alternatesOf(frame, story)
          .filter(({ path }) => path !== story.path)
          .map(({ language, path }) => (
            <a key={path} href={path} lang={language} hreflang={language} rel="alternate">
              {languageName(language, language)}
            </a>
          ))}
      </Spaced>
    </nav>
  );
}

/** The author's own name leads to their page; whoever else stands in the byline is not them. */
function Byline({ story, frame: { words } }: StoryProps) {
  if (story.byline === '') return null;
  const written = words.story.by(story.byline);
  const name = story.author?.name ?? '';
  const at = name === '' ? -1 : written.indexOf(name);
  if (at === -1) return <span class="who">{written}</span>;
  return (
    <span class="who">
      {written.slice(0, at)}
      <a href={`/author/${story.author?.slug}`} rel="author">
        {name}
      </a>
      {written.slice(at + name.length)}
    </span>
  );
}

function When({ story, frame: { words, place } }: StoryProps) {
  const first = dayAndTimeOf(place, story.firstPublishedAt);
  // In the same minute nothing is told by it: other houses write a post once more as it goes out.
  const changed =
    story.publishedAt > story.firstPublishedAt && dayAndTimeOf(place, story.publishedAt) !== first;
  const again = sameDay(place, story.firstPublishedAt, story.publishedAt) ? timeOf : dayAndTimeOf;
  return (
    <>
      <time dateTime={isoOf(story.firstPublishedAt)}>{first}</time>
      {changed && (
        <>
          {' · '}
          <time dateTime={isoOf(story.publishedAt)}>
            {words.story.updated(again(place, story.publishedAt))}
          </time>
        </>
      )}
    </>
  );
}

function Caption({ story: { picture, language }, frame: { masthead } }: StoryProps) {
  if (!picture || (picture.caption === '' && picture.credit === '')) return null;
  return (
    <figcaption>
      <bdi {...inLanguage(picture.language ?? masthead.language, language)}>
        {picture.caption} <bdi>{picture.credit}</bdi>
      </bdi>
    </figcaption>
  );
}

function Changes(props: StoryProps) {
  const { story, frame } = props;
  const { words, place } = frame;
  if (story.corrections.length === 0) return null;
  return (
    <div class="changes" role="group" aria-label={words.story.changes}>
      {story.corrections.map(({ id, kind, notice, at }) => {
        const when = (sameDay(place, at, story.firstPublishedAt) ? timeOf : dayAndTimeOf)(place, at);
        return (
          <p key={id} id={`correction-${id}`}>
            <b {...own(props)}>
              {kind === 'correction' ? words.story.correctedAt(when) : words.story.updatedAt(when)}
            </b>{' '}
            {notice}
          </p>
        );
      })}
    </div>
  );
}

function Topics({ story, frame: { words, masthead } }: StoryProps) {
  if (story.topics.length === 0) return null;
  return (
    <ul class="topics" aria-label={words.story.topics}>
      {sortedIn(story.language, story.topics).map(({ slug, name, language }) => (
        <li key={slug}>
          <a class="chip" href={`/topic/${slug}`}>
            <bdi {...inLanguage(language ?? masthead.language, story.language)}>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
