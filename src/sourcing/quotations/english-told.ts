/** Who was told, where and when, between an English cue and what is said. */
import type { FoundCue } from './english-cues.ts';
import type { SpeechItem } from './english-items.ts';
import { isNominative, phraseStartingAt } from './english-phrases.ts';
import { timeWords } from './english-words.ts';

const LOOK = 16; // items between a cue and its ‘that’: ‘told reporters in Ashland on Monday that …’
const toldFirst = /^(?:tell|remind|inform|assure|notify|reassure|convince|persuade|brief|advise|warn)$/;

/** Skips who was told, where and when; the item at which what is said begins. */
export function skipTold(items: readonly SpeechItem[], start: number, cue: FoundCue): number {
  if (!cue.cue.clause || cue.shape === 'state' || cue.shape === 'noun') return start;
  let at = start;
  if (toldFirst.test(cue.lemma)) {
    const told = phraseStartingAt(items, at, true);
    if (told && told.to + 1 < items.length) at = told.to + 1;
  } else if (/^(?:ask|promise)$/.test(cue.lemma)) {
    const told = phraseStartingAt(items, at, true);
    if (
      told &&
      (items[told.to + 1]?.quote ||
        /^(?:that|if|whether|why|how|what|:|,)$/.test(items[told.to + 1]?.lower ?? ''))
    )
      at = told.to + 1;
  }
  const begins = at;
  while (
    at < items.length &&
    (timeWords.has(items[at]?.lower ?? '') ||
      (items[at]?.pos === 'NUM' && timeWords.has(items[at - 1]?.lower ?? '')))
  )
    at += 1;
  if (items[at]?.lower === 'that' || items[at]?.quote) return at;
  if (items[at]?.pos !== 'ADP' || items[at]?.lower === 'that' || cue.head !== cue.to)
    return skipPunctuation(items, at);
  const anchor = anchorAfter(items, at + 1);
  return skipPunctuation(items, anchor >= 0 ? anchor : at === begins && cue.cue.weight < 0.9 ? begins : at);
}

function skipPunctuation(items: readonly SpeechItem[], at: number): number {
  const sign = items[at]?.text ?? '';
  const next = items[at + 1];
  if (sign === ':' || ((sign === ',' || sign === '—' || sign === '–' || sign === '--') && next?.quote))
    return at + 1;
  return at;
}

/** After ‘in an interview’: where what is said begins; -1 where no place is sure. */
function anchorAfter(items: readonly SpeechItem[], start: number): number {
  for (let at = start; at < Math.min(items.length, start + LOOK); at += 1) {
    const item = items[at] as SpeechItem;
    const before = items[at - 1];
    if (
      item.quote ||
      (item.lower === 'that' && item.pos !== 'DET' && !/^(?:VERB|AUX)$/.test(items[at + 1]?.pos ?? ''))
    )
      return at;
    if (isNominative(item) && item.lower !== 'who') return at;
    if (item.text === ':' || item.text === '.') return at;
    if (item.text === ',') return items[at + 1]?.quote ? at + 1 : at;
    if (item.pos === 'DET' && at > start && /^(?:NOUN|PROPN|NUM)$/.test(before?.pos ?? '')) return at;
    if (item.pos === 'VERB' || item.pos === 'AUX') return -1;
  }
  return -1;
}
