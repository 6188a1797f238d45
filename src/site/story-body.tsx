/** The body of a story, its statements marked, and beside each paragraph who said them and how that was heard. */

import { directionOf } from '../kit/language-tag.ts';
import { escapeText, noHtml, type SafeHtml } from '../kit/safe-html.ts';
import { hearingOf, needsStanding } from '../sourcing/hops.ts';
import type { MarkedBody, Note } from '../sourcing/mark-statements.ts';
import type { PublishedStory } from '../stories/read.ts';
import { dressedBody } from '../views/dressed-body.tsx';
import { commaOf, listOf } from '../views/lists.ts';
import { markup } from '../views/markup.ts';
import { paperWords } from '../views/paper-words.ts';
import { languageName, type TimePlace } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';

interface Props {
  story: Pick<PublishedStory, 'language' | 'bodyMedia' | 'dateline'>;
  marked: MarkedBody;
  words: Words;
  place: TimePlace;
  /** Before the anchors of notes, as the body was marked with it. */
  prefix?: string;
  /** No picture stands above it on the page. */
  isTop?: boolean;
}

export function StoryBody(props: Props) {
  const { story, marked, words } = props;
  const dress = { media: story.bodyMedia, words: words.body };
  const top = { ...dress, isTop: props.isTop ?? false };
  return (
    <div class="body">
      {runsOf(withDateline(marked.blocks, story.dateline), marked.notes).map((run, index) =>
        run.notes.length === 0 ? (
          <div key={index} class="run" {...markup(dressedBody(run.html, index === 0 ? top : dress))} />
        ) : (
          <div key={index} class="with-notes">
            <div class="run" {...markup(dressedBody(run.html, index === 0 ? top : dress))} />
            <Notes {...props} notes={run.notes} />
          </div>
        ),
      )}
    </div>
  );
}

interface Run {
  html: SafeHtml;
  notes: Note[];
}

/** Blocks that have nothing beside them go together. */
function runsOf(blocks: SafeHtml[], notes: Note[]): Run[] {
  const runs: Run[] = [];
  for (const [index, html] of blocks.entries()) {
    const beside = notes.filter((note) => note.paragraphIndex === index);
    const last = runs.at(-1);
    if (last && last.notes.length === 0 && beside.length === 0) last.html = (last.html + html) as SafeHtml;
    else runs.push({ html, notes: beside });
  }
  return runs;
}

function withDateline(blocks: SafeHtml[], dateline: string): SafeHtml[] {
  const [first = noHtml, ...others] = blocks;
  if (dateline === '' || !first.startsWith('<p>')) return blocks;
  const begun = `<p><span class="dateline">${escapeText(dateline)}</span> — ${first.slice('<p>'.length)}`;
  return [begun as SafeHtml, ...others];
}

function Notes({ story, notes, words, place, prefix = '' }: Props & { notes: Note[] }) {
  const names = listOf(place.language, [...new Set(notes.map((note) => note.speaker.name))]);
  return (
    <details class="notes">
      <summary>
        <bdi {...paperWords(place, story.language)}>{words.statements.summary(names)}</bdi>
      </summary>
      {notes.map((note) => (
        <NoteBeside key={note.number} {...{ note, story, words, place, prefix }} />
      ))}
    </details>
  );
}

/** It runs as the story does; in it, the paper's words run as they do. */
function NoteBeside({
  note,
  story,
  words,
  place,
  prefix,
}: Pick<Required<Props>, 'story' | 'words' | 'place' | 'prefix'> & { note: Note }) {
  const { statements } = words;
  const original = note.statements.find((statement) => statement.originalWords !== null);
  const own = paperWords(place, story.language);
  return (
    <aside class="note" id={`${prefix}statement-${note.number}`} aria-label={statements.note(note.number)}>
      <p class="speaker">
        <span class="number" aria-hidden="true">
          {note.number}
        </span>{' '}
        <bdi>{note.speaker.name}</bdi>
      </p>
      <p>
        {[note.role, note.occasion]
          .filter((part) => part !== '')
          .map((part, index) => (
            <>
              {index > 0 && commaOf(story.language)}
              <bdi lang={story.language}>{part}</bdi>
            </>
          ))}
      </p>
      <p class="known">
        <bdi {...own}>{heard(note, words)}</bdi>
      </p>
      <StandingOf note={note} own={own} words={words} />
      {original?.originalWords && <Original of={original} own={own} words={words} place={place} />}
    </aside>
  );
}

/** What is known of it, and what those say whom it accuses. */
export function StandingOf({
  note,
  own,
  words: { statements },
}: {
  note: Note;
  own: ReturnType<typeof paperWords>;
  words: Words;
}) {
  const { standing, standingNote, hops, speaker, answer } = note;
  const mustSay = standing === 'unverified' && needsStanding(hops, speaker.inConflict);
  return (
    <>
      <p class={standing === 'confirmed' ? 'known' : 'not-sure'}>
        {standingNote === '' ? (
          <bdi {...own}>{mustSay ? statements.independent : statements.standings[standing]}</bdi>
        ) : (
          <bdi>{standingNote}</bdi>
        )}
      </p>
      {answer !== '' && (
        <p>
          <bdi {...own}>{statements.answer}</bdi> <bdi>{answer}</bdi>
        </p>
      )}
    </>
  );
}

interface OriginalProps {
  of: Note['statements'][number];
  own: ReturnType<typeof paperWords>;
  words: Words;
  place: TimePlace;
}

function Original({ of, own, words, place }: OriginalProps) {
  const language = of.originalLanguage;
  return (
    <>
      {language && (
        <p>
          <bdi {...own}>{words.statements.original(languageName(language, place.language))}</bdi>
        </p>
      )}
      <blockquote lang={language ?? undefined} dir={language ? directionOf(language) : 'auto'}>
        {of.originalWords}
      </blockquote>
    </>
  );
}

/** Through whom it was heard; an unknown party is shown as unknown. */
export function heard(note: Pick<Note, 'hops'>, words: Words): string {
  const { relays } = hearingOf(note.hops);
  if (relays.length === 0) return words.statements.firstHand;
  const parties = relays.map((party) => (party === '' ? words.statements.someone : party));
  return words.statements.heardFrom(parties.join(' — '));
}
