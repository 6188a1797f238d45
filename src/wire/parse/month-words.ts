/**
 * The months by the names they bear in feeds: those that ICU knows of some forty languages, alone and with a day, long and
 * short; and beside them what senders write that ICU does not.
 */

import { once } from '../../kit/once.ts';

/** Where two languages give one name to different months, the first here has it: `listopad` is November but in Croatian. */
const LANGUAGES =
  'en es fr de el ru ar uk pl pt it nl sv da nb fi is tr ro hu cs sk bg be mk sr sr-Latn hr sl sq lt lv et ca eu gl he fa id ms vi hy ka az kk ky uz mt ga cy af sw ar-MA ar-DZ ar-LB de-AT es-UY pt-PT hi bn ur ta th'.split(
    ' ',
  );

/** How names begin that are cut short in a way of their own; tried last. */
const STARTS = [
  'jan jän gen ene янв ιαν oca sty січ',
  'feb fev fév фев φεβ şub лют',
  'mar mär mrt maa мар μαρ бер',
  'apr abr avr апр απρ nis kwi кві',
  'may mai mag mei maj май мая μαι тра',
  'jun jui giu июн ιουν haz cze чер',
  'jul juil lug июл ιουλ tem lip лип',
  'aug ago aoû авг αυγ ağu sie сер',
  'sep set сен σεπ eyl wrz вер',
  'oct okt out ott окт οκτ eki paź жов',
  'nov ноя νοε kas лис',
  'dec dez dic déc dis дек δεκ ara gru гру',
];

/** Written in no style of ICU: English as newspapers cut it, old and other names. */
const OTHERS: [string, number][] = [
  ['sept', 9], ['studenog', 11], ['mrz', 3], ['mei', 5], ['feber', 2], ['jänner', 1], ['märch', 3], ['setiembre', 9], ['set', 9],
  ['ιανουαριο', 1], ['μαιο', 5], ['ιουλη', 7], ['ιουνη', 6], ['γεναρη', 1], ['φλεβαρη', 2], ['μαρτη', 3],
]; // biome-ignore format: a table

const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}])\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[.’'ʼ\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Made when a month is first read by its name: a check of a file never asks. */
const monthNames = once((): ReadonlyMap<string, number> => namesOfMonths());
const BEGINNINGS: readonly [string, number][] = STARTS.flatMap((line, index) =>
  line.split(' ').map((start): [string, number] => [plainName(start), index + 1]),
).sort(([one], [other]) => other.length - one.length);
const SHORTEST = 3; // letters of a name that is known by its beginning alone

function namesOfMonths(): Map<string, number> {
  const names = new Map<string, number>(OTHERS.map(([name, month]) => [plainName(name), month]));
  for (const language of LANGUAGES)
    for (const month of ['long', 'short'] as const)
      for (const options of [{ month }, { month, day: 'numeric' }, { month, year: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
          ...options,
          timeZone: 'UTC',
        });
        for (let index = 0; index < 12; index += 1) put(names, format, index);
      }
  return names;
}

function put(names: Map<string, number>, format: Intl.DateTimeFormat, index: number): void {
  const said =
    format.formatToParts(Date.UTC(2026, index, 15)).find(({ type }) => type === 'month')?.value ?? '';
  const name = plainName(said);
  if (/^[\p{L}\p{M} -]{2,}$/u.test(name) && !names.has(name)) names.set(name, index + 1);
}

/** The month that stands among these words, 1 to 12; null where none does. A day of the week stands before it. */
export function monthAmong(words: string[]): number | null {
  const plain = words.map(plainName);
  const names = monthNames();
  const known = plain.flatMap(
    (word, at) => names.get(`${word} ${plain[at + 1] ?? ''}`) ?? names.get(word) ?? [],
  );
  if (known.length > 0) return known.at(-1) ?? null;
  const begun = plain.flatMap((word) =>
    word.length < SHORTEST ? [] : (BEGINNINGS.find(([start]) => word.startsWith(start))?.[1] ?? []),
  );
  return begun.at(-1) ?? null;
}
