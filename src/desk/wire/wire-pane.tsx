/** The wire as a list: what came in, newest first. Stands at the left of the wire page and of the editor. */
import { directionOf } from '../../kit/language-tag.ts';
import { isDatedAhead } from '../../wire/items/release.ts';
import { PaneHead } from '../views/desk-layout.tsx';
import { clockTime, dayAndTime, englishName, type PageTime } from '../views/words.ts';

/** One item, as its row needs it. */
export interface WireRow {
  id: string;
  headline: string;
  language: string | null;
  sourceName: string;
  receivedAt: number;
  version: number;
  /** 'usable', 'withheld', 'canceled'. */
  status: string;
  embargoUntil: number | null;
  /** 1 is the most urgent; null when the source says nothing. */
  urgency: number | null;
  /** The story it was picked up for. */
  storyId: string | null;
  /** Whose report of the same event was picked up instead. */
  takenFrom: string | null;
  publishedAt: number | null;
  /** Its headline is another than the one it came with. */
  hasNewHeadline: boolean;
  /** Others who tell of the same event, newest first. */
  others: { itemId: string; sourceName: string; language: string | null }[];
}

export interface WireFilter {
  source: string;
  language: string;
  status: string;
  /** The item that another is looked for to be put together with; it goes along from row to row. */
  with: string;
}

export const noFilter: WireFilter = { source: '', language: '', status: '', with: '' };

/** The same filter, with nothing held. */
export function noHold(filter: WireFilter): WireFilter {
  return { ...filter, with: '' };
}

export interface WireProps {
  rows: WireRow[];
  /** The item shown beside the list. */
  selected: string | null;
  filter: WireFilter;
  sources: { id: string; name: string }[];
  languages: string[];
  when: PageTime;
  /** How many notices of changed items wait for the desk. */
  notices: number;
  /** Stands beside a story: an item opens on the wire page. */
  isAside?: boolean;
}

export const wireStatuses = [
  { status: '', name: 'State' },
  { status: 'waiting', name: 'Not picked up' },
  { status: 'taken', name: 'Picked up' },
  { status: 'withdrawn', name: 'Withheld or withdrawn' },
] as const;

export function WirePane(props: WireProps) {
  return (
    <>
      <PaneHead
        end={
          <span class="with-script">
            <kbd>j</kbd> <kbd>k</kbd> <kbd>Enter</kbd> {props.isAside ? 'read' : 'pick up'}
          </span>
        }
      >
        Wire · <span data-live-state>newest first</span>
      </PaneHead>
      <WireFilters {...props} />
      {props.notices > 0 && (
        <p class="wire-notices">
          <a href="/desk/wire/changed">
            <span class="live">{props.notices}</span> changed after pick-up
          </a>
        </p>
      )}
      <div
        id="wire-rows"
        class="rows"
        data-live="items"
        data-live-from={wirePath(props.filter)}
        data-selected={props.selected ?? ''}
      >
        {props.rows.map((row) => (
          <Row key={row.id} row={row} isSelected={isChosen(row, props.selected)} {...props} />
        ))}
        {props.rows.length === 0 && <Nothing {...props} />}
      </div>
    </>
  );
}

function isChosen(row: WireRow, selected: string | null): boolean {
  return row.id === selected || row.others.some(({ itemId }) => itemId === selected);
}

/** The wire page's address under a filter. */
export function wirePath(filter: WireFilter, itemId?: string): string {
  const asked = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  const path = itemId ? `/desk/wire/${itemId}` : '/desk/wire';
  return asked.size > 0 ? `${path}?${asked}` : path;
}

function WireFilters({ filter, sources, languages }: WireProps) {
  return (
    <form class="wire-filters" method="get" action="/desk/wire" data-send-on-change>
      <select name="source" aria-label="Source">
        <option value="">Source</option>
        {sources.map(({ id, name }) => (
          <option key={id} value={id} selected={id === filter.source}>
            {name}
          </option>
        ))}
      </select>
      <select name="language" aria-label="Language">
        <option value="">Language</option>
        {languages.map((language) => (
          <option key={language} value={language} selected={language === filter.language}>
            {englishName(language)}
          </option>
        ))}
      </select>
      <select name="status" aria-label="Status">
        {wireStatuses.map(({ status, name }) => (
          <option key={status} value={status} selected={status === filter.status}>
            {name}
          </option>
        ))}
      </select>
      {filter.with && <input type="hidden" name="with" value={filter.with} />}
      <button type="submit" class="quiet without-script">
        Filter
      </button>
    </form>
  );
}

function Row({ row, isSelected, filter, when }: WireProps & { row: WireRow; isSelected: boolean }) {
  const isGone = row.status === 'canceled';
  return (
    <a
      class="wire-row"
      id={`item-${row.id}`}
      href={wirePath(filter, row.id)}
      aria-current={isSelected ? 'true' : undefined}
      data-row
      data-item={row.id}
      data-also={row.others.map(({ itemId }) => itemId).join(' ') || undefined}
    >
      <span class="meta-line">
        {row.urgency !== null && row.urgency <= 2 && <span class="live">urgent</span>}
        <span class="source">{row.sourceName}</span>
        {row.language && <span title={englishName(row.language)}>{row.language}</span>}
        <time dateTime={new Date(row.receivedAt).toISOString()}>{dayAndTime(row.receivedAt, when)}</time>
        {row.hasNewHeadline ? (
          <span class="unsure">new headline</span>
        ) : (
          row.version > 1 && <span>v{row.version}, changed</span>
        )}
        <RowState row={row} when={when} />
      </span>
      <span
        class={isGone ? 't struck' : 't'}
        lang={row.language ?? undefined}
        dir={row.language ? directionOf(row.language) : 'auto'}
      >
        {row.headline}
      </span>
      {row.others.length > 0 && <Others row={row} />}
    </a>
  );
}

const NAMED = 4; // agencies named in a row; the rest are counted

/** Who else tells of it, each agency once. */
function Others({ row }: { row: WireRow }) {
  const names = [...new Map(row.others.map((other) => [other.sourceName, other])).values()].filter(
    ({ sourceName }) => sourceName !== row.sourceName,
  );
  const more = row.others.length - Math.min(names.length, NAMED);
  return (
    <span class="meta-line also">
      <span>also</span>
      {names.slice(0, NAMED).map((other) => (
        <span key={other.itemId}>
          <bdi>{other.sourceName}</bdi>
          {other.language && other.language !== row.language && ` ${other.language}`}
        </span>
      ))}
      {more > 0 && <span>and {more} more</span>}
    </span>
  );
}

function RowState({ row, when }: { row: WireRow; when: PageTime }) {
  return (
    <>
      {row.status === 'canceled' && <span class="live">withdrawn</span>}
      {row.status === 'withheld' && <span class="unsure">withheld</span>}
      {row.embargoUntil !== null && row.embargoUntil > when.now && (
        <span class="unsure">embargo {clockTime(row.embargoUntil, when)}</span>
      )}
      {row.storyId && <span>picked up</span>}
      {row.takenFrom && (
        <span>
          picked up from <bdi>{row.takenFrom}</bdi>
        </span>
      )}
      {isDatedAhead(row.publishedAt, when.now) && (
        <span class="unsure">dated {dayAndTime(row.publishedAt ?? 0, when)}</span>
      )}
    </>
  );
}

function Nothing({ filter, sources }: WireProps) {
  const isFiltered = Object.values(noHold(filter)).some((value) => value !== '');
  if (isFiltered)
    return (
      <p class="empty">
        Nothing on the wire is like that. <a href="/desk/wire">Show everything</a>
      </p>
    );
  return sources.length === 0 ? (
    <p class="empty">
      No source yet. <a href="/desk/sources/new">Add the first one</a>: the address of a site or of its feed
      is enough.
    </p>
  ) : (
    <p class="empty">Nothing has come in yet. What arrives stands here at once.</p>
  );
}
