/** The words of an English sentence by which somebody is said to say, think or show something. */
import type { SpeechItem } from './english-items.ts';
import { isNominative, isThingsName, type WordRange } from './english-phrases.ts';
import { type Cue, describingNouns, type formsOfCues, sayingNouns, sayingStates } from './english-words.ts';

export interface FoundCue extends WordRange {
  /** Item of the main word. */
  head: number;
  lemma: string;
  cue: Cue;
  shape: 'finite' | 'participle' | 'passive' | 'infinitive' | 'according' | 'noun' | 'state' | 'dash';
}

export type CueWords = ReturnType<typeof formsOfCues>;

const spoken: Cue = { clause: true, told: false, thing: false, aside: true, weight: 1 };
const carried: Cue = { clause: true, told: false, thing: true, aside: false, weight: 0.5 };
const forerunners =
  /^(?:continue|continues|continued|begin|began|begun|start|started|try|tried|tries|have|has|had|need|needs|appear|appears|appeared|seem|seems|seemed|go|goes|went|going|want|refuse|refused|refuses|decline|declined|declines|dare|dared|used|expected|plan|planned|about|able|yet|likely|set|ready|failed|fail|fails|attempt|attempted|vow)$/;
const spokenWith = /^(?:in|back|up|off)$/; // ‘“We will,” Mantas shot back’
const auxiliaries = /^(?:be|is|are|was|were|been|being|am|'s|'re|'m|get|gets|got)$/;

/** Left to right. */
export function cuesIn(items: readonly SpeechItem[], words: CueWords): FoundCue[] {
  const cues: FoundCue[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const found =
      accordingAt(items, at) ??
      usedWordsAt(items, at) ??
      verbAt(items, at, words) ??
      stateAt(items, at) ??
      nounAt(items, at);
    if (!found) continue;
    const last = cues.at(-1);
    if (last && found.from <= last.to) found.from = last.to + 1;
    if (found.from > found.head && found.shape !== 'according') continue;
    cues.push(found);
    at = Math.max(at, found.to);
  }
  return cues;
}

function accordingAt(items: readonly SpeechItem[], at: number): FoundCue | null {
  if (items[at]?.lower === 'in' && /^ ?the words of $/.test(lowerOf(items, at + 1, 3)))
    return { from: at, to: at + 3, head: at + 2, lemma: 'according', cue: spoken, shape: 'according' };
  if (items[at]?.lower !== 'according' || items[at + 1]?.lower !== 'to') return null;
  return { from: at, to: at + 1, head: at, lemma: 'according', cue: spoken, shape: 'according' };
}

function lowerOf(items: readonly SpeechItem[], from: number, count: number): string {
  return items
    .slice(from, from + count)
    .map(({ lower }) => `${lower} `)
    .join('');
}

/** ‘used the phrase “…”’: words of whoever used them. */
function usedWordsAt(items: readonly SpeechItem[], at: number): FoundCue | null {
  const item = items[at] as SpeechItem;
  if (!/^(?:used|uses|using|use)$/.test(item.lower) || !/^(?:the|a|an)$/.test(items[at + 1]?.lower ?? ''))
    return null;
  const isWords = /^(?:phrase|term|word|words|expression|slogan|hashtag)$/.test(items[at + 2]?.lower ?? '');
  if (!isWords || !items[at + 3]?.quote) return null;
  return { ...groupBefore(items, at, item), to: at + 2, head: at, lemma: 'use', cue: spoken };
}

function verbAt(items: readonly SpeechItem[], at: number, words: CueWords): FoundCue | null {
  const item = items[at] as SpeechItem;
  const lemma = item.quote ? undefined : words.lemmas.get(item.lower);
  if (lemma === undefined || !isVerb(items, at) || isThingsName(items, at)) return null;
  let to = at;
  const particles = words.particles.get(lemma);
  let cue = words.cues.get(lemma);
  const next = items[at + 1];
  if (next && particles?.has(next.lower) && next.lower !== 'to' && next.lower !== 'that') {
    to = at + 1;
    if (items[to + 1]?.lower === 'that' && next.lower === 'out') cue = spoken;
    else
      cue = {
        ...(cue ?? carried),
        thing: true,
        clause: spokenWith.test(next.lower) || (cue?.clause ?? true),
        aside: spokenWith.test(next.lower) || (cue?.aside ?? false),
        weight: Math.min(cue?.weight ?? 0.5, 0.6),
      };
    if ((next.lower === 'out' || next.lower === 'on') && items[to + 1]?.lower === 'to') to += 1;
  } else if (next && particles?.has(next.lower) && next.lower === 'to' && next.pos !== 'PART') {
    to = at + 1;
    cue ??= carried;
  }
  if (!cue) return null;
  return { ...groupBefore(items, at, item), to, head: at, lemma, cue };
}

/** The helping words before a verb, and what they make of it. */
function groupBefore(
  items: readonly SpeechItem[],
  at: number,
  item: SpeechItem,
): { from: number; shape: FoundCue['shape'] } {
  let from = at;
  let shape: FoundCue['shape'] = item.lower.endsWith('ing') ? 'participle' : 'finite';
  const isPast = /(?:ed|en|id|old|ught|own|wn|ad|ound|een|eard)$/.test(item.lower);
  for (let left = at - 1; left >= 0; left -= 1) {
    const word = items[left] as SpeechItem;
    if (word.quote || word.text === ',') break;
    if (word.lower === 'to' && word.pos === 'PART') {
      const head = items[left - 1];
      if (!head || !forerunners.test(head.lower)) {
        shape = 'infinitive';
        break;
      }
      shape = 'finite';
      from = left - 1;
      left -= 1;
      continue;
    }
    if (word.pos === 'AUX' || auxiliaries.test(word.lower)) {
      if (auxiliaries.test(word.lower) && shape === 'participle') shape = 'finite';
      else if (auxiliaries.test(word.lower) && isPast && from === at - countAdverbs(items, left + 1, at))
        shape = 'passive';
      from = left;
    } else if (word.pos === 'ADV' || /^(?:not|n't|n’t|never|also|have|has|had|been|to)$/.test(word.lower))
      from = left;
    else break;
  }
  const isBy = isPast && shape === 'finite' && items[at + 1]?.lower === 'by'; // ‘the firm, accused by Rigas of …’
  return { from: trimAdverbs(items, from, at), shape: isBy ? 'passive' : shape };
}

function countAdverbs(items: readonly SpeechItem[], from: number, to: number): number {
  return items.slice(from, to).filter(({ pos }) => pos !== 'AUX').length;
}

/** ‘On Monday later said’: an adverb at the edge of a sentence is no part of the cue. */
function trimAdverbs(items: readonly SpeechItem[], from: number, head: number): number {
  let start = from;
  while (
    start < head &&
    items[start]?.pos === 'ADV' &&
    /^(?:however|meanwhile|instead|then|moreover|still|when|why|how|where)$/.test(items[start]?.lower ?? '')
  )
    start += 1;
  return start;
}

/** Tags err between ‘claims’ and ‘claims’: what stands on either side decides. */
function isVerb(items: readonly SpeechItem[], at: number): boolean {
  const item = items[at] as SpeechItem;
  const before = items[at - 1];
  const after = items[at + 1];
  if (item.pos === 'VERB') return !(before?.pos === 'DET' && after?.pos === 'NOUN');
  if (/^(?:said|says|told|wrote|saying|tweeted|added)$/.test(item.lower)) return true;
  if (/^(?:shot|fired|hit)$/.test(item.lower) && after?.lower === 'back') return true;
  if (/^(?:found|felt|thought|knew)$/.test(item.lower))
    return before?.pos !== 'DET' && before?.pos !== 'CCONJ';
  if (item.pos !== 'NOUN' && item.pos !== 'PROPN' && item.pos !== 'ADJ' && item.pos !== 'ADP') return false;
  const isMany =
    before !== undefined &&
    /^\p{L}+(?:s|people|police)$/u.test(before.lower) &&
    /^(?:NOUN|PROPN)$/.test(before.pos);
  const isBase = /^(?:call|claim|fear|view|label|brand|blame|praise|mock|dub)$/.test(item.lower); // ‘Critics call the plan “a joke”’
  if (/^[A-Z]/.test(item.text) || !/(?:s|ed)$/.test(item.lower))
    return (
      (isNominative(before) ||
        (isMany && isBase) ||
        (isBase && before?.pos === 'PROPN' && items[at - 2]?.pos === 'CCONJ')) &&
      /(?:PRON|DET|SCONJ|QUOTE)/.test(after?.pos ?? '')
    );
  const subject = before?.pos === 'PROPN' || isNominative(before) || before?.quote;
  return Boolean(subject) && (after?.quote != null || /^(?:PRON|DET|SCONJ|PROPN)$/.test(after?.pos ?? ''));
}

/** ‘was worried that’, ‘are confident in’. */
function stateAt(items: readonly SpeechItem[], at: number): FoundCue | null {
  const item = items[at] as SpeechItem;
  if (!sayingStates.has(item.lower)) return null;
  const next = items[at + 1]?.lower ?? '';
  if (!/^(?:that|about|of|by|to|with|in|at|over)$/.test(next) && !isNominative(items[at + 1])) return null;
  let from = at;
  while (from > 0 && /^(?:ADV|ADJ|PART|AUX)$/.test(items[from - 1]?.pos ?? '')) from -= 1;
  const hasBe =
    items.slice(from, at).some(({ lower }) => auxiliaries.test(lower)) ||
    /^(?:feel|feels|felt|seem|seems|seemed|remain|remains|remained|sounded)$/.test(
      items[from - 1]?.lower ?? '',
    );
  return hasBe ? { from, to: at, head: at, lemma: 'be', cue: carried, shape: 'state' } : null;
}

/** ‘Rigas's description of the plan as “a leaky boat”’. */
function isDescription(items: readonly SpeechItem[], at: number): boolean {
  const behind = items.slice(at + 1, at + 12);
  return (
    describingNouns.has(items[at]?.lower ?? '') &&
    behind.some(({ lower }) => lower === 'as') &&
    behind.some(({ quote }) => quote)
  );
}

/** ‘her claim that …’. */
function nounAt(items: readonly SpeechItem[], at: number): FoundCue | null {
  const item = items[at] as SpeechItem;
  const isNoun = sayingNouns.has(item.lower) || describingNouns.has(item.lower);
  if (!isNoun || item.pos === 'VERB') return null;
  const next = items[at + 1]?.lower ?? '';
  const isOwned =
    /^(?:'s|’s|his|her|their|its|'|’)$/.test(items[at - 1]?.lower ?? '') ||
    /^(?:'s|’s|his|her|their|its)$/.test(items[at - 2]?.lower ?? '');
  if (isOwned && isDescription(items, at))
    return { from: at, to: at, head: at, lemma: item.lower, cue: carried, shape: 'noun' };
  if (next !== 'that' && !(isOwned && /^(?:to|for|of|about)$/.test(next))) return null;
  return { from: at, to: at, head: at, lemma: item.lower, cue: carried, shape: 'noun' };
}
