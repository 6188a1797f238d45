/**
 * Copies of one event side by side: which numbers and names each has, who is quoted in it, and where they differ. Pure.
 * It shows what is written; what is true is for the desk.
 */
import { calendarNames } from '../../checks/bilingual/calendar-names.ts';
import { datelineIn } from '../../kit/agency-lines.ts';
import { findQuotations } from '../../sourcing/find-quotations.ts';
import { baseLanguage } from '../reading/language.ts';
import { anchorsOf } from './anchors.ts';
import { plainNumber } from './marks.ts';
import { eventNameKey } from './name-key.ts';

export interface ComparedCopy {
  itemId: string;
  headline: string;
  text: string;
  language: string | null;
}

/** One fact in all copies: in the order of the copies, as each writes it; empty where it does not. */
export interface FactRow {
  kind: 'number' | 'name' | 'quoted';
  /** As the first that has it writes it. */
  label: string;
  cells: string[];
  /** Two copies give another number for the same thing. */
  disputes: boolean;
}

const READ = 6_000; // characters of one copy
const MOST = 24; // rows of one kind; beyond that nobody reads

/** Facts that at least one copy has. Those in dispute come first, then those that most have but not all. */
export function compareCopies(copies: ComparedCopy[]): FactRow[] {
  const read = copies.map((copy) => ({
    ...copy,
    text: `${copy.headline}.\n${copyItself(copy.text)}`.slice(0, READ),
  }));
  return [...numberRows(read), ...nameRows(read), ...quotedRows(read)];
}

/** Without the agency's dateline, whose place and day are no facts of the event. */
function copyItself(text: string): string {
  return text.slice(datelineIn(text)?.end ?? 0);
}

export interface NumberMark {
  value: string;
  /** What it counts, by what the next word means in every language, or by its beginning and its language. */
  of: string;
  shown: string;
}

const NUMBER =
  /(\p{Nd}+(?:[.,'’٫٬\u00a0\u202f ]\p{Nd}+)*)(?:\s?(%|€|\$|£|₽|km|кг|°C)|[\s\u00a0-]+((?:[\p{L}\p{M}]+[\s\u00a0]+){0,1}[\p{L}\p{M}]+))?/gu;

/** The numbers of a text, each once, with what they count. */
export function numbersOf({ text, language }: Pick<ComparedCopy, 'text' | 'language'>): NumberMark[] {
  const base = baseLanguage(language) ?? '';
  const seen = new Map<string, NumberMark>();
  for (const [whole, written = '', sign, after = ''] of text.matchAll(NUMBER)) {
    const value = plainNumber(written);
    if (value === '' || seen.has(value)) continue;
    const next = after.split(/\s+/).find((word) => word.length > 3) ?? '';
    const of = sign ?? (next === '' ? '' : countedAs(next, base));
    // What is known to be counted ends it; of other words the second may be the one.
    const end = /^[kc]:/.test(of) ? whole.indexOf(next, written.length) + next.length : whole.length;
    seen.set(value, { value, of, shown: whole.slice(0, end).trim() });
  }
  return [...seen.values()];
}

function countedAs(word: string, base: string): string {
  return anchorsOf(word, base)[0] ?? `${base}:${word.toLowerCase().slice(0, 5)}`;
}

function numberRows(copies: ComparedCopy[]): FactRow[] {
  const all = copies.map(numbersOf);
  const values = new Map<string, FactRow>();
  for (const [at, numbers] of all.entries())
    for (const { value, shown } of numbers) {
      const row = values.get(value) ?? emptyRow('number', shown, copies.length);
      row.cells[at] = shown;
      values.set(value, row);
    }
  for (const [value, row] of values) row.disputes = isDisputed(all, value);
  return ordered(inOneRow(values, all));
}

/** What two copies count otherwise stands in one row: 2.4 million here, 2.9 million there. */
function inOneRow(values: Map<string, FactRow>, all: NumberMark[][]): FactRow[] {
  const counted = (value: string) =>
    new Set(all.flat().flatMap((each) => (each.value === value && each.of !== '' ? [each.of] : [])));
  const rows: { row: FactRow; of: Set<string> }[] = [];
  for (const [value, row] of values) {
    const of = counted(value);
    const same = row.disputes
      ? rows.find(
          (other) =>
            other.row.disputes &&
            [...of].some((thing) => other.of.has(thing)) &&
            other.row.cells.every((cell, at) => cell === '' || row.cells[at] === ''),
        )
      : undefined;
    if (!same) rows.push({ row, of });
    else {
      same.row.label = `${same.row.label} / ${row.label}`;
      same.row.cells = same.row.cells.map((cell, at) => cell || (row.cells[at] ?? ''));
      for (const thing of of) same.of.add(thing);
    }
  }
  return rows.map(({ row }) => row);
}

/** Another copy that has not this number counts the same thing with another, which this one's copies have not. */
function isDisputed(all: NumberMark[][], value: string): boolean {
  const has = (numbers: NumberMark[], wanted: string): boolean =>
    numbers.some((each) => each.value === wanted);
  const counted = new Set(
    all.flat().flatMap((each) => (each.value === value && each.of !== '' ? [each.of] : [])),
  );
  return all.some(
    (numbers) =>
      !has(numbers, value) &&
      numbers.some(
        (each) =>
          counted.has(each.of) && all.every((other) => !(has(other, each.value) && has(other, value))),
      ),
  );
}

interface NameSaid {
  keys: string[];
  shown: string;
}

const NAME =
  /\p{Lu}[\p{L}\p{M}’'-]+(?:[ \u00a0]+(?:(?:de|da|del|der|van|von|bin|al|el|la)[ \u00a0]+)?\p{Lu}[\p{L}\p{M}’'-]+){0,3}/gu;

/** Names of several words, and single ones that stand within a sentence. */
function namesOf({ text, language }: ComparedCopy): NameSaid[] {
  const names = new Map<string, NameSaid>();
  for (const { 0: shown, index } of text.matchAll(NAME)) {
    const before = text.slice(Math.max(0, index - 3), index);
    const isFirst = /(^|[.!?…:]["'”’»)]*\s+["'“„«‘(]?|\n\s*|["“„«(])$/u.test(before);
    // A sentence's first word has its capital of the sentence: ‘On Monday’ names nobody.
    const own = shown.split(/\s+/).filter((word) => !isDay(word, language));
    if (own.length < (isFirst ? 2 : 1)) continue;
    const keys = shown.split(/\s+/).flatMap((word) => eventNameKey(word.replace(/['’]s$/, '')) ?? []);
    if (keys.length > 0 && keys.some((key) => key.length >= 3)) names.set(keys.join(' '), { keys, shown });
  }
  return [...names.values()];
}

/** Months and days of the week, whole or cut short: Monday, Nov. */
function isDay(word: string, language: string | null): boolean {
  const { months, weekdays } = calendarNames(baseLanguage(language) ?? '');
  const lower = word.toLowerCase().replace(/\.$/u, '');
  if (months.has(lower) || weekdays.has(lower)) return true;
  return (
    lower.length >= 3 &&
    lower.length <= 4 &&
    [...months.keys(), ...weekdays.keys()].some((name) => name.startsWith(lower))
  );
}

/** Words of a copy in a script without capitals, by their sound. */
function soundsOf({ text }: ComparedCopy): Map<string, string> {
  const sounds = new Map<string, string>();
  for (const [word] of text.matchAll(/[\p{Lo}\p{M}]{3,}/gu)) {
    const key = eventNameKey(word);
    if (key !== null && !sounds.has(key)) sounds.set(key, word);
  }
  return sounds;
}

function nameRows(copies: ComparedCopy[]): FactRow[] {
  const rows: (FactRow & { keys: string[] })[] = [];
  for (const [at, copy] of copies.entries())
    for (const { keys, shown } of namesOf(copy)) {
      const known = rows.find((row) => isSameName(row.keys, keys));
      const row = known ?? { ...emptyRow('name', shown, copies.length), keys };
      if (!known) rows.push(row);
      else if (keys.length > row.keys.length) Object.assign(row, { keys, label: shown });
      if ((row.cells[at] ?? '').length < shown.length) row.cells[at] = shown;
    }
  for (const [at, copy] of copies.entries()) {
    const sounds = soundsOf(copy);
    for (const row of rows)
      if (sounds.size > 0 && !row.cells[at]) {
        const heard = row.keys.flatMap((key) => sounds.get(key) ?? []);
        const isSure = row.keys.some((key) => key.length >= 3 && sounds.has(key));
        if (isSure && heard.length * 2 >= row.keys.length) row.cells[at] = heard.join(' ');
      }
  }
  return ordered(rows.map(({ keys, ...row }) => row));
}

/** "Vardis" is "Captain Nikos Vardis": the last word of a name carries it. */
function isSameName(one: string[], other: string[]): boolean {
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  return shorter.every((key) => longer.includes(key)) && (shorter.at(-1)?.length ?? 0) >= 3;
}

function quotedRows(copies: ComparedCopy[]): FactRow[] {
  const rows = new Map<string, FactRow>();
  for (const [at, copy] of copies.entries()) {
    const found = findQuotations(copy.text, copy.language ? { language: copy.language } : {});
    for (const { name } of found.speakers) {
      // ‘divers said’, ‘on Monday divers said’: nobody by name
      if (!name.split(/\s+/).some((word) => /^(?:\p{Lu}|\p{Lo})/u.test(word) && !isDay(word, copy.language)))
        continue;
      const key = eventNameKey(name.split(/\s+/).at(-1) ?? '') ?? name.toLowerCase();
      const row = rows.get(key) ?? emptyRow('quoted', name, copies.length);
      row.cells[at] = name;
      rows.set(key, row);
    }
  }
  return ordered([...rows.values()]);
}

function emptyRow(kind: FactRow['kind'], label: string, copies: number): FactRow {
  return { kind, label, cells: new Array<string>(copies).fill(''), disputes: false };
}

function ordered(rows: FactRow[]): FactRow[] {
  const has = ({ cells }: FactRow): number => cells.filter((cell) => cell !== '').length;
  return rows
    .sort((one, other) => Number(other.disputes) - Number(one.disputes) || has(other) - has(one))
    .slice(0, MOST);
}

/** Whether all copies have it. */
export function isEverywhere({ cells }: FactRow): boolean {
  return cells.every((cell) => cell !== '');
}
