/**
 * One name in two spellings where no capital shows a name: a word that a verb of speech gives as its speaker, one letter
 * away from a word with the article that stood behind another name.
 */

import type { Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';
import { distance } from './transliterate.ts';
import type { Word } from './words.ts';

const speech =
  /^[وف]?(?:قال|قالت|أضاف|أضافت|اضاف|أوضح|أوضحت|صرح|صرحت|أكد|أكدت|ذكر|ذكرت|أعلن|أعلنت|أشار|أشارت|تابع|تابعت|شدد|شددت|رأى|رأت|اعتبر|اعتبرت|لفت|لفتت|ختم|ختمت|يقول|تقول|بين|بينت|حذر|حذرت|دعا|دعت|نفى|نفت|طالب|طالبت)$/u;
const role =
  /^(?:ال)?(?:رئيس|وزير|متحدث|مصدر|مدير|نائب|بيان|قائد|أمين|ناطق|مسؤول|سفير|مبعوث|محافظ|حاكم|ملك|أمير|شيخ|دكتور|لواء|عميد|ضابط|شاهد|طبيب|خبير|محلل|كاتب|مجلس|حزب|جيش|شرطة|حكومة|وزارة|هيئة|منظمة|جامعة|شركة|لجنة|محكمة|قضاء|مدعي|محامي|تقرير|صحيفة|وكالة|قناة|متحدثة|وزيرة|مديرة|رئيسة|مسؤولة|مصادر|مسؤولون|خبراء|طرفان|جانبان|متهم|مشتبه|ناجي|ضحية|حركة|جبهة|تحالف|اتحاد|بنك|مصرف|نقابة|بلدية|مكتب|مركز|معهد|فريق|مدرب|لاعب|حكم|عضو|أعضاء|بابا|مفتي|قاضي|مشرف|منسق|مقرر)(?:ة|ون|ين|ات|ان)?$/u;
const SHORTEST = 6; // letters, the article with them
const MOST = 6_000; // words of a copy that are looked at

export function arabicSpellings(body: TextReading): Finding[] {
  const words = body.words.slice(0, MOST);
  const known = new Map<string, Word>();
  const counts = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
    if (isSurname(body, words, at) && !known.has(word.text)) known.set(word.text, word);
  }
  const findings: Finding[] = [];
  for (const [at, word] of words.entries()) {
    const isSpeaker = speech.test(words[at - 1]?.text ?? '') && isNameLike(word.text);
    if (!isSpeaker || known.has(word.text) || counts.get(word.text) !== 1) continue;
    const right = [...known.values()].find(({ text }) => isOneName(text, word.text));
    if (!right) continue;
    const because = reason('oneNameTwoWays', { one: word.text, other: right.text });
    findings.push(
      body.finding(word, { check: 'two-spellings', severity: 'major', because, suggestion: right.text }),
    );
  }
  return findings;
}

function isNameLike(word: string): boolean {
  return word.length >= SHORTEST && /^\p{Script=Arabic}+$/u.test(word) && !role.test(word);
}

/** Behind a word that has no article itself: a given name. */
function isSurname(body: TextReading, words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || !isNameLike(word.text)) return false;
  return (
    body.text.slice(before.end, word.start) === ' ' &&
    !/^[وفبكل]?ال/u.test(before.text) &&
    before.text.length > 2 &&
    !speech.test(before.text)
  );
}

/** One letter within the word, or letters that sound alike; endings are grammar. */
function isOneName(one: string, other: string): boolean {
  const [a, b] = [foldOf(one), foldOf(other)];
  if (a === b) return one !== other && !/(?:ون|ين|ان)$/u.test(one);
  if (a.slice(0, 3) !== b.slice(0, 3) || a.slice(-1) !== b.slice(-1)) return false;
  return Math.min(a.length, b.length) >= SHORTEST && distance(a, b, 1) === 1;
}

/** Letters that many write one for the other, and vowel signs off. */
function foldOf(word: string): string {
  return word
    .normalize('NFC')
    .replace(/[\u064b-\u0652\u0640]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/(?:ون|ين|ان)$/u, 'ين');
}
