/**
 * Order is important: add new ones at the end, named by day and sentence (`2026-11-29-a-schedule-keeps-its-take`). A landed
 * migration is never changed: `store/store.test.ts` holds their hashes.
 */
import type { StoreEngine } from '../engine.ts';
import { morgueText, sqlText } from './0001-first-edition.ts';
import { alertSendingText } from './0002-alert-sending.ts';
import { alertReadersText } from './0003-alert-readers.ts';
import { alertDesk } from './0004-alert-desk.ts';
import { wireFormatsText } from './0005-wire-formats.ts';
import { wireRunningText } from './0006-wire-running.ts';
import { checksText } from './0007-checks.ts';
import { sourcingText } from './0008-sourcing.ts';
import { translationText } from './0009-translation.ts';
import { editionTimesText } from './0010-edition-times.ts';
import { translationDeskText } from './0012-translation-desk.ts';
import { objectionsText } from './0013-objections.ts';
import { clustersByHandText } from './0014-clusters-by-hand.ts';
import { unknownWordsText } from './0015-unknown-words.ts';
import { takesGeneratedText } from './2026-11-29-a-contract-may-take-what-software-made.ts';
import { flashSeenText } from './2026-11-29-a-flash-is-seen-once-it-may-leave.ts';
import { takenSuggestionsText } from './2026-11-29-a-suggestion-counts-when-taken.ts';
import { itemGuisesText } from './2026-11-29-an-item-under-another-guise-is-one.ts';
import { eventsRememberedText } from './2026-11-29-events-are-remembered.ts';
import { picturesGoText } from './2026-11-29-pictures-go-when-nothing-shows-them.ts';
import { readersSeeWhatWasPublishedText } from './2026-11-29-readers-see-what-was-published.ts';
import { namesElsewhereText } from './2026-11-29-sections-topics-and-pictures-have-words-in-each-language.ts';
import { triesText } from './2026-11-29-tries-are-counted-in-the-store.ts';
import { leftOutText } from './2026-11-29-what-an-item-struck-out-is-kept.ts';
import { morgueWordsText } from './2026-11-29-words-are-filed-as-they-are-searched.ts';
import { workLanesText } from './2026-11-29-work-goes-in-lanes.ts';
import { doubtOriginalsText } from './2026-11-30-a-doubt-shows-what-stood-there.ts';
import { frontsText } from './2026-11-30-a-front-is-in-an-editors-hands.ts';
import { liveEntriesText } from './2026-11-30-a-live-story-has-entries.ts';
import { movingText } from './2026-11-30-a-paper-moves-in.ts';
import { mediaLibraryText } from './2026-11-30-a-picture-is-kept-once-with-what-its-file-says.ts';
import { deskScreensText } from './2026-11-30-a-screen-of-the-desk-is-told.ts';
import { pairReadingsText } from './2026-11-30-a-sentence-is-read-by-others.ts';
import { storyKindText } from './2026-11-30-a-story-has-a-kind.ts';
import { engineCurrencyText } from './2026-11-30-an-engine-has-a-currency.ts';
import { entryPairsText } from './2026-11-30-an-entry-keeps-its-pairs.ts';
import { claimOrderText } from './2026-11-30-claims-are-found-in-their-order.ts';
import { mergedFollowsText } from './2026-11-30-follows-of-a-merger-are-known.ts';
import { auditOfStoryText } from './2026-11-30-lines-of-one-story-are-found-by-who-and-what.ts';
import { readershipText } from './2026-11-30-readers-are-counted-by-the-hour.ts';
import { heldTiedMergedText } from './2026-11-30-stories-are-held-tied-and-merged.ts';
import { auditOrderText } from './2026-11-30-the-audit-is-read-by-person-act-and-day.ts';
import { planningText } from './2026-11-30-the-day-is-planned.ts';
import { deskSearchText } from './2026-11-30-the-desk-is-searched.ts';
import { remarksText } from './2026-11-30-the-desk-remarks-at-a-sentence.ts';
import { edgeChangesText } from './2026-11-30-the-edge-hears-what-changed.ts';
import { heldByText } from './2026-11-30-who-holds-what-is-known.ts';
import { kindNewestText } from './2026-12-01-a-kind-is-searched-from-its-newest.ts';
import { morgueListText } from './2026-12-01-the-words-of-readers-search-are-listed.ts';
import { lookupWordsText } from './2026-12-01-the-words-of-the-desks-search-are-listed.ts';

export interface Migration {
  name: string;
  /** Statements for one engine, run in one transaction. */
  statements(engine: StoreEngine): string[];
}

export const migrations: Migration[] = [
  {
    name: '0001-first-edition',
    statements: (engine) => [...split(spelled(sqlText, engine)), ...split(morgueText[engine])],
  },
  of('0002-alert-sending', alertSendingText),
  of('0003-alert-readers', alertReadersText),
  of('0004-alert-desk', alertDesk),
  of('0005-wire-formats', wireFormatsText),
  of('0006-wire-running', wireRunningText),
  of('0007-checks', checksText),
  of('0008-sourcing', sourcingText),
  of('0009-translation', translationText),
  of('0010-edition-times', editionTimesText),
  of('0012-translation-desk', translationDeskText),
  of('0013-objections', objectionsText),
  of('0015-unknown-words', unknownWordsText),
  of('0014-clusters-by-hand', clustersByHandText),
  of('2026-11-29-a-suggestion-counts-when-taken', takenSuggestionsText),
  of('2026-11-29-an-item-under-another-guise-is-one', itemGuisesText),
  of('2026-11-29-a-contract-may-take-what-software-made', takesGeneratedText),
  of('2026-11-29-tries-are-counted-in-the-store', triesText),
  of('2026-11-29-readers-see-what-was-published', readersSeeWhatWasPublishedText),
  of('2026-11-29-work-goes-in-lanes', workLanesText),
  of('2026-11-29-pictures-go-when-nothing-shows-them', picturesGoText),
  of('2026-11-29-words-are-filed-as-they-are-searched', morgueWordsText),
  of('2026-11-29-what-an-item-struck-out-is-kept', leftOutText),
  { name: '2026-11-30-an-engine-has-a-currency', statements: () => split(engineCurrencyText) },
  of('2026-11-29-sections-topics-and-pictures-have-words-in-each-language', namesElsewhereText),
  of('2026-11-29-events-are-remembered', eventsRememberedText),
  { name: '2026-11-29-a-flash-is-seen-once-it-may-leave', statements: () => split(flashSeenText) },
  of('2026-11-30-who-holds-what-is-known', heldByText),
  of('2026-11-30-a-picture-is-kept-once-with-what-its-file-says', mediaLibraryText),
  of('2026-11-30-a-paper-moves-in', movingText),
  of('2026-11-30-a-sentence-is-read-by-others', pairReadingsText),
  of('2026-11-30-claims-are-found-in-their-order', claimOrderText),
  of('2026-11-30-a-story-has-a-kind', storyKindText),
  of('2026-11-30-the-day-is-planned', planningText),
  of('2026-11-30-the-edge-hears-what-changed', edgeChangesText),
  of('2026-11-30-a-live-story-has-entries', liveEntriesText),
  of('2026-11-30-the-audit-is-read-by-person-act-and-day', auditOrderText),
  of('2026-11-30-the-desk-is-searched', deskSearchText),
  of('2026-11-30-readers-are-counted-by-the-hour', readershipText),
  of('2026-11-30-a-front-is-in-an-editors-hands', frontsText),
  of('2026-11-30-stories-are-held-tied-and-merged', heldTiedMergedText),
  of('2026-11-30-the-desk-remarks-at-a-sentence', remarksText),
  of('2026-11-30-a-doubt-shows-what-stood-there', doubtOriginalsText),
  of('2026-11-30-an-entry-keeps-its-pairs', entryPairsText),
  of('2026-11-30-a-screen-of-the-desk-is-told', deskScreensText),
  of('2026-11-30-follows-of-a-merger-are-known', mergedFollowsText),
  of('2026-11-30-lines-of-one-story-are-found-by-who-and-what', auditOfStoryText),
  of('2026-12-01-a-kind-is-searched-from-its-newest', kindNewestText),
  of('2026-12-01-the-words-of-the-desks-search-are-listed', lookupWordsText),
  of('2026-12-01-the-words-of-readers-search-are-listed', morgueListText),
];

/** The words of one migration, with what the engines spell each in their way; or of each engine its own. */
function of(name: string, text: string | Record<StoreEngine, string>): Migration {
  const textOf = (engine: StoreEngine) => (typeof text === 'string' ? text : text[engine]);
  return { name, statements: (engine) => split(spelled(textOf(engine), engine)) };
}

function spelled(text: string, engine: StoreEngine): string {
  const serial = { sqlite: 'integer primary key autoincrement', postgres: 'bigserial primary key' };
  const bytes = { sqlite: 'blob', postgres: 'bytea' };
  return text.replaceAll('{serial}', serial[engine]).replaceAll('{bytes}', bytes[engine]);
}

function split(text: string): string[] {
  return text
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
