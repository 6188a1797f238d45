/** Names among the words of a text: what stands behind them, how the text addresses people, and which words two names share. */
import { once } from '../../kit/once.ts';
import type { Span } from '../../kit/paragraphs.ts';
import { givenNames } from '../../language/given-names.ts';
import { titles } from './english-words.ts';
import { articles } from './mention.ts';

export const surnameOfHer = /(?<=(?:^|[.!?”"]\s|\n|,\s))(?:Ms|Mrs|Miss)\.? (\p{Lu}[\p{L}’'-]+)(?=\s\p{Ll})/gu;
export const surnameOfHim = /(?<=(?:^|[.!?”"]\s|\n|,\s))Mr\.? (\p{Lu}[\p{L}’'-]+)(?=\s\p{Ll})/gu;
export const nameBehind = /^,\s((?:\p{Lu}[\p{L}'’.-]+\s){1,3}\p{Lu}[\p{L}'’-]+)(?=[,.;]|$)/u;
// ‘Her daughter, Inger, said’: one word is the whole name.
export const kin = /^(?:her|his|their)\s\p{Ll}+$/iu;
export const nameOfKin =
  /^,\s((?:\p{Lu}[\p{L}'’.-]+\s){1,3}\p{Lu}[\p{L}'’-]+(?=[,.;]|$)|\p{Lu}[\p{L}'’-]+(?=,))/u;

const called = "(\\p{Lu}[\\p{L}\\p{M}'’-]+(?:\\s\\p{Lu}[\\p{L}\\p{M}'’.-]+){0,2}|\\p{Script=Arabic}+)";
// ‘a witness, who gave her name as Jan’, in the languages of the house: what leads to the only name that there is.
const ways = once(() =>
  [
    ',? who (?:gave|would give|gave only|only gave|identified|introduced|wanted to be|asked to be|goes) [\\p{Ll} ]{0,40}?(?:as|by|names?,)(?: only)?',
    ', (?:die|der) (?:ihren|seinen) (?:Vor)?[Nn]amen (?:nur )?(?:mit|als)',
    ', (?:die|der) sich (?:nur )?(?:als )?(?=\\p{Lu}\\p{L}+ (?:nennt|nannte|vorstellt|vorstellte))',
    ", qui (?:se présente|s[’']est présentée?|dit s[’']appeler|a dit s[’']appeler|se fait appeler)(?: comme)?",
    ',? que (?:se identificó|se identifica|se presentó|se presenta|dijo llamarse|dice llamarse)(?: s[oó]lo)?(?: como)?',
    ', che (?:si è presentat[oa]|si presenta|dice di chiamarsi|ha detto di chiamarsi|si fa chiamare)(?: come)?',
    ',? (?:που|η οποία|ο οποίος) (?:συστήθηκε|συστήνεται)(?: μόνο)? ως',
    ', (?:представивш(?:ийся|аяся)|назвавш(?:ийся|аяся)|котор(?:ый|ая) представил(?:ся|ась))',
    ', (?:який|яка) (?:представився|представилася|назвався|назвалася)(?: як)?',
    '،? (?:الذي|التي)? ?(?:عرّ?ف نفسه|عرّ?فت نفسها|قال إن اسمه|قالت إن اسمها)(?: باسم)?',
  ].map((way) => new RegExp(`^${way} ${called}`, 'u')),
);

/** How each of the ways begins: the patterns are large, and hardly any name is given so. */
const leadsToName =
  /^(?:,? (?:who|que|που|η οποία|ο οποίος) |, (?:die|der|qui|che) |, (?:представивш|назвавш|котор|який|яка)|،? {1,2}(?:الذي|التي|عر|قال))/;

/** The name that somebody gave of themselves, behind the words that describe them. */
export function nameGiven(rest: string): string | undefined {
  if (!leadsToName.test(rest)) return undefined;
  for (const way of ways()) {
    const name = way.exec(rest)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Whether nothing that is said begins right behind the name. */
export function isUnsaidBehind(source: Span, content: readonly Span[]): boolean {
  return !content.some(({ start }) => start >= source.end && start <= source.end + 4);
}

const FULL = "(\\p{Lu}[\\p{L}.’'-]+) (?:\\p{Lu}[\\p{L}.’'-]* )?";
const READ = 20_000; // characters in which a full name is looked for

/** Every different full name that ends in this surname, a given name at its head. */
export function fullNamesOf(text: string, surname: string): string[] {
  if (!/^\p{Lu}[\p{L}’'-]{2,}$/u.test(surname)) return [];
  const whole = new RegExp(`(?<![\\p{L}])${FULL}${surname}(?![\\p{L}])`, 'gu');
  const found = [...text.slice(0, READ).matchAll(whole)];
  return [
    ...new Set(found.filter(([, first]) => givenNames.has(`${first}`.toLowerCase())).map(([name]) => name)),
  ];
}

/** Whether the text calls this one word by a title: ‘President Mantas’. */
export function isAddressed(text: string, surname: string): boolean {
  if (!/^\p{Lu}\p{Ll}[\p{L}’'-]+$/u.test(surname)) return false;
  const before = new RegExp(`([\\p{L}.]+) ${surname}(?![\\p{L}])`, 'gu');
  return [...text.slice(0, READ).matchAll(before)].some(
    ([, word]) => /^\p{Lu}/u.test(`${word}`) && titles.has(`${word}`.toLowerCase()),
  );
}

export function startsSentence(between: string, { name }: { name: string }): boolean {
  const surname = name.split(/\s+/u).at(-1) ?? '';
  if (surname.length < 3) return false;
  for (let at = between.indexOf(surname); at >= 0; at = between.indexOf(surname, at + surname.length)) {
    const before = between.slice(Math.max(0, at - 40), at);
    if (/(?:^|[.!?”"]\s+|\n\s*)(?:\p{Lu}[\p{L}.’'-]*\s+){0,3}$/u.test(before)) return true;
  }
  return false;
}

/** ‘Eleni Doukas, head of the harbour inquiry,’: what stands between the commas. */
export function appositionAfter(text: string, end: number): string {
  const rest = text.slice(end, end + 120);
  const found =
    /^,\s(?:\d{2},\s)?((?:the\s|a\s|an\s)?\p{Ll}[^,.;:“”"\n]{3,80})(?=[,.])/u.exec(rest)?.[1] ?? '';
  if (
    /^(?:who|which|that|said|says|adding|saying|and|but|in|on|at|according|citing|speaking|after|as|with|while|when|to|told|is|was)\b/u.test(
      found,
    )
  )
    return '';
  return found.replace(articles, '').trim();
}

export function wordsOfName(name: string): string[] {
  return (
    name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => word !== 's');
}

/** Whether one name's words stand in the other's, in order, and end it. */
export function standsWithin(one: readonly string[], other: readonly string[]): boolean {
  if (one.at(-1) !== other.at(-1) || one.length > other.length) return false;
  let at = 0;
  for (const word of other) if (word === one[at]) at += 1;
  return at === one.length;
}
