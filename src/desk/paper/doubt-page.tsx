/** One doubt of a move: the page as it stood there beside the story that it became here, and what is next. */

import { directionOf } from '../../kit/language-tag.ts';
import type { SafeHtml } from '../../kit/safe-html.ts';
import type { DoubtName, OpenDoubt } from '../../moving/desk-view.ts';
import { doubtNames } from '../../moving/doubt-names.ts';
import type { DeskEdition, DeskStory } from '../../stories/desk-read.ts';
import { markup } from '../../views/markup.ts';
import { type DeskFrame, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { counted, dayAndTime, type PageTime } from '../views/words.ts';
import { addressThere } from './moving-words.ts';

/** How much of each there is in a text: by that a person sees at a glance what is missing. */
export interface TextFacts {
  words: number;
  pictures: number;
  tables: number;
}

export interface DoubtPageProps {
  frame: DeskFrame;
  when: PageTime;
  open: OpenDoubt;
  /** How many there are with it. */
  total: number;
  /** The kind that is gone through; null for all. */
  kind: string | null;
  /** `picture`: its first one, where that is ours by now. */
  there: { html: SafeHtml; facts: TextFacts; picture: string | null } | null;
  here: { story: DeskStory; edition: DeskEdition; html: SafeHtml; facts: TextFacts } | null;
  done?: string | undefined;
}

export function DoubtPage(props: DoubtPageProps) {
  const { frame, open, total, kind, done } = props;
  const { doubt, place } = open;
  return (
    <DeskPage
      {...frame}
      title={doubtNames(doubt.code).short}
      current={null}
      keys={[
        { keys: ['s'], does: 'settled, and on', foot: true },
        { keys: ['['], does: 'the one before', foot: true },
        { keys: [']'], does: 'the next', foot: true },
        { keys: ['o'], does: 'open the page there' },
      ]}
    >
      <div class="page-head doubt-head">
        <div>
          <p class="meta-line">
            <a href={listHref(kind)}>Moving in</a>
            <span>
              {(place + 1).toLocaleString('en')} of {total.toLocaleString('en')}
            </span>
          </p>
          <h1>{doubtNames(doubt.code).short}</h1>
        </div>
        <Actions {...props} />
      </div>
      {done && <Notice kind="good">{done}</Notice>}
      <p class="lead" dir="auto">
        {doubt.words}
      </p>
      <div class="two-pages">
        <There {...props} />
        <Here {...props} />
      </div>
    </DeskPage>
  );
}

export const listHref = (kind: string | null): string =>
  kind === null ? '/desk/moving' : `/desk/moving?kind=${encodeURIComponent(kind)}`;

/** `kind`: what is gone through from there on. */
export function doubtHref({ origin, kind: of, foreignId, code }: DoubtName, kind: string | null): string {
  const query = new URLSearchParams({ origin, of, foreignId, code });
  if (kind !== null) query.set('kind', kind);
  return `/desk/moving/doubt?${query}`;
}

function Actions({ frame, open: { doubt, before, next }, kind }: DoubtPageProps) {
  return (
    <div class="actions">
      {before && (
        <a class="btn quiet" href={doubtHref(before, kind)} data-key="[" aria-keyshortcuts="[">
          Before
        </a>
      )}
      {next && (
        <a class="btn quiet" href={doubtHref(next, kind)} data-key="]" aria-keyshortcuts="]">
          Next
        </a>
      )}
      <form class="inline" method="post" action="/desk/moving/settle">
        <FormToken form={frame.form} />
        <DoubtFields doubt={doubt} kind={kind} />
        <input type="hidden" name="on" value="1" />
        <button type="submit" data-key="s" aria-keyshortcuts="s">
          Settled
        </button>
      </form>
    </div>
  );
}

/** Which doubt a form is about, and what is gone through. */
export function DoubtFields({ doubt, kind }: { doubt: DoubtName; kind: string | null }) {
  return (
    <>
      <input type="hidden" name="origin" value={doubt.origin} />
      <input type="hidden" name="of" value={doubt.kind} />
      <input type="hidden" name="foreignId" value={doubt.foreignId} />
      <input type="hidden" name="code" value={doubt.code} />
      {kind !== null && <input type="hidden" name="kind" value={kind} />}
    </>
  );
}

function There({ open: { doubt, original }, there, here, when }: DoubtPageProps) {
  const language = original?.language || here?.edition.language;
  return (
    <section class="one-page" aria-labelledby="there">
      <header>
        <h2 id="there">There</h2>
        <Address address={doubt.address} />
      </header>
      {!original || !there ? (
        <p class="empty">{doubt.kind === 'site' ? NO_PAGE : NOT_KEPT}</p>
      ) : (
        <article dir={language ? directionOf(language) : 'auto'} lang={language}>
          {original.headline !== '' && <h3 class="item-headline">{original.headline}</h3>}
          {original.dek !== '' && <p class="dek">{original.dek}</p>}
          <p class="meta-line">
            {original.byline !== '' && <bdi>{original.byline}</bdi>}
            {original.published !== null && <bdi>{dayAndTime(original.published, when)}</bdi>}
          </p>
          <Facts facts={there.facts} />
          {there.picture !== null && (
            <figure>
              <img src={there.picture} alt="" />
            </figure>
          )}
          <div class="body-text stood-there" {...markup(there.html)} />
          {original.isCut && <p class="dim">More of it stood there.</p>}
        </article>
      )}
    </section>
  );
}

const NO_PAGE = 'This is not about one page.';
const NOT_KEPT = 'What stood there is not at hand. Run the move again with the same files to see it here.';

function Address({ address }: { address: string | null }) {
  if (address === null) return null;
  const words = <bdi dir="ltr">{addressThere(address)}</bdi>;
  if (!/^https?:\/\//.test(address)) return <span class="meta-line">{words}</span>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" data-original aria-keyshortcuts="o">
      {words}
    </a>
  );
}

function Here({ here, when }: DoubtPageProps) {
  return (
    <section class="one-page" aria-labelledby="here">
      <header>
        <h2 id="here">Here</h2>
        {here && <a href={`/desk/stories/${here.story.id}`}>Open the story</a>}
      </header>
      {here ? <Story {...here} when={when} /> : <p class="empty">No story came of it.</p>}
    </section>
  );
}

type Shown = NonNullable<DoubtPageProps['here']>;

function Story({ story, edition, html, facts, when }: Shown & { when: PageTime }) {
  const { copy, picture } = edition;
  return (
    <article dir={directionOf(edition.language)} lang={edition.language}>
      <h3 class="item-headline">{copy.headline}</h3>
      {copy.dek !== '' && <p class="dek">{copy.dek}</p>}
      <p class="meta-line">
        {copy.byline !== '' && <bdi>{copy.byline}</bdi>}
        <bdi>{story.publishedAt === null ? story.status : dayAndTime(story.publishedAt, when)}</bdi>
        {story.section && <bdi>{story.section.name}</bdi>}
      </p>
      <Facts facts={facts} />
      {picture && (
        <figure>
          <img
            src={picture.sources.at(-1)?.href}
            alt={picture.alt}
            width={picture.width}
            height={picture.height}
          />
        </figure>
      )}
      <div class="body-text" {...markup(html)} />
    </article>
  );
}

function Facts({ facts: { words, pictures, tables } }: { facts: TextFacts }) {
  return (
    <p class="meta-line">
      <bdi>{counted(words, 'word')}</bdi>
      <bdi>{counted(pictures, 'picture')}</bdi>
      {tables > 0 && <bdi>{counted(tables, 'table')}</bdi>}
    </p>
  );
}
