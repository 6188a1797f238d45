/** What a text says of the way on which its statements came: ‘as carried by A, citing B’. */
import { once } from '../../kit/once.ts';
import type { Span } from '../../kit/paragraphs.ts';
import { splitSentences } from '../../kit/sentences.ts';
import type { HopTable } from '../../language/saying-words.ts';
import type { FoundHop, FoundStatement } from './found.ts';
import { type Hearer, knownOutlets } from './hearer-words.ts';
import { hopTables, outletWords } from './hop-tables.ts';
import { bodyName } from './mention.ts';

type Kind = 'told' | 'citing' | 'carried' | 'translated' | 'unknown';

/** A hop with its place; in one sentence, those that stand later were there earlier. */
interface Placed {
  kind: Kind;
  party: string;
  start: number;
  url: string | null;
}

const START = '(?<![\\p{L}\\p{M}\\p{N}])';
const ARTICLE =
  "(?:(?:the|a|an|local|state|national|private|public|official|der|die|das|den|dem|dpa|le|la|les|el|los|il|lo|gli|i|το|τη|την|τον|τα|η|ο|οι|του|της|агентство|агентства|газета|газету|телеканал|агенство|агентству)\\s+|l[’'])*";
const NAME =
  "[\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}.&’'-]*(?:\\s(?:(?:of|and|for|de|del|della|dell[’'][\\p{L}]+|du|des|di|der|των|του|της|&)\\s(?:the\\s|la\\s)?)?[\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}.&’'-]*){0,5}";
const ARABIC =
  '\\p{Script=Arabic}[\\p{Script=Arabic}\\p{M}]*(?:\\s(?!في|أن|إن|يوم|أمس|اليوم|قولها|قوله|عن|خلال)\\p{Script=Arabic}[\\p{Script=Arabic}\\p{M}]*){0,3}';
const LOWER =
  '(?:media|television|radio|broadcaster|newspaper|news agency|reporters|journalists|outlets|агентство|журналистам|журналістам|δημοσιογράφους)(?![\\p{L}])';
const SLAVIC_REST =
  '(?:\\s(?:информ)?(?:агентств|агенств)\\p{L}+(?:\\s(?:новостей|новин|информации|печати))?(?![\\p{L}]))?';

/** Gives each statement the hops of its sentence, and lists every party once. */
export function addHops(
  text: string,
  language: string,
  statements: FoundStatement[],
  hearers: readonly Hearer[] = [],
): FoundHop[] {
  const patterns = readers[language.slice(0, 2).toLowerCase()]?.();
  const all: FoundHop[] = [];
  const put = (hops: FoundHop[]) => {
    for (const hop of hops)
      if (!all.some(({ party, act }) => party === hop.party && act === hop.act)) all.push(hop);
  };
  if (!patterns) return all;
  const inOrder = statements.toSorted((one, other) => placeOf(one) - placeOf(other));
  let next = 0;
  for (const sentence of splitSentences(text, language)) {
    const chain = chainOf(placedIn(text, sentence, patterns, hearers));
    put(chain);
    for (; next < inOrder.length && placeOf(inOrder[next] as FoundStatement) < sentence.end; next += 1) {
      const statement = inOrder[next] as FoundStatement;
      if (placeOf(statement) < sentence.start) continue;
      statement.hops = hopsOf(statement, chain);
      put(statement.hops);
    }
  }
  return all;
}

/** Where a statement is attributed: its hops stand in the same sentence. */
function placeOf({ cueAt, speakerAt, content }: FoundStatement): number {
  return cueAt?.start ?? speakerAt?.start ?? content.at(-1)?.start ?? 0;
}

/** An outlet that speaks is a hop itself: what it says, it has from somewhere. */
function hopsOf(statement: FoundStatement, chain: FoundHop[]): FoundHop[] {
  const speaker = statement.speaker ?? '';
  const hops = chain.filter(
    ({ party }) => party === '' || !(speaker.includes(party) || party.includes(speaker)) || speaker === '',
  );
  const isOutlet = outletWords.test(speaker) && /^\p{Lu}|\p{Script=Arabic}/u.test(speaker);
  return isOutlet
    ? [...hops, { party: speaker, act: hops.length > 0 ? 'aggregated' : 'reported', url: null }]
    : hops;
}

/** With the words that it hangs on: without one of them in a sentence the rest need not be looked for, or even be compiled. */
type Patterns = { kind: Kind; words: RegExp; pattern: RegExp }[];

/** The patterns of each language, made when it is first read. */
const readers = Object.fromEntries(
  Object.entries(hopTables).map(([language, table]) => [language, once(() => patternsOf(table))]),
);

function patternsOf(table: HopTable): Patterns {
  const party = `\\s*(${ARTICLE}(?:${NAME}${SLAVIC_REST}|${LOWER}|${ARABIC}))`;
  const before = (words: string) => new RegExp(`${START}(?:${caseless(words)})\\s${party}`, 'gu');
  const words = (list: string) => new RegExp(caseless(list), 'u');
  const kinds: Patterns = [
    { kind: 'told', words: words(table.told), pattern: before(table.told) },
    { kind: 'citing', words: words(table.citing), pattern: before(table.citing) },
    { kind: 'carried', words: words(table.carried), pattern: before(table.carried) },
    { kind: 'translated', words: words(table.translated), pattern: before(table.translated) },
    {
      kind: 'unknown',
      words: words(table.unknown),
      pattern: new RegExp(`${START}(?:${caseless(table.unknown)})(?![\\p{L}])`, 'gu'),
    },
  ];
  if (table.carriedAfter)
    kinds.push({
      kind: 'carried',
      words: new RegExp(table.carriedAfter, 'u'),
      pattern: new RegExp(
        `[,”"»]\\s(${ARTICLE}${NAME})\\s(?:${table.carriedAfter})(?![\\p{L}])(?=\\s?[.,]|\\s(?:on|in|am|citing|unter)\\s)`,
        'gu',
      ),
    });
  return kinds;
}

/** The first letter in either case; names must keep theirs. */
function caseless(words: string): string {
  return words.replace(
    /(^|\|)(\(\?:)?(\p{Ll})/gu,
    (_, edge: string, open: string | undefined, letter: string) =>
      `${edge}${open ?? ''}[${letter}${letter.toUpperCase()}]`,
  );
}

function placedIn(text: string, sentence: Span, patterns: Patterns, hearers: readonly Hearer[]): Placed[] {
  const part = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 2_000)); // a longer sentence is no sentence
  const placed: Placed[] = hearers
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .flatMap(({ start, party }) =>
      party === null ? [] : [{ kind: 'told' as const, party, start: start - sentence.start, url: null }],
    );
  const heard = hearers.map(({ start, end }) => ({
    start: start - sentence.start,
    end: end - sentence.start,
  }));
  if (!/\p{L}/u.test(part)) return placed;
  for (const { kind, words, pattern } of patterns) {
    if (!words.test(part)) continue;
    for (const match of part.matchAll(pattern)) {
      if (heard.some(({ start, end }) => match.index < end && match.index + match[0].length > start))
        continue;
      const party = match[1] === undefined ? '' : bodyName(match[1].replace(/[.,’']+$/u, '').trim());
      if (isNoParty(kind, match[0], party) || isOwnByline(part, match)) continue;
      if (kind === 'told' && (!outletWords.test(party) || /^(?:reporters|journalists)$/u.test(party)))
        continue;
      if (
        placed.some(
          (each) => Math.abs(each.start - match.index) < 3 || (party !== '' && each.party === party),
        )
      )
        continue;
      const url =
        /^\s*\(?(https?:\/\/[^\s()]+)/u.exec(part.slice(match.index + match[0].length))?.[1] ?? null;
      placed.push({ kind, party, start: match.index, url });
    }
  }
  return placed.sort((one, other) => one.start - other.start);
}

/** One travels by these as well: über den Pass, через Межгорье. Only an outlet is a hop behind them. */
const WAY = /^(?:über|через|via|vía|a través de|tramite|μέσω)\s/iu;
const outlets = new RegExp(
  `^(?:${knownOutlets})$|^(?:Telegram|Facebook|Twitter|X|Instagram|WhatsApp|TikTok|Signal)$`,
  'u',
);
/** Published on Friday, in May, in 2024: a day and no party. */
const day =
  /^(?:\d[\d ./-]*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December))(?:\s\d+)*$/u;

function isNoParty(kind: Kind, match: string, party: string): boolean {
  if (kind !== 'carried') return false;
  return day.test(party) || (WAY.test(match) && !outletWords.test(party) && !outlets.test(party));
}

/** ‘Reported by Priti Chandra.’, a sentence of its own: who wrote the piece. */
const isOwnByline = (sentence: string, { index, 0: match }: RegExpExecArray) =>
  sentence.slice(0, index).trim() === '' &&
  sentence.slice(index + match.length).replace(/[.\s]/gu, '') === '';

/** From the speaker's end: who heard it, who was cited, who carried it, who translated it. */
function chainOf(placed: Placed[]): FoundHop[] {
  const of = (kind: Kind) => placed.filter((each) => each.kind === kind);
  const passed = placed
    .filter(({ kind }) => kind === 'citing' || kind === 'carried' || kind === 'unknown')
    .toReversed();
  const named = passed.filter(({ party }) => party !== '');
  const relays = named.length > 0 ? named : passed.slice(0, 1);
  return [
    ...of('told').map(({ party, url }): FoundHop => ({ party, act: 'reported', url })),
    ...relays.map(
      ({ party, url }, index): FoundHop => ({
        party,
        act: index + of('told').length === 0 ? 'reported' : 'aggregated',
        url,
      }),
    ),
    ...of('translated').map(({ party, url }): FoundHop => ({ party, act: 'translated', url })),
  ];
}
