/** What stands behind a number and makes it more: the scale glued to its digits, and a half. */
import { scaleAfter } from './cjk-numbers.ts';
import { SCALE } from './join-numbers.ts';
import { canonical, type NumberPart } from './number-part.ts';
import { scaleWordAfter } from './scale-words.ts';

const AND_HALF =
  /^[\s\u00a0-]+(?:and[\s-]a[\s-]half|y medi[oa]|e mezz[oa]|e mei[oa]|et demie?|с половиной|з половиною|και μισ\S{1,4}|i pół|a půl|und ein(?:e|en)? halb\w*|ونصف(?: ال\S+)?)(?![\p{L}\p{M}])/iu;

/** 'Two and a half' is one part; of 'un millón y medio' the half is a part of its own, which is added. */
export function withHalves(text: string, parts: NumberPart[]): NumberPart[] {
  const whole: NumberPart[] = [];
  let done = 0;
  for (const part of parts) {
    if (part.start < done) continue;
    const half = part.alone ? undefined : AND_HALF.exec(text.slice(part.end, part.end + 30))?.[0];
    if (half === undefined) {
      whole.push(part);
      continue;
    }
    done = part.end + half.length;
    const value = part.value < SCALE ? part.value + 0.5 : part.value / 2;
    if (part.value < SCALE) whole.push({ ...part, end: done, value, readings: [canonical(value)] });
    else whole.push(part, { ...part, start: part.end, end: done, value, readings: [], adds: true });
  }
  return whole;
}

const ATTACHED: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  bn: 1e9,
  b: 1e9,
  tn: 1e12,
};

/** With the scale that stands glued to the digits: '3.5万', '5m', '20k'. A metre is an m too, so both readings stand. */
export function scaled(text: string, part: NumberPart, hasWords: boolean): NumberPart {
  const han = scaleAfter(text, part.end) ?? (hasWords ? null : scaleWordAfter(text, part.end));
  const letters = /^[a-z]{1,3}(?![\p{L}\p{M}])/iu.exec(text.slice(part.end, part.end + 4))?.[0] ?? '';
  const factor = han?.factor ?? ATTACHED[letters.toLowerCase()];
  if (factor === undefined) return part;
  const times = part.readings.filter((reading) => !reading.startsWith('t'));
  const readings = times.map((reading) => canonical(Number(reading) * factor));
  if (!han) return { ...part, readings: [...part.readings, ...readings] };
  return addRest(text, { ...part, end: han.end, value: part.value * factor, readings });
}

/** '1億2000万' goes on after its first scale. */
function addRest(text: string, part: NumberPart): NumberPart {
  const rest = /^([0-9０-９]{1,4})([千万萬])?/u.exec(text.slice(part.end, part.end + 5));
  if (!rest) return part;
  const number = Number((rest[1] ?? '').normalize('NFKC'));
  const more = number * (rest[2] === '千' ? 1e3 : rest[2] ? 1e4 : 1);
  if (more === 0 || more >= part.value) return part;
  const value = part.value + more;
  return { ...part, end: part.end + rest[0].length, value, readings: [canonical(value)] };
}
