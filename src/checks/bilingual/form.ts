/** The outward form: the mark at the end, a question made of a statement, capitals lost, words set apart from their stops. */
import { type FindingReason, reason } from '../finding-reason.ts';
import { type Pair, type PairCheck, type PairDraft, unspaced } from './translation.ts';

export const formCheck: PairCheck = {
  name: 'translation-form',
  says: 'The translation ends, begins or is set otherwise than the original.',
  knows: () => true,
  find: (pair) => [...endings(pair), ...capitals(pair), ...spacing(pair), ...signs(pair)],
};

const CLOSERS = '["”’»“‘)\\]」』）›\\s]*$';
const STOP = new RegExp(`[.!?…。！？؟।॥｡．]${CLOSERS}`, 'u');
const QUESTION = new RegExp(`[?？؟;\u037e]${CLOSERS}`, 'u');

/** 'έφυγε;' asks in Greek; elsewhere a semicolon does not. */
function asks(text: string, language: string): boolean {
  if (language === 'el') return QUESTION.test(text);
  return (
    /[?？؟]["”’»“‘)\]」』）›\s]*$/u.test(text) ||
    (language === 'ja' && /か[。」]?\s*$/u.test(text)) ||
    (language === 'zh' && /[吗呢][。”]?\s*$/u.test(text))
  );
}

function endings({ source, target, from, to }: Pair): PairDraft[] {
  const [was, is] = [asks(source, from), asks(target, to)];
  const last = { start: Math.max(0, target.trimEnd().length - 1), end: target.trimEnd().length };
  if (!was && is && !/[?？؟]/.test(source)) return [told('major', reason('askedHere'), last)];
  if (was && !is && STOP.test(target) && !/[?？؟]/.test(target))
    return [told('major', reason('statedHere'), last)];
  if (
    STOP.test(source) &&
    !STOP.test(target) &&
    !/[:;,—–-]["”’»)]*\s*$/.test(target) &&
    to !== 'th' &&
    target.trim() !== ''
  )
    return [told('minor', reason('noStopAtEnd'), last)];
  return [];
}

function told(
  severity: PairDraft['severity'],
  because: FindingReason,
  target: { start: number; end: number },
): PairDraft {
  return { check: formCheck.name, severity, because, target };
}

const CASED = new Set(['en', 'es', 'fr', 'de', 'it', 'pt', 'ru', 'uk', 'el', 'pl', 'cs', 'nl', 'sv']);
const LONG = 12; // letters from which a sentence without any capital is odd

function capitals({ source, target, from, to }: Pair): PairDraft[] {
  if (!CASED.has(to)) return [];
  const first = /[\p{L}\p{N}]/u.exec(target);
  if (!first || !/\p{Ll}/u.test(first[0])) return [];
  const original = /[\p{L}\p{N}]/u.exec(source)?.[0] ?? '';
  const isCased = CASED.has(from);
  if (isCased && !/\p{Lu}/u.test(original)) return [];
  const start = first.index;
  if (/^\p{Ll}+\p{Lu}|^\p{L}+[.@\d]/u.test(target.slice(start, start + 20))) return []; // 'iPhone', an address
  if (
    !isCased &&
    !(/^["“«‘'(\s]*$/.test(target.slice(0, start)) && target.length > LONG && STOP.test(target))
  )
    return [];
  return [told('minor', reason('lowerCaseStart'), { start, end: start + 1 })];
}

/** 'the port , he said .': a machine's tokens put side by side. */
function spacing({ target, to }: Pair): PairDraft[] {
  if (to === 'fr' || unspaced.has(to)) return [];
  const apart = [...target.matchAll(/(?<=[\p{L}\p{N}”"’)])\s+(?:[,.](?=\s|$)|['’]s\b|n['’]t\b)/gu)];
  const [one] = apart;
  if (!one) return [];
  return [
    told('minor', reason('spaceBeforeStop'), {
      start: one.index,
      end: one.index + one[0].length,
    }),
  ];
}

/** Signs that no prose has inside it, glued to a word; and closing stops in its middle. */
function signs({ source, target }: Pair): PairDraft[] {
  const found: PairDraft[] = [];
  for (const sign of target.matchAll(
    /(?<=[\p{Ll}])[_^~`|<>{}\\=](?=\s|$|["”.,])|(?<=\s)[_^~`|{}\\](?=\p{Ll})|(?<=\p{Ll})[?!](?=\s\p{Ll})|(?<=\p{Ll})\.(?=\s\p{Ll}{2,}\s\p{Ll})|(?<=\p{L})[,;:!?](?=\p{L}{2})/gu,
  )) {
    const mark = sign[0];
    if (source.includes(mark) || (/[!?;:]/.test(mark) && /[!?;:！？；：]/.test(source))) continue;
    if (
      mark === '.' &&
      /(?:\b(?:\p{L}|vs|cf|etc|Inc|Co|Ltd|Corp|No|al|approx|ca|e\.g|i\.e|St|Mt|Gov|Gen|Sen|Rep|dr|mr|ft|in|oz|lb|p\.m|a\.m))$/u.test(
        target.slice(0, sign.index),
      )
    )
      continue;
    found.push(
      told('minor', reason('signCannotStand', { sign: mark }), {
        start: sign.index,
        end: sign.index + mark.length,
      }),
    );
  }
  return found.slice(0, 1);
}
