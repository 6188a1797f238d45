/** What was found, by kind; each line is gone to by a key. Also sent alone, to the box over a page while someone types. */
import { directionOf } from '../../kit/language-tag.ts';
import type { LookupAnswer } from '../../lookup/lookup.ts';
import type { LookupHit } from '../../lookup/show-found.ts';
import type { LookupKind } from '../../lookup/thing.ts';
import { deskSearchPath } from '../views/search-fields.ts';
import { dayAndTime, englishName, type PageTime } from '../views/words.ts';
import { foundKindWords, wrongWords } from './search-words.ts';

export interface FoundListProps {
  answer: LookupAnswer;
  typed: string;
  when: PageTime;
  /** Whether the list of staff is open to whoever looks. */
  opensStaff: boolean;
}

export function FoundList({ answer, typed, when, opensStaff }: FoundListProps) {
  const { groups, wrong, isEmpty } = answer;
  if (wrong.length > 0)
    return (
      <p class="notice unsure" role="status">
        {wrong.map(wrongWords).join(' ')}
      </p>
    );
  if (isEmpty) return null;
  if (groups.length === 0) return <p class="empty">Nothing has all of this. Take a word away, or a field.</p>;
  return (
    <>
      {groups.map(({ kind, hits, hasMore }) => (
        <section class="found-group" key={kind} aria-labelledby={`found-${kind}`}>
          <h2 id={`found-${kind}`}>
            {foundKindWords[kind]}
            {hasMore && (
              <a class="more" href={listPath(typed, kind)} data-found>
                all
              </a>
            )}
          </h2>
          <ul class="found">
            {hits.map((hit) => (
              <FoundLine key={hit.id} hit={hit} when={when} opensStaff={opensStaff} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

export function FoundLine({
  hit,
  when,
  opensStaff,
}: {
  hit: LookupHit;
  when: PageTime;
  opensStaff: boolean;
}) {
  const { title, snippet, language, facts, at } = hit;
  const ways = language === null ? { dir: 'auto' as const } : { lang: language, dir: directionOf(language) };
  return (
    <li data-row id={`found-${hit.id}`}>
      <a href={hrefOf(hit, opensStaff)} data-found>
        <span class="found-title" {...ways}>
          <Marked parts={title} />
        </span>
        {snippet.length > 0 && (
          <span class="found-words" {...ways}>
            <Marked parts={snippet} />
          </span>
        )}
      </a>
      <span class="meta-line">
        {facts.map((fact) => (
          <span key={fact} dir="auto">
            {fact}
          </span>
        ))}
        {language !== null && <span>{englishName(language)}</span>}
        {at !== null && at > 0 && <span>{dayAndTime(at, when)}</span>}
      </span>
    </li>
  );
}

function Marked({ parts }: { parts: LookupHit['title'] }) {
  return <>{parts.map(({ text, found }, at) => (found ? <mark key={at}>{text}</mark> : text))}</>;
}

/** The page that opens it. */
function hrefOf({ kind, id, storyId, title }: LookupHit, opensStaff: boolean): string {
  switch (kind) {
    case 'item':
      return `/desk/wire/${id}`;
    case 'draft':
    case 'published':
      return `/desk/stories/${storyId}`;
    case 'media':
      return `/desk/media/${id}`;
    case 'speaker':
      return `/desk/speakers/${id}`;
    case 'source':
      return `/desk/sources/${id}`;
    case 'person': {
      const name = title.map(({ text }) => text).join('');
      return opensStaff ? `/desk/staff#staff-${id}` : deskSearchPath(`by:"${name.replaceAll('"', '')}"`);
    }
  }
}

export function listPath(typed: string, kind: LookupKind, below?: number): string {
  const asked = new URLSearchParams({ q: typed, only: kind });
  if (below !== undefined) asked.set('below', String(below));
  return `/desk/search?${asked}`;
}
