/** Who says what in one English sentence. */
import type { Span } from '../../kit/paragraphs.ts';
import { type Content, speechContent } from './english-content.ts';
import { type CueWords, cuesIn, type FoundCue } from './english-cues.ts';
import type { Sentence, SpeechItem } from './english-items.ts';
import { isNominative } from './english-phrases.ts';
import { englishSubject, type Subject } from './english-subjects.ts';
import { inWhoseEyes, isAskedOpener } from './english-turned.ts';
import type { RawStatement } from './found.ts';

// What often stands before a colon and says nothing.
const labels =
  /^(?:update|updated|note|editor|correction|analysis|opinion|exclusive|breaking|live|watch|photo|photos|video|read|related|more|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday|poll|report|study|source|sources|q|a|abstract|byline)$/;

/** The statements of one sentence. */
export function readSentence(text: string, { items }: Sentence, words: CueWords): RawStatement[] {
  const labelled = afterName(items);
  if (labelled) return [labelled];
  const cues = cuesIn(items, words);
  const subjects: (Subject | null)[] = [];
  const considered: FoundCue[] = [];
  const statements: RawStatement[] = [];
  const reported: RawStatement[] = [];
  for (const cue of cues) {
    if (isOrder(items, cue) || isAskedOpener(items, cue)) continue;
    const subject = englishSubject(text, items, cue, subjects, considered);
    subjects.push(subject);
    considered.push(cue);
    const content = speechContent(text, items, cue, subject, cues);
    if (!content) continue;
    const holdsQuote = content.ranges.some((range) =>
      items.slice(range.from, range.to + 1).some(({ quote }) => quote),
    );
    if (!subject && cue.cue.weight < 0.9 && !holdsQuote) continue;
    if (subject && content.ranges.some((range) => range.from <= subject.from && subject.to <= range.to))
      continue;
    const statement = {
      content: content.ranges.map((range) => spanOf(items, range.from, range.to)),
      cue: spanOf(items, cue.from, cue.to),
      source: subject ? spanOf(items, subject.from, subject.to) : null,
      confidence: confidenceOf(items, cue, subject, content),
      quoted: content.isQuotation || (holdsQuote && cue.cue.clause && cue.cue.weight >= 0.9),
    };
    statements.push(statement);
    if (!holdsQuote || (content.isQuotation && cue.cue.weight < 0.9)) reported.push(statement);
  }
  return weighed(statements, reported, statements.length === 0 ? seenBy(items) : null);
}

/** `reported`: those of them that are less sure where somebody else tells of them; `seen`: one more. */
function weighed(
  statements: RawStatement[],
  reported: readonly RawStatement[],
  seen: RawStatement | null,
): RawStatement[] {
  const all = statements.map((each) =>
    reported.includes(each) && isSecondHand(each, statements)
      ? { ...each, confidence: each.confidence * SECOND_HAND }
      : each,
  );
  return seen ? [...all, seen] : all;
}

/** ‘To Rigas, the plan is “a leaky boat”’: in whose eyes it is so. */
function seenBy(items: readonly SpeechItem[]): RawStatement | null {
  const who = inWhoseEyes(items);
  const end = /^[.!?]$/.test(items.at(-1)?.text ?? '') ? items.length - 2 : items.length - 1;
  if (!who || end <= who.to + 2) return null;
  return {
    content: [spanOf(items, who.to + 2, end)],
    cue: spanOf(items, 0, 0),
    source: spanOf(items, who.from, who.to),
    confidence: 0.6,
    quoted: true,
  };
}

/** ‘Merrill said Machado had promised to stay’: Machado's promise is what Merrill tells of her. */
function isSecondHand({ cue }: RawStatement, all: readonly RawStatement[]): boolean {
  return (
    cue !== null &&
    all.some(
      (other) =>
        other.cue !== null &&
        other.cue.start < cue.start &&
        other.content.some(({ start, end }) => start <= cue.start && cue.end <= end),
    )
  );
}

const SECOND_HAND = 0.85; // what somebody is said to have said: rarely what the desk looks for, and seldom cut right

/** ‘Ask Mantas who else reads the book’: said to us, and by nobody. */
function isOrder(items: readonly SpeechItem[], cue: FoundCue): boolean {
  const [first, next] = [items[cue.from], items[cue.to + 1]];
  const opens =
    cue.from === 0 ||
    /^[:—–-]$/.test(items[cue.from - 1]?.text ?? '') ||
    items[cue.from - 1]?.lower === 'please';
  return (
    cue.shape === 'finite' &&
    opens &&
    cue.from === cue.head &&
    first?.lower === cue.lemma &&
    !isNominative(next) &&
    !first.quote
  );
}

const LONGEST_LABEL = 10; // items before a colon: ‘Stavros Mantas on the pumps: …’

/** ‘Mantas: Pumps were new’ in a headline, ‘MANTAS: They were new.’ in a transcript. */
function afterName(items: readonly SpeechItem[]): RawStatement | null {
  const colon = items.findIndex(({ text, quote }) => text === ':' && !quote);
  if (colon < 1 || colon > LONGEST_LABEL || colon + 2 >= items.length) return null;
  const label = withoutBracket(items.slice(0, colon));
  if (label.some(({ pos }) => pos === 'VERB' || pos === 'AUX' || pos === 'PRON' || pos === 'PUNCT'))
    return null;
  const on = label.findIndex(({ pos }) => pos === 'ADP');
  const name = on > 0 ? label.slice(0, on) : label;
  const rest = items.slice(colon + 1);
  const isName =
    name.every(({ pos, text }) => pos === 'PROPN' || /^\p{Lu}/u.test(text)) &&
    !labels.test(name[0]?.lower ?? '');
  if (!isName || !rest.some(({ pos, quote }) => quote || pos === 'VERB' || pos === 'AUX') || rest.length < 3)
    return null;
  const end = /^[.]$/.test(items.at(-1)?.text ?? '') ? items.length - 2 : items.length - 1;
  return {
    content: [spanOf(items, colon + 1, end)],
    cue: spanOf(items, colon, colon),
    source: spanOf(items, 0, name.length - 1),
    confidence: 0.75,
    quoted: true,
  };
}

/** ‘Sen. Paul Rigas (R-Ohio)’ before a colon is Sen. Paul Rigas. */
function withoutBracket(label: readonly SpeechItem[]): readonly SpeechItem[] {
  const open = label.findIndex(({ text }) => text.startsWith('('));
  return open > 0 && label.at(-1)?.text.endsWith(')') ? label.slice(0, open) : label;
}

/** From the first item to the last; the marks of a quotation are left out where they stand at an end. */
export function spanOf(items: readonly SpeechItem[], from: number, to: number): Span {
  const first = items[from];
  const last = items[to];
  const start = first?.quote && from === to ? first.quote.content.start : (first?.start ?? 0);
  const end = last?.quote && from === to ? last.quote.content.end : (last?.end ?? start);
  return { start, end };
}

/** ‘called it “a map without a coast”’: with a quotation, words of the speaker's own. */
const namers = /^(?:call|describe|label|brand|dub|characterize|characterise|deem|denounce)$/;

/** ‘dismissed the claim as “pure fiction”’, ‘hailed X as a “giant of the town”’. */
function isNamedAs(items: readonly SpeechItem[], quoteAt: number): boolean {
  const before = items[quoteAt - 1]?.lower ?? '';
  return (/^(?:a|an|the)$/.test(before) ? items[quoteAt - 2]?.lower : before) === 'as';
}

function confidenceOf(
  items: readonly SpeechItem[],
  cue: FoundCue,
  subject: Subject | null,
  { ranges, isQuotation }: Content,
): number {
  // ‘it has provided “important benefits”’ is rarely anybody's word.
  let sure = isQuotation ? (cue.cue.clause && cue.cue.aside ? 0.95 : 0.75) : 0.45 + 0.35 * cue.cue.weight;
  const namesIt =
    ranges.some(({ to }) => items[to]?.quote) &&
    (namers.test(cue.lemma) || ranges.some(({ to }) => isNamedAs(items, to)));
  if (namesIt) sure = Math.max(sure, 0.8);
  if (!subject) sure *= 0.6;
  // ‘a provision that would allow …’: a thing's clause is seldom anybody's word.
  else if (/^(?:that|which)$/.test(items[subject.to]?.lower ?? '')) sure *= 0.8;
  if (cue.shape === 'noun' || cue.shape === 'infinitive') sure *= 0.8;
  if (cue.shape === 'participle') sure *= cue.cue.weight >= 0.9 || namesIt ? 0.92 : 0.8;
  const said = ranges.flatMap(({ from, to }) => items.slice(from, to + 1));
  // ‘named the engineer’ tells of something, ‘did not say when’ of nothing: seldom worth a statement.
  if (!said.some(({ pos, quote }) => quote || pos === 'VERB' || pos === 'AUX')) sure *= 0.75;
  if (items.slice(cue.from, cue.head).some(({ lower }) => /^(?:not|n't|never)$/.test(lower))) sure *= 0.8;
  if (items.some(({ quote }) => quote?.damaged)) sure *= 0.7;
  return sure;
}
