/** The desk's search as a page: the box, what was found, one's saved searches, and the fields that there are. */
import type { LookupAnswer } from '../../lookup/lookup.ts';
import type { SavedSearch } from '../../lookup/saved.ts';
import type { LookupKind } from '../../lookup/thing.ts';
import { type DeskFrame, type DeskKey, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { FieldMenu } from '../views/search-box.tsx';
import { deskSearchPath } from '../views/search-fields.ts';
import type { PageTime } from '../views/words.ts';
import { FoundList, listPath } from './found-list.tsx';
import { foundKindWords } from './search-words.ts';

export interface DeskSearchPageProps {
  frame: DeskFrame;
  when: PageTime;
  typed: string;
  answer: LookupAnswer;
  saved: SavedSearch[];
  opensStaff: boolean;
  /** The one kind whose whole list this is, and where it goes on. */
  only: { kind: LookupKind; below: number | null } | null;
  done?: string | undefined;
}

const keys: DeskKey[] = [
  { keys: ['/'], does: 'search', foot: true },
  { keys: ['j', 'k'], does: 'next and previous', foot: true },
  { keys: ['Enter'], does: 'open', foot: true },
];

export function DeskSearchPage(props: DeskSearchPageProps) {
  const { frame, when, typed, answer, only, opensStaff } = props;
  const isSaved = props.saved.some(({ words }) => words === typed);
  return (
    <DeskPage {...frame} title={typed === '' ? 'Search' : `Search: ${typed}`} current={null} keys={keys}>
      <div class="page-head">
        <h1>{only ? `${foundKindWords[only.kind]}: what was found` : 'Search'}</h1>
        {only && (
          <div class="actions">
            <a class="btn quiet" href={deskSearchPath(typed)}>
              Of every kind
            </a>
          </div>
        )}
      </div>
      {props.done && <Notice kind="good">{props.done}</Notice>}
      <search>
        <form class="desk-search" method="get" action="/desk/search">
          <label class="unseen" for="q">
            Words and fields
          </label>
          <input
            id="q"
            name="q"
            type="search"
            value={typed}
            dir="auto"
            maxLength={1000}
            autocomplete="off"
            autofocus={typed === ''}
            data-search-field
          />
          <button type="submit">Search</button>
        </form>
      </search>
      {typed !== '' && !answer.isEmpty && answer.wrong.length === 0 && !only && !isSaved && (
        <form class="inline save-search" method="post" action="/desk/search/saved">
          <FormToken form={frame.form} />
          <input type="hidden" name="q" value={typed} />
          <button type="submit" class="quiet small">
            Save this search, and ring when something new fits
          </button>
        </form>
      )}
      <div id="found">
        <FoundList answer={answer} typed={typed} when={when} opensStaff={opensStaff} />
      </div>
      {only?.below && (
        <nav class="actions" aria-label="More">
          <a class="btn quiet" href={listPath(typed, only.kind, only.below)} rel="next">
            Earlier
          </a>
        </nav>
      )}
      <Saved {...props} />
      <FieldMenu isOpen={answer.isEmpty || answer.wrong.length > 0} />
    </DeskPage>
  );
}

function Saved({ frame, saved }: DeskSearchPageProps) {
  if (saved.length === 0) return null;
  return (
    <section id="saved">
      <h2>Your saved searches</h2>
      <table class="list">
        <tbody>
          {saved.map((search) => (
            <tr key={search.id} data-row>
              <td>
                <a href={deskSearchPath(search.words)} dir="auto">
                  {search.words}
                </a>
                {search.unseen > 0 && (
                  <b class="badge">
                    {' '}
                    {search.unseen}
                    <span class="unseen"> new</span>
                  </b>
                )}
              </td>
              <td class="dim">{search.rings ? 'rings' : 'silent'}</td>
              <td>
                <div class="actions">
                  <SavedButton form={frame.form} search={search} act={search.rings ? 'silence' : 'ring'} />
                  <SavedButton form={frame.form} search={search} act="drop" />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="actions">
        <button type="button" class="quiet small" data-allow-notices hidden>
          Tell me on this screen too
        </button>
      </p>
    </section>
  );
}

const buttonWords = { silence: 'Be silent', ring: 'Ring', drop: 'Drop' } as const;

function SavedButton(props: { form: string; search: SavedSearch; act: keyof typeof buttonWords }) {
  const { form, search, act } = props;
  return (
    <form class="inline" method="post" action={`/desk/search/saved/${search.id}/${act}`}>
      <FormToken form={form} />
      <button type="submit" class="quiet small" aria-label={`${buttonWords[act]}: ${search.words}`}>
        {buttonWords[act]}
      </button>
    </form>
  );
}
