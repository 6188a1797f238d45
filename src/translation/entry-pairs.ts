/**
 * The sentences of a translated entry beside its original's: what engines made of them, kept for readers and the desk. They follow
 * what the desk writes: a sentence that was written anew is the desk's, and the engine that gave it first is still named.
 */
import type { LiveEntry } from '../entries/entry.ts';
import { findEntry } from '../entries/read-entries.ts';
import type { Newsroom } from '../newsroom.ts';
import { type KeptEntryPair, listPairsAndOffer, putEntryPairs } from '../pairs/entry-pair-queries.ts';
import { matchSentences } from './match-sentences.ts';
import { getLanguage } from './original-queries.ts';
import { gapIn, sentencesOf, textOfRuns } from './sentence-units.ts';

export type EntryPair = Pick<
  KeptEntryPair,
  'source_text' | 'target_text' | 'state' | 'engine_name' | 'version'
>;

/** Follows `entry-changed` of a translation: its pairs are those of what stands in it now. */
export async function followEntryEdit(newsroom: Newsroom, entry: LiveEntry): Promise<void> {
  const original = entry.originalId === null ? null : await findEntry(newsroom, entry.originalId);
  if (!original || !entry.isEdited || entry.withdrawn || original.withdrawn) return;
  const from = (await getLanguage(newsroom, original.editionId)).language;
  const to = (await getLanguage(newsroom, entry.editionId)).language;
  const known = await listPairsAndOffer(newsroom, entry.id);
  const pairs = matchedPairs(known, {
    sources: sentenceTextsOf(original, from),
    targets: sentenceTextsOf(entry, to),
    from,
    to,
  });
  await newsroom.transact((inner) => putEntryPairs(inner, { entryId: entry.id, isOffered: false }, pairs));
}

/** Which original stands beside each sentence of a text that the desk wrote, by what was known before. */
export function matchedPairs(
  known: readonly EntryPair[],
  { sources, targets, from, to }: { sources: string[]; targets: string[]; from: string; to: string },
): EntryPair[] {
  const before = sources.map((source) => {
    const had = known.filter(({ source_text, target_text }) => source_text === source && target_text !== '');
    return { source, had, texts: had.length > 0 ? [bestOf(had, targets).target_text] : [], isFree: true };
  });
  const owners = matchSentences(before, targets, { from, to });
  return before.flatMap(({ source, had }, at) => {
    const texts = targets.filter((_, place) => owners[place] === at);
    const target_text = texts.join(gapIn(to));
    if (target_text === '') return [];
    const same = had.find((pair) => pair.target_text === target_text);
    if (same)
      return [same].map(({ state, engine_name, version }) =>
        paired(source, target_text, { state, engine_name, version }),
      );
    const [first] = had;
    const { engine_name = null, version = null } = first ?? {};
    return [paired(source, target_text, { state: 'edited', engine_name, version })];
  });
}

const paired = (
  source_text: string,
  target_text: string,
  by: Pick<EntryPair, 'state' | 'engine_name' | 'version'>,
): EntryPair => ({ source_text, target_text, ...by });

/** Of what stood there and what was offered since, the one that the desk took; the offer where it took neither word for word. */
function bestOf(had: readonly EntryPair[], targets: readonly string[]): EntryPair {
  return had.find(({ target_text }) => targets.includes(target_text)) ?? (had[0] as EntryPair);
}

const sentenceTextsOf = (
  { headline, bodyHtml }: Pick<LiveEntry, 'headline' | 'bodyHtml'>,
  language: string,
) => sentencesOf({ headline, dek: '', bodyHtml }, language).map(({ runs }) => textOfRuns(runs));
