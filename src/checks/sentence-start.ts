/** A sentence that begins in lower case, and one that was cut in two by a line end. */
import type { Span } from '../kit/paragraphs.ts';
import type { Check, Finding } from './check.ts';
import type { TextReading } from './reading.ts';

const LONG_ENOUGH = 25; // units of what stands before, so that it is prose and no label
const tell = { severity: 'minor' } as const;
const bicameral = ['en', 'el', 'ru', 'uk', 'es', 'fr', 'de', 'it'];
// Names and words that keep their small letter at the head of a sentence.
const keepSmall =
  /^(?:(?:i|e|x|y|z|m|d|n)\p{Lu}|[a-z]+[.\d@/_-]|(?:de|da|di|du|van|von|der|den|ten|ter|al|el|bin|ibn|la|le|del|dos|della|d|l|o|s|t|n)[\s’'‘-]|(?:http|www|adidas|nvidia|bell hooks|e\.?e\.? cummings|k\.?d\.? lang|eds?|pp?|vol|cf|viz|ibid|etc)\b)/u;
const ends = /[.!?…]["”»’)\]]*$/u;

export const lowerCaseStart: Check = {
  name: 'lower-case-start',
  says: 'A sentence begins in lower case.',
  languages: bicameral,
  isOn: true,
  find: ({ body, language }) => startsIn(body, language),
};

export const cutSentence: Check = {
  name: 'cut-sentence',
  says: 'A paragraph ends in the middle of a sentence.',
  languages: bicameral,
  isOn: true,
  find: ({ body }) => cutsIn(body),
};

function startsIn(body: TextReading, language: string): Finding[] {
  const findings: Finding[] = [];
  const { sentences, text } = body;
  for (const [index, sentence] of sentences.entries()) {
    const before = sentences[index - 1];
    const said = body.slice(sentence);
    const first = /^[“"„«‘'(¿¡—–-]*\s?/u.exec(said)?.[0].length ?? 0;
    const start = sentence.start + first;
    if (!/^\p{Ll}\p{L}*/u.test(said.slice(first)) || keepSmall.test(said.slice(first, first + 30))) continue;
    if (!isProse(body, sentence) || !begins(body, before, sentence, first, language)) continue;
    const letter = String.fromCodePoint(text.codePointAt(start) ?? 0);
    const word = /^[\p{L}\p{M}’']+/u.exec(text.slice(start, start + 60))?.[0] ?? letter;
    const suggestion = word.replace(letter, letter.toLocaleUpperCase(language || 'en'));
    findings.push(
      body.finding(
        { start, end: start + word.length },
        { ...tell, check: 'lower-case-start', message: 'The sentence begins in lower case.', suggestion },
      ),
    );
  }
  return findings;
}

/** Whether what stands before has truly ended, or the text begins here. */
function begins(
  body: TextReading,
  before: Span | undefined,
  sentence: Span,
  quoteSigns: number,
  language: string,
): boolean {
  const { text } = body;
  if (!before) return quoteSigns === 0 && isOpening(body.slice(sentence), language);
  const gap = text.slice(before.end, sentence.start);
  if (quoteSigns > 0 || /\n/u.test(gap)) return false; // list items, lines of verse, a cut: another check's matter
  const said = body.slice(before);
  if (said.length < LONG_ENOUGH || !/[.]["”’»)]*$/u.test(said)) return false; // “Why?” he asked.
  if (/["”’»)…]$/u.test(said) || /\.\.\.?["”’»)]*$/u.test(said)) return false;
  if (
    /(?:^|[\s(])(?:\p{L}{1,4}|\p{L}\.\p{L}|\d+)\.$/u.test(said) ||
    (language === 'de' && /\d\.$/u.test(said))
  )
    return false; // an abbreviation we do not know
  return !body.isQuoted(sentence.start) && !/\S+\.\p{L}{2,4}\.?$/u.test(said);
}

const openers =
  /^(?:the|a|an|in|on|at|it|he|she|they|we|this|that|these|those|there|after|before|when|while|as|if|but|and|for|from|with|by|one|two|three|more|most|many|some|his|her|their|its|our|my|according|although|despite|since|during|under|however|no|not|all|both|police|officials|last|about|what|who|how|why|where)\s/u;
const follows =
  /^\p{Ll}+\s+(?:of|in|on|at|to|for|from|by|with|and|is|are|was|were|have|had|will|would|said)\s/u;

/** A text's first word may be a name that is written small; in English the words themselves tell, elsewhere only a colon. */
function isOpening(said: string, language: string): boolean {
  if (language === 'en') return openers.test(said) || follows.test(said);
  return /^\p{Ll}+\s/u.test(said) && !(language === 'de' && /^[a-z]+\s+\p{Ll}+t\s/u.test(said));
}

function isProse(body: TextReading, sentence: Span): boolean {
  return /\s\S+\s\S+\s/u.test(body.slice(sentence)) && sentence.end - sentence.start > LONG_ENOUGH;
}

function cutsIn(body: TextReading): Finding[] {
  const findings: Finding[] = [];
  const { paragraphs, text } = body;
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = paragraphs[index + 1];
    if (!next) break;
    const [said, after] = [body.slice(paragraph), text.slice(next.start, next.start + 60)];
    if (
      paragraph.end - paragraph.start < 2 * LONG_ENOUGH ||
      !text.slice(paragraph.end, next.start).includes('\n\n')
    )
      continue;
    if (!/[\p{L}\p{N},]$/u.test(said) || !/^\p{Ll}[\p{L}’']*\s+\p{L}/u.test(after) || keepSmall.test(after))
      continue;
    if (isListItem(body, index) || ends.test(said) || !/[.!?…]["”»’)\]]*$/u.test(body.slice(next))) continue;
    const span = {
      start: Math.max(paragraph.start, said.lastIndexOf(' ') + 1 + paragraph.start),
      end: next.start + (/^\S+/u.exec(after)?.[0].length ?? 0),
    };
    const suggestion = text.slice(span.start, span.end).replace(/\s+/gu, ' ');
    findings.push(
      body.finding(span, {
        ...tell,
        severity: 'major',
        check: 'cut-sentence',
        message: 'A sentence is cut in two here.',
        suggestion,
      }),
    );
  }
  return findings;
}

/** A list of lines in lower case is a list. */
function isListItem(body: TextReading, index: number): boolean {
  const lower = (at: number) => {
    const paragraph = body.paragraphs[at];
    return paragraph !== undefined && /^(?:\p{Ll}|[-•*–])/u.test(body.slice(paragraph));
  };
  return lower(index) || lower(index + 2);
}
