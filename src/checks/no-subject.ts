/**
 * A sentence that says something of somebody's speech, and not whose: its subject was lost, or what stood before it was. In
 * languages that leave subjects out, only what the verb's own gender or a lone “and that” betrays.
 */

import { byLanguage } from '../language/languages.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';

export const noSubject: Check = {
  name: 'no-subject',
  says: 'A sentence goes on with somebody’s words and has no subject of its own.',
  languages: ['en', 'de', 'fr', 'es', 'it', 'el', 'ru', 'uk', 'ar'],
  isOn: true,
  find: ({ body, language }) => [...lostIn(body, language), ...turnedIn(body, language)],
};

/** Sentences whose verb of speech begins them: no subject is before it, and none may follow. */
const verbFirst = byLanguage('speechFirst');

/** A clause that only its verb before could carry. */
const andThat = byLanguage('andThat');

function lostIn(body: TextReading, language: string): Finding[] {
  const first = verbFirst[language];
  const clause = andThat[language];
  return body.sentences.flatMap((sentence, at) => {
    const said = body.slice(sentence);
    const before = body.sentences[at - 1];
    if (body.isQuoted(sentence.start) || /[?]["”»]?$/u.test(said)) return [];
    const isVerb = first?.test(said) === true && !isParticiple(said, language);
    const isClause =
      clause !== undefined &&
      before !== undefined &&
      clause.opens.test(said) &&
      !clause.before.test(body.slice(before));
    return isVerb || isClause ? [told(body, sentence.start, said)] : [];
  });
}

/** Warned that the road was closed, they turned back: the verb is none of this sentence's own. */
function isParticiple(said: string, language: string): boolean {
  if (language !== 'en') return false;
  return /, (?:he|she|they|it|we|the|\p{Lu})/u.test(said) || /^\p{L}+[,:]/u.test(said);
}

interface SexWords {
  /** Verbs of speech of a man and of a woman; the same place in both lists. */
  he: RegExp;
  she: RegExp;
  /** A sentence that such a verb begins, with no subject behind it. */
  heOpens: RegExp;
  sheOpens: RegExp;
}

const russian =
  'добави|заяви|отмети|сообщи|поясни|подчеркну|рассказа|сказа|пообеща|предупреди|призва|потребова|ответи|напомни|уточни|объясни';
const ukrainian =
  'дода|заяви|зазначи|повідоми|поясни|наголоси|розпові|сказа|пообіця|попереди|заклика|вимага|відпові|нагада|уточни';
const arabic = 'قال|أضاف|أوضح|أكد|أعلن|صرح|ذكر|شدد|حذر|طالب|تابع|اعتبر|وعد|نفى';

const gendered: Record<string, SexWords> = {
  ru: endings(russian, 'л', 'ла', ', что'),
  uk: endings(ukrainian, 'в', 'ла', ', що'),
  ar: endings(arabic, '', 'ت', ' أن'),
};

function endings(stems: string, he: string, she: string, that: string): SexWords {
  const word = (ending: string) => `(?<!\\p{L})[وف]?(?:${stems})${ending}(?!\\p{L})`;
  const opens = (ending: string) => new RegExp(`^[وف]?(?:${stems})${ending}${that}(?:ه|ها)? `, 'iu');
  return {
    he: new RegExp(word(he), 'iu'),
    she: new RegExp(word(she), 'iu'),
    heOpens: opens(he),
    sheOpens: opens(she),
  };
}

const LOOK_BACK = 3; // sentences in which whoever goes on speaking has spoken

/** Added (of a woman) where only a man has spoken: the verb's own subject is missing. */
function turnedIn(body: TextReading, language: string): Finding[] {
  const verbs = gendered[language];
  if (!verbs) return [];
  return body.sentences.flatMap((sentence, at) => {
    const said = body.slice(sentence);
    const before = body.sentences
      .slice(Math.max(0, at - LOOK_BACK), at)
      .map((each) => body.slice(each))
      .join(' ');
    const isOther =
      (verbs.heOpens.test(said) && !verbs.he.test(before) && verbs.she.test(before)) ||
      (verbs.sheOpens.test(said) && !verbs.she.test(before) && verbs.he.test(before));
    return isOther ? [told(body, sentence.start, said)] : [];
  });
}

function told(body: TextReading, start: number, said: string): Finding {
  const end = start + (/^\S+(?:\s\S+)?/u.exec(said)?.[0].replace(/[,:]$/u, '').length ?? 0);
  const because = reason('noSubject');
  return body.finding({ start, end }, { check: 'no-subject', severity: 'minor', because });
}
