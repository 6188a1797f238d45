/** He or she: a person who changed sex on the way, where the original says it and the translation says only the other. */

import { byLanguage } from '../../language/languages.ts';
import { type FindingReason, reason } from '../finding-reason.ts';
import { bothIn } from './both-genders.ts';
import { type Pair, type PairCheck, type PairDraft, perLanguage, type Span } from './translation.ts';

/** Words that mark a person's sex beyond doubt; a star ends a stem. */
const WORDS = byLanguage('sexes');

export const genderCheck: PairCheck = {
  name: 'translation-gender',
  says: 'The translation says she where the original says he, or the other way about.',
  knows: (from, to) => from !== to && from in WORDS && to in WORDS,
  find: findGender,
};

function findGender({ source, target, from, to }: Pair): PairDraft[] {
  const [there, here] = [read(source, from), read(target, to)];
  const woman = turned(there, here, 'he', 'she', { source, target });
  if (woman) return [told(reason('womanHere'), woman)];
  const man = turned(there, here, 'she', 'he', { source, target });
  return man ? [told(reason('manHere'), man)] : [];
}

/** Whoever is one in the original and only the other in the translation. */
function turned(
  there: Found,
  here: Found,
  was: 'he' | 'she',
  is: 'he' | 'she',
  { source, target }: Pick<Pair, 'source' | 'target'>,
): Span | undefined {
  if (there[is].length + there.both[is].length > 0 || here[was].length + here.both[was].length > 0)
    return undefined;
  if (there[was].length > 0 && here[is].length > 0) return here[is][0];
  // A noun that serves both is held to a post whose word says he or she: any other may be somebody else's.
  if (there[was].length > 0 && POST.test(source)) return here.both[is][0];
  return there.both[was].length > 0 && POST.test(target) ? here[is][0] : undefined;
}

/** English words of a post that say he or she. */
const POST = /(?<!\p{L})(?:spokes|chair)(?:wo)?man(?!\p{L})/iu;

function told(because: FindingReason, target: Span | undefined): PairDraft {
  return { check: genderCheck.name, severity: 'major', because, ...(target ? { target } : {}) };
}

interface Found {
  he: Span[];
  she: Span[];
  /** Nouns that serve both, by the article before them. */
  both: { he: Span[]; she: Span[] };
}

function read(text: string, language: string): Found {
  const words = WORDS[language];
  const found: Found = { he: [], she: [], both: { he: [], she: [] } };
  if (!words) return found;
  if (language === 'zh' || language === 'ja') {
    for (const sex of ['she', 'he'] as const) {
      for (const word of words[sex].split(' ')) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
          found[sex].push({ start: at, end: at + word.length });
      }
    }
    if (/彼女|妇女|女性/.test(text))
      found.he = found.he.filter(({ start }) => text[start] !== '彼' || text[start + 1] !== '女');
    return found;
  }
  const sets = { he: listOf(words.he), she: listOf(words.she) };
  for (const { sex, ...span } of bothIn(text, language)) found.both[sex].push(span);
  for (const word of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    const span = { start: word.index, end: word.index + word[0].length };
    if (sets.he.has(word[0])) found.he.push(span);
    else if (
      sets.she.has(word[0]) ||
      (language === 'de' && /\p{L}{4}(?:er|or|ist|ent|ant)in$/u.test(word[0]))
    )
      found.she.push(span);
  }
  return found;
}

const listOf = perLanguage((words) => new Set(words.split(' ')));
