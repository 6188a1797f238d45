/**
 * Somebody whose given name or title came over and whose surname did not: Holger Timmreck is no Holger Salzmann, and Mr. Wood no
 * señor Madera. Only where both sides give the two words, so that nobody's title is taken for a name.
 */
import anyAscii from 'any-ascii';
import { givenNames } from '../../language/given-names.ts';
import type { Pair, Span } from './translation.ts';

const ROW =
  /(?<![\p{L}\p{M}’'-])(\p{Lu}[\p{Ll}\p{M}]{2,}) (\p{Lu}[\p{Ll}\p{M}]{3,})(?![\p{L}\p{M}’'-]|\s\p{Lu})/gu;
const TITLE =
  /(?<![\p{L}\p{M}])(?:Mr|Mrs|Ms|Miss|Mister|Herrn?|Frau|señora?|señorita|Sra?|Srta|signora?|monsieur|madame|Mme|senhora?|M(?=\.\s\p{Lu}\p{Ll}))\.?\s(\p{Lu}[\p{Ll}\p{M}]{2,})(?![\p{L}\p{M}’'-]|\s\p{Lu}|[’'])/gu;
const LATIN = new Set(['en', 'es', 'fr', 'de', 'it', 'pt']);
const HEARD_BY_SOUND = new Set(['ru', 'uk', 'el']);

type Heard = (name: string, words: string, sameScript: boolean) => boolean;

interface Surname {
  given: string;
  text: string;
  span: Span;
}

/** Null where every surname came over, or where one cannot know. */
export function findOtherSurname(
  { source, target, from, to }: Pair,
  heard: Heard,
): { target: Span; source: Span } | null {
  if (!LATIN.has(to) || !(LATIN.has(from) || HEARD_BY_SOUND.has(from))) return null;
  const sameScript = LATIN.has(from);
  const mine = surnamesIn(target, ROW);
  const theirs = surnamesIn(source, ROW);
  const slip = sameScript ? findLookAlike(theirs, mine) : null;
  if (slip) return slip;
  const [there, here] = [capitals(source), capitals(target)];
  for (const now of mine) {
    if (!isGiven(now, { source, target }, sameScript) || heard(now.text, there, sameScript)) continue;
    const was = theirs.filter(({ given }) => heard(now.given, given, sameScript));
    const [only] = was;
    if (was.length === 1 && only && !heard(only.text, here, sameScript))
      return { target: now.span, source: only.span };
  }
  return sameScript ? behindTitle(source, target, heard) : null;
}

/**
 * Martin Harow for Martin Harrow, though a firm is called Harrow too: the same given name, and a surname one letter off that no way of
 * writing a foreign sound explains.
 */
function findLookAlike(
  theirs: readonly Surname[],
  mine: readonly Surname[],
): { target: Span; source: Span } | null {
  for (const now of mine) {
    if (!givenNames.has(now.given.toLowerCase())) continue;
    const namesakes = theirs.filter(({ given }) => given === now.given);
    const [was] = namesakes;
    if (namesakes.length !== 1 || !was) continue;
    const [one, other] = [spelt(was.text), spelt(now.text)];
    const least = Math.min(one.length, other.length);
    if (least < SHORTEST || one === other || one.startsWith(other) || other.startsWith(one)) continue;
    if (isOneOff(one, other)) return { target: now.span, source: was.span };
  }
  return null;
}

const SHORTEST = 4; // letters of a surname that may be a slip for another

/** Letters as one sound is written in several languages, brought together: Lukaschenko and Lukashenko, Trotzki and Trotsky. */
function spelt(name: string): string {
  return anyAscii(name)
    .toLowerCase()
    .replace(/tsch|tch/g, 'ch')
    .replace(/sch|sh/g, 'sh')
    .replace(/kh|ch/g, 'h')
    .replace(/ou/g, 'u')
    .replace(/w|ff/g, 'v')
    .replace(/tz|ts|c(?=[ei])|z/g, 's')
    .replace(/[jy]/g, 'i')
    .replace(/ii+|ie/g, 'i')
    .replace(/ck|c|q/g, 'k')
    .replace(/ss/g, 's')
    .replace(/[oe]v$/g, 'ov')
    .replace(/th/g, 't')
    .replace(/ph/g, 'f')
    .replace(/(?<=[aou])e/g, '')
    .replace(/[aeo]$/g, '');
}

/** One letter more, less or another, or two beside each other turned round. */
function isOneOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const isTurned = short.length === long.length && short[at] === long[at + 1] && short[at + 1] === long[at];
  if (isTurned && short.slice(at + 2) === long.slice(at + 2)) return true;
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1);
}

// Written alike in two languages, and no given names.
const NO_GIVEN =
  /^(?:San|Santa|Saint|Sankt|Sant|Real|Radio|General|Premier|Hotel|Club|Banco|Grand|Prof|President|Minister|Senator|Kardinal|Cardinal|Villa|Casa|Inter|Union|Super|Prinz|Fort|Port|Porto|Puerto|Mont|Monte|Rio|Los|Las|Les|The|Der|Die|Das|Via|Museum|Park|Studio|Universal|Royal|National|International|Central|Social|Digital|Global|Santo|Notre|Team|Air|Dom|Don)$/u;

/** By the list; in one's own script also a word that stands before a name on both sides, and behind no capital. */
function isGiven(
  { given, span }: Surname,
  { source, target }: Pick<Pair, 'source' | 'target'>,
  sameScript: boolean,
): boolean {
  if (givenNames.has(given.toLowerCase())) return true;
  const lead = target.slice(0, target.lastIndexOf(given, span.start));
  return (
    sameScript &&
    !NO_GIVEN.test(given) &&
    /(?:^|[\p{Ll}\p{N},;:)»”"])\s?$/u.test(lead.replace(/\p{Lu}\p{Ll}+\s$/u, 'A')) &&
    new RegExp(`(?<!\\p{L})${given} \\p{Lu}\\p{Ll}`, 'u').test(source)
  );
}

/** Words with a capital inside a sentence: others are only like a name by chance. */
function capitals(text: string): string {
  return [...text.matchAll(/(?<=[\p{L}\p{N},;:)»”"]\s)\p{Lu}[\p{L}\p{M}’'-]*/gu)]
    .map(([word]) => word)
    .join(' ');
}

/** As many titles on both sides, in the same order. */
function behindTitle(source: string, target: string, heard: Heard): { target: Span; source: Span } | null {
  const [theirs, mine] = [surnamesIn(source, TITLE), surnamesIn(target, TITLE)];
  if (theirs.length !== mine.length) return null;
  const [there, here] = [
    [capitals(source), ...theirs.map(({ text }) => text)].join(' '),
    [capitals(target), ...mine.map(({ text }) => text)].join(' '),
  ];
  for (const [at, was] of theirs.entries()) {
    const now = mine[at];
    if (now && !heard(was.text, here, true) && !heard(now.text, there, true))
      return { target: now.span, source: was.span };
  }
  return null;
}

function surnamesIn(text: string, pattern: RegExp): Surname[] {
  return [...text.matchAll(pattern)].map((row) => {
    const surname = row[2] ?? row[1] ?? '';
    const end = row.index + row[0].length;
    return {
      given: row[2] === undefined ? '' : (row[1] ?? ''),
      text: surname,
      span: { start: end - surname.length, end },
    };
  });
}
