/** What comes back from an engine, looked at before an editor sees it: an echo, a loop, a summary, another language, markup. */
import { checkPair } from '../checks/bilingual/check-translation.ts';
import { commonWords } from '../checks/bilingual/common-words.ts';
import { lengthCheck } from '../checks/bilingual/length.ts';
import { type OutsideReason, outside } from '../kit/outside.ts';
import type { EngineRequest, EngineSentences } from './engine.ts';
import { hasForeignMarkup } from './marks.ts';

export type Problem = 'empty' | 'echo' | 'loop' | 'length' | 'language' | 'markup' | 'refusal';

/** Null when the answer can be used at all; the reason when it cannot: another count, a page, an essay. */
export function wrongAnswer(request: EngineRequest, answer: EngineSentences): OutsideReason | null {
  const count = answer.sentences.length;
  if (count !== request.sentences.length)
    return outside('engine:other-count', { given: request.sentences.length, answered: count });
  const all = answer.sentences.map(({ text }) => text).join(' ');
  if (/<!doctype|<html[\s>]|<body[\s>]/i.test(all)) return outside('engine:web-page');
  const distinct = new Set(answer.sentences.map(({ text }) => text.trim()));
  if (distinct.size === 1 && !distinct.has('') && new Set(request.sentences).size >= SAME)
    return outside('engine:all-the-same');
  const sent = request.sentences.join(' ').length;
  if (sent > 200 && all.length > sent * 4) return outside('engine:essay');
  return null;
}

const SAME = 3; // different sentences that no translation makes one

/** How language models say that they would rather not; what somebody says in quotation marks is copy. */
const REFUSED =
  /\bas an AI\b|\bI (?:am )?(?:cannot|can[’']t|unable to|won[’']t) (?:\w+ ){0,3}(?:translate|(?:assist|help) with (?:that|this))/i;
const QUOTED = /["“«][^"”»]*["”»]/g;

/** What is wrong with one sentence, worst first; null when nothing is. */
export function problemOf(source: string, target: string, from: string, to: string): Problem | null {
  const [was, is] = [bare(source), bare(target)];
  if (is === '') return was === '' ? null : 'empty';
  if (hasForeignMarkup(target) && !hasForeignMarkup(source)) return 'markup';
  const pair = { source: was, target: is, from, to };
  const whole = checkPair(pair).find(
    (finding) => finding.check === 'translation-untranslated' && finding.severity === 'critical',
  );
  if (whole || isEcho(was, is)) return 'echo';
  const lengths = lengthCheck.find(pair);
  if (lengths.some(({ target: span }) => span && isLoop(is, span))) return 'loop';
  if (lengths.some(({ target: span }) => !span)) return 'length';
  if (REFUSED.test(is.replace(QUOTED, ''))) return 'refusal';
  return isOtherLanguage(is, to) ? 'language' : null;
}

/** Half of the sentence or more, or a third time: a word that stands twice is a slip, and told at the desk. */
function isLoop(text: string, { start, end }: { start: number; end: number }): boolean {
  const words = text.slice(start, end).split(/\s+/);
  const unit = words
    .slice(0, words.length / 2)
    .join(' ')
    .toLowerCase();
  return (end - start) * 2 >= text.length || text.slice(end).trimStart().toLowerCase().startsWith(unit);
}

/** Word for word what it was, in words that are no name. */
function isEcho(source: string, target: string): boolean {
  if (source.toLowerCase() !== target.toLowerCase()) return false;
  return (source.match(/(?<!\p{L})\p{Ll}\p{L}*|\p{Lo}/gu) ?? []).length >= 2;
}

const bare = (text: string): string => text.replace(/<[^<>]*>/g, '').trim();

const ENOUGH = 4; // small words of another language, and none of its own, that make a sentence one of that language

function isOtherLanguage(text: string, to: string): boolean {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []);
  const count = (list: string) => list.split(' ').filter((word) => words.has(word)).length;
  const own = commonWords[to];
  if (own === undefined || count(own) > 0) return false;
  return Object.entries(commonWords).some(([language, list]) => language !== to && count(list) >= ENOUGH);
}
