/** Search over everything published. */
import type { Hit } from '../morgue/morgue.ts';
import type { RepliesByStory } from '../replies/read-replies.ts';
import type { PublishedSummary } from '../stories/read.ts';
import { languageName } from '../views/when.ts';
import { type Frame, SitePage } from './frame.tsx';
import { StoryItem } from './item.tsx';

export interface SearchProps {
  frame: Frame;
  /** What was looked for; empty when nothing was yet. */
  words: string;
  /** Only editions in this language; null for all. */
  language: string | null;
  found: { hit: Hit; story: PublishedSummary }[];
  replies: RepliesByStory;
  /** How many of the best stand on the pages before this one, and where the next begins; null on the last. */
  from: number;
  next: number | null;
}

export function SearchPage({ frame, words: looked, language, found, replies, from, next }: SearchProps) {
  const { words, place } = frame;
  const query = new URLSearchParams({
    ...(looked === '' ? {} : { words: looked }),
    ...(language === null ? {} : { language }),
  });
  const path = query.size === 0 ? '/search' : `/search?${query}`;
  return (
    <SitePage
      frame={frame}
      head={{ title: `${words.search.title} — ${frame.masthead.name}`, path, index: false }}
    >
      <div class="page" data-page="search">
        <h1>{words.search.title}</h1>
        <form class="search-form" action="/search" method="get">
          <label class="field">
            {words.search.label}
            <input
              type="search"
              name="words"
              value={looked}
              maxLength={200}
              required
              autocomplete="off"
              aria-describedby="hint"
            />
          </label>
          {frame.fronts.length > 1 && (
            <label class="field">
              {words.search.language}
              <select name="language">
                <option value="">{words.search.anyLanguage}</option>
                {frame.fronts.map((front) => (
                  <option
                    key={front.path}
                    value={front.language}
                    lang={front.language}
                    selected={front.language === language}
                  >
                    {languageName(front.language, front.language)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <button type="submit">{words.search.go}</button>
          <p class="hint furniture" id="hint">
            {words.search.hint}
          </p>
        </form>
        {looked !== '' && (
          <p class="say" role="status">
            {found.length === 0 ? words.search.found(0, looked) : words.search.some(looked)}
          </p>
        )}
        {found.map(({ hit, story }) => (
          <StoryItem
            key={story.editionId}
            story={story}
            replies={replies}
            words={words}
            place={place}
            dek={false}
            below={<Snippet parts={hit.snippet} />}
            dated
          />
        ))}
        <More frame={frame} path={path} from={from} next={next} />
      </div>
    </SitePage>
  );
}

function More({
  frame: { words },
  path,
  from,
  next,
}: Pick<SearchProps, 'frame' | 'from' | 'next'> & { path: string }) {
  if (from === 0 && next === null) return null;
  return (
    <nav class="pages" aria-label={words.frame.pages}>
      {next !== null && (
        <a class="button quiet" rel="next" href={`${path}&from=${next}`}>
          {words.search.more}
        </a>
      )}
      {from > 0 && (
        <a class="button quiet" href={path}>
          {words.search.best}
        </a>
      )}
    </nav>
  );
}

function Snippet({ parts }: { parts: Hit['snippet'] }) {
  if (parts.length === 0) return null;
  return <p class="dek">{parts.map((part) => (part.found ? <mark>{part.text}</mark> : part.text))}</p>;
}
