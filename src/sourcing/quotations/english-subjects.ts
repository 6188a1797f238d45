/** Who stands behind a cue in an English sentence. */
import {
  afterOpener,
  beforeTime,
  clauseHead,
  isIssued,
  nameBehindQuotation,
  overClause,
} from './english-clauses.ts';
import type { FoundCue } from './english-cues.ts';
import type { SpeechItem } from './english-items.ts';
import { isNominative, phraseEndingAt, phraseStartingAt, type WordRange } from './english-phrases.ts';
import { agentOf, openedBy } from './english-turned.ts';
import { timeWords } from './english-words.ts';

export interface Subject extends WordRange {
  /** Whether it stands after the cue: ‘said the mayor’. */
  after: boolean;
  /** Whether it is the subject of something else in the sentence, and only meant here. */
  inherited?: boolean;
}

/** Null where nobody is named. `cues` are those of the sentence; `earlier`: the subjects of the cues before it in the sentence. */
export function englishSubject(
  text: string,
  items: readonly SpeechItem[],
  cue: FoundCue,
  earlier: readonly (Subject | null)[],
  cues: readonly FoundCue[],
): Subject | null {
  if (cue.shape === 'according')
    return after(phraseStartingAt(items, cue.to + 1) ?? misread(items, cue.to + 1));
  if (cue.shape === 'noun') return ownerOf(items, cue);
  if (cue.shape === 'passive') return after(agentOf(items, cue));
  if (isNobody(items, cue.from)) return null;
  const opener = openedBy(text, items, cue);
  if (opener) return { ...opener.who, after: false, inherited: true };
  const inverted = invertedAfter(items, cue);
  if (inverted) return inverted;
  return before(items, cue, earlier, cues);
}

/** ‘No one at the mill could say which’: nobody says it, and not the mill either. */
function isNobody(items: readonly SpeechItem[], to: number): boolean {
  const said = items.slice(0, to);
  const isNone =
    /^(?:nobody|none|neither)$/.test(said[0]?.lower ?? '') ||
    (said[0]?.lower === 'no' && said[1]?.lower === 'one');
  return isNone && !said.some(({ pos, quote, text }) => pos === 'VERB' || quote || text === ',');
}

/** ‘According to court papers’, whose first word the tagger takes for a verb. */
function misread(items: readonly SpeechItem[], from: number): WordRange | null {
  const rest = phraseStartingAt(items, from + 1);
  return rest && { from, to: rest.to };
}

function after(range: WordRange | null): Subject | null {
  return range && { ...range, after: true };
}

function before(
  items: readonly SpeechItem[],
  cue: FoundCue,
  earlier: readonly (Subject | null)[],
  cues: readonly FoundCue[],
): Subject | null {
  const at = beforeTime(items, cue.from - 1);
  const left = items[at];
  const known = inherit(earlier.findLast((each) => each !== null) ?? null);
  const own = (range: WordRange | null): Subject | null => range && { ...range, after: false };
  const main = () => inherit(own(mainSubject(items, cue.from)));
  if (cue.shape === 'participle') return ofParticiple(items, cue, at, earlier);
  if (cue.shape === 'infinitive') {
    const nearest = items[at - 1]?.pos === 'PROPN' ? own(phraseEndingAt(items, at - 1)) : null;
    const moved = nearest && items[nearest.from - 1]?.pos !== 'ADP' ? nearest : null; // ‘led Rigas to fear’, not ‘took to Twitter to say’
    return moved ?? known ?? main();
  }
  if (!left) return null;
  const quoting = own(nameBehindQuotation(items, cue));
  if (quoting) return quoting;
  if (left.pos === 'CCONJ')
    return (
      inherit(joinedTo(items, cue, earlier, cues)) ?? known ?? inherit(own(mainSubject(items, cue.from)))
    );
  if (/^(?:,|—|–|―|--)$/.test(left.text)) return own(overApposition(items, at)) ?? known;
  const head = left.quote ? clauseHead(items, at) : null;
  if (head) return own(head);
  const near = own(overClause(items, at) ?? phraseEndingAt(items, at));
  if (/^(?:that|which)$/.test(left.lower) && isIssued(items, near)) return main() ?? near;
  return near ?? (left.quote && items[at - 1]?.quote === null ? own(phraseEndingAt(items, at - 1)) : null);
}

/** ‘footage of Rigas saying’ is hers; ‘wrote a series of letters saying’ is the writer's; ‘a poll showing’ the poll's. */
function ofParticiple(
  items: readonly SpeechItem[],
  cue: FoundCue,
  at: number,
  earlier: readonly (Subject | null)[],
): Subject | null {
  const left = items[at];
  const last = earlier.findLast((each) => each !== null) ?? null;
  const known = inherit(last);
  const own = (range: WordRange | null): Subject | null => range && { ...range, after: false };
  const main = () => inherit(own(mainSubject(items, cue.from)));
  // ‘The plan is dead, Rigas said, adding …’: whoever the aside is of.
  const aside = left?.text === ',' && last && !last.inherited ? items[last.from - 1] : undefined;
  if (aside?.quote || aside?.text === ',') return known;
  const near = left && /^(?:NOUN|PROPN)$/.test(left.pos) ? own(phraseEndingAt(items, at)) : null;
  const isThing = left?.pos === 'NOUN' && (cue.cue.weight >= 0.9 || isIssued(items, near));
  if (left && /^(?:ADP|SCONJ)$/.test(left.pos)) return main() ?? near ?? known ?? leading(items, cue);
  return isThing ? (main() ?? near ?? known) : (near ?? main() ?? known);
}

/** ‘He said he would order a review and warned against …’: a verb goes on with the one in its tense, not with what was said. */
function joinedTo(
  items: readonly SpeechItem[],
  cue: FoundCue,
  earlier: readonly (Subject | null)[],
  cues: readonly FoundCue[],
): Subject | null {
  const tense = tenseOf(items, cue);
  for (let at = earlier.length - 1; at >= 0; at -= 1) {
    const other = cues[at];
    if (other && earlier[at] && other.shape === 'finite' && tenseOf(items, other) === tense)
      return earlier[at] ?? null;
  }
  return null;
}

function tenseOf(items: readonly SpeechItem[], { from, head }: FoundCue): string {
  if (
    items
      .slice(from, head)
      .some(({ lower }) => /^(?:will|would|can|could|may|might|must|should|shall|to)$/.test(lower))
  )
    return 'modal';
  const word = items[head]?.lower ?? '';
  return /(?:ed|said|told|wrote|found|knew|thought|saw|heard)$/.test(word)
    ? 'past'
    : word.endsWith('s')
      ? 'present'
      : 'base';
}

/** ‘Paul Ryan, despite admitting that …’: what the sentence begins with, where no verb has come yet. */
function leading(items: readonly SpeechItem[], cue: FoundCue): Subject | null {
  const phrase = phraseStartingAt(items, 0);
  return phrase && phrase.to < cue.from && items[phrase.from]?.pos !== 'ADP'
    ? { ...phrase, after: false, inherited: true }
    : null;
}

function inherit(subject: Subject | null): Subject | null {
  return subject && { ...subject, inherited: true };
}

/** ‘Smith, the mayor of Ashland, said’: the phrase before the first comma of the clause. */
function overApposition(items: readonly SpeechItem[], comma: number): WordRange | null {
  const mark = items[comma]?.text ?? ',';
  const start = clauseStart(items, comma);
  let fallback: WordRange | null = null;
  for (let at = start; at < comma; at += 1) {
    if (items[at]?.text !== mark) continue;
    const phrase = phraseEndingAt(items, at - 1);
    if (!phrase) continue;
    if (
      phrase.from <= start + 1 ||
      items[phrase.from - 1]?.text === ',' ||
      items[phrase.from - 1]?.quote ||
      /^(?:SCONJ|CCONJ)$/.test(items[phrase.from - 1]?.pos ?? '')
    ) {
      if (!startsPlace(items, start, phrase)) return phrase;
    }
    fallback = phrase;
  }
  return fallback;
}

/** ‘In Ohio, Smith, …’: what stands after a preposition at the start is no speaker. */
function startsPlace(items: readonly SpeechItem[], start: number, phrase: WordRange): boolean {
  return phrase.from > start && items[start]?.pos === 'ADP' && phrase.from <= start + 2;
}

function clauseStart(items: readonly SpeechItem[], to: number): number {
  for (let at = to - 1; at > 0; at -= 1)
    if (items[at]?.quote || /^[;:]$/.test(items[at]?.text ?? '')) return at + 1;
  return 0;
}

/** The first noun phrase before the first finite verb. */
export function mainSubject(items: readonly SpeechItem[], to: number): WordRange | null {
  for (let at = afterOpener(items, to) + 1; at < to; at += 1) {
    const item = items[at] as SpeechItem;
    if (item.pos !== 'VERB' && item.pos !== 'AUX') continue;
    if (/ing$/.test(item.lower) && items[at - 1]?.pos !== 'AUX') continue;
    let left = at - 1;
    while (left > 0 && items[left]?.pos === 'ADV') left -= 1;
    const phrase = items[left]?.text === ',' ? overApposition(items, left) : phraseEndingAt(items, left);
    if (phrase) return phrase;
  }
  return null;
}

/** ‘“…,” said the mayor.’ */
function invertedAfter(items: readonly SpeechItem[], cue: FoundCue): Subject | null {
  if (!cue.cue.aside || cue.shape !== 'finite') return null;
  const left = items[cue.from - 1];
  const opens = left === undefined || left.quote !== null || left.text === ',';
  if (!opens) return null;
  if (isNominative(left) || clauseHead(items, cue.from - 1)) return null;
  const station = behindStation(items, cue.to + 1);
  if (station) return { ...station, after: true };
  // Whoever is told something stands behind the verb, and never says it.
  if (/^(?:told|tells|tell|telling|informed|assured|reminded)$/.test(items[cue.to]?.lower ?? '')) return null;
  const phrase = phraseStartingAt(items, cue.to + 1);
  if (!phrase || timeWords.has(items[phrase.from]?.lower ?? '')) return null;
  const end = items[phrase.to + 1];
  const closes =
    end === undefined ||
    end.quote !== null ||
    /^(?:PUNCT|SCONJ|ADP|PRON|ADV)$/.test(end.pos) ||
    /ing$/.test(end.lower);
  if (!closes) return null;
  if (
    left?.text === ',' &&
    !isAfterQuote(items, cue.from) &&
    overApposition(items, cue.from - 1) &&
    end !== undefined &&
    !/^[.,;]$/.test(end.text)
  )
    return null;
  if (left?.text === ',' && items[cue.from - 2]?.quote == null && hasApposition(items, cue.from - 1))
    return null;
  return { ...phrase, after: true };
}

/** ‘…, tells Radio Thalassa Petros Galanis’: the last two names behind a station's are the speaker's. */
function behindStation(items: readonly SpeechItem[], start: number): WordRange | null {
  const from = items[start]?.lower === 'to' ? start + 1 : start;
  if (!/^(?:radio|tv|channel)$/.test(items[from]?.lower ?? '')) return null;
  let to = from;
  while (/^\p{Lu}/u.test(items[to + 1]?.text ?? '')) to += 1;
  const end = items[to + 1];
  return to - from >= 3 && (end === undefined || /^[.,;]$/.test(end.text)) ? { from: to - 1, to } : null;
}

function isAfterQuote(items: readonly SpeechItem[], at: number): boolean {
  return items[at - 1]?.quote != null || (items[at - 1]?.text === ',' && items[at - 2]?.quote != null);
}

/** Whether what ends at this comma is a few words set between commas, without a verb that is finite. */
function hasApposition(items: readonly SpeechItem[], comma: number): boolean {
  for (let at = comma - 1; at > 0; at -= 1) {
    const item = items[at] as SpeechItem;
    if (item.text === ',')
      return (
        phraseEndingAt(items, at - 1) !== null &&
        !items.slice(0, at).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
      );
    if (item.quote) return false;
  }
  return false;
}

/** ‘the mayor's claim’, ‘his claim’, ‘a claim by the mayor’. */
function ownerOf(items: readonly SpeechItem[], cue: FoundCue): Subject | null {
  for (let at = cue.head - 1; at >= Math.max(0, cue.head - 4); at -= 1) {
    const item = items[at] as SpeechItem;
    if (/^(?:his|her|their|its|our|my)$/.test(item.lower)) return { from: at, to: at, after: false };
    if (/^(?:'s|’s|'|’)$/.test(item.lower)) {
      const owner = phraseEndingAt(items, at - 1);
      return owner && { ...owner, after: false };
    }
    if (!/^(?:ADJ|NOUN|ADV|VERB)$/.test(item.pos)) break;
  }
  const main = mainSubject(items, cue.from);
  return main && { ...main, after: false };
}
