/** English sentences turned round: what was ‘described by Rigas as “…”’, and ‘Calling it “…,” Rigas voted no’. */
import type { FoundCue } from './english-cues.ts';
import { lastSign, type SpeechItem } from './english-items.ts';
import { phraseStartingAt, type WordRange } from './english-phrases.ts';

const FAR = 14; // items between a verb and the quotation, or the ‘by’, that belongs to it

/** ‘was described by Rigas as “a leaky boat”’: the quotation that somebody who is named is said to have said. */
export function passiveQuotation(items: readonly SpeechItem[], cue: FoundCue): WordRange | null {
  for (let at = cue.to + 1; at < Math.min(items.length, cue.to + FAR); at += 1) {
    const item = items[at] as SpeechItem;
    if (item.quote) return { from: at, to: at };
    if (/^[.;:!?]$/.test(item.text) || item.pos === 'AUX') return null;
  }
  return null;
}

/** ‘was described as “a leaky boat” by Rigas’. */
export function agentOf(items: readonly SpeechItem[], cue: FoundCue): WordRange | null {
  for (let at = cue.to + 1; at < Math.min(items.length, cue.to + FAR); at += 1) {
    if (/^[.;:!?]$/.test(items[at]?.text ?? '')) return null;
    const isNear = at - cue.to <= 6 || items.slice(cue.to + 1, at).some(({ quote }) => quote);
    if (items[at]?.lower === 'by' && isNear) return phraseStartingAt(items, at + 1);
  }
  return null;
}

/** ‘Calling the plan “a leaky boat,” Rigas voted no’: who stands behind the comma at which the opening clause ends, and its last item. */
export function openedBy(
  text: string,
  items: readonly SpeechItem[],
  cue: FoundCue,
): { who: WordRange; end: number } | null {
  const isFirst = items.slice(0, cue.from).every(({ pos }) => /^(?:ADV|SCONJ|CCONJ)$/.test(pos));
  if (cue.shape !== 'participle' || !isFirst) return null;
  const quote = items.findIndex((item, at) => at > cue.to && item.quote);
  if (quote < 0) return null;
  const content = items[quote]?.quote?.content;
  const isClosed = content !== undefined && lastSign(text, content) === ',';
  const comma = isClosed ? quote : items.findIndex((item, at) => at > quote && item.text === ',');
  const who = comma < 0 ? null : phraseStartingAt(items, comma + 1, true);
  const next = who && items[who.to + 1];
  if (!who || !next || !/^(?:VERB|AUX|ADV|PUNCT)$/.test(next.pos)) return null;
  return { who, end: isClosed ? quote : comma - 1 };
}

/** ‘To Rigas, the plan is “a leaky boat”’. */
export function inWhoseEyes(items: readonly SpeechItem[]): WordRange | null {
  if (!/^(?:to|for)$/.test(items[0]?.lower ?? '') || !items.some(({ quote }) => quote)) return null;
  const who = phraseStartingAt(items, 1, true);
  const isSomebody = who && /^(?:PROPN|PRON)$/.test(items[who.to]?.pos ?? '');
  return isSomebody && items[who.to + 1]?.text === ',' ? who : null;
}

/** ‘Asked about the plan, Rigas said …’: what begins the sentence is nobody's statement. */
export function isAskedOpener(items: readonly SpeechItem[], { from, head }: FoundCue): boolean {
  if (!/^(?:asked|questioned|pressed|challenged)$/.test(items[head]?.lower ?? '')) return false;
  return items.slice(0, from).every(({ lower }) => /^(?:when|if|once|after|being|later|also)$/.test(lower));
}
