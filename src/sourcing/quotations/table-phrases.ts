/** Cue words of a table as patterns, and the phrases that name a speaker beside them. */
import type { Span } from '../../kit/paragraphs.ts';
import type { CueTable } from '../../language/saying-words.ts';
import type { Hearer } from './hearer-words.ts';

export interface Phrases {
  verb: RegExp;
  according: RegExp;
  /** Verbs that call something by a name of the speaker's own. */
  naming: RegExp;
  /** An opening word not far ahead; and one that stands right here. */
  opensAhead: RegExp;
  opensHere: RegExp;
  /** Helping words at the end of what stands before a verb. */
  betweenEnd: RegExp;
  /** What stands before a verb that says nothing. */
  unlessAfter: RegExp | null;
  stops: ReadonlySet<string>;
  joins: ReadonlySet<string>;
  bareComma: boolean;
  dropsSubject: boolean;
}

/** A text while it is read by a table. */
export interface TableReader {
  text: string;
  masked: string;
  quotes: { content: Span; whole: Span; damaged: boolean }[];
  phrases: Phrases;
  /** Tells words that name a hop from words that are said. */
  hopOpening: RegExp;
  language: string;
  /** Who was told something in it. */
  hearers: Hearer[];
}

type Read = Pick<TableReader, 'text' | 'masked' | 'phrases'>;

const EDGE = '(?<![\\p{L}\\p{M}\\p{N}])';
const END = '(?![\\p{L}\\p{M}\\p{N}])';
// A name whose first word is an adjective goes on in lower case: ‘Эгейское агентство новостей’; Arabic has no capitals.
const goesOn = /\p{Script=Arabic}|\p{Script=Cyrillic}(?:ое|ая|ий|ый|ие|ые|ой|ого|ка|ке|ьке|ький|ької)$/u;
// ‘Poi ha aggiunto’, ‘Также Сазонкин добавил’: nobody's name.
const adverb =
  /^(?:poi|inoltre|infine|quindi|ancora|intanto|luego|además|después|asimismo|también|finalmente|entonces|puis|ensuite|enfin|encore|également|ainsi|επίσης|ακόμα|ακόμη|έπειτα|μετά|τέλος|παράλληλα|ωστόσο|όμως|также|затем|потом|позже|кроме|при|впрочем|однако|також|потім|згодом|пізніше|проте|однак|як|كما|ثم|بينما|فيما|لكن)$/iu;
const elided = /^qu['’]/iu; // ‘a annoncé qu’il ferait appel’
const station = /^(?:Radio|TV)$/u; // ‘sagte Ada Lind Radio Emden’: a name of its own behind the speaker's
const MOST_WORDS = 9; // of a phrase that names a speaker
const LONGEST = 160; // characters in which it must stand

export function phrasesOf(table: CueTable): Phrases {
  const any = (words: string) =>
    words
      .split(/\s+/)
      .filter(Boolean)
      .sort((one, other) => other.length - one.length)
      .map((word) => word.replaceAll('.', '\\.').replaceAll('_', '\\s').replace(/\*$/, '\\p{L}*'))
      .join('|');
  return {
    verb: new RegExp(`${EDGE}(?:${any(table.verbs)})(?:-(?:t-)?(?:il|elle|on|ils|elles))?${END}`, 'giu'),
    naming: new RegExp(`${EDGE}(?:${any(table.naming)})${END}`, 'giu'),
    according: new RegExp(`${EDGE}(?:${table.according})(?:${END}|(?<=ل))`, 'giu'),
    opensAhead: new RegExp(
      `^[^.;:!?\\ue000]{0,120}?[\\s,،](?:${any(table.opens)})(?:${END}|(?<=[’']))`,
      'iu',
    ),
    opensHere: new RegExp(`^[\\s,،]*(?:${any(table.opens)})(?:${END}|(?<=[’']))`, 'iu'),
    betweenEnd: new RegExp(`(?:${EDGE}(?:${any(table.between)})${END}[\\s]*)+$`, 'iu'),
    unlessAfter: table.unlessAfter ? new RegExp(`${EDGE}(?:${any(table.unlessAfter)})\\s+$`, 'iu') : null,
    stops: new Set(table.stops.split(/\s+/)),
    joins: new Set(table.joins.split(/\s+/)),
    bareComma: table.bareComma ?? false,
    dropsSubject: table.dropsSubject ?? false,
  };
}

/** Who stands after a cue: ‘said the mayor Nikos Vamvakas on Monday’. `far`: more than one word in lower case may come first. */
export function phraseAfter(
  { text, masked, phrases }: Read,
  from: number,
  end: number,
  far: boolean,
): Span | null {
  const rest = masked.slice(from, Math.min(end, from + LONGEST));
  const lead = /^[\s]*/u.exec(rest)?.[0].length ?? 0;
  let stop = -1;
  let named = false;
  let count = 0;
  let last = '';
  for (const match of rest
    .slice(lead)
    .matchAll(/([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’-]*|&(?=\s\p{Lu}))|([^\s])/gu)) {
    const word = match[1];
    const at = lead + match.index;
    if (word === undefined) break;
    const plain = word.toLowerCase().replace(/[.]$/, '');
    const isName = /^[\p{Lu}&]/u.test(word);
    const joins = phrases.joins.has(word.toLowerCase()) || phrases.joins.has(plain);
    const isArticle = far && count === 0 && !isName && word.length <= 4;
    if (elided.test(word) || (phrases.stops.has(plain) && !(joins && !named) && !isArticle)) break;
    if (named && !isName && !joins && !goesOn.test(last)) break;
    if (named && station.test(word)) break;
    last = isName || !named ? word : last;
    if (!named && !isName && !joins && count > (far ? 7 : 5)) return null;
    named ||= isName;
    count += 1;
    if (count > MOST_WORDS) break;
    if (!joins || isName) stop = at + word.length;
    if (/\.$/.test(word) && word.length > 3 && !/^\p{Lu}\p{Ll}?\.$/u.test(word)) break;
  }
  if (stop <= lead) return null;
  const found = { start: from + lead, end: from + stop };
  while (
    /[.'’-]$/u.test(text.slice(found.start, found.end)) &&
    !/(?:\p{Lu}|Jr|Sr)\.$/u.test(text.slice(found.start, found.end))
  )
    found.end -= 1;
  return /\p{L}/u.test(text.slice(found.start, found.end)) ? found : null;
}

/** Who stands before a cue: ‘Nikos Vamvakas, mayor of Ashland, said’. */
export function phraseBefore({ text, masked, phrases }: Read, sentence: Span, verb: number): Span | null {
  const lead = masked.slice(sentence.start, verb).replace(phrases.betweenEnd, '').replace(/\s+$/u, '');
  const clause = Math.max(lead.lastIndexOf('\ue000'), lead.lastIndexOf(';'), lead.lastIndexOf(':')) + 1;
  const said = clause + openedWithin(lead.slice(clause), phrases);
  let part = lead.slice(said);
  let from = said;
  if (/[,،—–]$/u.test(part)) {
    const first = part.search(/[,،—–]/u);
    if (first <= 0 || first === part.length - 1) return null;
    const name = nameAside(part, first);
    if (name) return { start: sentence.start + from + name.start, end: sentence.start + from + name.end };
    part = part.slice(0, first);
  } else {
    const comma = Math.max(
      part.lastIndexOf(','),
      part.lastIndexOf('،'),
      part.lastIndexOf('—'),
      part.lastIndexOf('–'),
    );
    from += comma + 1;
    part = part.slice(comma + 1);
  }
  const words = [...part.matchAll(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu)];
  while (words[0] && adverb.test(words[0][0])) words.shift();
  const kept = words.slice(
    firstOf(
      words.map(([word]) => word),
      phrases,
    ),
  );
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last || kept.length > MOST_WORDS + 3) return null;
  const span = {
    start: sentence.start + from + first.index,
    end: sentence.start + from + last.index + last[0].length,
  };
  return /\p{L}{2}/u.test(text.slice(span.start, span.end)) ? span : null;
}

/** ‘… recordó que el informe decía’: whoever stands before the verb that opens the clause says something else. */
function openedWithin(part: string, { verb }: Phrases): number {
  let from = 0;
  for (const match of part.matchAll(verb)) {
    const opener = /^\s(?:que|che|что|що|ότι|πως|أن|dass|daß)\s/u.exec(
      part.slice(match.index + match[0].length),
    );
    if (opener) from = match.index + match[0].length + opener[0].length;
  }
  return from;
}

const articled =
  /^\s*(?:der|die|das|ein|eine|seine?|ihre?|el|la|il|lo|le|un|une|una|s[ou]n|sa|su|suo|sua|ο|η|το|l['’])(?:\s|(?<=['’]))/iu;
const wholeName =
  /^[,،]\s*(\p{Lu}[\p{L}\p{M}.’'-]*(?:\s(?:de|del|della|di|van|von|der)?\s?\p{Lu}[\p{L}\p{M}’'-]+){1,3})[,،]/u;

/** ‘Die Sprecherin der Werft, Anna Rigas,’: behind a post, what stands between the commas is who it is. */
export function nameAside(part: string, comma: number): Span | null {
  const name = articled.test(part) ? wholeName.exec(part.slice(comma))?.[1] : undefined;
  if (name === undefined) return null;
  const start = part.indexOf(name, comma);
  return { start, end: start + name.length };
}

/** Where a phrase begins among words before a verb: behind ‘in an interview’, at its article or first name. */
function firstOf(words: readonly string[], phrases: Phrases): number {
  const first = words[0]?.toLowerCase() ?? '';
  if (!phrases.stops.has(first) || phrases.joins.has(first)) return 0;
  for (let at = 2; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (phrases.joins.has(word.toLowerCase()) && !/^(?:de|del|der|di|του|της|des|du)$/iu.test(word))
      return at;
    if (/^\p{Lu}/u.test(word) && !/^\p{Lu}/u.test(words[at - 1] ?? '')) return at;
  }
  return 0;
}

/** ‘…, said the head of the canton, Petra Vogt’: the name behind the post is who it is. */
export function namedAfter({ text }: Read, source: Span | null, end: number): Span | null {
  if (!source || /\p{Lu}/u.test(text.slice(source.start, source.end))) return source;
  const name =
    /^(?:\s(?:του|της|τους|μας))?[,،]\s*(\p{Lu}[\p{L}\p{M}’'-]+(?:\s+\p{Lu}[\p{L}\p{M}’'-]+){1,3})(?=[,.;]|\s*$)/u.exec(
      text.slice(source.end, end),
    );
  if (!name?.[1]) return source;
  const at = source.end + name[0].length;
  return { start: at - name[1].length, end: at };
}
