/** A sentence that begins in lower case, and one that was cut in two by a line end. */

import { byLanguage } from '../language/languages.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import { neverLast } from './lost-word.ts';
import type { TextReading } from './reading.ts';

const LONG_ENOUGH = 25; // units of what stands before, so that it is prose and no label
const tell = { severity: 'minor' } as const;
const bicameral = ['en', 'el', 'ru', 'uk', 'es', 'fr', 'de', 'it'];
// Names and words that keep their small letter at the head of a sentence.
const keepSmall =
  /^(?:(?:i|e|x|y|z|m|d|n)\p{Lu}|[a-z]+[.\d@/_-]|(?:de|da|di|du|van|von|der|den|ten|ter|al|el|bin|ibn|la|le|del|dos|della|d|l|o|s|t|n)(?:[’'‘-]|\s\p{Lu})|(?:http|www|adidas|nvidia|bell hooks|e\.?e\.? cummings|k\.?d\.? lang|eds?|pp?|vol|cf|viz|ibid|etc)\b)/u;
/** Words that no sentence ends in, where no more of a language is known: and, or, that. */
const openEnds: Readonly<Record<string, RegExp>> = {
  pt: /^(?:e|ou|que|mas|porque)$/u,
  pl: /^(?:i|oraz|że|ale|lub|ponieważ)$/u,
  cs: /^(?:a|že|ale|nebo|protože)$/u,
  nl: /^(?:en|of|dat|maar|omdat)$/u,
  sv: /^(?:och|eller|att|men|eftersom)$/u,
  da: /^(?:og|eller|at|men|fordi)$/u,
  no: /^(?:og|eller|at|men|fordi)$/u,
  fi: /^(?:ja|että|mutta|tai|koska)$/u,
  ro: /^(?:și|sau|că|dar|pentru)$/u,
  hu: /^(?:és|hogy|de|vagy|mert)$/u,
  tr: /^(?:ve|veya|ancak|çünkü)$/u,
  bg: /^(?:и|или|че|но|защото)$/u,
  sr: /^(?:и|или|да|али|јер|i|ili|da|ali|jer)$/u,
  hr: /^(?:i|ili|da|ali|jer)$/u,
  sk: /^(?:a|že|ale|alebo|pretože)$/u,
};
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
  languages: [...bicameral, ...Object.keys(openEnds)],
  isOn: true,
  find: ({ body, language }) => [
    ...cutsIn(body),
    ...(bicameral.includes(language) ? stopsWithin(body, language) : []),
  ],
};

function startsIn(body: TextReading, language: string): Finding[] {
  return [...openingOf(body, language), ...laterOnes(body, language)].map((start) => {
    const letter = String.fromCodePoint(body.text.codePointAt(start) ?? 0);
    const word = /^[\p{L}\p{M}’']+/u.exec(body.text.slice(start, start + 60))?.[0] ?? letter;
    const suggestion = word.replace(letter, letter.toLocaleUpperCase(language || 'en'));
    const because = reason('lowerCaseStart');
    return body.finding(
      { start, end: start + word.length },
      { ...tell, check: 'lower-case-start', because, suggestion },
    );
  });
}

/** The text's own first word. */
function openingOf(body: TextReading, language: string): number[] {
  const [first] = body.sentences;
  if (!first) return [];
  const said = body.slice(first);
  const isOne = /^\p{Ll}\p{L}*\s/u.test(said) && !keepSmall.test(said.slice(0, 30)) && isProse(said);
  return isOne && isOpening(said, language) ? [first.start] : [];
}

const stopAndSmall =
  /(?<![\p{L}.@/’'-])(\p{Ll}{4,}|\p{Lu}\p{Ll}{5,}|(?<=\d[ \u00a0\u202f]?)%)[.!] (?=(?:\p{Ll}\p{L}+['’]?\p{L}*|[ηοявукисаіàèy]) \p{L})/gu;
// A German noun before the stop has its capital.
const stopAndSmallGerman = new RegExp(stopAndSmall.source.replace('\\p{Ll}{4,}', '\\p{L}\\p{Ll}{3,}'), 'gu');
const abbreviated =
  /^(?:approx|dept|govt|assn|blvd|incl|excl|resp|nach|vorm|etwa|bzgl|sogen|vergl|evtl|ggfs|inkl|zzgl|teil|abbr|orig|transl|illus|prof|esq|corp|tel|тыс|млрд|млн|руб|прим|напр|проф|акад|просп|бульв|тис|грн|смт|просп|καθηγ|εκατ|δισεκ|αριθ|παρ|págs|núms|avda|dpto|préc|envir|prov|sigg|dott)$/u;

/** After a stop that ends a sentence of some length: not one of an abbreviation, within a quotation or a name of the web. */
function laterOnes(body: TextReading, language: string): number[] {
  const starts: number[] = [];
  let end = 0;
  for (const match of body.matches(language === 'de' ? stopAndSmallGerman : stopAndSmall)) {
    const start = match.index + match[0].length;
    const before =
      body.text
        .slice(Math.max(end, start - 400), match.index)
        .split(/[.!?\n]/u)
        .at(-1) ?? '';
    const after = body.text.slice(start, start + LONG_ENOUGH * 2);
    if (abbreviated.test(match[1] ?? '') || before.length < LONG_ENOUGH - 8 || keepSmall.test(after))
      continue;
    if (
      body.isQuoted(start) ||
      !/^\p{Ll}+ \S+ \S+/u.test(after) ||
      /^\p{Ll}+ \p{Ll}+(?::| writes )/u.test(after)
    )
      continue;
    starts.push(start);
    end = start;
  }
  return starts;
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

function isProse(said: string): boolean {
  return said.length > LONG_ENOUGH && /\s\S+\s\S+\s/u.test(said.slice(0, 200));
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
    const last = /(?<=\s)\p{Ll}+$/u.exec(said)?.[0] ?? '';
    const isOpen = neverLast(body.language).has(last) || openEnds[body.language]?.test(last) === true;
    const goesOnSmall =
      bicameral.includes(body.language) && /^\p{Ll}[\p{L}’']*\s+\p{L}/u.test(after) && !keepSmall.test(after);
    if (!/[\p{L}\p{N},]$/u.test(said) || !(isOpen || goesOnSmall)) continue;
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
        because: reason('cutInTwo'),
        suggestion,
      }),
    );
  }
  return findings;
}

// A stop behind a bracket or a mark, and the sentence goes on: (the third this year). but nobody came.
const stopWithin = /(?<=\p{L}{2}[,!?]?(?:[ \u00a0\u202f](?=»))?)([)\]”»“"])\.( )(?=(\p{Ll}+)[ ,])/gu;
/** Words with which a sentence is gone on with; any other word in lower case may be a name or a slip of its own. */
const goesOn = byLanguage('sentenceGoesOn');

function stopsWithin(body: TextReading, language: string): Finding[] {
  const known = goesOn[language];
  if (!known) return [];
  return body.matches(stopWithin).flatMap((match) => {
    const [whole, mark = '', , word = ''] = match;
    if (!known.test(word) || (mark === '"' && body.isQuoted(match.index + whole.length))) return [];
    const start = match.index;
    const span = { start, end: start + whole.length + word.length };
    const because = reason('stopWithin');
    return [body.finding(span, { ...tell, check: 'cut-sentence', because })];
  });
}

/** A list of lines in lower case is a list. */
function isListItem(body: TextReading, index: number): boolean {
  const lower = (at: number) => {
    const paragraph = body.paragraphs[at];
    return paragraph !== undefined && /^(?:\p{Ll}|[-•*–])/u.test(body.slice(paragraph));
  };
  return lower(index) || lower(index + 2);
}
