/** Words of an English translation that are no English words and stand nowhere in the original: broken on the way. A long one is told only one slip away from a word. */
import { reason } from '../finding-reason.ts';
import { anyEnglish, notEnglish } from './english-words.ts';
import { foldLatin } from './names.ts';
import type { Pair, PairCheck, PairDraft } from './translation.ts';

export const spellingCheck: PairCheck = {
  name: 'translation-spelling',
  says: 'A word of the translation is no word of its language.',
  knows: (_from, to) => to === 'en',
  find: findBroken,
};

const SHORTEST = 3; // letters of a word that is looked up; shorter ones are these

/** English words of one and two letters, with the units, titles and small words of names that news writes so. */
const SHORT = new Set(
  (
    'a o s t ad ah am an as at ax be by de di do du eh el en et ex go ha he hi ho id if in is it la le lo me mr ms my no of oh ok on op ' +
    'or ox pa pi re so st te to um un up us va vs we ye yo al eg cf ca pm km kg cm mm mg ml dl kw mw gw hp mi ft lb oz yd kb mb gb tb ' +
    'hz bn mn tn tv pc ai uk eu vi iv ix xi ii x y z b c d e f g h i k m n p q r u v w bc bp'
  ).split(' '),
);

function findBroken({ source, target }: Pair): PairDraft[] {
  const words = [
    ...target.matchAll(/(?<![\p{L}\p{M}\p{N}'’.@/_-])[a-z]+(?![\p{L}\p{M}\p{N}'’@/_]|\.\w|-)/gu),
  ];
  const capitals = [
    ...target.matchAll(/(?<![\p{L}\p{M}\p{N}'’.@/_-])[A-Z][a-z]{2,}(?![\p{L}\p{M}\p{N}'’@/_-])/gu),
  ];
  const original = foldLatin(source);
  const broken = [
    ...brokenWords(words, original).filter((word) => !isInName(target, word)),
    ...brokenCapitals(capitals, original),
  ];
  return broken.map((word) => ({
    check: spellingCheck.name,
    severity: 'minor' as const,
    because: reason('unknownWord', { word: word[0] }),
    target: { start: word.index, end: word.index + word[0].length },
  }));
}

const SMALL = 4; // letters of a small word within a name

/** Plaza de las Victorias: a small word of another language between the capitals of a name. */
function isInName(text: string, { 0: word, index }: RegExpExecArray): boolean {
  return (
    word.length <= SMALL &&
    /\p{Lu}[\p{L}’'-]+ (?:\p{Ll}{1,4} )?$/u.test(text.slice(Math.max(0, index - 40), index)) &&
    /^ (?:\p{Ll}{1,4} )?\p{Lu}/u.test(text.slice(index + word.length, index + word.length + 8))
  );
}

function brokenWords(words: RegExpExecArray[], original: string): RegExpExecArray[] {
  const unknown = notEnglish(words.map((word) => word[0]).filter((word) => word.length >= SHORTEST));
  for (const { 0: word } of words) if (word.length < SHORTEST && !SHORT.has(word)) unknown.add(word);
  if (unknown.size === 0) return [];
  const seen = new Map<string, number>();
  for (const word of words) seen.set(word[0], (seen.get(word[0]) ?? 0) + 1);
  return words.filter(
    (word) =>
      unknown.has(word[0]) && seen.get(word[0]) === 1 && !isTerm(word[0], original) && isSlip(word[0]),
  );
}

const RARE = 6; // letters from which a word that no list knows is a slip only beside one that is known: sacrococcygeal is a term

/** One letter more, less or other, or two that changed places, and it is a word. */
function isSlip(word: string): boolean {
  if (word.length < RARE) return true;
  const near = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    near.add(left + right.slice(1));
    if (right.length > 1) near.add(`${left}${right[1]}${right[0]}${right.slice(2)}`);
    for (const letter of LETTERS) near.add(left + letter + right).add(left + letter + right.slice(1));
  }
  near.delete(word);
  return anyEnglish([...near]);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A capital may begin a name that no list knows; one slip away from a word that English news begins with, it does not. */
function brokenCapitals(words: RegExpExecArray[], original: string): RegExpExecArray[] {
  const near = words.filter(({ 0: word }) => isSlipOfCapital(word) && !original.includes(word.toLowerCase()));
  if (near.length === 0) return [];
  const unknown = notEnglish(near.map(({ 0: word }) => word.toLowerCase()));
  return near.filter(({ 0: word }) => unknown.has(word.toLowerCase()));
}

/** Words that stand with a capital in news and are no names that a slip could make another name of. */
const CAPITALISED = (
  'This That These Those There When While Where With Without Which After Although About Because Before Between Since ' +
  'Sometimes Through Under Until However President Minister Ministry Secretary Governor Government Parliament Republic ' +
  'Russian American European British Europeans Americans Russians Chinese Administration Association Championship ' +
  'Championships Commission Committee Department Protection Provincial Independence International University National ' +
  'Celsius Fahrenheit Wednesday Thursday Saturday January February September October November December'
).split(' ');

function isSlipOfCapital(word: string): boolean {
  return word.length >= 4 && CAPITALISED.some((known) => known !== word && isOneSlip(word, known));
}

/** One letter more, less or other, or two that changed places; the first letter stands. */
function isOneSlip(word: string, known: string): boolean {
  if (word[0] !== known[0] || Math.abs(word.length - known.length) > 1) return false;
  let from = 0;
  while (from < Math.min(word.length, known.length) && word[from] === known[from]) from += 1;
  const [left, right] = [word.slice(from), known.slice(from)];
  if (left.length !== right.length) {
    return left.length > right.length ? left.slice(1) === right : left === right.slice(1);
  }
  const swapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return swapped || (known.length >= 6 && left.slice(1) === right.slice(1));
}

/** Whether the original has a word that begins alike and is no English either: a term, rightly taken over. */
function isTerm(word: string, original: string): boolean {
  if (word.length < SHORTEST) return new RegExp(`(?<![a-z])${word}(?![a-z])`).test(original);
  const beginning = word.slice(0, Math.max(4, Math.ceil(word.length * 0.6)));
  const alike = original.match(new RegExp(`(?<![\\p{L}])${beginning}[\\p{L}]*`, 'gu')) ?? [];
  return notEnglish(alike).size > 0;
}
