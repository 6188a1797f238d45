/** Checks on how the copy says who its sources are. The finder of quotations knows more; these need only the words. */

import { chainsIn } from './chain-of-hearing.ts';
import type { Check, Checkable, Finding } from './check.ts';
import { inWords, reason } from './finding-reason.ts';
import { pluralElsewhere, pluralWords } from './plural-elsewhere.ts';
import type { Reading, TextReading } from './reading.ts';
import { speechWords } from './speech-words.ts';
import { spanAt } from './words.ts';

export const pluralSource: Check = {
  name: 'plural-source',
  says: 'Sources are named in the plural where there is one.',
  languages: ['en', ...Object.keys(pluralWords)],
  isOn: true,
  find: ({ body, language }) => (language === 'en' ? pluralIn(body) : pluralElsewhere(body)),
};

const said = '(?:said|says|told|added|confirmed|claimed|reported|explained|noted|warned|insisted)';
const plural = new RegExp(
  `\\b(sources|officials|diplomats|witnesses|experts|analysts|aides|insiders)\\b(?:\\s+(?:close to|familiar with|with knowledge of|in|at|briefed on)\\s+[^.,\\n]{2,50}?)?,?\\s+(?:who [^.\\n]{2,60}?,?\\s+)?(?:have\\s+)?${said}`,
  'giu',
);
const singulars: Record<string, string> = {
  sources: 'source',
  officials: 'official',
  diplomats: 'diplomat',
  witnesses: 'witness',
  experts: 'expert',
  analysts: 'analyst',
  aides: 'aide',
  insiders: 'insider',
};

/** "Sources said" and then, two sentences on, "the source added": there was one. */
function pluralIn(body: TextReading): Finding[] {
  const findings: Finding[] = [];
  for (const match of body.text.matchAll(plural)) {
    const one = singulars[(match[1] ?? '').toLowerCase()] ?? '';
    if (
      body.isQuoted(match.index) ||
      /\b(?:two|three|four|five|several|other|both|many|some|multiple|\d+)\s+(?:\p{L}+\s+){0,3}$/iu.test(
        body.text.slice(Math.max(0, match.index - 40), match.index),
      )
    )
      continue;
    const rest = body.text.slice(match.index + match[0].length, match.index + match[0].length + AHEAD);
    if (
      !new RegExp(`\\b(?:the|the same|this)\\s+${one}\\s+${said}|${said}\\s+the\\s+${one}\\b`, 'iu').test(
        rest,
      )
    )
      continue;
    if (
      new RegExp(
        `\\b(?:an?|one|another|second|third|each|one of the)\\s+(?:\\p{L}+\\s+){0,3}${one}s?\\b`,
        'iu',
      ).test(body.text)
    )
      continue;
    const span = { start: match.index, end: match.index + (match[1]?.length ?? 0) };
    findings.push(
      body.finding(span, {
        check: 'plural-source',
        severity: 'major',
        because: reason('isThereOnlyOne', { words: match[1] ?? '', one }),
        suggestion: `a ${one}`.replace(/^a (?=[aeiou])/u, 'an '),
      }),
    );
  }
  return findings.slice(0, 1);
}

const AHEAD = 900; // units after a mention in which the same source goes on speaking

export const contestedClaim: Check = {
  name: 'contested-claim',
  says: 'An accusation stands in a sentence that does not say whose it is.',
  languages: ['en'],
  isOn: true,
  find: ({ body, copy }) => (isOpinion(copy) ? [] : claimsIn(body)),
};

/** Whoever signs a column or a letter claims what stands in it. */
const isOpinion = ({ kind }: Checkable): boolean => kind === 'opinion' || kind === 'letters';

const deeds =
  'stole|embezzled|raped|murdered|tortured|bribed|defrauded|laundered|forged|blackmailed|looted|kidnapped|massacred|executed|ethnically cleansed|gassed|trafficked|molested|groomed|assaulted';
const accusing = new RegExp(
  `(?<![\\p{L}’'-])(?:\\p{Lu}[\\p{L}’'-]+|he|she|they|(?:the\\s+)?(?:soldiers|troops|forces|rebels|militia|army|company|government|mayor|minister|president|officials|officers|executives|priest|teacher))\\s+(?:had\\s+|have\\s+|has\\s+)?(?:\\p{Ll}+ly\\s+)?(${deeds})\\s`,
  'gu',
);

/** Only where the same story says that it is contested: someone denies it, or speaks of an allegation. */
function claimsIn(body: TextReading): Finding[] {
  if (
    !/\b(?:den(?:y|ies|ied)|alleg\w+|accus(?:e|es|ed|ation|ations)|reject(?:s|ed)? the (?:claim|accusation|charge)s?)\b/iu.test(
      body.text,
    )
  )
    return [];
  const source = speechWords.en?.source ?? /./u;
  return [...body.text.matchAll(accusing)].flatMap((match) => {
    if (body.isQuoted(match.index)) return [];
    const sentence = spanAt(body.sentences, match.index);
    if (!sentence || source.test(body.slice(sentence)) || /[“”"«»]/u.test(body.slice(sentence))) return [];
    const because = reason('contested');
    return [body.finding(sentence, { check: 'contested-claim', severity: 'major', because })];
  });
}

export const hearsay: Check = {
  name: 'hearsay',
  says: 'The story came to us through others, and does not say so; or a sentence has it from who heard of who heard.',
  languages: 'all',
  isOn: true,
  find: (reading) => [...hearsayIn(reading), ...chainsIn(reading.body)],
};

/** Two hops or more, and a party on the way is named neither in the copy nor in the credit. */
function hearsayIn({ copy, body, headline, dek }: Reading): Finding[] {
  const parties = copy.hops.filter(({ party }) => party.trim() !== '');
  if (!copy.pickedUp || parties.length < 2 || body.text.trim() === '') return [];
  const [first] = parties;
  if (!first) return [];
  const text = `${headline.text} ${dek.text} ${body.text} ${copy.credit}`.toLowerCase();
  if (text.includes(first.party.toLowerCase()) || initialsIn(text, first.party)) return [];
  const finding: Finding = inWords({
    check: 'hearsay',
    severity: 'major',
    part: 'hops',
    start: 0,
    end: 0,
    text: '',
    because: reason('secondHand', { party: first.party }),
  });
  return [finding];
}

function initialsIn(text: string, party: string): boolean {
  const initials = (party.match(/\p{Lu}/gu) ?? []).join('').toLowerCase();
  return initials.length > 2 && new RegExp(`(?<!\\p{L})${initials}(?!\\p{L})`, 'u').test(text);
}

export const attributionLost: Check = {
  name: 'attribution-lost',
  says: 'An attribution was edited away while its claim stays.',
  languages: 'all',
  isOn: true,
  find: lostIn,
};

/** Statements of the take before whose words still stand here, in a paragraph that names their speaker no more. */
function lostIn({ copy, body }: Reading): Finding[] {
  const findings: Finding[] = [];
  for (const { words, speaker } of copy.attributed ?? []) {
    const at = words.trim() === '' ? -1 : body.text.indexOf(words);
    if (at < 0 || speaker.length === 0) continue;
    const paragraph = body.paragraphs.find(({ start, end }) => start <= at && at < end);
    const index = paragraph ? body.paragraphs.indexOf(paragraph) : -1;
    const near = body.paragraphs.slice(Math.max(0, index - 1), index + 2).map((each) => body.slice(each));
    if (near.join(' ') !== '' && isNamed(near.join(' '), speaker)) continue;
    const span = { start: at, end: at + words.length };
    findings.push(
      body.finding(span, {
        check: 'attribution-lost',
        severity: 'major',
        because: reason('attributionLost', { speaker: speaker[0] ?? '' }),
      }),
    );
  }
  return findings;
}

function isNamed(text: string, names: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return names.some((name) => {
    const last = name.toLowerCase().split(/\s+/u).at(-1) ?? '';
    return last !== '' && lower.includes(last);
  });
}
