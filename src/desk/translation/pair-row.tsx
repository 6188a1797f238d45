/** One line of the two columns: the original, its translation to write in, what the checks found, and what can be done with it. */
import type { Block } from '../../kit/body-shape.ts';
import { escapeText } from '../../kit/safe-html.ts';
import { type Disagreement, stretches } from '../../translation/compare-versions.ts';
import { bareKind, framePlace } from '../../translation/frame-units.ts';
import type { DeskPair, DeskTranslation } from '../../translation/read-translation.ts';
import { sentenceForm } from '../../translation/sentence-units.ts';
import { markup } from '../../views/markup.ts';
import { ObjectionBeside } from '../replies/objections-page.tsx';
import { FormToken } from '../views/desk-layout.tsx';
import { PairFindings } from './pair-findings.tsx';
import { pathOf, type RowProps } from './translation-view.ts';

export function PairLine(props: RowProps) {
  const { pair, translation } = props;
  const classes = ['pair', pair.staleHtml === null ? '' : 'stale', pair.state === 'dropped' ? 'dropped' : ''];
  return (
    <li
      class={classes.filter((name) => name !== '').join(' ')}
      id={`pair-${pair.id}`}
      data-kind={framePlace(pair.kind) ? 'frame' : bareKind(pair.kind)}
      data-stamp={stampOf(props)}
    >
      <div class="pair-source" lang={translation.originalLanguage} dir="auto">
        <Frame kind={pair.kind} />
        <Original pair={pair} />
        {pair.sourceHtml.includes('role="doc-noteref"') && (
          <p class="dim small" lang="en" dir="ltr">
            {marksIn(pair.sourceHtml)} in the translation is the mark of the footnote.
          </p>
        )}
      </div>
      <div class="pair-target">
        <Sentence {...props} />
        <More {...props} />
        <ObjectionBeside objected={ofPair(props)} when={props.when} />
        <PairFindings {...props} />
        <Second {...props} />
      </div>
    </li>
  );
}

/** Another whenever the row would be shown otherwise. */
export function stampOf(props: RowProps): string {
  const { pair, translation, index } = props;
  const objections = ofPair(props).map(({ state, words }) => `${state}${words.length}`);
  return [pair.stamp, index, translation.state === 'translating' ? 't' : '', ...objections].join('.');
}

const ofPair = ({ objected, pair }: RowProps) => objected.filter(({ pairId }) => pairId === pair.id);

const FRAMES: Partial<Record<Block['kind'], string>> = {
  figure: 'Picture',
  gallery: 'Gallery',
  video: 'Film',
  audio: 'Sound',
  table: 'Table, cell by cell',
  embed: 'Post from elsewhere',
  pull: 'Drawn out',
  box: 'Box',
  notes: 'Footnotes',
};

/** Over the first line of a block that is more than words: what it is. */
function Frame({ kind }: { kind: string }) {
  const name = FRAMES[framePlace(kind)?.shape?.kind ?? 'p'];
  return name ? (
    <p class="dim small" lang="en" dir="ltr">
      {name}
    </p>
  ) : null;
}

/** As they are typed. */
function marksIn(html: string): string {
  return [...html.matchAll(/href="#fn-(\d{1,3})"/g)].map(([, number]) => `[^${number}]`).join(', ');
}

function Original({ pair }: { pair: DeskPair }) {
  if (pair.staleHtml === null) return <OriginalNow pair={pair} />;
  const isNew = pair.staleHtml === pair.sourceHtml;
  return (
    <>
      {!isNew && (
        <p class="was">
          <del {...markup(pair.sourceHtml)} />
        </p>
      )}
      <p {...markup(pair.staleHtml)} />
      <p class="unsure small" lang="en" dir="ltr">
        {pair.staleHtml === ''
          ? 'The original says this no more.'
          : isNew
            ? 'New in the original.'
            : 'The original says this now.'}
      </p>
    </>
  );
}

/** With what the findings speak of marked in it, where it has no marks of its own. */
function OriginalNow({ pair: { sourceHtml, sourceText, findings } }: { pair: DeskPair }) {
  const spans = findings.flatMap(({ source, settled }) => (source && settled === null ? [source] : []));
  if (spans.length === 0 || sourceHtml !== escapeText(sourceText)) return <p {...markup(sourceHtml)} />;
  return (
    <p>
      <Marked text={sourceText} marks={spans} />
    </p>
  );
}

function Sentence({ pair, translation, frame, index }: RowProps) {
  const id = `sentence-${pair.id}`;
  if (pair.state === 'dropped') {
    return <p class="dim">Left out: {pair.reason}</p>;
  }
  return (
    <form method="post" action={`${pathOf(translation)}/sentences/${pair.id}`} class="pair-form" data-pair>
      <FormToken form={frame.form} />
      <input type="hidden" name="basedOn" value={translation.takeId} />
      <label class="unseen" for={id}>
        Sentence {index + 1}
      </label>
      <textarea
        id={id}
        name="text"
        rows={rowsOf(pair)}
        lang={translation.language}
        dir="auto"
        placeholder=" "
      >
        {sentenceForm(pair.targetHtml)}
      </textarea>
      <div class="pair-foot">
        <button type="submit" class="small quiet" name="do" value="write">
          Save
        </button>
        <span class="dim small">
          {stateWords(pair, translation.state)}
          {pair.marksLost && ' · links or emphasis were lost'}
        </span>
      </div>
    </form>
  );
}

const ROW = 60; // characters on a line of the column

function rowsOf({ targetText, sourceText }: DeskPair): number {
  return Math.max(1, Math.ceil(Math.max(targetText.length, sourceText.length) / ROW));
}

function stateWords(pair: DeskPair, state: DeskTranslation['state']): string {
  if (pair.state === 'added') return `added: ${pair.reason}`;
  if (pair.state === 'untranslated') return state === 'translating' ? 'translating…' : 'open';
  if (pair.state === 'memory') return 'from what we published';
  return pair.state === 'machine' ? (pair.engine ?? 'an engine') : 'the desk';
}

/** What another engine says, beside what stands there: the editor chooses by a key. */
function Second({ pair, translation, frame }: RowProps) {
  if (!pair.second) return null;
  const { text, engine, disagreements } = pair.second;
  const marks = (side: 'here' | 'there') => disagreements.flatMap(({ [side]: span }) => (span ? [span] : []));
  return (
    <form
      method="post"
      action={`${pathOf(translation)}/sentences/${pair.id}`}
      class="second"
      aria-label="Two versions"
    >
      <FormToken form={frame.form} />
      <input type="hidden" name="basedOn" value={translation.takeId} />
      <p class="small">{disagreementWords(disagreements, pair.targetText === text)}</p>
      <dl>
        <dt>1 · {stateWords(pair, translation.state)}</dt>
        <dd lang={translation.language} dir="auto">
          <Marked text={pair.targetText} marks={marks('here')} />
        </dd>
        <dt>2 · {engine}</dt>
        <dd lang={translation.language} dir="auto">
          <Marked text={text} marks={marks('there')} />
        </dd>
      </dl>
      <div class="actions">
        <button type="submit" class="small quiet" name="do" value="first" data-first>
          Keep the first <kbd>Alt 1</kbd>
        </button>
        <button type="submit" class="small" name="do" value="second" data-second>
          Take the second <kbd>Alt 2</kbd>
        </button>
      </div>
    </form>
  );
}

const aboutWords = { number: 'a number', name: 'a name', not: 'a “not”' } as const;

function disagreementWords(found: Disagreement[], isSame: boolean): string {
  if (isSame) return 'Another engine says the same, word for word.';
  const about = [...new Set(found.map((one) => aboutWords[one.about]))];
  if (about.length === 0) return 'Two engines agree on numbers, names and every “not”.';
  return `Two engines disagree on ${new Intl.ListFormat('en').format(about)}.`;
}

function Marked({ text, marks }: { text: string; marks: Parameters<typeof stretches>[1] }) {
  return (
    <>
      {stretches(text, marks).map((part, at) =>
        part.isMarked ? <mark key={at}>{part.text}</mark> : part.text,
      )}
    </>
  );
}

function More({ pair, translation, frame, engines, index }: RowProps) {
  const action = `${pathOf(translation)}/sentences/${pair.id}`;
  const others = engines.filter((engine) => !engine.isPaused);
  return (
    <details class="pair-more">
      <summary>More</summary>
      <form method="post" action={action} class="form">
        <FormToken form={frame.form} />
        <input type="hidden" name="basedOn" value={translation.takeId} />
        {others.length > 0 && pair.state !== 'added' && (
          <div class="actions">
            <select name="engine" aria-label="Engine">
              {others.map((engine) => (
                <option key={engine.id} value={engine.id}>
                  {engine.name}
                </option>
              ))}
            </select>
            <button type="submit" class="small quiet" name="do" value="again">
              Translate again
            </button>
            <button type="submit" class="small quiet" name="do" value="ask" data-ask-second>
              Ask another engine <kbd>Ctrl Alt E</kbd>
            </button>
          </div>
        )}
        <div class="actions">
          <button type="submit" class="small quiet" name="do" value="join">
            Join with the next
          </button>
          <button type="submit" class="small quiet" name="do" value="split">
            Split at the first stop
          </button>
          {index > 0 && (
            <button type="submit" class="small quiet" name="do" value="up">
              Move up
            </button>
          )}
          <button type="submit" class="small quiet" name="do" value="down">
            Move down
          </button>
        </div>
        <label>
          Reason <input name="reason" maxlength={200} />
        </label>
        <label>
          Sentence to add after it{' '}
          <input name="added" maxlength={2_000} lang={translation.language} dir="auto" />
        </label>
        <div class="actions">
          <button type="submit" class="small quiet" name="do" value="drop">
            Leave it out
          </button>
          <button type="submit" class="small quiet" name="do" value="add">
            Add
          </button>
        </div>
      </form>
    </details>
  );
}
