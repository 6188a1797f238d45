/**
 * A public body whose name has its capitals here and others there: Ministerio de Sanidad, ministerio de Sanidad. The word that
 * says what kind of body it is and the one that says which are compared, whatever case of grammar they stand in.
 */

import { eachOnce } from '../kit/once.ts';
import type { BodyWords } from '../language/check-words.ts';
import { byLanguage } from '../language/languages.ts';
import type { Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';
import { spanAt } from './words.ts';

const words = byLanguage('bodyWords');

const other = "[\\p{L}\\p{M}’'-]{3,}";
/** The kind before what it is for, and behind it. */
const patterns = eachOnce(words, ({ heads, links, isAfter }) => {
  const kind = `(?:${heads})\\p{L}*`;
  const link = links === '' ? ' ' : ` (?:(?:${links})(?: |(?<=[’'])))?`;
  const edge = "(?<![\\p{L}\\p{M}’'-])";
  return [
    new RegExp(`${edge}(${kind})${link}(${other})`, 'giu'),
    ...(isAfter ? [new RegExp(`${edge}(${other}) (${kind})(?![\\p{L}’'-])`, 'giu')] : []),
  ];
});

interface Form {
  text: string;
  start: number;
  end: number;
  /** Whether each of its two words has a capital; null for one that opens a sentence. */
  capitals: [boolean | null, boolean | null];
  /** Whether a small word joins them: of the, de la. */
  isLinked: boolean;
}

/** Where a body is written otherwise than at first; one finding for each body. */
export function bodyCapitals(body: TextReading): Finding[] {
  const known = words[body.language];
  if (!known) return [];
  const forms = new Map<string, Form[]>();
  for (const [at, pattern] of (patterns[body.language] ?? []).entries())
    for (const match of body.matches(pattern)) {
      const form = formOf(body, match);
      if (form) forms.set(`${at} ${form.key}`, [...(forms.get(`${at} ${form.key}`) ?? []), form]);
    }
  const told = [...forms.values()].flatMap((list) => {
    const whole = list.find(({ capitals }) => capitals[1] === true && capitals[0] !== false) ?? list[0];
    const wrong = list.find((each) => whole && differs(whole, each, known));
    if (!whole || !wrong) return [];
    const isTurned = known.names === 'kind' && wrong.start < whole.start; // either may be the paper's: the later is told
    return [isTurned ? tell(body, wrong, whole) : tell(body, whole, wrong)];
  });
  return told.filter(({ start, end }, at) =>
    told.slice(0, at).every((one) => one.end <= start || one.start >= end),
  );
}

/** Letters by which a word is known again in another case. */
function stem(part: string): string {
  const bare = part.toLowerCase().replace(/^[ld][’']/u, '');
  return bare.slice(0, bare.length < 6 ? 3 : 4);
}

function formOf(body: TextReading, match: RegExpExecArray): (Form & { key: string }) | null {
  const [text, one = '', two = ''] = match;
  if (/^\p{Lu}{2}/u.test(one) || /^\p{Lu}{2}/u.test(two)) return null;
  const start = match.index;
  const opens =
    spanAt(body.sentences, start)?.start === start ||
    /(?:^|[\n:“«"„•–—-]\s?)$/u.test(body.text.slice(Math.max(0, start - 2), start));
  if (isOfLonger(body, start, start + text.length, isLinkedName(match))) return null;
  const isCapital = (part: string) => /^\p{Lu}/u.test(part.replace(/^[ld][’']/u, ''));
  const capitals: Form['capitals'] = [opens ? null : isCapital(one), isCapital(two)];
  const isLinked = text.split(/[ ’']/u).length > 2;
  return { text, start, end: start + text.length, capitals, isLinked, key: `${stem(one)} ${stem(two)}` };
}

/** The word before its kind, with nothing that joins them: state Department. */
function isLinkedName([text, one = '', two = '']: RegExpExecArray): boolean {
  return text === `${one} ${two}`;
}

/** Regional executive commission, state Department of Revenue: part of another body's name. */
function isOfLonger(
  { text, sentences, language }: TextReading,
  start: number,
  end: number,
  isBare: boolean,
): boolean {
  if (isBare && language === 'en' && /^ (?:of|for) (?:the )?\p{Lu}/u.test(text.slice(end, end + 12)))
    return true;
  const before = /(?<![\p{L}\p{M}’'-])(\p{Lu}\p{Ll}[\p{L}\p{M}’'-]*) $/u.exec(
    text.slice(Math.max(0, start - 30), start),
  );
  if (!before || /^\p{Lu}/u.test(text[start] ?? '')) return false;
  const at = start - before[0].length;
  return spanAt(sentences, at)?.start !== at && !/(?:^|[\n“«"„])$/u.test(text[at - 1] ?? '');
}

/**
 * English and Greek capitalise both words, the Romance languages the kind (Cour des comptes), the Slavic ones the first word
 * (Счётная палата). Not all in small letters where there are many of the kind: a harbour commission is any of them.
 */
function differs(whole: Form, other: Form, { common, names }: BodyWords): boolean {
  const [one, two] = [whole.capitals, other.capitals];
  if (![0, 1].some((at) => one[at] !== null && two[at] !== null && one[at] !== two[at])) return false;
  const isSmall = two.every((capital) => capital !== true);
  if (names === 'both' || (one[1] === true && one[0] !== false))
    return (
      one[1] === true &&
      one[0] !== false &&
      !(isSmall && other.text.split(' ').some((each) => common.test(each)))
    );
  if (names === 'kind') return whole.isLinked && one[0] === true && two[0] === false;
  return (one[0] === true && two[0] === false) || (one[0] !== false && two[0] === false && two[1] === true);
}

function tell(body: TextReading, whole: Form, other: Form): Finding {
  const because = reason('hereAndElsewhere', { here: other.text, elsewhere: whole.text });
  return body.finding(other, { check: 'case-changes', severity: 'minor', because, suggestion: whole.text });
}
