/** A live story at the desk, made for a phone in the street: write and send on top, then what waits, then what is out. */
import { directionOf } from '../../kit/language-tag.ts';
import { type DeskKey, DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { dayAndTime, englishName } from '../views/words.ts';
import { EntryLine } from './entry-line.tsx';
import type { LivePageProps } from './live-props.ts';
import { WriteForm } from './write-form.tsx';

const keys: DeskKey[] = [
  { keys: ['Ctrl Enter'], does: 'send the entry', foot: true },
  { keys: ['j', 'k'], does: 'next and previous entry', foot: true },
  { keys: ['i'], does: 'write an entry', foot: true },
  { keys: ['m'], does: 'key moment, or none', foot: true },
  { keys: ['p'], does: 'pin it, or take it down', foot: true },
  { keys: ['c'], does: 'correct it', foot: true },
  { keys: ['l'], does: 'let out what waits' },
  { keys: ['s'], does: 'make a story of it' },
  { keys: ['v'], does: 'see it as readers do' },
  { keys: ['x'], does: 'withdraw it…, or drop what waits' },
  { keys: ['Enter'], does: 'open the entry, with every state it had' },
  { keys: ['Esc'], does: 'out of the field, so that single keys work' },
];

export function DeskLivePage(props: LivePageProps) {
  const { frame, story, edition, shown } = props;
  return (
    <DeskPage
      {...frame}
      title={`Live: ${edition.headline || story.slug}`}
      current="stories"
      scripts={['entries']}
      keys={keys}
    >
      <Head {...props} />
      {shown.done && <Notice kind="good">{shown.done}</Notice>}
      {shown.offer && (
        <Notice kind="good">
          The engine’s words stand in the form of the <a href={`#entry-${shown.offer.entryId}`}>entry</a>.
          Read them, and put it right: until then readers have what they had.
        </Notice>
      )}
      {shown.refused && <Notice kind="bad">{shown.refused.words}</Notice>}
      {shown.refusedAct && <Notice kind="bad">{shown.refusedAct.words}</Notice>}
      <WriteForm {...props} />
      <section class="unsent" data-unsent hidden aria-live="polite">
        <h2>Not sent yet</h2>
        <ol data-unsent-list />
      </section>
      <div
        id="live-entries"
        class="live-entries"
        data-live="stories"
        data-of-story={story.id}
        data-live-from={`/desk/live/${story.id}?edition=${edition.id}`}
      >
        {props.waiting.length > 0 && <Waiting {...props} />}
        {props.stale.length > 0 && <Stale {...props} />}
        <Entries {...props} />
      </div>
      <div
        id="live-end"
        data-live="stories"
        data-of-story={story.id}
        data-live-from={`/desk/live/${story.id}?edition=${edition.id}`}
      >
        <EndPart {...props} />
      </div>
    </DeskPage>
  );
}

function Head({ story, edition, editions, coverage, when }: LivePageProps) {
  const path = story.editions.find(({ id }) => id === edition.id)?.path ?? null;
  return (
    <>
      <div class="page-head">
        <h1 lang={edition.language} dir={directionOf(edition.language)}>
          {edition.headline || story.slug}
        </h1>
        <div class="actions">
          <a class="btn quiet" href={`/desk/stories/${story.id}`}>
            Summary and story
          </a>
          {path && story.status === 'published' && (
            <a class="btn quiet" href={path}>
              As readers see it
            </a>
          )}
        </div>
      </div>
      <p
        class="dim live-now"
        id="live-state"
        data-live="stories"
        data-of-story={story.id}
        data-live-from={`/desk/live/${story.id}?edition=${edition.id}`}
      >
        <span>{stateOf({ story, coverage, when })}</span>
        {editions.length > 1 &&
          editions.map(({ id, language }) => (
            <a
              key={id}
              href={`/desk/live/${story.id}?edition=${id}`}
              aria-current={id === edition.id ? 'page' : undefined}
            >
              {englishName(language)}
            </a>
          ))}
      </p>
    </>
  );
}

function stateOf({ story, coverage, when }: Pick<LivePageProps, 'story' | 'coverage' | 'when'>): string {
  if (story.status !== 'published')
    return `The story is ${story.status}: what is written now goes out with it.`;
  if (!coverage) return 'Nothing has been written yet.';
  if (coverage.endedAt !== null)
    return `Ended ${dayAndTime(coverage.endedAt, when)}. What is sent now waits.`;
  return `Live since ${dayAndTime(coverage.startedAt, when)}.`;
}

function Waiting(props: LivePageProps) {
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">Waits for an editor</h2>
      {props.waiting.map((entry) => (
        <EntryLine key={entry.id} {...props} entry={entry} />
      ))}
      <AllRead {...props} />
    </section>
  );
}

const MANY = 3; // translations that wait: from then on there is one button for all that stand above it

/** Each as it stands on this page: what is written anew meanwhile is none of those that were read. */
function AllRead({ frame, story, waiting, mayShow }: LivePageProps) {
  const translated = waiting.filter(({ originalId }) => originalId !== null);
  if (!mayShow || translated.length < MANY) return null;
  return (
    <form method="post" action={`/desk/live/${story.id}/out`} class="actions all-read">
      <FormToken form={frame.form} />
      {translated.map(({ id, takeId }) => (
        <input key={id} type="hidden" name="read" value={`${id} ${takeId}`} />
      ))}
      <button type="submit" class="quiet">
        I have read all {translated.length} translations: let them out
      </button>
    </form>
  );
}

function Stale(props: LivePageProps) {
  return (
    <section aria-labelledby="stale">
      <h2 id="stale">Translations whose original reads otherwise since</h2>
      {props.stale.map((entry) => (
        <EntryLine key={entry.id} {...props} entry={entry} />
      ))}
    </section>
  );
}

function Entries(props: LivePageProps) {
  const { entries, older, isLater, story, edition } = props;
  const here = `/desk/live/${story.id}?edition=${edition.id}`;
  const above = new Set(props.stale.map(({ id }) => id));
  return (
    <section aria-labelledby="out">
      <h2 id="out">{isLater ? 'Earlier entries' : 'Entries'}</h2>
      {entries.length === 0 && <p class="empty">Nothing has been written yet.</p>}
      {entries
        .filter(({ id }) => !above.has(id))
        .map((entry) => (
          <EntryLine key={entry.id} {...props} entry={entry} />
        ))}
      <Untranslated {...props} />
      {(older !== null || isLater) && (
        <p class="actions">
          {older !== null && (
            <a class="btn quiet" href={`${here}&before=${older}`}>
              Earlier entries
            </a>
          )}
          {isLater && (
            <a class="btn quiet" href={here}>
              To the newest
            </a>
          )}
        </p>
      )}
    </section>
  );
}

/** What was told in the original before there was this edition: only its newest are translated unasked. */
function Untranslated({ frame, story, edition, untranslated, mayShow }: LivePageProps) {
  if (untranslated === 0) return null;
  const many = untranslated === 1 ? '1 entry is' : `${untranslated} entries are`;
  return (
    <form method="post" action={`/desk/live/${story.id}/older`} class="untranslated">
      <FormToken form={frame.form} />
      <input type="hidden" name="editionId" value={edition.id} />
      <p class="dim">
        {many} not in this language yet. What is let out now stands above what is out already, with the time
        of its original.
      </p>
      {mayShow && (
        <button type="submit" class="quiet">
          Translate {untranslated === 1 ? 'it' : 'them'} too
        </button>
      )}
    </form>
  );
}

/** The end, with the summary that stands on top from then on. */
function EndPart({ frame, story, edition, coverage, mayShow, shown }: LivePageProps) {
  if (!mayShow || !coverage) return null;
  if (coverage.endedAt !== null)
    return (
      <form method="post" action={`/desk/live/${story.id}/resume`} class="inline">
        <FormToken form={frame.form} />
        <button type="submit" class="quiet">
          Go on with it
        </button>
      </form>
    );
  const typed = shown.refusedAct?.entryId === '' ? shown.refusedAct.typed : {};
  return (
    <details class="more" open={shown.refusedAct?.entryId === ''}>
      <summary>End the live story…</summary>
      <form method="post" action={`/desk/live/${story.id}/end`} class="form">
        <FormToken form={frame.form} />
        <input type="hidden" name="editionId" value={edition.id} />
        <Field label="Headline" name="end-headline">
          <input id="end-headline" name="headline" dir="auto" value={typed.headline ?? edition.headline} />
        </Field>
        <Field
          label="Summary"
          name="summary"
          hint="What stands on top from now on: what happened, in the end."
        >
          <textarea id="summary" name="summary" rows={6} dir="auto">
            {typed.summary ?? edition.summary}
          </textarea>
        </Field>
        <Field label="All the same, because" name="end-override" hint="Only where a check stops it.">
          <input id="end-override" name="override" dir="auto" value={typed.override ?? ''} />
        </Field>
        <div class="actions">
          <button type="submit" data-ask="End the live story? It stays readable, and it can go on again.">
            End it
          </button>
        </div>
      </form>
    </details>
  );
}
