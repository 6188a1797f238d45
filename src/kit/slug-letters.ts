/**
 * How a language writes its own letters with those of an address, where that is not letter by letter as anywhere else: as its
 * passports, signs and papers do. What is not listed, a table of all scripts writes.
 */
import { primaryLanguage } from './language-tag.ts';

type Rule = readonly [letters: RegExp, written: string];

/** Letters said otherwise together than alone, by what follows them (ELOT 743). */
const GREEK: readonly Rule[] = [
  [/([αεη])[υύ](?=[\s\p{P}]|$|[θκξπσςτφχψ])/giu, '$1f'],
  [/([αεη])[υύ]/giu, '$1v'],
  [/γ(?=[γξχ])/giu, 'n'],
  [/(?<!\p{L})μπ/giu, 'b'],
];

/** Resolution 55 of the Cabinet of Ministers of 27 January 2010: Київ is Kyiv, Гончаренко Honcharenko. */
const UKRAINIAN: readonly Rule[] = [
  [/['’ʼ]/gu, ''],
  [/зг/giu, 'zgh'],
  [/(?<!\p{L})є/giu, 'ye'],
  [/(?<!\p{L})ї/giu, 'yi'],
  [/(?<!\p{L})й/giu, 'y'],
  [/(?<!\p{L})ю/giu, 'yu'],
  [/(?<!\p{L})я/giu, 'ya'],
  [/є/giu, 'ie'],
  [/[їй]/giu, 'i'],
  [/ю/giu, 'iu'],
  [/я/giu, 'ia'],
  [/г/giu, 'h'],
  [/ґ/giu, 'g'],
  [/и/giu, 'y'],
  [/і/giu, 'i'],
  [/ь/giu, ''],
];

/** The Transliteration Act of 2009: Търново is Tarnovo, София Sofia. */
const BULGARIAN: readonly Rule[] = [
  [/ия(?!\p{L})/giu, 'ia'],
  [/щ/giu, 'sht'],
  [/ъ/giu, 'a'],
  [/х/giu, 'h'],
  [/ь/giu, 'y'],
];

/** Serbian has Latin letters of its own, and addresses are written with those, less their marks: Чачак is Čačak is cacak. */
const SERBIAN: readonly Rule[] = [
  [/[đђ]/giu, 'dj'],
  [/џ/giu, 'dz'],
  [/ч/giu, 'c'],
  [/ж/giu, 'z'],
  [/ш/giu, 's'],
  [/ц/giu, 'c'],
  [/х/giu, 'h'],
];

/** ICAO Doc 9303, part 3, section 6: as in passports. */
const MACEDONIAN: readonly Rule[] = [
  [/ѓ/giu, 'gj'],
  [/ќ/giu, 'kj'],
  [/ѕ/giu, 'dz'],
  [/џ/giu, 'dj'],
  [/ц/giu, 'c'],
  [/х/giu, 'h'],
];

const GERMAN: readonly Rule[] = [
  [/ä/giu, 'ae'],
  [/ö/giu, 'oe'],
  [/ü/giu, 'ue'],
];

const DANISH: readonly Rule[] = [
  [/å/giu, 'aa'],
  [/ø/giu, 'oe'],
];

const byLanguage: Readonly<Record<string, readonly Rule[]>> = {
  bg: BULGARIAN,
  bs: SERBIAN,
  da: DANISH,
  de: GERMAN,
  mk: MACEDONIAN,
  sr: SERBIAN,
  uk: UKRAINIAN,
};

/** Letters that only one of the languages above has. */
const byLetters: readonly [RegExp, readonly Rule[]][] = [
  [/[їєґ]/iu, UKRAINIAN],
  [/[ђћ]/iu, SERBIAN],
  [/[ѓќ]/iu, MACEDONIAN],
];

/** @param language BCP 47, or null where it is not known: then, as in a language without rules, letters tell that only one has. */
export function inItsOwnLetters(text: string, language: string | null): string {
  const said = byLanguage[primaryLanguage(language ?? '')];
  return written(greekAsSaid(text), said ?? byLetters.find(([letters]) => letters.test(text))?.[1] ?? []);
}

/** Greek alone, as all addresses were made for a time. */
export function greekAsSaid(text: string): string {
  return /\p{sc=Greek}/u.test(text) ? written(text, GREEK) : text;
}

function written(text: string, rules: readonly Rule[]): string {
  return rules.reduce((said, [letters, other]) => said.replace(letters, other), text);
}
