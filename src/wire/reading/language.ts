/** The true language of copy, beside the one it declares. */
import { isForeignTo, isOtherScript, languageOfLetters, lettersIn } from './letters-of-languages.ts';

export interface TrueLanguage {
  /** What the words themselves say; null where they are too few to tell. */
  detected: string | null;
  /** The better of both. */
  language: string | null;
}

const ENOUGH = 60; // letters; below this a detector mistakes neighbours for each other
const SAMPLE = 4_000; // characters; more changes nothing

/** Codes for one language that senders and the detector write differently. */
const SAME: Record<string, string> = {
  nb: 'no',
  nn: 'no',
  iw: 'he',
  in: 'id',
  ji: 'yi',
  fil: 'tl',
  cmn: 'zh',
};

/** Languages that the detector does not tell apart, or does not know beside the other; there, what is declared holds. */
const NEIGHBOURS = [
  ['sr', 'hr', 'bs', 'sl', 'cnr', 'sh'],
  ['ms', 'id'],
  ['no', 'da'],
  ['cs', 'sk'],
  ['bg', 'mk'],
  ['gl', 'pt'],
];

/** The language without its region: `en` of `en-GB`. */
export function baseLanguage(tag: string | null | undefined): string | null {
  const base = /^[a-z]{2,3}(?=$|[-_])/i.exec(tag?.trim() ?? '')?.[0].toLowerCase();
  return base ? (SAME[base] ?? base) : null;
}

export function isSameLanguage(one: string | null | undefined, other: string | null | undefined): boolean {
  const base = baseLanguage(one);
  return base !== null && base === baseLanguage(other);
}

/**
 * Reads the language off the words. A detector may contradict only a declaration of a language that it has learnt, or one
 * in another script; letters that one language alone has decide before it. Below sixty letters it only agrees. It is
 * loaded when first needed: the smallest of it holds 60 MB.
 */
export async function languageOf(text: string, declared: string | null): Promise<TrueLanguage> {
  const said = baseLanguage(declared);
  const words = text.slice(0, SAMPLE);
  if (!/\p{L}/u.test(words)) return { detected: null, language: asTag(declared) };
  const own = languageOfLetters(words);
  if (own !== null) return { detected: own, language: own === said ? asTag(declared) : own };
  const { eld } = await import('eld/extrasmall');
  const answer = eld.detect(words);
  const found = baseLanguage(answer.language);
  // Agreement needs no certainty; contradiction does.
  if (found !== null && said !== null && (found === said || areNeighbours(found, said)))
    return { detected: said, language: asTag(declared) };
  const areEnough = lettersIn(words) >= ENOUGH;
  const isSure = found !== null && answer.isReliable() && areEnough && !isForeignTo(words, found);
  const isLearnt =
    said === null || Object.values<string>(eld.info().Languages).some((one) => baseLanguage(one) === said);
  if (isSure && (isLearnt || isOtherScript(words, said))) return { detected: found, language: found };
  // In letters that the declared language is not written in, it is not that one, whichever it is.
  const isUnknown = areEnough && isOtherScript(words, said);
  return { detected: null, language: isUnknown ? null : asTag(declared) };
}

function areNeighbours(found: string, said: string): boolean {
  return NEIGHBOURS.some((group) => group.includes(found) && group.includes(said));
}

/** As it was declared, if it is a tag at all. */
function asTag(declared: string | null): string | null {
  return baseLanguage(declared) === null ? null : (declared ?? '').trim().replaceAll('_', '-');
}
