/**
 * Quotations that end in the wrong place: closed early, so that the speaker's words run on as ours, or late, so that our
 * "he said" is caught inside.
 */

import { eachOnce } from '../kit/once.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import { isPaperSpeaking, mine, ownWords, runsOn } from './first-person.ts';
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
  languages: Object.keys(mine),
  isOn: true,
  find: ({ body, language }) => body.marks.pairs.flatMap((pair) => closedEarly(body, pair, language)),
};

export const attributionInside: Check = {
  name: 'attribution-inside',
  says: 'An attribution is caught inside the quotation marks.',
  languages,
  isOn: true,
  find: ({ body, language }) => body.marks.pairs.flatMap((pair) => caughtInside(body, pair, language)),
};

const lone = /^[“”"«»„]/u;
const SHORTEST = 12; // units of a quotation; what is shorter is a word in marks

function closedEarly(body: TextReading, pair: QuotePair, language: string): Finding[] {
  if (pair.level > 1 || pair.kind === 'single') return [];
  const { text } = body;
  const inner = text.slice(pair.openEnd, pair.close).trim();
  const after = text.slice(pair.closeEnd, pair.closeEnd + NEAR);
  const stop = /^[.!?]/u.exec(after)?.[0].length ?? 0;
  if ((!/[.!?…]$/u.test(inner) && stop === 0) || inner.length < SHORTEST) return [];
  if (!runsOn(language).test(after.slice(stop)) || isFirstPerson(body, language)) return [];
  if (isPaperSpeaking(after.slice(stop), language) || isNameInMarks(body, pair, inner)) return [];
  if (isAnswer(body, pair.open)) return [];
  const from = pair.closeEnd + stop;
  const end = endOfSentence(body, from + 1);
  const said = text.slice(from, end);
  const rest = said.trim();
  if (rest === '' || lone.test(rest)) return [];
  const start = from + said.length - said.trimStart().length;
  const because = reason('closedTooEarly');
  return [body.finding({ start, end }, { check: 'quote-closed-early', severity: 'major', because })];
}

const MOST_OF_NAME = 4; // words of a title, or of a word in marks, that stands where a noun would

/** I had not seen “Stranger Things”: no verb of speech leads in what ends so, and it has no stop of its own. */
function isNameInMarks(body: TextReading, { open }: QuotePair, inner: string): boolean {
  if (/[.!?…,]$/u.test(inner) || inner.split(/\s+/u).length > MOST_OF_NAME) return false;
  const before = /([\p{L}\p{M}]+) $/u.exec(body.text.slice(Math.max(0, open - NEAR), open))?.[1];
  return before !== undefined && !(speechWords[body.language]?.said.split(' ') ?? []).includes(before);
}

const label =
  /^(?:[QAFРВОΕΑ]|[A-ZÀ-ÝА-ЯΑ-Ω]{2,}(?: [A-ZÀ-ÝА-ЯΑ-Ω.]{2,}){0,2}|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?):\s/u;

/** ‘A: …’, ‘MAYOR DIAZ: …’: in an interview or a transcript the first person is whoever answers. */
function isAnswer(body: TextReading, at: number): boolean {
  return label.test(body.text.slice(body.text.lastIndexOf('\n', at) + 1, at));
}

/** A piece told by its writer says “I” and “we” outside of any quotation, again and again. */
function isFirstPerson(body: TextReading, language: string): boolean {
  const words = ownWords(language);
  let own = 0;
  for (const { text, start } of body.words) {
    if (words.has(text.toLowerCase()) && !body.isQuoted(start)) own += 1;
    if (own > MOST_OWN) return true;
  }
  return false;
}

const MOST_OWN = 3; // words of the first person that a quotation closed early leaves outside

function endOfSentence(body: TextReading, at: number): number {
  const sentence =
    spanAt(body.sentences, at) ?? spanAt(body.sentences, at + 1) ?? spanAt(body.sentences, at + 2);
  return sentence?.end ?? at;
}

const caught = eachOnce(speechWords, caughtPattern);

function caughtInside(body: TextReading, pair: QuotePair, language: string): Finding[] {
  const words = speechWords[language];
  if (!words || pair.level > 1 || pair.kind === 'single') return [];
  const inner = body.text.slice(pair.openEnd, pair.close);
  if (inner.length < 12 || inner.length > 3_000) return [];
  const match = caught[language]?.exec(inner);
  if (!match) return [];
  const start = pair.openEnd + match.index + (/^[,.!?]?\s+/u.exec(match[0])?.[0].length ?? 0);
  const end = pair.openEnd + match.index + match[0].replace(/[\s.,]+$/u, '').length;
  const because = reason('oursInside', { words: body.text.slice(start, end) });
  return [body.finding({ start, end }, { check: 'attribution-inside', severity: 'major', because })];
}

/** ", he said." or ", said Maria Leontis," with marks on neither side; at the end, or before a new sentence. */
function caughtPattern({ said, who }: { said: string; who: string }): RegExp {
  const verbs = said.split(' ').join('|');
  const subjects = who.split(' ').join('|');
  const name = '(?:\\p{Lu}[\\p{L}.\\-’]+\\s+){0,2}\\p{Lu}[\\p{L}\\-’]+';
  return new RegExp(
    `,\\s+(?:(?:${subjects})\\s+(?:${verbs})|(?:${verbs})\\s+(?:${subjects}|(?:(?:ο|η|der|die|el|la|le|il)\\s+)?${name})|${name}\\s+(?:${verbs}))(?:\\.(?=\\s|$)|,(?=\\s+[^\\s‘'“"«„])|$)`,
    'u',
  );
}
