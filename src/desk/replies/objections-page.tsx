/** Objections: sentences of translations that readers say are wrong, to correct in the two columns or to set aside. */

import { directionOf } from '../../kit/language-tag.ts';
import type { ObjectedTo, ReadersWord } from '../../replies/read-objections.ts';
import { type DeskFrame, type DeskKey, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { counted, dayAndTime, englishName, type PageTime } from '../views/words.ts';
import { type ReplyCounts, ReplyTabs } from './reply-tabs.tsx';

export interface ObjectionsPageProps {
  frame: DeskFrame;
  when: PageTime;
  counts: ReplyCounts;
  /** What waits, longest first. */
  waiting: ObjectedTo[];
  weighed: ObjectedTo[];
  /** False for who may weigh, and does not write. */
  mayCorrect: boolean;
  done?: string | undefined;
  refused?: string | undefined;
}

export function ObjectionsPage(props: ObjectionsPageProps) {
  const { frame, counts, waiting, weighed } = props;
  return (
    <DeskPage {...frame} title="Objections" current="replies" keys={keys}>
      <div class="page-head">
        <h1>Objections</h1>
      </div>
      <p class="lead">What readers say is wrong in a translation. None of it is shown to anyone else.</p>
      <ReplyTabs current="objections" {...counts} />
      {props.done && <Notice kind="good">{props.done}</Notice>}
      {props.refused && <Notice kind="bad">{props.refused}</Notice>}
      <div id="objected" data-live="replies" data-live-from="/desk/replies/objections">
        {waiting.length === 0 && <p class="empty">Nothing waits. New ones appear here by themselves.</p>}
        {waiting.map((sentence, index) => (
          <ToWeigh
            key={sentence.pairId + sentence.translated}
            {...props}
            sentence={sentence}
            isFirst={index === 0}
          />
        ))}
      </div>
      <h2>Lately weighed</h2>
      <div id="weighed" data-live="replies" data-live-from="/desk/replies/objections">
        {weighed.length === 0 ? <p class="empty">Nothing yet.</p> : <Weighed {...props} />}
      </div>
    </DeskPage>
  );
}

const keys: DeskKey[] = [
  { keys: ['c'], does: 'correct the first in the two columns', foot: true },
  { keys: ['s'], does: 'say why it is right', foot: true },
  { keys: ['j', 'k'], does: 'from sentence to sentence' },
];

type One = ObjectionsPageProps & { sentence: ObjectedTo; isFirst: boolean };

function ToWeigh(props: One) {
  const { sentence, when, frame, mayCorrect, isFirst } = props;
  const key = (letter: string) => (isFirst ? { 'data-key': letter, 'aria-keyshortcuts': letter } : {});
  const columns = `/desk/stories/${sentence.storyId}/translation/${sentence.editionId}`;
  return (
    <article class="at-hand objection" id={`objected-${sentence.pairId}`} data-row>
      <p>
        <span class="dim">In</span> <StoryLink sentence={sentence} />
      </p>
      <BothSides sentence={sentence} />
      <ReadersWords words={sentence.words} when={when} />
      <div class="actions">
        {mayCorrect && (
          <a class="btn" href={`${columns}#pair-${sentence.pairId}`} {...key('c')}>
            Correct it in the two columns {isFirst && <kbd>c</kbd>}
          </a>
        )}
        <form class="actions" method="post" action="/desk/replies/objections">
          <FormToken form={frame.form} />
          <input type="hidden" name="edition" value={sentence.editionId} />
          <input type="hidden" name="pair" value={sentence.pairId} />
          <label>
            It is right, because {isFirst && <kbd>s</kbd>}{' '}
            <input name="why" required maxLength={500} {...key('s')} />
          </label>
          <button type="submit" class="quiet">
            Set aside
          </button>
        </form>
      </div>
    </article>
  );
}

function StoryLink({ sentence: { path, language, headline } }: { sentence: ObjectedTo }) {
  return (
    <a href={path} lang={language} dir={directionOf(language)}>
      {headline}
    </a>
  );
}

function BothSides({ sentence }: { sentence: ObjectedTo }) {
  const { originalLanguage, language, original, translated, engine } = sentence;
  return (
    <dl class="both-sides">
      {original !== '' && (
        <div>
          <dt>{englishName(originalLanguage)}</dt>
          <dd lang={originalLanguage} dir={directionOf(originalLanguage)}>
            {original}
          </dd>
        </div>
      )}
      <div>
        <dt>
          {englishName(language)}, by {engine ?? 'the desk'}
        </dt>
        <dd lang={language} dir={directionOf(language)}>
          {translated}
        </dd>
      </div>
    </dl>
  );
}

/** What each reader says, and what they would have it say. */
export function ReadersWords({ words, when }: { words: ReadersWord[]; when: PageTime }) {
  return (
    <ul class="readers-words">
      {words.map(({ id, reason, better, findings, receivedAt }) => (
        <li key={id}>
          <p class="dim small">A reader, {dayAndTime(receivedAt, when)}</p>
          <p class="reason">
            <bdi>{reason}</bdi>
          </p>
          {better !== '' && (
            <p>
              <span class="dim">Better:</span> <bdi>{better}</bdi>
            </p>
          )}
          {findings.map(({ check, words: said }) => (
            <p key={check} class="unsure small">
              {said}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Weighed({ weighed, when }: ObjectionsPageProps) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Sentence</th>
          <th>What readers said</th>
          <th>What became of it</th>
        </tr>
      </thead>
      <tbody>
        {weighed.map((sentence) => (
          <tr key={`${sentence.pairId} ${sentence.decidedAt}`}>
            <td>
              <StoryLink sentence={sentence} />
              <p class="dim" lang={sentence.language} dir={directionOf(sentence.language)}>
                {sentence.translated}
              </p>
            </td>
            <td data-label="What readers said">
              {sentence.words.map(({ id, reason }) => (
                <p key={id} dir="auto">
                  {reason}
                </p>
              ))}
            </td>
            <td data-label="What became of it">
              <Outcome sentence={sentence} when={when} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome({ sentence, when }: { sentence: ObjectedTo; when: PageTime }) {
  const { state, path, correctionId, decidedAt, decidedBy, decidedWhy } = sentence;
  const at = decidedAt === null ? '' : dayAndTime(decidedAt, when);
  if (state === 'set aside')
    return (
      <>
        <span class="tag">set aside</span>
        <div class="dim">
          {decidedBy ?? 'by the screen'}, {at}
        </div>
        <div class="dim">{decidedWhy}</div>
      </>
    );
  return (
    <>
      <span class="tag source">settled</span>
      <div class="dim">
        {correctionId ? (
          <a href={`${path}#correction-${correctionId}`}>by a correction</a>
        ) : (
          decidedWhy || 'the sentence was changed'
        )}
        , {at}
      </div>
    </>
  );
}

/** In the two columns: what readers say of the sentence beside it. */
export function ObjectionBeside({ objected, when }: { objected: ObjectedTo[]; when: PageTime }) {
  const words = objected.flatMap((sentence) => sentence.words);
  if (words.length === 0) return null;
  return (
    <div class="pair-objections">
      <p class="unsure small">{counted(words.length, 'reader says', 'readers say')} that this is wrong.</p>
      <ReadersWords words={words} when={when} />
    </div>
  );
}

/** Over the two columns: what readers say of sentences that were split, joined or taken out since. */
export function ObjectedBefore(props: {
  objected: ObjectedTo[];
  pairs: readonly { id: string }[];
  when: PageTime;
}) {
  const gone = props.objected.filter(({ pairId }) => props.pairs.every(({ id }) => id !== pairId));
  return (
    <>
      {gone.map((sentence) => (
        <div key={sentence.pairId} class="pair-objections">
          <p lang={sentence.language} dir={directionOf(sentence.language)}>
            {sentence.translated}
          </p>
          <ObjectionBeside objected={[sentence]} when={props.when} />
        </div>
      ))}
    </>
  );
}
