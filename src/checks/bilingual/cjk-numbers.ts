/** Chinese and Japanese numerals, alone (二十五, 二〇一九年) or after digits (3.5万, 1億2000万, 2千多万). */
import { canonical, type NumberPart } from './number-part.ts';

const DIGIT: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壱: 1,
  二: 2,
  两: 2,
  兩: 2,
  弐: 2,
  三: 3,
  参: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12 };
const NUMERAL = /[〇零一壱二两兩弐三参四五六七八九十百千万萬亿億兆]/u;
const ABOUT = /[多余餘几数強弱]/u;
/** Words in which a numeral counts nothing. */
const IDLE =
  /万一|十分|千万别|一一|百般|万分|千方百计|十字|五輪|三菱|八百屋|九州|四国|千葉|万博|三星|百度|七夕|三重|百貨|百合|六本木|八王子|四川|三峡|三亚|百货|千克|万科|三文/u;

/** The numerals in a stretch of Han signs. A single one is only perhaps a number; several with a ten, hundred or more are. */
export function readCjk(text: string, from: number, to: number): NumberPart[] {
  const parts: NumberPart[] = [];
  for (let at = from; at < to; at += 1) {
    if (!NUMERAL.test(text[at] ?? '')) continue;
    const end = numeralEnd(text, at, to);
    const part = partOf(text, at, end);
    if (part) parts.push(part);
    at = end - 1;
  }
  return parts;
}

const LONGEST = 40; // signs of one numeral

function numeralEnd(text: string, start: number, to: number): number {
  let end = start;
  const limit = Math.min(start + LONGEST, text.length);
  while (end < limit) {
    const sign = text[end] ?? '';
    if (sign === '千' && end > start && /[瓦克米卡赫焦]/u.test(text[end + 1] ?? '')) break; // a kilowatt, not a thousand
    const goesOn = NUMERAL.test(sign) || (ABOUT.test(sign) && LARGE[text[end + 1] ?? ''] !== undefined);
    if (!goesOn && !(end >= to && /[0-9０-９]/.test(sign) && LARGE[text[end - 1] ?? ''])) break;
    end += 1;
  }
  return Math.max(end, start + 1);
}

function partOf(text: string, start: number, end: number): NumberPart | null {
  const signs = text.slice(start, end);
  const around = text.slice(Math.max(0, start - 2), end + 2);
  const value = numeralValue(signs);
  const isLong = signs.length >= 2 && /[十百千万萬亿億]/.test(signs);
  const isYear = signs.length === 4 && /^[〇零一二三四五六七八九]+$/.test(signs);
  const counts =
    /^[年月日号個个人名位件次回歳岁倍％分秒時时点點週周枚票頭头艘架台本冊家所条條名座只支辆輌匹口世届屆]/u.test(
      text.slice(end),
    );
  const sure =
    !IDLE.test(around) &&
    !/[数几幾何若]/u.test(text[start - 1] ?? '') &&
    (isLong || isYear || (counts && value > 2));
  const readings = [canonical(value), ...(isYear ? [] : rangeOf(signs))];
  return { start, end, value, readings, parts: [], sure: sure && value > 1, digits: false };
}

/** '三四百': three or four hundred. */
function rangeOf(signs: string): string[] {
  const [, one, other, scale] =
    /^([一二两三四五六七八九])([一二三四五六七八九])([十百千万亿]*)$/u.exec(signs) ?? [];
  if (!one || !other) return [];
  return [numeralValue(one + scale), numeralValue(other + scale)].map(canonical);
}

function numeralValue(signs: string): number {
  if (/^[〇零一二三四五六七八九]{2,}$/u.test(signs))
    return Number([...signs].map((sign) => DIGIT[sign] ?? 0).join(''));
  let sum = 0;
  let section = 0;
  let digit = 0;
  for (const sign of signs.replace(/[多余餘几数強弱]/gu, '')) {
    const ascii = /[0-9０-９]/.test(sign) ? sign.charCodeAt(0) & 0xf : null;
    if (ascii !== null) digit = digit * 10 + ascii;
    else if (DIGIT[sign] !== undefined) digit = DIGIT[sign] ?? 0;
    else if (SMALL[sign] !== undefined) {
      section += (digit || 1) * (SMALL[sign] ?? 1);
      digit = 0;
    } else {
      const scale = LARGE[sign] ?? 1;
      sum = section + digit === 0 && sum > 0 ? sum * scale : sum + (section + digit || 1) * scale;
      section = 0;
      digit = 0;
    }
  }
  return sum + section + digit;
}

// A kilowatt is not a thousand: 1000万千瓦.
const SCALE_AFTER =
  /^[多余餘几数]?[十百千万萬亿億兆]{1,3}(?:[多余餘几][万萬亿億兆])?(?<!千(?=[瓦克米卡赫焦]))/u;

/** What a Han scale after digits multiplies by, and where it ends: '3.5万', '2千多万'; null when none stands there. */
export function scaleAfter(text: string, at: number): { factor: number; end: number } | null {
  const signs = SCALE_AFTER.exec(text.slice(at, at + 7))?.[0];
  if (!signs || /^[多余餘几数]?十(?![万萬亿億])/u.test(signs)) return null;
  let factor = 1;
  for (const sign of signs) factor *= SMALL[sign] ?? LARGE[sign] ?? 1;
  return { factor, end: at + signs.length };
}
