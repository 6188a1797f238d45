/** What is said: where the words that belong to a cue begin and end in an English sentence. Ranges of items. */
import { isHowNamed, overName } from './english-clauses.ts';
import type { FoundCue } from './english-cues.ts';
import { lastSign, type SpeechItem } from './english-items.ts';
import { isNominative, type WordRange } from './english-phrases.ts';
import type { Subject } from './english-subjects.ts';
import { skipTold } from './english-told.ts';
import { openedBy, passiveQuotation } from './english-turned.ts';
import { breaks, describingNouns } from './english-words.ts';

export interface Content {
  ranges: WordRange[];
  /** How it stands to its cue. */
  place: 'before' | 'after' | 'around';
  /** Whether all of it is one quotation. */
  isQuotation: boolean;
}

const LOOK = 16; // items between a cue and the quotation that goes on behind it

/** Null where nothing is said. `next`: where the following cue's own clause begins. */
export function speechContent(
  text: string,
  items: readonly SpeechItem[],
  cue: FoundCue,
  subject: Subject | null,
  cues: readonly FoundCue[],
): Content | null {
  const from = Math.min(cue.from, subject && !subject.after && !subject.inherited ? subject.from : cue.from);
  const to = Math.max(cue.to, subject?.after ? subject.to : cue.to);
  if (cue.shape === 'according') {
    const end = overName(items, to);
    const quoted = items[cue.from - 1]?.quote ? quotationBefore(text, items, cue.from, end, cue) : null;
    if (quoted) return quoted;
    return aroundAside(items, cue.from, end) ?? rest(text, items, end + 1, cue, cues);
  }
  const turned = turnedContent(text, items, cue, subject);
  if (turned !== undefined) return turned;
  const isClauseBehind =
    items[0]?.quote === null && (isNominative(items[to + 1]) || items[to + 1]?.lower === 'that');
  const quotedBefore = cue.cue.clause && !isClauseBehind ? quotationBefore(text, items, from, to, cue) : null;
  if (quotedBefore) return quotedBefore;
  const start = skipTold(items, to + 1, cue);
  const onward =
    start >= items.length || /^[.;!?]$/.test(items[start]?.text ?? '') || items[start]?.text === ',';
  const around =
    cue.cue.aside && cue.shape === 'finite' ? setApart(text, items, { from, to }, start, onward) : null;
  if (around) return around;
  if (onward && items[start]?.text !== ',') return null;
  return rest(text, items, start, cue, cues);
}

/** Cue and speaker between commas, in the middle of what is said or behind it. */
function setApart(
  text: string,
  items: readonly SpeechItem[],
  { from, to }: WordRange,
  start: number,
  onward: boolean,
): Content | null {
  const broken = isBrokenOff(text, items, from, to) ? aroundAside(items, from, to) : null;
  if (broken) return broken;
  // ‘…, as the engineer told the council’
  const left = items[from - 1]?.lower === 'as' && items[from - 2]?.text === ',' ? from - 1 : from;
  return onward || isAside(items, left, start) ? aroundAside(items, left, Math.max(to, start - 1)) : null;
}

/** Where the sentence is turned round, or names a hop; undefined where it is not. */
function turnedContent(
  text: string,
  items: readonly SpeechItem[],
  cue: FoundCue,
  subject: Subject | null,
): Content | null | undefined {
  const opener = openedBy(text, items, cue);
  if (opener) return isolated({ from: cue.to + 1, to: opener.end }, items);
  if (cue.shape === 'passive' || describingNouns.has(cue.lemma)) {
    const quote = subject && passiveQuotation(items, cue);
    return quote && isolated(quote, items);
  }
  if (cue.lemma === 'cite' && cue.shape === 'participle') return null; // ‘citing’ names a hop
  if (cue.lemma === 'use')
    // ‘used the phrase “…”’
    return { ranges: [{ from: cue.to + 1, to: cue.to + 1 }], place: 'after', isQuotation: true };
  if (isHowNamed(items, cue)) return { ranges: [{ from: 0, to: 0 }], place: 'before', isQuotation: true };
  return undefined;
}

function isolated(range: WordRange, items: readonly SpeechItem[]): Content {
  const isQuotation = range.from === range.to && items[range.from]?.quote != null;
  return { ranges: [range], place: 'after', isQuotation };
}

const TITLE = 6; // words of a programme's or a paper's name, marks with them

/** ‘“…,” she said’, with what follows in the same breath. */
function quotationBefore(
  text: string,
  items: readonly SpeechItem[],
  from: number,
  to: number,
  cue: FoundCue,
): Content | null {
  let at = from - 1;
  if (items[at]?.text === ',' || items[at]?.text === '—' || items[at]?.text === '–') at -= 1;
  const quote = items[at];
  if (!quote?.quote) return null;
  // ‘“…” says Eleni Doukas’: behind a verb of saying and its speaker no comma is missed.
  const isSaid = at === cue.from - 1 && to > cue.to && cue.shape === 'finite' && cue.cue.weight >= 0.9;
  const closes = /[,.!?…—–-]/.test(lastSign(text, quote.quote.content)) || at < from - 1 || isSaid;
  if (!closes || cue.shape === 'noun' || cue.shape === 'state') return null;
  const opening = items.slice(0, at);
  const isVerbless = !opening.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  if (opening[0]?.pos === 'ADP' && isVerbless && quote.quote.inner.length <= TITLE) return null; // ‘On “The Late Desk,” she said …’
  const ranges: WordRange[] = [{ from: startOfQuoted(items, at), to: at }];
  const isQuotation = ranges[0]?.from === at;
  const then = nextQuotation(items, to + 1);
  if (then >= 0) ranges.push({ from: then, to: then });
  return { ranges, place: then >= 0 ? 'around' : 'before', isQuotation };
}

/** Words before a quotation that belong to it: ‘The plan “is dead,” she said.’ */
function startOfQuoted(items: readonly SpeechItem[], at: number): number {
  let start = at;
  while (start > 0 && items[start - 1]?.text !== ':') start -= 1;
  const before = items.slice(start, at);
  if (!before.some(({ text }) => /\p{L}/u.test(text))) return at;
  if (before.length <= 2 && before.every(({ pos }) => /^(?:CCONJ|ADV|PUNCT|SCONJ|INTJ)$/.test(pos)))
    return at;
  return start;
}

/** The quotation that goes on after ‘she said,’: behind a comma, or words of time and a comma. */
function nextQuotation(items: readonly SpeechItem[], start: number): number {
  for (let at = start; at < Math.min(items.length, start + LOOK); at += 1) {
    const item = items[at] as SpeechItem;
    if (item.quote)
      return /^[,:—–]$/.test(items[at - 1]?.text ?? '') || items[at - 1]?.pos === 'CCONJ' ? at : -1;
    if (/^[.;!?]$/.test(item.text)) return -1;
  }
  return -1;
}

/** Whether cue and speaker stand between commas, or after the last one. */
function isAside(items: readonly SpeechItem[], from: number, start: number): boolean {
  const left = items[from - 1]?.text;
  return left === ',' && /^[,.;!?]$/.test(items[start]?.text ?? '.');
}

/** ‘When the vote came, she said, “we were ready.”’: one sentence of hers with the cue in its middle. */
function isBrokenOff(text: string, items: readonly SpeechItem[], from: number, to: number): boolean {
  const quote = items[to + 2]?.quote;
  return (
    items[from - 1]?.text === ',' &&
    items[to + 1]?.text === ',' &&
    quote != null &&
    /^\p{Ll}/u.test(text.slice(quote.content.start, quote.content.start + 1))
  );
}

/** ‘The plan is dead, she said, and will stay so.’: what stands before, and what goes on after. */
function aroundAside(items: readonly SpeechItem[], from: number, to: number): Content | null {
  const comma = items[from - 1];
  if (!comma || !/^(?:,|—|–|--|-)$/.test(comma.text)) {
    const bare = from > 3 && items[to + 1]?.text === '.' && items[from]?.lower === 'according';
    if (!bare) return null;
  }
  const end = comma && /^(?:,|—|–|--|-)$/.test(comma.text) ? from - 2 : from - 1;
  let start = 0;
  for (let at = 0; at < end; at += 1) if (/^[;:]$/.test(items[at]?.text ?? '')) start = at + 1;
  while (
    start < end &&
    /^(?:CCONJ|SCONJ)$/.test(items[start]?.pos ?? '') &&
    /^(?:and|but|yet|so|while|although|though)$/.test(items[start]?.lower ?? '')
  )
    start += 1;
  const before = items.slice(start, end + 1);
  if (before.length < 2 || !before.some(({ pos, quote }) => pos === 'VERB' || pos === 'AUX' || quote))
    return null;
  const ranges = [{ from: start, to: end }];
  const onward = items[to + 2]?.lower ?? '';
  const isHop = /^(?:as|citing|quoting|according|via|which|who|adding|noting|referring|speaking)$/.test(
    onward,
  );
  if (items[to + 1]?.text === ',' && to + 2 < items.length && !isHop && !isDescription(items, to + 2))
    ranges.push({ from: to + 2, to: lastWord(items, items.length - 1) });
  return { ranges, place: ranges.length > 1 ? 'around' : 'before', isQuotation: before.length === 1 };
}

/** ‘…, said Carla Pruitt, a spokeswoman for the sheriff’: what somebody is, and no more of what is said. */
function isDescription(items: readonly SpeechItem[], from: number): boolean {
  return (
    /^(?:DET|NUM)$/.test(items[from]?.pos ?? '') &&
    !items.slice(from).some(({ pos, quote }) => pos === 'VERB' || pos === 'AUX' || quote)
  );
}

function lastWord(items: readonly SpeechItem[], end: number): number {
  let at = end;
  while (at > 0 && /^[.,;:!?]+$/.test(items[at]?.text ?? '')) at -= 1;
  return at;
}

/** From here to where the clause ends. */
function rest(
  text: string,
  items: readonly SpeechItem[],
  given: number,
  cue: FoundCue,
  cues: readonly FoundCue[],
): Content | null {
  let start = given;
  while (start < items.length && /^[,:—–]$/.test(items[start]?.text ?? '')) start += 1;
  const first = items[start];
  if (!first) return null;
  let end = start;
  while (end + 1 < items.length && !endsBefore(text, items, end + 1, start, cue, cues)) end += 1;
  end = Math.max(start, lastWord(items, end));
  if (end < start || items.slice(start, end + 1).every(({ pos }) => pos === 'PUNCT')) return null;
  return {
    ranges: [{ from: start, to: end }],
    place: 'after',
    isQuotation: start === end && first.quote !== null,
  };
}

/** ‘Rigas, who called it “a boat,” now backs it’, ‘denied it was “a boat,” saying …’: behind the comma within the marks. */
function goesOnApart(items: readonly SpeechItem[], at: number, cues: readonly FoundCue[]): boolean {
  const verb = items[at]?.pos === 'ADV' ? items[at + 1] : items[at];
  const isBare = /^(?:VERB|AUX)$/.test(verb?.pos ?? '') && !verb?.lower.endsWith('ing');
  return (
    isBare || cues.some(({ from, shape, cue }) => from === at && shape === 'participle' && cue.weight > 0.5)
  );
}

// ‘…, as carried by A’: how it came, and no part of what is said.
const relayed = /^(?:first|also|carried|reported|relayed|quoted|cited|published|broadcast|monitored|aired)$/;

function endsBefore(
  text: string,
  items: readonly SpeechItem[],
  at: number,
  start: number,
  cue: FoundCue,
  cues: readonly FoundCue[],
): boolean {
  const item = items[at] as SpeechItem;
  const before = items[at - 1] as SpeechItem;
  const next = items[at + 1];
  if (item.text === ';') return true;
  if (before.quote && at - 1 === start && /[,.!?…]/.test(lastSign(text, before.quote.content)))
    return !item.quote;
  if (before.quote && lastSign(text, before.quote.content) === ',' && goesOnApart(items, at, cues))
    return true;
  if (item.text === ',' && next) {
    if (next.lower === 'citing' || (next.lower === 'as' && relayed.test(items[at + 2]?.lower ?? '')))
      return true;
    if (
      next.lower === 'according' ||
      (breaks.has(next.lower) && !(next.lower === 'but' && isNominative(items[at + 2])))
    )
      return true;
    const isWhose = items[cue.from - 1]?.lower === 'who';
    if (isWhose && cues.some((each) => each.from === at + 1 && each.shape === 'finite')) return true;
    if (cues.some((each) => each.from === at + 1 && each.shape === 'participle' && each.cue.weight > 0.5))
      return true;
    if (!cue.cue.clause && /^(?:who|which|where|when|and|as|after|before|with)$/.test(next.lower))
      return true;
  }
  if (
    cue.shape === 'noun' &&
    before.pos === 'VERB' &&
    (item.pos === 'AUX' || item.pos === 'VERB') &&
    !/ing$/.test(item.lower)
  )
    return true;
  const joins = item.pos === 'CCONJ' || (item.text === ',' && next?.pos === 'CCONJ');
  if (joins) {
    const from = item.pos === 'CCONJ' ? at + 1 : at + 2;
    if (cues.some((each) => each.from === from && each.shape === 'finite' && sameTense(items, each, cue)))
      return true;
  }
  return false;
}

function sameTense(items: readonly SpeechItem[], one: FoundCue, other: FoundCue): boolean {
  const tense = (each: FoundCue) => {
    const word = items[each.head]?.lower ?? '';
    return /(?:ed|said|told|wrote|found)$/.test(word)
      ? 'past'
      : word.endsWith('s')
        ? 'present'
        : word.endsWith('ing')
          ? 'ing'
          : 'base';
  };
  return tense(one) === tense(other) && tense(one) !== 'base';
}
