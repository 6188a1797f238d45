/**
 * Who was told: ‘сказал РИА Новости мэр’, ‘sagte Lind der Deutschen Presse-Agentur’, ‘a déclaré à l’AFP’. They heard it and do
 * not say it: the reader steps over them, and an outlet among them is a hop.
 */
import { once } from '../../kit/once.ts';
import type { HearerTable } from '../../language/saying-words.ts';
import { cueTables } from './cue-tables.ts';
import { type Hearer, hearerTables, knownOutlets } from './hearer-words.ts';
import { outletWords } from './hop-tables.ts';
import { MASK } from './masked.ts';
import { phrasesOf } from './table-phrases.ts';

const END = '(?![\\p{L}\\p{M}\\p{N}])';
const FAR = 150; // characters after a verb in which who was told must stand
const WORDS_BETWEEN = 8; // of a subject between the verb and who was told
const CAPITALS =
  "\\p{Lu}[\\p{L}\\p{M}\\p{N}.&’'-]*(?:\\s+(?:(?:de|del|della|di|des|du|et|y|e)\\s+)?\\p{Lu}[\\p{L}\\p{M}\\p{N}.&’'-]*){0,4}";
const ARABIC_NAME = '\\p{Script=Arabic}+(?:\\s+ال\\p{Script=Arabic}+){0,2}';

interface Patterns {
  verb: RegExp;
  stops: ReadonlySet<string>;
  /** With its mark, an outlet's name behind it; the name is the first group. */
  marked: RegExp;
  /** With its mark, any name. */
  named: RegExp | null;
  people: RegExp;
  /** ‘a la agencia’, without its name: the piece has said which. */
  alone: RegExp;
  unmarked: RegExp | null;
}

const readers = Object.fromEntries(
  Object.entries(hearerTables).map(([language, table]) => [
    language,
    once(() => patternsOf(language, table)),
  ]),
);

function patternsOf(language: string, table: HearerTable): Patterns {
  const phrases = phrasesOf(cueTables[language] as (typeof cueTables)[string]);
  const outlet = `${MASK}+|(?:${knownOutlets})${END}`;
  const any = language === 'ar' ? ARABIC_NAME : CAPITALS;
  const noun = `(?:${table.outlets})\\s+`;
  const gap = language === 'ar' ? '' : "(?:\\s+|(?<=[’']))";
  // A word for an outlet needs no mark of its own where it stands in its case: ‘агентству Рейтер’.
  const nounMark = table.unmarked ? `(?:${table.before}\\s+)?` : `(?:${table.before})${gap}`;
  return {
    verb: phrases.verb,
    stops: phrases.stops,
    marked: new RegExp(
      `^(?:${nounMark}${noun}(?:${MASK}|[„«“"])?(${outlet}|${any})|(?:${table.before})${gap}(${outlet}))`,
      'u',
    ),
    named:
      table.onlyKnown || language === 'ar' ? null : new RegExp(`^(?:${table.before})${gap}(${any})`, 'u'),
    people: new RegExp(`^(?:${table.people})${END}`, 'u'),
    alone: new RegExp(`^${nounMark}(?:${table.outlets})${END}`, 'u'),
    unmarked: table.unmarked ? new RegExp(`^(${outlet})`, 'u') : null,
  };
}

/** In order; nothing for a language without a table. `masked` has its quotations covered. */
export function hearersIn(text: string, masked: string, language: string): Hearer[] {
  const patterns = readers[language.slice(0, 2).toLowerCase()]?.();
  if (!patterns) return [];
  const found: Hearer[] = [];
  for (const { 0: verb, index } of masked.matchAll(patterns.verb)) {
    const from = index + verb.length;
    const hearer = hearerAfter(patterns, { text, masked, verb: index, from });
    if (hearer && (found.at(-1)?.end ?? 0) <= hearer.start) found.push(hearer);
  }
  return found;
}

interface Place {
  text: string;
  masked: string;
  verb: number;
  from: number;
}

function hearerAfter(patterns: Patterns, place: Place): Hearer | null {
  const { masked, from } = place;
  const rest =
    /^[^.;:!?\n،,]*(?:\.(?=\p{L}|-)[^.;:!?\n،,]*)*/u.exec(masked.slice(from, from + FAR))?.[0] ?? '';
  let words = 0;
  for (const { index } of rest.matchAll(/(?<=\s)(?=\S)/gu)) {
    const here = { ...place, at: from + index, isFirst: words === 0 };
    const hearer = hearerAt(patterns, here);
    if (hearer) return hearer;
    words += 1;
    if (words > WORDS_BETWEEN) return null;
  }
  return null;
}

function hearerAt(patterns: Patterns, place: Place & { at: number; isFirst: boolean }): Hearer | null {
  const { masked, at, isFirst } = place;
  const rest = masked.slice(at, at + FAR);
  const people = patterns.people.exec(rest);
  if (people) return { start: at, end: at + people[0].length, party: null };
  const marked = patterns.marked.exec(rest);
  if (marked) return whole(place, marked[0], marked[1] ?? marked[2] ?? '', true);
  const alone = patterns.alone.exec(rest);
  if (alone) return { start: at, end: at + alone[0].length, party: null };
  if (!isFirst) return null;
  const named = patterns.named?.exec(rest);
  if (named) return whole(place, named[0], named[1] ?? '', outletWords.test(named[1] ?? ''));
  const unmarked = patterns.unmarked?.exec(rest);
  if (unmarked && hasSubject(patterns, place, at + unmarked[0].length))
    return whole(place, unmarked[0], unmarked[1] ?? '', true);
  return null;
}

/**
 * Names of the outlet and of who speaks may follow each other without a mark between: what is known of the outlet is its
 * own, and of names that nobody knows the last two are the speaker's.
 */
function whole(
  { text, masked, at }: Place & { at: number },
  said: string,
  name: string,
  isOutlet: boolean,
): Hearer | null {
  const start = at + said.length - name.length;
  const known = new RegExp(`^(?:${knownOutlets})${END}`, 'u').exec(name)?.[0];
  const after = masked.slice(at + said.length).trimStart();
  const words = name.split(/\s+/);
  const runsOn = known === undefined && !name.startsWith(MASK) && words.length > 2 && !/^\p{L}/u.test(after);
  const kept = known ?? (runsOn && /^\p{Lu}/u.test(name) ? words.slice(0, -2).join(' ') : name);
  const span = { start, end: start + kept.length };
  const party = text.slice(span.start, span.end).replace(/^[„«“"‘]\s?|\s?[“»”"’]$/gu, '');
  // A quotation after the verb is what is said, unless it is as short as a name.
  if (name.startsWith(MASK) && party.split(/\s+/).length > 4) return null;
  return { start: at, end: span.end, party: isOutlet ? asNamed(party, text.slice(at, start)) : null };
}

/** ‘сообщило РИА Новости’ says it itself; somebody else who stands before the verb or after the name makes it the hearer. */
function hasSubject({ stops }: Patterns, { masked, verb }: Place, end: number): boolean {
  const after = /^\s+([\p{L}\p{M}.'’-]+)/u.exec(masked.slice(end, end + 40))?.[1];
  if (after !== undefined && !stops.has(after.toLowerCase())) return true;
  const before = /[^\n.!?;:,،\ue000—–-]*$/u.exec(masked.slice(Math.max(0, verb - FAR), verb))?.[0] ?? '';
  return /\p{Lu}\p{L}+/u.test(before) && !/^\s*как\s/iu.test(before);
}

/** In the form in which one asks for it: the case that the sentence gave it is taken away where that is sure. */
function asNamed(party: string, before: string): string {
  const slavic = party.replace(
    /^(Интерфакс|Укрінформ|Інтерфакс|УНІАН|Коммерсант|Казинформ)(?:у|ові|ом)(?=$|-)/u,
    '$1',
  );
  if (slavic !== party) return slavic;
  const dative = /^(Суспільн)ому/u.exec(party);
  if (dative) return party.replace(/^Суспільному/u, 'Суспільне');
  if (!/(?:^|\s)(?:der|dem)\s/u.test(before)) return party;
  const isFeminine = /(?:^|\s)der\s/u.test(before);
  const ending = isFeminine ? 'e' : /Rundfunk|Anzeiger|Spiegel$/u.test(party) ? 'er' : 'en';
  return party.replace(/^(\p{Lu}\p{Ll}+)en(?=\s\p{Lu})/u, `$1${ending}`);
}
