/** The front page: lead, pair, middle column, Now, and a strip for each section. */
import { type PlacedStory, showsPicture } from '../fronts/arrange.ts';
import type { StoryKind } from '../kit/story-kind.ts';
import type { RepliesByStory } from '../replies/read-replies.ts';
import type { PublishedSummary } from '../stories/read.ts';
import { inLanguage } from '../views/paper-words.ts';
import { Spaced } from '../views/spaced.tsx';
import { dayAndTimeOf, dayOf, isoOf, sameDay, timeOf } from '../views/when.ts';
import { type Frame, Fronts, longName, type PageHead, SectionNav, SitePage, searchPath } from './frame.tsx';
import { Level, Photo, StoryItem } from './item.tsx';
import { endsAt, PlacedItem, PlacedPhoto } from './placed-item.tsx';

/** One line of the Now column. */
export interface NowLine {
  at: number;
  kind: 'story' | 'correction' | 'update' | 'kill';
  words: string;
  path: string | null;
  language: string;
  level: string | null;
  /** Of a story; null for what was put right. */
  storyKind: StoryKind | null;
}

export interface FrontProps {
  frame: Frame;
  lead: PlacedStory | null;
  pair: PlacedStory[];
  middle: PlacedStory[];
  now: NowLine[];
  strips: { slug: string; name: string; language?: string; stories: PlacedStory[] }[];
  /** What is told in other languages only. */
  elsewhere: PublishedSummary[];
  replies: RepliesByStory;
  /** Instants from which on a level counts as fresh. */
  freshSince: number;
  lastChange: number | null;
  /** When a hand on it ends next: open pages look again then. */
  until?: number;
  /** What programs are told of it. */
  about: Pick<PageHead, 'description' | 'data'>;
}

export function FrontPage(props: FrontProps) {
  const { frame, lead } = props;
  return (
    <SitePage
      frame={frame}
      head={{
        title: frame.masthead.name,
        path: frame.under || '/',
        feeds: frame.under,
        others: frame.fronts,
        ...props.about,
      }}
      nameplate={<Nameplate frame={frame} lastChange={props.lastChange} />}
    >
      <div class="front" data-page="front" data-until={endsAt(props.until)}>
        {lead || props.now.length > 0 ? (
          <Columns {...props} />
        ) : (
          <p class="empty">{frame.words.front.empty}</p>
        )}
      </div>
      <div class="strips" data-live="strips">
        {props.strips.map((strip) => (
          <section key={strip.slug} class="strip" aria-labelledby={`strip-${strip.slug}`}>
            <h2 id={`strip-${strip.slug}`}>
              <a href={`${frame.under}/${strip.slug}`} aria-label={frame.words.front.more(strip.name)}>
                <bdi {...inLanguage(strip.language ?? frame.masthead.language, frame.place.language)}>
                  {strip.name}
                </bdi>
              </a>
            </h2>
            {strip.stories.map((placed) => (
              <PlacedItem
                key={placed.story.editionId}
                placed={placed}
                replies={props.replies}
                words={frame.words}
                place={frame.place}
                heading="h3"
                dek={placed.hand?.size === 'bigger'}
                above={placed.hand?.picture === 'with' && <PlacedPhoto placed={placed} {...inStrip} />}
              />
            ))}
          </section>
        ))}
        <Elsewhere frame={frame} stories={props.elsewhere} replies={props.replies} />
      </div>
    </SitePage>
  );
}

/** In letters of the reader's own machine: no font of another script is fetched for a headline or two. */
function Elsewhere({
  frame: { words, place },
  stories,
  replies,
}: {
  frame: Frame;
  stories: PublishedSummary[];
  replies: RepliesByStory;
}) {
  if (stories.length === 0) return null;
  return (
    <section class="strip elsewhere" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{words.front.elsewhere}</h2>
      {stories.map((story) => (
        <StoryItem key={story.editionId} {...{ story, replies, words, place }} heading="h3" dek={false} />
      ))}
    </section>
  );
}

function Nameplate({ frame, lastChange }: { frame: Frame; lastChange: number | null }) {
  const { masthead, words, place } = frame;
  return (
    <>
      <header class="mast">
        <h1 class={longName(masthead.name)}>
          <bdi>{masthead.name}</bdi>
        </h1>
        <div class="line">
          <Spaced>
            <span data-live="line">
              {lastChange === null ? (
                masthead.tagline
              ) : (
                <time dateTime={isoOf(lastChange)}>
                  {words.frame.lastChange(dayAndTimeOf(place, lastChange))}
                </time>
              )}
            </span>
            <a href={searchPath(frame)}>{words.frame.search}</a>
            <a href={`${frame.under}/alerts`}>{words.frame.alerts}</a>
          </Spaced>
        </div>
        <Fronts frame={frame} />
      </header>
      <SectionNav frame={frame} />
    </>
  );
}

function Columns(props: FrontProps) {
  const { frame, lead, pair, middle } = props;
  const { words, place } = frame;
  return (
    <>
      <div class="first" data-live="first">
        {lead && <Lead {...props} lead={lead} />}
        {pair.length > 0 && (
          <div class="pair">
            {pair.map((placed) => (
              <PlacedItem
                key={placed.story.editionId}
                placed={placed}
                replies={props.replies}
                words={words}
                place={place}
                above={<PlacedPhoto placed={placed} {...inPair} />}
              />
            ))}
          </div>
        )}
      </div>
      <div class="mid" data-live="mid">
        {middle.map((placed) => (
          <PlacedItem
            key={placed.story.editionId}
            placed={placed}
            replies={props.replies}
            words={words}
            place={place}
            above={placed.hand?.picture === 'with' && <PlacedPhoto placed={placed} {...inMiddle} />}
          />
        ))}
      </div>
      {props.now.length > 0 && <Now frame={frame} now={props.now} />}
    </>
  );
}

const inPair = { shape: 'wide', sizes: '(min-width: 66rem) 22rem, (min-width: 40rem) 45vw, 92vw' } as const;
const inMiddle = { shape: 'wide', sizes: '(min-width: 66rem) 23rem, (min-width: 48rem) 33vw, 92vw' } as const;
const inStrip = { shape: 'wide', sizes: '(min-width: 66rem) 20rem, (min-width: 40rem) 45vw, 92vw' } as const;

function Lead({ frame, lead, replies, freshSince }: FrontProps & { lead: PlacedStory }) {
  const { words, place } = frame;
  const { story, hand } = lead;
  const isFresh = story.publishedAt >= freshSince;
  return (
    <PlacedItem
      class="lead"
      placed={lead}
      replies={replies}
      words={words}
      place={place}
      above={
        hand?.kicker && isFresh && story.alertLevel !== null ? (
          <p class="kicker">
            <Level story={story} words={words} place={place} />
          </p>
        ) : undefined
      }
      kicker={
        <p class="kicker">
          <Spaced>
            {isFresh && <Level story={story} words={words} place={place} />}
            {story.section && (
              <a href={`${frame.under}/${story.section.slug}`}>
                <bdi {...inLanguage(story.section.language ?? frame.masthead.language, story.language)}>
                  {story.section.name}
                </bdi>
              </a>
            )}
          </Spaced>
        </p>
      }
      below={showsPicture(lead) && hand?.size !== 'smaller' && <LeadPicture frame={frame} story={story} />}
    />
  );
}

function LeadPicture({ frame, story: { picture, language } }: { frame: Frame; story: PublishedSummary }) {
  if (!picture) return null;
  return (
    <figure>
      <Photo picture={picture} shape="wide" sizes="(min-width: 66rem) 46rem, 92vw" eager />
      <figcaption>
        <bdi {...inLanguage(picture.language ?? frame.masthead.language, language)}>
          {picture.caption} <bdi>{picture.credit}</bdi>
        </bdi>
      </figcaption>
    </figure>
  );
}

function Now({ frame: { words, place }, now }: { frame: Frame; now: NowLine[] }) {
  const days = byDay(now, (one, other) => sameDay(place, one, other));
  return (
    <aside class="now" aria-labelledby="now" data-live="now">
      <h2 id="now">
        <span class="dot moving" />
        {words.front.now}
      </h2>
      {days.map((lines, index) => (
        <>
          {index > 0 && <h3>{dayOf(place, lines[0]?.at ?? 0)}</h3>}
          <ol>
            {lines.map((line) => (
              <HappeningLine key={`${line.at}${line.path}`} line={line} words={words} place={place} />
            ))}
          </ol>
        </>
      ))}
    </aside>
  );
}

const kinds = { correction: 'correction', kill: 'withdrawn', update: 'update' } as const;

function HappeningLine({
  line,
  words,
  place,
}: {
  line: NowLine;
  words: Frame['words'];
  place: Frame['place'];
}) {
  const level = words.levels[line.level as keyof Frame['words']['levels']] ?? '';
  const label = line.storyKind === null ? '' : words.kinds[line.storyKind];
  return (
    <li>
      <time dateTime={isoOf(line.at)}>{timeOf(place, line.at)}</time>{' '}
      <span>
        {line.kind !== 'story' && <b>{words.front[kinds[line.kind]]}: </b>}
        {label !== '' && <span class="kind">{label}: </span>}
        {line.kind === 'story' && level !== '' && <span class="level">{level}: </span>}
        <bdi lang={line.language === place.language ? undefined : line.language}>
          {line.path === null ? line.words : <a href={line.path}>{line.words}</a>}
        </bdi>
      </span>
    </li>
  );
}

function byDay(now: NowLine[], same: (one: number, other: number) => boolean): NowLine[][] {
  const days: NowLine[][] = [];
  for (const line of now) {
    const day = days.at(-1);
    if (day?.[0] && same(day[0].at, line.at)) day.push(line);
    else days.push([line]);
  }
  return days;
}
