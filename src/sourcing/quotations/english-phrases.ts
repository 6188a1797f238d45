/** Noun phrases in a tagged English sentence: who stands before a verb, who after. Ranges of items, both ends included. */
import type { SpeechItem } from './english-items.ts';
import { timeWords } from './english-words.ts';

export interface WordRange {
  from: number;
  to: number;
}

const nominative = new Set('he she they it we i you who'.split(' '));
const within = new Set('NOUN PROPN ADJ DET NUM PART PRON'.split(' '));
const joiners = new Set('of for at in from with on to by against behind'.split(' '));
const LONGEST = 40; // items of one noun phrase; longer ones are lists, not speakers

export function isNominative(item: SpeechItem | undefined): boolean {
  return item !== undefined && nominative.has(item.lower);
}

/** The noun phrase that ends at this item; null when none does. */
export function phraseEndingAt(items: readonly SpeechItem[], end: number): WordRange | null {
  const last = items[end];
  if (!last || last.quote) return null;
  if (
    nominative.has(last.lower) ||
    /^(?:that|this|these|those|others|some|many|most|all|both|each|few|several|none|neither|everyone|everybody|someone|somebody|nobody|one|which)$/.test(
      last.lower,
    )
  ) {
    const isFloating = /^(?:all|both|each)$/.test(last.lower) && isNounish(items[end - 1]);
    if (isFloating) return phraseEndingAt(items, end - 1); // ‘the three senators all said’
    if (last.lower !== 'who' && last.lower !== 'that' && last.lower !== 'which')
      return { from: end, to: end };
    const comma = items[end - 1]?.text === ',' ? 1 : 0;
    const before = phraseEndingAt(items, end - 1 - comma);
    if (!before) return last.lower === 'who' ? { from: end, to: end } : null;
    return { from: last.lower === 'who' ? personFrom(items, before, end) : before.from, to: end };
  }
  let from = end + 1;
  for (let at = end; at >= 0 && end - at < LONGEST; at -= 1) {
    const step = stepBack(items, at, end);
    if (step < 0) break;
    from = step;
    at = step;
  }
  return trimPhrase(items, { from, to: end });
}

/** ‘drew scorn from Bosch, who’: whoever stands nearest, not what came from him. */
function personFrom(items: readonly SpeechItem[], { from }: WordRange, end: number): number {
  for (let at = end - 1; at > from; at -= 1)
    if (/^(?:from|by|with|against|behind|to)$/.test(items[at]?.lower ?? '') && items[at + 1]?.pos === 'PROPN')
      return at + 1;
  return from;
}

/** The place up to which the phrase reaches back over this item, or -1. */
function stepBack(items: readonly SpeechItem[], at: number, end: number): number {
  const item = items[at] as SpeechItem;
  const before = items[at - 1];
  const after = items[at + 1];
  if (item.quote) return before?.pos === 'PROPN' && after?.pos === 'PROPN' && isNickname(item) ? at : -1;
  if (item.text === ')') {
    for (let open = at - 1; open >= 0 && at - open < 12; open -= 1)
      if (items[open]?.text === '(') return open;
    return -1;
  }
  if (nominative.has(item.lower)) return -1;
  if (within.has(item.pos)) return item.lower === 'to' && item.pos === 'PART' ? -1 : at;
  if (item.pos === 'ADP' && joiners.has(item.lower))
    return (isNounish(before) || standing.test(before?.lower ?? '')) && at < end ? at : -1;
  if (item.pos === 'CCONJ' && item.lower !== 'but') return isNounish(before) && at < end ? at : -1;
  if (/^[-–&/'’]$/.test(item.text)) return at < end ? at : -1;
  if (item.pos === 'VERB' && /(?:ing|ed)$/.test(item.lower) && at < end)
    return /^(?:DET|ADJ)$/.test(before?.pos ?? '') || isPossessive(before) ? at : -1;
  return -1;
}

const NICKNAME = 4; // words of a name in marks: Marcia “Cia” Price

/** Not ‘Talking to Rigas “is our dream,” Mantas said’, whose quotation is between two names too. */
function isNickname({ quote }: SpeechItem): boolean {
  const inner = quote?.inner ?? [];
  return (
    inner.length <= NICKNAME &&
    !inner.some(({ pos, text }) => /^(?:VERB|AUX|PRON)$/.test(pos) || text === ',')
  );
}

/** Words behind a noun that go on with it: one person familiar with the deal, officials close to the talks. */
const standing = /^(?:familiar|close|loyal|opposed|briefed|involved|present|aware|faithful|allied)$/;

function isNounish(item: SpeechItem | undefined): boolean {
  return (
    item !== undefined &&
    (/^(?:NOUN|PROPN|NUM)$/.test(item.pos) ||
      /^(?:some|many|most|all|those|one|both|none|few)$/.test(item.lower) ||
      item.text === ')' ||
      item.text === '%')
  );
}

function isPossessive(item: SpeechItem | undefined): boolean {
  return item !== undefined && /^(?:his|her|their|its|our|my|your|'s|’s)$/.test(item.lower);
}

/** Without what does not belong: leading prepositions, an earlier phrase before a second article, days at the end. */
function trimPhrase(items: readonly SpeechItem[], { from, to }: WordRange): WordRange | null {
  let [start, end] = [from, to];
  for (let at = start + 1; at <= end; at += 1) {
    const before = items[at - 1] as SpeechItem;
    const opens = items[at]?.pos === 'DET' && /^(?:the|a|an|this|these)$/.test(items[at]?.lower ?? '');
    if (at === start + 1 && /^(?:which|whom)$/.test(before.lower)) start = at; // ‘the charge, which Mayor Dale called …’
    if (opens && (before.pos === 'NOUN' || before.pos === 'PROPN' || timeWords.has(before.lower))) start = at;
    if (/^(?:that|which)$/.test(before.lower) && isNounish(items[at - 2]) && items[at]?.pos === 'PROPN')
      start = at; // ‘an explosion that Mayor Bill de Blasio called …’
    if (
      timeWords.has(before.lower) &&
      before.lower !== 'may' &&
      items[at]?.pos === 'PROPN' &&
      !timeWords.has(items[at]?.lower ?? '')
    )
      start = at;
  }
  while (end > start && (timeWords.has(items[end]?.lower ?? '') || items[end]?.pos === 'ADP')) end -= 1;
  while (
    start <= end &&
    /^(?:ADP|CCONJ|PUNCT|SCONJ)$/.test(items[start]?.pos ?? '') &&
    items[start]?.text !== '('
  )
    start += 1;
  const isTime = items
    .slice(start, end + 1)
    .every(
      (item) => timeWords.has(item.lower) || item.pos === 'NUM' || item.pos === 'ADP' || item.pos === 'DET',
    );
  const hasHead = items.slice(start, end + 1).some((item) => /^(?:NOUN|PROPN|PRON|NUM|DET)$/.test(item.pos));
  return start > end || isTime || !hasHead ? null : { from: start, to: end };
}

/** ‘(R-Ohio)’, not ‘(a view that many share)’. */
function closesSoon(items: readonly SpeechItem[], open: number): boolean {
  const close = items.slice(open, open + 7).findIndex(({ text }) => text === ')');
  return close > 0 && !items.slice(open, open + close).some(({ pos }) => pos === 'DET' || pos === 'VERB');
}

/** The noun phrase that begins at this item; null when none does. `simple`: without what hangs on by a preposition. */
export function phraseStartingAt(
  items: readonly SpeechItem[],
  start: number,
  simple = false,
): WordRange | null {
  const first = items[start];
  if (!first || first.quote) return null;
  if (nominative.has(first.lower) || /^(?:him|them|me|us|her)$/.test(first.lower)) {
    if (first.lower !== 'her' || !isNounish(items[start + 1])) return { from: start, to: start };
  }
  let end = start - 1;
  for (let at = start; at < items.length && at - start < LONGEST; at += 1) {
    const item = items[at] as SpeechItem;
    if (item.quote || (nominative.has(item.lower) && at > start)) break;
    const inside =
      (within.has(item.pos) && !(item.lower === 'to' && item.pos === 'PART')) ||
      (/^[-–&/]$/.test(item.text) && at > start) ||
      (!simple && item.text === '(' && isNounish(items[at - 1]) && closesSoon(items, at)) ||
      (!simple && item.text === ')') ||
      (item.lower === 'of' && at > start) ||
      (!simple &&
        item.pos === 'ADP' &&
        joiners.has(item.lower) &&
        at > start &&
        isNounish(items[at - 1]) &&
        !timeWords.has(items[at + 1]?.lower ?? '')) ||
      (item.pos === 'CCONJ' &&
        at > start &&
        isNounish(items[at - 1]) &&
        /^(?:PROPN|NOUN|DET)$/.test(items[at + 1]?.pos ?? ''));
    if (!inside) break;
    const again =
      at > start &&
      /^(?:the|a|an|this|these|his|their|its)$/.test(item.lower) &&
      /^(?:NOUN|PROPN|PRON)$/.test(items[at - 1]?.pos ?? '');
    if (again || (at > start && timeWords.has(item.lower) && item.lower !== 'may')) break;
    end = at;
  }
  while (end >= start && /^(?:ADP|CCONJ|DET)$/.test(items[end]?.pos ?? '') && end > start) end -= 1;
  const hasHead = items.slice(start, end + 1).some((item) => /^(?:NOUN|PROPN|PRON|NUM)$/.test(item.pos));
  return hasHead ? { from: start, to: end } : null;
}

/** ‘sets called the “Master Builder Series”’: a thing's name, and nobody's word for it. */
export function isThingsName(items: readonly SpeechItem[], at: number): boolean {
  if (!/^(?:called|dubbed|named|titled)$/.test(items[at]?.lower ?? '') || items[at - 1]?.pos !== 'NOUN')
    return false;
  const behind = /^(?:the|a|an)$/.test(items[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  const words = items[behind]?.quote?.inner.filter(({ text }) => /^\p{L}{4,}/u.test(text)) ?? [];
  return words.length >= 2 && words.every(({ text }) => /^\p{Lu}/u.test(text));
}
