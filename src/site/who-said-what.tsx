/** After the story: everyone who speaks in it, what each says, through whom we heard it and what is known of it. */

import { type HopStep, hearingOf, stepsOf } from '../sourcing/hops.ts';
import type { MarkedBody, Note } from '../sourcing/mark-statements.ts';
import type { PublishedStory } from '../stories/read.ts';
import { aside, commaOf, listOf } from '../views/lists.ts';
import { paperWords } from '../views/paper-words.ts';
import { languageName, type TimePlace } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';
import { StandingOf } from './story-body.tsx';

interface Props {
  story: PublishedStory;
  marked: MarkedBody;
  words: Words;
  place: TimePlace;
  /** The paper's name: the end of every way. */
  paper: string;
}

export function WhoSaidWhat(props: Props) {
  const { story, marked, words, place } = props;
  if (marked.notes.length === 0) return null;
  return (
    <details class="who-said" id="how-we-know" {...paperWords(place, story.language)}>
      <summary>
        {words.statements.panel} <small>{speakersOf(marked.notes, place.language)}</small>
      </summary>
      <ol>
        {marked.notes.map((note) => (
          <OneNote key={note.number} {...props} note={note} />
        ))}
      </ol>
    </details>
  );
}

/** Each once, as a sentence of the paper's language lists them. */
function speakersOf(notes: readonly Note[], language: string): string {
  return listOf(language, [...new Set(notes.map(({ speaker }) => speaker.name))]);
}

function OneNote({ note, story, words, place, paper }: Props & { note: Note }) {
  const hops = note.hops.filter(({ act, party }) => act !== 'published' && party !== paper); // what we did is no hand more
  const { hands } = hearingOf(hops);
  const own = paperWords(place, story.language);
  return (
    <li value={note.number}>
      <p class="speaker">
        <a href={`#statement-${note.number}`}>
          <bdi lang={story.language}>{note.speaker.name}</bdi>
        </a>
        {note.role !== '' && (
          <>
            {commaOf(story.language)}
            <bdi lang={story.language}>{note.role}</bdi>
          </>
        )}
      </p>
      {note.statements.map(({ id, words: said }) => (
        <blockquote key={id} lang={story.language} dir="auto">
          {said}
        </blockquote>
      ))}
      <p class={hands > 2 ? 'not-sure' : 'known'}>
        {hands === 1 ? words.statements.firstHand : words.statements.hand(hands)}
      </p>
      {hands > 1 && <Way {...{ hops, story, words, place, paper }} />}
      <StandingOf note={note} own={own} words={words} />
    </li>
  );
}

/** From the speaker's mouth to this paper, as steps. */
function Way({ hops, story, words, place, paper }: Omit<Props, 'marked'> & Pick<Note, 'hops'>) {
  const steps = stepsOf(hops);
  return (
    <ol class="hops many" aria-label={words.story.way}>
      {steps.map((step, index) => (
        <li key={index} class={step.party === '' ? 'unknown' : undefined}>
          <bdi>{nameOf(step, words)}</bdi>{' '}
          {told(step, story, words, place) !== '' && <small>{told(step, story, words, place)}</small>}
        </li>
      ))}
      <li>
        <bdi>{paper}</bdi>
      </li>
    </ol>
  );
}

function nameOf({ party, link }: HopStep, words: Words) {
  if (party === '') return <span class="not-sure">{words.statements.someone}</span>;
  return link === null ? (
    party
  ) : (
    <a href={link} rel="noopener">
      {party}
    </a>
  );
}

function told({ acts, languages }: HopStep, story: PublishedStory, words: Words, place: TimePlace): string {
  const other = languages
    .filter((one) => one !== story.language)
    .map((one) => languageName(one, place.language));
  const acted = acts.filter((act) => act !== 'published' && act !== 'reported');
  return aside(place.language, [...acted.map((act) => words.story.acts[act]), ...other]);
}
