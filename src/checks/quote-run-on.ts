/**
 * Quotations that end in the wrong place: closed early, so that the speaker's words run on as ours, or late, so that our
 * "he said" is caught inside.
 */
import type { Check, Finding } from './check.ts';
import type { QuotePair } from './quote-marks.ts';
import type { TextReading } from './reading.ts';
import { speechWords } from './speech-words.ts';
import { spanAt } from './words.ts';

// Not French: « Nous resterons, a-t-il dit. » is how its agencies write.
const languages = ['en', 'el', 'ru', 'uk', 'es', 'de'];
const NEAR = 90; // units after a mark that are enough to see how the sentence goes on

export const quoteClosedEarly: Check = {
  name: 'quote-closed-early',
  says: 'A quotation closes before the speaker’s words end, so that they run on as ours.',
  languages: ['en'],
  isOn: true,
  find: ({ body }) => body.marks.pairs.flatMap((pair) => closedEarly(body, pair)),
};

export const attributionInside: Check = {
  name: 'attribution-inside',
  says: 'An attribution is caught inside the quotation marks.',
  languages,
  isOn: true,
  find: ({ body, language }) => body.marks.pairs.flatMap((pair) => caughtInside(body, pair, language)),
};

const first = "(?:I|I[’']m|I[’']ve|I[’']ll|I[’']d|we[’']re|we[’']ve|we[’']ll|my|our)";
// After a stop inside the marks our sentence begins; the first person there is still the speaker.
const runsOn = new RegExp(
  `^\\s+(?:(?:And|But|So|Because|Then)\\s+)?(?:${first}|We|My|Our|It[’']s my)\\s+[^\\n“”"]{3,}`,
  'u',
);
const lone = /^[“”"«»„]/u;

function closedEarly(body: TextReading, pair: QuotePair): Finding[] {
  if (pair.level > 1 || pair.kind === 'single') return [];
  const { text } = body;
  const inner = text.slice(pair.openEnd, pair.close);
  const after = text.slice(pair.closeEnd, pair.closeEnd + NEAR);
  if (!/[.!?]$/u.test(inner) || inner.length < 15) return [];
  if (!runsOn.test(after) || isFirstPerson(body)) return [];
  const end = endOfSentence(body, pair.closeEnd + 1);
  const rest = text.slice(pair.closeEnd, end).trim();
  if (rest === '' || lone.test(rest)) return [];
  const start =
    pair.closeEnd +
    (text.slice(pair.closeEnd, end).length - text.slice(pair.closeEnd, end).trimStart().length);
  const message =
    'These words are in the first person and stand outside the marks: does the quotation close too early?';
  return [body.finding({ start, end }, { check: 'quote-closed-early', severity: 'major', message })];
}

/** A piece told by its writer says “I” and “we” outside of any quotation, again and again. */
function isFirstPerson(body: TextReading): boolean {
  let own = 0;
  for (const { text, start } of body.words) {
    if (/^(?:I|me|my|we|our|us|We|Our|My)$/u.test(text) && !body.isQuoted(start)) own += 1;
    if (own > 3) return true;
  }
  return false;
}

function endOfSentence(body: TextReading, at: number): number {
  const sentence =
    spanAt(body.sentences, at) ?? spanAt(body.sentences, at + 1) ?? spanAt(body.sentences, at + 2);
  return sentence?.end ?? at;
}

const caught = Object.fromEntries(languages.map((language) => [language, caughtPattern(language)]));

function caughtInside(body: TextReading, pair: QuotePair, language: string): Finding[] {
  const words = speechWords[language];
  if (!words || pair.level > 1 || pair.kind === 'single') return [];
  const inner = body.text.slice(pair.openEnd, pair.close);
  if (inner.length < 12 || inner.length > 3_000) return [];
  const match = caught[language]?.exec(inner);
  if (!match) return [];
  const start = pair.openEnd + match.index + (/^[,.!?]?\s+/u.exec(match[0])?.[0].length ?? 0);
  const end = pair.openEnd + match.index + match[0].replace(/[\s.,]+$/u, '').length;
  const message = `“${body.text.slice(start, end)}” is ours and stands inside the speaker’s words.`;
  return [body.finding({ start, end }, { check: 'attribution-inside', severity: 'major', message })];
}

/** ", he said." or ", said Maria Leontis," with marks on neither side; at the end, or before a new sentence. */
function caughtPattern(language: string): RegExp {
  const { said, who } = speechWords[language] as { said: string; who: string };
  const verbs = said.split(' ').join('|');
  const subjects = who.split(' ').join('|');
  const name = '(?:\\p{Lu}[\\p{L}.\\-’]+\\s+){0,2}\\p{Lu}[\\p{L}\\-’]+';
  return new RegExp(
    `,\\s+(?:(?:${subjects})\\s+(?:${verbs})|(?:${verbs})\\s+(?:${subjects}|(?:(?:ο|η|der|die|el|la|le|il)\\s+)?${name})|${name}\\s+(?:${verbs}))(?:\\.(?=\\s|$)|,(?=\\s+[^\\s‘'“"«„])|$)`,
    'u',
  );
}
