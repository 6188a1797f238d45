/**
 * A quotation whose verb no list knows: ‘„…“, freute sich Trainer Kuhlmann’, known by where it stands and by its ending; and one
 * that a whole sentence about somebody leads to: ‘Dirk Ahlers war bedient: „…“’.
 */

import type { Span } from '../../kit/paragraphs.ts';
import { givenNames } from '../../language/given-names.ts';
import type { RawStatement } from './found.ts';
import { MASK } from './masked.ts';
import { pronounsOf } from './pronouns.ts';
import { isThing } from './table-naming.ts';
import { namedAfter, phraseAfter, type TableReader } from './table-phrases.ts';
import { openingSubject } from './table-subjects.ts';

type Quote = TableReader['quotes'][number];

const SPEECH = 4; // words in marks that are somebody's sentence and no title
const LONGEST_LEAD = 140; // characters of a sentence that ends in a colon
const SURE = 0.75; // the place tells it, no word does
const DAMAGED = 0.5; // where a mark is turned

/** How a verb ends that may stand between a quotation and who said it, by language; with what helps it. */
const verbs: Record<string, RegExp> = {
  de: /^\p{Ll}{2,}(?:te|t|ten)(?: (?:sich|auch|später|dann|anschließend|dazu))?(?=\s)/u,
  fr: /^(?:s['’]est |s['’]|se |a |ont |avait |nous a |lui a )?\p{Ll}{3,}(?:é|ée|és|i|u|it|[^t]e|ent)(?=\s)/u,
  es: /^(?:se |ha |han |había )?\p{Ll}{2,}(?:ó|aron|ieron|ado|ido|cho|a|e|aba|ía|ían)(?=\s)/u,
  it: /^(?:(?:ha|hanno|aveva|si è) \p{Ll}+[ts][oa]|(?:si )?\p{Ll}{3,}(?:a|e|ò|ì|ano|ono|va))(?=\s)/u,
  el: /^\p{Ll}{2,}(?:[σξψ]ε|[αε]ν|ηκε|ηκαν|ει|εί|ά|άει|ται|νε|λε|ουν)(?=\s)/u,
  ru: /^\p{Ll}{2,}(?:л|ла|ли|лся|лась|лись|[еёи]т|[уюая]т|[еи]тся)(?=\s)/u,
  uk: /^\p{Ll}{2,}(?:в|ла|ли|вся|лася|лись|є|[иї]ть|[ую]ть|[аяую]ть|ється|иться)(?=\s)/u,
};

/** Null where nothing beside the quotation says whose it is. */
export function byPlace(reader: TableReader, sentence: Span, quote: Quote): RawStatement | null {
  const { text } = reader;
  if (text.slice(quote.content.start, quote.content.end).split(/\s+/u).length < SPEECH) return null;
  return behindIt(reader, sentence, quote) ?? ledTo(reader, sentence, quote);
}

/** ‘„…“, freute sich Trainer Kuhlmann’. */
function behindIt(reader: TableReader, sentence: Span, quote: Quote): RawStatement | null {
  const { text, masked, phrases, language } = reader;
  if (/[\p{L}\p{N}\ue000]/u.test(masked.slice(sentence.start, quote.whole.start))) return null; // ‘Der Roman „…“, gelobt von X’
  const rest = masked.slice(quote.whole.end, sentence.end);
  const gap = /^\s*(?:[,–—]\s*)*/u.exec(rest)?.[0] ?? '';
  const closes = /[,!?…]$/u.test(text.slice(quote.content.start, quote.content.end));
  if (!/[,–—]/u.test(gap) && !(closes && gap !== '')) return null;
  const verb = verbs[language.slice(0, 2)]?.exec(rest.slice(gap.length))?.[0];
  if (
    verb === undefined ||
    verb.split(' ').some((word) => phrases.stops.has(word) || phrases.joins.has(word))
  )
    return null;
  const cue = { start: quote.whole.end + gap.length, end: quote.whole.end + gap.length + verb.length };
  const source = namedAfter(reader, phraseAfter(reader, cue.end, sentence.end, false), sentence.end);
  if (!source || !/\p{Lu}/u.test(text.slice(source.start, source.end))) return null;
  return stated(quote, cue, source);
}

/** ‘Dirk Ahlers war bedient: „…“’: only of somebody whose given name the text has. */
function ledTo(reader: TableReader, sentence: Span, quote: Quote): RawStatement | null {
  const { text, masked, language } = reader;
  const head = masked.slice(sentence.start, quote.whole.start);
  const isLed = /^[^:]+:\s*$/u.test(head) && !head.includes(MASK) && head.length <= LONGEST_LEAD;
  if (!isLed || !/^[\s\p{P}]*$/u.test(masked.slice(quote.whole.end, sentence.end))) return null;
  if (isThing(head)) return null;
  const colon = sentence.start + head.lastIndexOf(':');
  const source = [openingSubject(reader, sentence, colon), firstPerson(reader, sentence, colon)].find(
    (each) => each && isSomebody(text, text.slice(each.start, each.end), language),
  );
  if (!source) return null;
  return stated(quote, { start: colon, end: colon + 1 }, source);
}

/** ‘Sein Gegenüber Dirk Ahlers’: a given name and a surname that no preposition stands before. */
function firstPerson({ masked, phrases }: TableReader, sentence: Span, until: number): Span | null {
  const lead = masked.slice(sentence.start, until);
  for (const { 1: given = '', 2: surname = '', index } of lead.matchAll(FULL)) {
    const before = /([\p{L}\p{M}]+)\s$/u.exec(lead.slice(0, index))?.[1] ?? '';
    const start = sentence.start + index;
    if (isGiven(given) && !phrases.stops.has(before))
      return { start, end: start + given.length + surname.length };
  }
  return null;
}

const FULL = /(?<![\p{L}\p{M}’'-])(\p{Lu}[\p{L}\p{M}-]+)(?=(\s\p{Lu}[\p{L}\p{M}’'-]+))/gu; // the surname ahead, so that it may be a given name itself

function isSomebody(text: string, phrase: string, language: string): boolean {
  if (pronounsOf(language).has(phrase.toLowerCase())) return true;
  const capitals = phrase.match(/\p{Lu}[\p{L}\p{M}’'-]+/gu) ?? [];
  const isRow = !language.startsWith('de') && /\p{Lu}[\p{Ll}\p{M}]+\s\p{Lu}[\p{Ll}\p{M}]+$/u.test(phrase);
  return isRow || capitals.some((word) => isGiven(word)) || isNamedInFull(text, capitals.at(-1));
}

function isNamedInFull(text: string, surname: string | undefined): boolean {
  if (surname === undefined) return false;
  for (let at = text.indexOf(surname); at >= 0; at = text.indexOf(surname, at + 1))
    if (isGiven(/(\p{Lu}[\p{L}\p{M}’'-]+)\s$/u.exec(text.slice(Math.max(0, at - 30), at))?.[1])) return true;
  return false;
}

function isGiven(word = ''): boolean {
  return givenNames.has(word.toLowerCase());
}

function stated(quote: Quote, cue: Span, source: Span): RawStatement {
  const confidence = quote.damaged ? DAMAGED : SURE;
  return { content: [quote.content], cue, source, confidence, quoted: true, form: 'direct' };
}
