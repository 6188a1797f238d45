/** One entry at the desk, with what can be done about it. */
import type { MomentFate } from '../../alerts/moment-fates.ts';
import { entryPath, entryTitle, type LiveEntry } from '../../entries/entry.ts';
import { htmlToCopyText } from '../../kit/copy-text.ts';
import { directionOf } from '../../kit/language-tag.ts';
import { dressedBody } from '../../views/dressed-body.tsx';
import { markup } from '../../views/markup.ts';
import { Field, FormToken } from '../views/desk-layout.tsx';
import { dayAndTime, englishName } from '../views/words.ts';
import type { LivePageProps } from './live-props.ts';

type Props = LivePageProps & { entry: LiveEntry };

export function EntryLine(props: Props) {
  const { entry, story, when, moments } = props;
  const language = languageIn(props, entry);
  const page = `/desk/live/${story.id}/entries/${entry.id}`;
  return (
    <article class="entry-line" id={`entry-${entry.id}`} data-row tabIndex={-1}>
      <p class="entry-line-head">
        <a href={page}>
          <time>{dayAndTime(entry.at, when)}</time>
        </a>{' '}
        {entry.byline !== '' && <bdi class="dim">{entry.byline}</bdi>}{' '}
        {entry.isKey && <span class="tag">key moment</span>}{' '}
        {entry.isPinned && <span class="tag">pinned</span>}{' '}
        {entry.originalId && <span class="tag">translated into {englishName(language)}</span>}{' '}
        {entry.source && (
          <span class="tag source">
            <bdi>{entry.source.name}</bdi>
          </span>
        )}{' '}
        <Moment fate={moments.get(entry.id)} when={when} />{' '}
        {entry.withdrawn && <span class="tag live">withdrawn</span>}
      </p>
      <div lang={language} dir={language === 'und' ? 'auto' : directionOf(language)}>
        {entry.headline !== '' && <h3>{entry.headline}</h3>}
        {entry.withdrawn ? (
          <p>{entry.withdrawn.notice}</p>
        ) : (
          <div class="entry-words" {...markup(dressedBody(entry.bodyHtml, { media: entry.media }))} />
        )}
        {entry.picture && (
          <img src={entry.picture.card} alt={entry.picture.alt} class="entry-thumb" loading="lazy" />
        )}
        {entry.statements.map(({ id, speaker, standing }) => (
          <p key={id} class="dim" lang="en" dir="ltr">
            <bdi>{speaker.name}</bdi>: {standing}
          </p>
        ))}
        <Corrections of={entry} when={when} />
      </div>
      {entry.originalId && (entry.state === 'waits' || entry.isStale) && <Beside {...props} />}
      <Acts {...props} />
    </article>
  );
}

const languageIn = ({ editions, edition }: Props, { editionId }: LiveEntry): string =>
  [...editions, edition].find(({ id }) => id === editionId)?.language ?? 'und';

/** What it is a translation of, as that reads now, and what the checks find between the two. */
function Beside(props: Props) {
  const { entry, originals, findings, when } = props;
  const original = originals.get(entry.originalId ?? '');
  if (!original) return null;
  const language = languageIn(props, original);
  const found = findings.get(entry.id) ?? [];
  return (
    <div class="entry-original">
      <p class="small dim">
        {englishName(language)}, {dayAndTime(original.at, when)}
      </p>
      <div lang={language} dir={language === 'und' ? 'auto' : directionOf(language)}>
        {original.headline !== '' && <h4>{original.headline}</h4>}
        <div class="entry-words" {...markup(dressedBody(original.bodyHtml, { media: original.media }))} />
        <Corrections of={original} when={when} />
      </div>
      {found.map((message, at) => (
        <p key={at} class="small unsure">
          {message}
        </p>
      ))}
    </div>
  );
}

function Corrections({ of, when }: { of: LiveEntry; when: Props['when'] }) {
  return (
    <>
      {of.corrections.map(({ notice, at }) => (
        <p key={at} class="small">
          <bdi lang="en" dir="ltr">
            <b>Corrected {dayAndTime(at, when)}.</b>
          </bdi>{' '}
          {notice}
        </p>
      ))}
    </>
  );
}

/** Whether those who follow were told of a key moment; where not, why. */
function Moment({ fate, when }: { fate: MomentFate | undefined; when: Props['when'] }) {
  if (!fate) return null;
  if (fate.is === 'waits') return <span class="dim">to be told, with what comes within ten minutes</span>;
  if (fate.is === 'untold') return <span class="unsure">not told: {fate.why}</span>;
  return <span class="dim">told{fate.at === null ? '' : ` ${dayAndTime(fate.at, when)}`}</span>;
}

function Acts(props: Props) {
  const { entry, story, mayShow, you, edition } = props;
  if (entry.withdrawn) return null;
  const path = story.editions.find(({ id }) => id === edition.id)?.path ?? null;
  if (entry.state === 'waits')
    return (
      <div class="actions">
        {mayShow && (
          <OneButton
            {...props}
            act="out"
            words={entry.originalId ? 'I have read it: let it out' : 'Let it out'}
            rowKey="l"
          />
        )}
        {(mayShow || entry.byId === you) && (
          <OneButton
            {...props}
            act="drop"
            words="Drop"
            rowKey="x"
            ask="Drop the entry? It goes out to nobody."
            quiet
          />
        )}
        <Correction {...props} />
        <AskAgain {...props} />
      </div>
    );
  return (
    <div class="actions">
      {mayShow && <Correction {...props} />}
      {mayShow && entry.isStale && <AskAgain {...props} />}
      {mayShow && (
        <OneButton
          {...props}
          act={entry.isKey ? 'unkey' : 'key'}
          words={entry.isKey ? 'No key moment' : 'Key moment'}
          rowKey="m"
          quiet
        />
      )}
      {mayShow && (
        <OneButton
          {...props}
          act={entry.isPinned ? 'unpin' : 'pin'}
          words={entry.isPinned ? 'Take down' : 'Pin'}
          rowKey="p"
          quiet
        />
      )}
      <OneButton {...props} act="story" words="Make a story" rowKey="s" quiet />
      {path && story.status === 'published' && entry.number !== null && (
        <a
          class="btn quiet small"
          href={entryPath(path, entry.number)}
          data-row-key="v"
          aria-keyshortcuts="v"
          aria-label={`As readers see it: ${entryTitle(entry, edition.language)}`}
        >
          See it
        </a>
      )}
      {mayShow && <Withdrawal {...props} />}
    </div>
  );
}

function OneButton({
  frame,
  story,
  entry,
  act,
  words,
  rowKey,
  ask,
  quiet = false,
}: Props & { act: string; words: string; rowKey?: string; ask?: string; quiet?: boolean }) {
  return (
    <form method="post" action={`/desk/live/${story.id}/entries/${entry.id}/${act}`} class="inline">
      <FormToken form={frame.form} />
      {act === 'out' && <input type="hidden" name="takeId" value={entry.takeId} />}
      <button
        type="submit"
        class={quiet ? 'quiet small' : 'small'}
        data-row-key={rowKey}
        aria-keyshortcuts={rowKey}
        data-ask={ask}
      >
        {words}
      </button>
    </form>
  );
}

/** Whichever engine the editor wants; the words of an entry that readers have change only once a person has read the answer. */
function AskAgain({ frame, story, entry, engines }: Props) {
  const able = engines.get(entry.editionId) ?? [];
  const [first] = able;
  if (entry.originalId === null || !first) return null;
  return (
    <form method="post" action={`/desk/live/${story.id}/entries/${entry.id}/again`} class="inline ask-again">
      <FormToken form={frame.form} />
      {able.length > 1 && (
        <select name="engineId" aria-label="Engine">
          {able.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <button type="submit" class="quiet small">
        {able.length > 1 ? 'Ask it again' : `Ask ${first.name} again`}
      </button>
    </form>
  );
}

/** In place: the words, and what readers are told was wrong. Without a notice it is put right in silence. */
function Correction({ frame, story, entry, shown }: Props) {
  const refused = shown.refusedAct?.entryId === entry.id ? shown.refusedAct.typed : {};
  const offered = shown.offer?.entryId === entry.id ? shown.offer.typed : refused;
  const typed = 'text' in offered ? offered : null;
  const id = (name: string) => `${name}-${entry.id}`;
  return (
    <details class="more" open={typed !== null}>
      <summary class="btn quiet small" data-row-key="c" aria-keyshortcuts="c">
        {entry.state === 'waits' ? 'Change' : 'Correct'}
      </summary>
      <form method="post" action={`/desk/live/${story.id}/entries/${entry.id}/correction`} class="form">
        <FormToken form={frame.form} />
        <Field label="Headline" name={id('headline')}>
          <input id={id('headline')} name="headline" dir="auto" value={typed?.headline ?? entry.headline} />
        </Field>
        <Field label="Words" name={id('text')}>
          <textarea id={id('text')} name="text" rows={4} dir="auto">
            {typed?.text ?? htmlToCopyText(entry.bodyHtml)}
          </textarea>
        </Field>
        {entry.picture && (
          <label class="check">
            <input type="checkbox" name="withoutPicture" value="yes" /> Take the picture out
          </label>
        )}
        {entry.state === 'out' && (
          <Field
            label="What was wrong, and what is right"
            name={id('notice')}
            hint="Readers see it under the entry. Empty for a slip of the pen."
          >
            <input id={id('notice')} name="notice" dir="auto" value={typed?.notice ?? ''} />
          </Field>
        )}
        {typed !== null && typed === refused && (
          <Field label="All the same, because" name={id('override')}>
            <input id={id('override')} name="override" dir="auto" value={typed.override ?? ''} />
          </Field>
        )}
        <div class="actions">
          <button type="submit">Put it right</button>
        </div>
      </form>
    </details>
  );
}

function Withdrawal({ frame, story, entry }: Props) {
  const id = `withdraw-${entry.id}`;
  return (
    <details class="more">
      <summary class="btn quiet small" data-row-key="x" aria-keyshortcuts="x">
        Withdraw
      </summary>
      <form method="post" action={`/desk/live/${story.id}/entries/${entry.id}/withdrawal`} class="form">
        <FormToken form={frame.form} />
        <Field label="What readers are told in its place" name={id}>
          <input id={id} name="notice" dir="auto" required />
        </Field>
        <div class="actions">
          <button type="submit" class="danger">
            Withdraw it
          </button>
        </div>
      </form>
    </details>
  );
}
