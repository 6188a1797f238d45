/** Which sentence of a text written outside the columns belongs to which pair. Pure. */
import { alignSentences } from '../checks/bilingual/align.ts';
import { sentenceChanges } from './sentence-changes.ts';

/** A pair as it stood before. */
export interface Before {
  /** The sentences of its translation; none where it is open or left out. */
  texts: string[];
  source: string;
  /** Whether a new sentence without a counterpart may be its translation. */
  isFree: boolean;
}

/** For each new sentence the pair that it belongs to; null for one that the original does not have. */
export function matchSentences(
  before: Before[],
  after: string[],
  languages: { from: string; to: string },
): (number | null)[] {
  const owners = before.flatMap(({ texts }, pair) => texts.map(() => pair));
  const texts = before.flatMap((pair) => pair.texts);
  const matched = sameSentences(texts, after).map((was) => (was === null ? null : (owners[was] ?? null)));
  return fillGaps(before, after, matched, languages);
}

/** Those that stayed or moved, word for word, and those that were rewritten where they stood. */
function sameSentences(before: string[], after: string[]): (number | null)[] {
  const places = new Map<string, number[]>();
  for (const [was, text] of before.entries())
    places.set(bare(text), [...(places.get(bare(text)) ?? []), was]);
  const found = after.map((text) => places.get(bare(text))?.shift() ?? null);
  const taken = new Set(found);
  for (const { start, end, above, below } of gapsIn(found, before.length)) {
    const free = before.flatMap((_, was) => (was > above && was < below && !taken.has(was) ? [was] : []));
    const rewritten = sentenceChanges(
      free.map((was) => before[was] ?? ''),
      after.slice(start, end),
    );
    for (const { was, now } of rewritten)
      if (was !== null && now !== null) found[start + now] = free[was] ?? null;
  }
  return found;
}

/** Runs of new sentences without a counterpart, and between which old ones they stand. */
function gapsIn(found: (number | null)[], length: number) {
  const gaps: { start: number; end: number; above: number; below: number }[] = [];
  for (let start = 0; start < found.length; start += 1) {
    if (found[start] !== null) continue;
    let end = start + 1;
    while (end < found.length && found[end] === null) end += 1;
    gaps.push({ start, end, above: found[start - 1] ?? -1, below: found[end] ?? length });
    start = end;
  }
  return gaps;
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** New sentences between two that are known may be those of the pairs between them that have none. */
function fillGaps(
  before: Before[],
  after: string[],
  matched: (number | null)[],
  { from, to }: { from: string; to: string },
): (number | null)[] {
  const found = [...matched];
  const taken = new Set(matched);
  for (const { start, end, above, below } of gapsIn(matched, before.length)) {
    const free = before.flatMap((pair, at) =>
      at > above && at < below && pair.isFree && !taken.has(at) ? [at] : [],
    );
    const sources = free.map((at) => before[at]?.source ?? '');
    const beside = aligned(sources, after.slice(start, end), { from, to });
    for (const [index, place] of beside.entries())
      if (place !== null) found[start + index] = free[place] ?? null;
  }
  return found;
}

/** For each translated sentence the source that it stands beside, by length and by what both share. */
function aligned(
  sources: string[],
  targets: string[],
  { from, to }: { from: string; to: string },
): (number | null)[] {
  if (sources.length === 0) return targets.map(() => null);
  const [original, translation] = [paragraphs(sources), paragraphs(targets)];
  const pairs = alignSentences({
    original: original.text,
    originalLanguage: from,
    translation: translation.text,
    translationLanguage: to,
  });
  return translation.starts.map((start) => {
    const pair = pairs.find(({ target }) => target !== null && target.start <= start && start < target.end);
    if (!pair?.source) return null;
    const at = pair.source.start;
    return original.starts.findLastIndex((begin) => begin <= at);
  });
}

/** Each sentence a paragraph, so that none is split again. */
function paragraphs(texts: string[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = '';
  for (const each of texts) {
    if (text !== '') text += '\n\n';
    starts.push(text.length);
    text += bare(each);
  }
  return { text, starts };
}
