/** The two columns: every sentence of the original beside its translation, and between them what may have changed on the way. */
import { htmlToCopyText } from '../kit/copy-text.ts';
import type { Refusal } from '../kit/refusal.ts';
import type { ObjectedTo } from '../replies/read-objections.ts';
import type { DeskStory } from '../stories/desk-read.ts';
import type { EngineState } from '../translation/engines.ts';
import type {
  DeskFinding,
  DeskPair,
  DeskTranslation,
  TranslationReceipt,
} from '../translation/read-translation.ts';
import { type DeskFrame, DeskPage, FormToken, Notice } from './desk-layout.tsx';
import { ObjectionBeside } from './objections-page.tsx';
import { TranslationReading } from './translation-reading.tsx';
import { languageName, type When } from './words.ts';

export interface TranslationProps {
  frame: DeskFrame;
  when: When;
  story: DeskStory;
  translation: DeskTranslation;
  /** What readers say is wrong, and nobody has weighed. */
  objected: ObjectedTo[];
  receipt: TranslationReceipt;
  engines: EngineState[];
  done?: string | undefined;
  refused?: Refusal | undefined;
}

export function TranslationPage(props: TranslationProps) {
  const { frame, story, translation, done, refused } = props;
  return (
    <DeskPage
      {...frame}
      title={`${languageName(translation.language)}: ${story.slug}`}
      current="stories"
      scripts={['translation']}
      keys={[
        { keys: ['Alt ↓', 'Alt ↑'], does: 'next sentence, sentence before', foot: true },
        { keys: ['Ctrl Enter'], does: 'keep the sentence', foot: true },
        { keys: ['F8'], does: 'next finding', foot: true },
        { keys: ['Ctrl Alt D'], does: 'settle the finding, with a reason' },
      ]}
      foot={<Standing {...translation} />}
    >
      <div class="page-head">
        <h1>
          {languageName(translation.originalLanguage)} into {languageName(translation.language)}
        </h1>
        <div class="actions">
          <a class="btn quiet" href={`/desk/stories/${story.id}`}>
            The story
          </a>
        </div>
      </div>
      {done && <Notice kind="good">{done}</Notice>}
      {refused && <Notice kind="bad">{[refused.words, ...Object.values(refused.fields)].join(' ')}</Notice>}
      <State {...props} />
      <ol class="pairs">
        {translation.pairs.map((pair, index) => (
          <PairRow key={pair.id} {...props} pair={pair} index={index} />
        ))}
      </ol>
      <TranslationReading {...props} />
    </DeskPage>
  );
}

function Standing({ open, stale, critical, read }: DeskTranslation) {
  const said = [
    open > 0 ? `${open} open` : '',
    stale > 0 ? `${stale} stale` : '',
    critical > 0 ? `${critical} critical` : '',
    read ? `read by ${read.name}` : 'not read yet',
  ].filter((words) => words !== '');
  return <span class={read && open + stale + critical === 0 ? 'gate open' : 'gate'}>{said.join(' · ')}</span>;
}

/** What the engines are at, or why they stopped; the copy is here all the same. */
function State({ translation, frame }: TranslationProps) {
  const { state, failureWords, open, storyId, editionId } = translation;
  if (state === 'translating') {
    return (
      <div
        id="translation-state"
        data-live="stories"
        data-live-from={`/desk/stories/${storyId}/translation/${editionId}`}
      >
        <Notice kind="unsure">
          An engine is translating. What it has done appears here; you may write already.
        </Notice>
      </div>
    );
  }
  if (open === 0) return <div id="translation-state" />;
  return (
    <div id="translation-state" class="notice unsure" role="status">
      <p>
        {failureWords ?? 'Some sentences are not translated.'} {open}{' '}
        {open === 1 ? 'sentence is' : 'sentences are'} open.
      </p>
      <form method="post" action={`/desk/stories/${storyId}/translation/${editionId}/open`} class="actions">
        <FormToken form={frame.form} />
        <button type="submit" class="small">
          Ask the engines again
        </button>
      </form>
    </div>
  );
}

type RowProps = TranslationProps & { pair: DeskPair; index: number };

function PairRow(props: RowProps) {
  const { pair, translation } = props;
  const classes = ['pair', pair.staleHtml === null ? '' : 'stale', pair.state === 'dropped' ? 'dropped' : ''];
  return (
    <li class={classes.filter((name) => name !== '').join(' ')} id={`pair-${pair.id}`}>
      <div class="pair-source" lang={translation.originalLanguage} dir="auto">
        <Original pair={pair} />
      </div>
      <div class="pair-target">
        <Sentence {...props} />
        <ObjectionBeside objected={ofPair(props)} when={props.when} />
        <Findings {...props} />
        <More {...props} />
      </div>
    </li>
  );
}

const ofPair = ({ objected, pair }: RowProps) => objected.filter(({ pairId }) => pairId === pair.id);

function Original({ pair }: { pair: DeskPair }) {
  if (pair.staleHtml === null) return <p dangerouslySetInnerHTML={{ __html: pair.sourceHtml }} />;
  const isNew = pair.staleHtml === pair.sourceHtml;
  return (
    <>
      {!isNew && (
        <p class="was">
          <del dangerouslySetInnerHTML={{ __html: pair.sourceHtml }} />
        </p>
      )}
      <p dangerouslySetInnerHTML={{ __html: pair.staleHtml }} />
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

function Sentence({ pair, translation, frame, index }: RowProps) {
  const id = `sentence-${pair.id}`;
  if (pair.state === 'dropped') {
    return <p class="dim">Left out: {pair.reason}</p>;
  }
  return (
    <form method="post" action={`${pathOf(translation)}/${pair.id}`} class="pair-form" data-pair>
      <FormToken form={frame.form} />
      <input type="hidden" name="basedOn" value={translation.takeId} />
      <label class="unseen" for={id}>
        Sentence {index + 1}
      </label>
      <textarea id={id} name="text" rows={rowsOf(pair)} lang={translation.language} dir="auto">
        {htmlToCopyText(`<p>${pair.targetHtml}</p>`)}
      </textarea>
      <div class="pair-foot">
        <button type="submit" class="small quiet" name="do" value="write">
          Keep
        </button>
        <span class="dim small">
          {stateWords(pair)}
          {pair.marksLost && ' · links or emphasis were lost'}
        </span>
      </div>
    </form>
  );
}

function pathOf({ storyId, editionId }: DeskTranslation): string {
  return `/desk/stories/${storyId}/translation/${editionId}/sentences`;
}

const ROW = 60; // characters on a line of the column

function rowsOf({ targetText, sourceText }: DeskPair): number {
  return Math.max(1, Math.ceil(Math.max(targetText.length, sourceText.length) / ROW));
}

function stateWords(pair: DeskPair): string {
  if (pair.state === 'added') return `added: ${pair.reason}`;
  if (pair.state === 'untranslated') return 'open';
  if (pair.state === 'memory') return 'from what we published';
  return pair.state === 'machine' ? (pair.engine ?? 'an engine') : 'the desk';
}

function Findings(props: RowProps) {
  const standing = props.pair.findings.filter((finding) => finding.settled === null);
  if (standing.length === 0) return null;
  return (
    <ul class="pair-findings">
      {standing.map((finding) => (
        <li key={finding.check + finding.words} class={finding.severity} tabindex={-1} data-finding>
          <span class="pair-finding-words">{finding.message}</span>
          <Settle {...props} finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function Settle({ pair, translation, frame, finding }: RowProps & { finding: DeskFinding }) {
  return (
    <details class="settle">
      <summary>It is right</summary>
      <form method="post" action={`${pathOf(translation)}/${pair.id}`} class="inline">
        <FormToken form={frame.form} />
        <input type="hidden" name="check" value={finding.check} />
        <input type="hidden" name="words" value={finding.words} />
        <label>
          Because <input name="reason" required maxlength={200} />
        </label>
        <button type="submit" class="small" name="do" value="settle">
          Settle
        </button>
      </form>
    </details>
  );
}

function More({ pair, translation, frame, engines, index }: RowProps) {
  const action = `${pathOf(translation)}/${pair.id}`;
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
