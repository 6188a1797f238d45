/** Who stands behind a cue of a table: before it, after it, or in the clause before, where it has no subject of its own. */
import type { Span } from '../../kit/paragraphs.ts';
import type { RawStatement } from './found.ts';
import { MASK } from './masked.ts';
import { pronounsOf } from './pronouns.ts';
import { nameAside, phraseAfter, phraseBefore, type TableReader } from './table-phrases.ts';

export interface TableSubject {
  /** Null where nobody is named: then it is the last speaker, if the language leaves subjects out. */
  source: Span | null;
  /** Where the clause that shares its subject with the one before begins; null where the cue has its own. */
  joinedAt: number | null;
}

// ‘… und dann’, ‘…, puis’: the cue behind it has the subject of the clause before.
const joint =
  /[,،]?(?:^|\s)(?:und|sowie|oder|aber|doch|et|puis|mais|y|e|ed|poi|pero|ma|και|κι|αλλά|и|а|но|й|та|і|але)(?:\s(?:dann|danach|anschließend|zugleich|ensuite|après|luego|después|después|quindi|dopo|затем|потом|также|потім|затим|також|μετά|έπειτα|ύστερα))?\s*$/iu;
const LOWER_BEFORE_NAME = 2; // words of a post before a name: ‘El primer ministro Pedro …’
const LONGEST_LEAD = 70; // characters of a post before the name behind its comma
const ARABIC_NAME = 2; // words of a name behind the verb, where no capital shows its end

/** `earlier`: the statements before it in the sentence. */
export function tableSubject(
  reader: TableReader,
  sentence: Span,
  cue: Span,
  earlier: readonly RawStatement[],
): TableSubject {
  const at = joinedAt(reader, sentence, cue);
  if (at !== null) {
    const known = earlier.findLast(({ source }) => source !== null)?.source;
    return { source: known ?? openingSubject(reader, sentence, at), joinedAt: at };
  }
  const after = arabicAside(reader, phraseAfter(reader, cue.end, sentence.end, false), sentence.end);
  const before = phraseBefore(reader, sentence, cue.start);
  const isTurned = before && after && beginsAsPlace(reader, sentence, cue) && isNamed(reader, after);
  return { source: isTurned ? after : (before ?? after), joinedAt: null };
}

const asideName = /^(?:\s(?:في|من|لدى|على)\s[\p{L}\p{M}\s]{2,30}?)?،\s*(\p{L}+(?:\s\p{L}+){1,2})(?=،)/u;

/** ‘وأكدت مديرة المركز في سوسة، آنا ريغاس، أن’: behind a post the name stands between commas. */
function arabicAside({ text, language }: TableReader, source: Span | null, end: number): Span | null {
  if (!source || !language.startsWith('ar')) return source;
  const first = /^\p{L}+/u.exec(text.slice(source.start, source.end))?.[0] ?? '';
  if (!arabicPosts.test(first) && !arabicHolder.test(first)) return source;
  const found = asideName.exec(text.slice(source.end, end));
  const name = found?.[1];
  if (!found || name === undefined) return source;
  const to = source.end + found[0].length;
  return { start: to - name.length, end: to };
}

/** The place where ‘, und’ begins before a cue; in Arabic it is the cue's own first letter. */
function joinedAt({ masked, phrases, language }: TableReader, sentence: Span, cue: Span): number | null {
  const lead = masked.slice(sentence.start, cue.start);
  if (language.startsWith('ar'))
    return lead.trim() !== '' && masked[cue.start] === 'و' && !lead.includes(MASK) ? cue.start : null;
  const bare = lead.replace(phrases.betweenEnd, '');
  const found = joint.exec(bare);
  if (!found || found.index === 0) return null;
  const clause = bare.slice(0, found.index).trimEnd();
  // A quotation that the sentence opens with has a cue of its own behind it; ‘nannte es „…“ und forderte’ goes on.
  if (clause.endsWith(MASK) && !/\p{L}/u.test(clause)) return null;
  return sentence.start + found.index;
}

/** ‘Auf Fragen nach den Pumpen sagte X’: what begins with a preposition is no subject, where the verb may come before its own. */
function beginsAsPlace({ masked, phrases }: TableReader, sentence: Span, cue: Span): boolean {
  const clause = /[^,;:،\ue000]*$/u.exec(masked.slice(sentence.start, cue.start))?.[0] ?? '';
  const first = /^[\s—–-]*([\p{L}\p{M}]+)/u.exec(clause)?.[1]?.toLowerCase() ?? '';
  return phrases.stops.has(first) && !phrases.joins.has(first);
}

function isNamed({ text, language }: TableReader, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return /\p{Lu}/u.test(words) || pronounsOf(language).has(words.toLowerCase());
}

/** Whom a sentence is about: its first noun phrase, behind the verb where the verb comes first. */
export function openingSubject(reader: TableReader, sentence: Span, until: number): Span | null {
  const { masked, phrases, language } = reader;
  const start = sentence.start + (/^[\s—–-]*/u.exec(masked.slice(sentence.start, until))?.[0].length ?? 0);
  const words = [...masked.slice(start, until).matchAll(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu)].map(
    (word) => ({ text: word[0], start: start + word.index, end: start + word.index + word[0].length }),
  );
  const [first, second, third] = words;
  if (!first || masked.slice(start, first.start).includes(MASK)) return null;
  if (pronounsOf(language).has(first.text.toLowerCase())) return { start: first.start, end: first.end };
  // ‘Le maire de Blois, Alain Ferrandi, a reçu …’
  const comma = masked.indexOf(',', first.start);
  const aside =
    comma > 0 && comma < until && comma - start < LONGEST_LEAD
      ? nameAside(masked.slice(start, until), comma - start)
      : null;
  if (aside) return { start: start + aside.start, end: start + aside.end };
  if (language.startsWith('ar')) return arabicSubject(words);
  if (phrases.stops.has(first.text.toLowerCase()) && !phrases.joins.has(first.text.toLowerCase()))
    return firstNames(reader, words);
  const named =
    language.startsWith('ru') || language.startsWith('uk') ? namedBehindPost(reader, words) : null;
  if (named) return named;
  const isTurned =
    !phrases.joins.has(first.text.toLowerCase()) &&
    /^(?:ο|η|οι|το|el|la|il|lo|le|los)$/u.test(second?.text ?? '') &&
    third !== undefined;
  const from = isTurned ? (second?.start ?? first.start) : first.start;
  return shortened(reader, phraseAfter(reader, from, until, true), words, from) ?? firstNames(reader, words);
}

interface PlacedWord extends Span {
  text: string;
}

/** ‘El gobierno agradeció la ayuda de Francia’: too many words before the name, so the name is not the subject's. */
function shortened(
  { phrases }: TableReader,
  found: Span | null,
  words: readonly PlacedWord[],
  from: number,
): Span | null {
  const here = words.filter(({ start }) => start >= from && start < (found?.end ?? Number.POSITIVE_INFINITY));
  const isArticle = phrases.joins.has(here[0]?.text.toLowerCase() ?? '');
  const name = here.findIndex(({ text }, at) => /^\p{Lu}/u.test(text) && (at > 0 || !isArticle));
  const lower = here
    .slice(0, name < 0 ? here.length : name)
    .filter(({ text }) => !phrases.joins.has(text.toLowerCase()));
  if (found && name >= 0 && lower.length <= LOWER_BEFORE_NAME) return found;
  const noun = isArticle ? here[1] : undefined;
  return noun ? { start: here[0]?.start ?? from, end: noun.end } : null;
}

/** ‘Заместитель мэра Надежда Белкина’: a post in words of its own, then the name. */
function namedBehindPost({ phrases }: TableReader, words: readonly PlacedWord[]): Span | null {
  const isCapital = (at: number) => /^\p{Lu}\p{Ll}/u.test(words[at]?.text ?? '');
  let at = 1;
  while (at <= LONGEST_POST && !isCapital(at) && !phrases.stops.has(words[at]?.text ?? '')) at += 1;
  const [first, last] = [words[at], words[at + 1]];
  return at > 1 && at <= LONGEST_POST && first && last && isCapital(at) && isCapital(at + 1)
    ? { start: first.start, end: last.end }
    : null;
}

const LONGEST_POST = 4; // words of a post before the name

/** The first capitalised words in a row that no preposition stands before; in Greek a ministry may stand before the two of a name. */
function firstNames({ phrases, language }: TableReader, words: readonly PlacedWord[]): Span | null {
  for (let at = 1; at + 1 < words.length; at += 1) {
    const [before, one, other] = [words[at - 1], words[at], words[at + 1]];
    if (!one || !other || phrases.stops.has(before?.text.toLowerCase() ?? '')) continue;
    if (!/^\p{Lu}/u.test(one.text) || !/^\p{Lu}/u.test(other.text)) continue;
    let to = at + 1;
    while (/^\p{Lu}/u.test(words[to + 1]?.text ?? '')) to += 1;
    const first = language.startsWith('el') ? words[to - 1] : one;
    return { start: first?.start ?? one.start, end: words[to]?.end ?? other.end };
  }
  return null;
}

/** Posts before a name; what they are of has its article: نائبة رئيس البلدية نادية بلقاسم. */
const arabicPosts =
  /^(?:نائب|نائبة|رئيس|رئيسة|وزير|وزيرة|مدير|مديرة|محافظ|محافظة|عمدة|قائد|قائدة|أمين|أمينة|عضو|عضوة|سفير|سفيرة|زعيم|زعيمة|مستشار|مستشارة)$/u;

const arabicHolder =
  /^ال(?:نائب|وزير|رئيس|مدير|مدرب|خبير|محامي|كاتب|قاضي|متحدث|محلل|ناقد|مخرج|لاعب|طبيب|باحث|سفير|عمدة|محافظ|شيخ|دكتور|عقيد|عميد|لواء|جنرال|أستاذ|مهندس|صحفي|صحافي|ناشط|شاعر|فنان)ة?$/u;

/** The words behind the verb that comes first; a noun with its article is one of its own. */
function arabicSubject(words: readonly PlacedWord[]): Span | null {
  const [, first, given, surname] = words;
  // ‘ووصف النائب كمال الهمامي الأرقام’: behind a post with its article, the two words of a name.
  if (arabicHolder.test(first?.text ?? '') && first && given && surname && !/^ال/u.test(given.text))
    return { start: first.start, end: surname.end };
  let at = 1;
  while (arabicPosts.test(words[at]?.text ?? '') || (at > 1 && /^ال/u.test(words[at]?.text ?? ''))) at += 1;
  const last = /^ال/u.test(first?.text ?? '') ? first : words[at - 1 + ARABIC_NAME];
  return first && last ? { start: first.start, end: last.end } : null;
}
