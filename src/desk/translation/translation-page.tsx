/** The two columns: every sentence of the original beside its translation, and between them what may have changed on the way. */
import { worthAsking } from '../../translation/compare-versions.ts';
import { reads } from '../../translation/engines.ts';
import type { DeskPair, DeskTranslation } from '../../translation/read-translation.ts';
import { ObjectedBefore } from '../replies/objections-page.tsx';
import { DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { counted, englishName } from '../views/words.ts';
import { PairLine } from './pair-row.tsx';
import { TranslationLines } from './translation-lines.tsx';
import { ReadingPart } from './translation-reading.tsx';
import { pathOf, type TranslationProps } from './translation-view.ts';

export function TranslationPage(props: TranslationProps) {
  const { frame, translation, done, refused } = props;
  return (
    <DeskPage
      {...frame}
      title={`${englishName(translation.language)}: ${translation.slug}`}
      current="stories"
      scripts={['translation']}
      keys={[
        { keys: ['Alt ↓', 'Alt ↑'], does: 'next sentence, sentence before', foot: true },
        { keys: ['Ctrl Enter'], does: 'keep the sentence', foot: true },
        { keys: ['F8'], does: 'next finding', foot: true },
        { keys: ['Ctrl Alt Enter'], does: 'put the suggestion in' },
        { keys: ['Ctrl Alt D'], does: 'settle the finding, with a reason' },
        { keys: ['Ctrl Alt E'], does: 'ask another engine', foot: true },
        { keys: ['Alt 1', 'Alt 2'], does: 'keep the first version, take the second' },
      ]}
      foot={<ColumnsStanding {...translation} />}
    >
      <div class="page-head">
        <h1>
          {englishName(translation.originalLanguage)} into {englishName(translation.language)}
        </h1>
        <div class="actions">
          <a class="btn quiet" href={`/desk/stories/${translation.storyId}`}>
            The story
          </a>
        </div>
      </div>
      {done && <Notice kind="good">{done}</Notice>}
      {refused && <Notice kind="bad">{[refused.words, ...Object.values(refused.fields)].join(' ')}</Notice>}
      <State {...props} />
      <ObjectedBefore objected={props.objected} pairs={translation.pairs} when={props.when} />
      <TranslationLines {...props} />
      <ol class="pairs" data-pairs={pathOf(translation)}>
        {translation.pairs.map((pair, index) => (
          <PairLine key={pair.id} {...props} pair={pair} index={index} />
        ))}
      </ol>
      <ReadingPart {...props} />
    </DeskPage>
  );
}

export function ColumnsStanding({ open, stale, critical, read }: DeskTranslation) {
  const said = [
    open > 0 ? `${open} open` : '',
    stale > 0 ? `${stale} stale` : '',
    critical > 0 ? `${critical} critical` : '',
    read ? `read by ${read.name}` : 'not read yet',
  ].filter((words) => words !== '');
  return <span class={read && open + stale + critical === 0 ? 'gate open' : 'gate'}>{said.join(' · ')}</span>;
}

/** What the engines are at, or why they stopped; the copy is here all the same. And what a second engine may settle. */
export function State(props: TranslationProps) {
  const { translation } = props;
  const { state, failureWords, open, pairs } = translation;
  return (
    <div id="translation-state">
      {state === 'translating' && (
        <Notice kind="unsure">
          An engine is translating: {pairs.length - open} of {counted(pairs.length, 'sentence')} so far. They
          appear here as they come; you may write already.
        </Notice>
      )}
      {state !== 'translating' && open > 0 && (
        <div class="notice unsure" role="status">
          <p>
            {failureWords ?? 'Some sentences are not translated.'} {counted(open, 'sentence')}{' '}
            {open === 1 ? 'is' : 'are'} open.
          </p>
          <Ask {...props} path="open" words="Ask the engines again" />
        </div>
      )}
      {state !== 'translating' && open === 0 && failureWords && <Notice kind="unsure">{failureWords}</Notice>}
      {state !== 'translating' && <Doubted {...props} />}
      {state !== 'translating' && <Eye {...props} />}
    </div>
  );
}

/** Sentences about whose number, name or “not” a finding stands: another engine has read the same original. */
function Doubted(props: TranslationProps) {
  const { translation, engines } = props;
  const doubted = translation.pairs.filter(isDoubted).length;
  if (doubted === 0 || engines.filter((engine) => !engine.isPaused && !reads(engine)).length < 2) return null;
  const words = `Ask another engine about ${counted(doubted, 'doubted sentence')}`;
  return <Ask {...props} path="second-versions" words={words} />;
}

/** The reader's eye, where one is set up: it reads what has changed since. */
function Eye(props: TranslationProps) {
  const eye = props.engines.find((engine) => reads(engine) && !engine.isPaused);
  if (!eye || props.translation.pairs.every(({ targetText }) => targetText === '')) return null;
  return <Ask {...props} path="eye" words={`Have ${eye.name} read what it has not read`} />;
}

const isDoubted = ({ findings, second }: DeskPair): boolean =>
  second === null && findings.some(({ check, settled }) => settled === null && worthAsking.has(check));

function Ask({ translation, frame, path, words }: TranslationProps & { path: string; words: string }) {
  return (
    <form method="post" action={`${pathOf(translation)}/${path}`} class="actions" data-in-place>
      <FormToken form={frame.form} />
      <button type="submit" class="small quiet">
        {words}
      </button>
    </form>
  );
}
