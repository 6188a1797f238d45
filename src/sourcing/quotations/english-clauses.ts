/** What stands between whoever says something and the verb of it in an English sentence: words of time, a clause, an opener. */
import type { FoundCue } from './english-cues.ts';
import type { SpeechItem } from './english-items.ts';
import { isNominative, phraseEndingAt, phraseStartingAt, type WordRange } from './english-phrases.ts';
import { timeWords } from './english-words.ts';

/** ‘Wells Fargo just this month announced’: when it was stands between. */
export function beforeTime(items: readonly SpeechItem[], end: number): number {
  let at = end;
  while (at > 0 && timeWords.has(items[at]?.lower ?? '') && items[at]?.lower !== 'may') at -= 1;
  while (
    at < end &&
    at > 0 &&
    /^(?:this|last|next|just|on|early|late|only|earlier)$/.test(items[at]?.lower ?? '')
  )
    at -= 1;
  return /^(?:NOUN|PROPN|PRON)$/.test(items[at]?.pos ?? '') || /^[),]$/.test(items[at]?.text ?? '')
    ? at
    : end;
}

/** ‘One of the doctors who sent the letter called him …’: whoever the clause is of. ‘The experts I asked said’ too. */
export function overClause(items: readonly SpeechItem[], end: number): WordRange | null {
  const last = items[end];
  if (last?.pos === 'VERB' && isNominative(items[end - 1]) && items[end - 2]?.pos === 'NOUN')
    return phraseEndingAt(items, end - 2);
  const object = phraseEndingAt(items, end);
  if (!object) return null;
  const shut = items[object.from - 2]?.pos === 'VERB' && items[object.from - 1]?.pos === 'ADP';
  if (
    shut &&
    /(?:ed|en)$/.test(items[object.from - 2]?.lower ?? '') &&
    items[object.from - 3]?.pos === 'NOUN'
  )
    return phraseEndingAt(items, object.from - 3); // ‘the authors of the research published in the journal Delta argued’
  let hasVerb = false;
  for (let at = object.from - 1; at > 1 && object.from - at <= CLAUSE; at -= 1) {
    const item = items[at] as SpeechItem;
    const isGoing = item.pos === 'VERB' && item.lower.endsWith('ing');
    if (/^(?:VERB|AUX)$/.test(item.pos) && !isGoing) hasVerb = true;
    if (isGoing && !hasVerb && /^(?:NOUN|PROPN)$/.test(items[at - 1]?.pos ?? ''))
      return phraseEndingAt(items, at - 1); // ‘the union representing dockworkers said’
    if (item.lower === 'who') return isNominative(items[at - 1]) ? null : phraseEndingAt(items, at - 1);
    if (item.quote || /^(?:PUNCT|CCONJ|SCONJ)$/.test(item.pos)) return null;
  }
  return null;
}

/** ‘Krol, whom colleagues call “a bulldog,” has denied it’: behind a quotation, whom the clause before it is of. */
export function clauseHead(items: readonly SpeechItem[], end: number): WordRange | null {
  if (!items[end]?.quote) return null;
  for (let at = end - 1; at > 1; at -= 1) {
    if (/^[,;:]$/.test(items[at]?.text ?? '')) return null;
    if (/^(?:who|whom|which|whose)$/.test(items[at]?.lower ?? ''))
      return items[at - 1]?.text === ',' ? phraseEndingAt(items, at - 2) : null;
  }
  return null;
}

/** ‘“…,” Rigas, a researcher at the Council on Energy, Water and Ports told us’: the name right behind what is quoted, however much describes it. */
export function nameBehindQuotation(items: readonly SpeechItem[], cue: FoundCue): WordRange | null {
  if (!cue.cue.aside || cue.shape !== 'finite' || isNominative(items[cue.from - 1])) return null;
  const quote = items.slice(0, cue.from).findLastIndex((item) => item.quote);
  const name = quote < 0 ? null : phraseStartingAt(items, quote + 1, true);
  if (!name || items[name.to]?.pos !== 'PROPN' || items[name.to + 1]?.text !== ',') return null;
  const between = items.slice(name.to + 2, cue.from);
  const isClause = /^(?:who|whose|whom)$/.test(between[0]?.lower ?? '');
  const hasVerb = between.some(({ pos, lower }) => /^(?:VERB|AUX)$/.test(pos) && !lower.endsWith('ing'));
  return between.length > 0 && (isClause || !hasVerb) ? name : null;
}

const CLAUSE = 5; // items between ‘who’ and what its verb is about

const documents =
  /^(?:statements?|letters?|tweets?|papers?|petitions?|ads?|resolutions?|memos?|briefs?|motions?|complaints?|lawsuits?|posts?|messages?|e-?mails?|videos?|remarks?|notes?|essays?|columns?)$/;
const issuing =
  /^(?:issued?|issues|files?|filed|publish(?:es|ed)?|unleash(?:es|ed)?|releases?|released|writes?|wrote|signs?|signed|sends?|sent|posts?|posted|delivers?|delivered|circulates?|circulated)$/;

/** ‘issued a statement welcoming …’: whoever issued it welcomes. */
export function isIssued(items: readonly SpeechItem[], near: WordRange | null): boolean {
  if (!near || !items.slice(near.from, near.to + 1).some(({ lower }) => documents.test(lower))) return false;
  return issuing.test(items[near.from - 1]?.lower ?? '');
}

/** Behind ‘When the vote came,’: where the clause begins that the sentence is about. */
export function afterOpener(items: readonly SpeechItem[], to: number): number {
  if (!/^(?:when|while|after|as|if|although|though|because|since|before|once)$/.test(items[0]?.lower ?? ''))
    return 0;
  const comma = items.findIndex(({ text }) => text === ',');
  return comma > 0 && comma + 1 < to ? comma + 1 : 0;
}

/** ‘“A gut punch” is how the analyst described it’: the quotation is what was said. */
export function isHowNamed(items: readonly SpeechItem[], { from, shape }: FoundCue): boolean {
  const [quote, verb, how] = items;
  const isHow = /^(?:is|was|were|are)$/.test(verb?.lower ?? '') && /^(?:how|what)$/.test(how?.lower ?? '');
  return quote?.quote != null && isHow && shape === 'finite' && from > 2;
}

/** ‘according to its finance chief, Ruben Acker.’: the name behind a post's comma is nothing that is said. */
export function overName(items: readonly SpeechItem[], to: number): number {
  if (/^\p{Lu}/u.test(items[to]?.text ?? '') || items[to + 1]?.text !== ',') return to;
  let end = to + 1;
  while (/^\p{Lu}[\p{Ll}’'-]/u.test(items[end + 1]?.text ?? '')) end += 1;
  return end > to + 2 && /^[,.;]?$/.test(items[end + 1]?.text ?? '') ? end : to;
}
