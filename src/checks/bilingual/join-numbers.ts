/** Parts of numbers put together: 'two hundred and five thousand', '3.5 million', 'quatre-vingt-dix'. */
import { canonical, type NumberPart, type Quantity } from './number-part.ts';

/** What of a reader is needed here. */
interface Joiner {
  language: string;
  spaced: boolean;
  words: { joins: string | null } | null;
}

/** Where thirteen and nineteen may be ten and what is added: 'δέκατος ένατος', 'dix-neuvième'. */
const TEEN = new Set(['el', 'fr']);

export const SCALE = 1_000; // from here on a word multiplies what stands before it

export function joinParts(reader: Joiner, text: string, parts: NumberPart[]): Quantity[] {
  const quantities: Quantity[] = [];
  let run: NumberPart[] = [];
  const close = () => {
    if (run.length > 0) quantities.push(quantityOf(reader, text, run));
    run = [];
  };
  for (const [at, part] of parts.entries()) {
    const last = run.at(-1);
    // 'A million a year', and not 'two thousand one hundred'.
    const isArticle = part.value === 1 && !part.sure && parts[at + 1]?.value !== 100;
    const isNew = last && last.value >= SCALE && isArticle;
    if (
      last &&
      (isNew ||
        isScaledAgain(text, run, part, parts[at + 1]) ||
        !(isBridge(reader, text.slice(last.end, part.start), part) && mayFollow(reader, run, part)))
    )
      close();
    run.push(part);
  }
  close();
  return quantities;
}

/** Three million and five million are two amounts. */
function isScaledAgain(
  text: string,
  run: NumberPart[],
  part: NumberPart,
  next: NumberPart | undefined,
): boolean {
  return (
    next !== undefined &&
    next.value >= SCALE &&
    part.value < SCALE &&
    next.start - part.end <= 1 &&
    run.some(({ value }) => value === next.value) &&
    (text[part.start] === 'و' || /\p{L}/u.test(text.slice(run.at(-1)?.end ?? 0, part.start)))
  );
}

function isBridge(reader: Joiner, gap: string, part: NumberPart): boolean {
  if (part.adds) return true;
  if (gap.length > 6) return false;
  if (part.digits) return /^\s$/u.test(gap);
  if (/^[\s\u00a0\u202f-]?$/u.test(gap)) return true;
  const word = gap.trim().toLowerCase();
  return reader.words?.joins === word || word === 'de' || word === 'di' || (word === '-' && gap.length === 1);
}

/** Whether the part goes on with the number that the run is so far. */
function mayFollow({ language }: Joiner, run: NumberPart[], part: NumberPart): boolean {
  const value = total(run);
  const last = run.at(-1);
  if (last && part.adds) return part.value * 2 === last.value;
  if (!last || part.value < 1 || last.alone || part.alone) return false;
  if (part.digits) return last.value >= SCALE && !last.digits && part.value < last.value;
  if (part.value >= SCALE) return last.value < part.value || last.digits;
  if (last.digits) return part.value === 100;
  if (part.value === 100) return last.value < 20;
  if (part.value === 20 && last.value === 4) return true; // quatre-vingt
  if (part.value === 10 && last.value < 10) return value % 100 < 10; // خمسة عشر
  if (last.value < 10 && part.value >= 20 && part.value < 100)
    return part.value % 10 === 0 && !last.digits && run.length < 3;
  const room =
    value % 1_000 === 0 ? 1_000 : value % 100 === 0 ? 100 : value % 10 === 0 && value % 100 >= 20 ? 10 : 0;
  if (TEEN.has(language) && value % 100 === 10 && part.value < 10) return true;
  const french = [60, 80].includes(value % 100) && part.value < 20;
  return part.value < room || french;
}

function total(run: NumberPart[]): number {
  let sum = 0;
  let current = 0;
  let scale = Number.POSITIVE_INFINITY;
  for (const { value, adds } of run) {
    if (adds) sum += value;
    else if (value >= SCALE && !(run.length === 1)) {
      // A greater scale multiplies all that stands before it: dos mil millones.
      sum = value > scale ? (sum + current) * value : sum + (current || 1) * value;
      scale = value;
      current = 0;
    } else if (value === 100 && current > 0) current *= 100;
    else if (value === 20 && current % 100 === 4)
      current += 76; // quatre-vingt
    else current += value;
  }
  return sum + current;
}

function quantityOf(reader: Joiner, text: string, run: NumberPart[]): Quantity {
  const value = run.length === 1 ? (run[0]?.value ?? 0) : total(run);
  const readings = new Set<string>([canonical(value)]);
  const [first] = run;
  if (run.length === 1) for (const reading of first?.readings ?? []) readings.add(reading);
  else if (first?.digits) {
    const factor = run.slice(1).reduce((product, part) => product * (part.value >= 100 ? part.value : 1), 1);
    for (const reading of first.readings)
      if (!reading.startsWith('t')) readings.add(canonical(Number(reading) * factor));
  }
  return {
    start: first?.start ?? 0,
    end: run.at(-1)?.end ?? 0,
    value,
    readings,
    parts: run.length === 1 ? (first?.parts ?? []) : [],
    sure: run.some((part) => part.sure),
    digits: run.some((part) => part.digits),
    named: isNamed(text.slice(Math.max(0, (first?.start ?? 0) - 3), first?.start ?? 0), reader.spaced),
  };
}

function isNamed(before: string, spaced: boolean): boolean {
  return (spaced ? /[\p{L}\p{M}][-‑–]?$/u : /[A-Za-z][-‑–]?$/).test(before);
}

/** In 'three to four million' the three are millions too. */
export function shareScales(text: string, quantities: Quantity[]): void {
  for (let at = 0; at + 1 < quantities.length; at += 1) {
    const [one, other] = [quantities[at] as Quantity, quantities[at + 1] as Quantity];
    const gap = text.slice(one.end, other.start);
    if (gap.length > 8 || !/^\s*(?:[-–—~〜～至到/]|\p{L}{1,4})\s*$/u.test(gap) || one.value >= SCALE)
      continue;
    for (const scale of [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12]) {
      if (other.value >= scale && other.value % (scale / 10) === 0)
        one.readings.add(canonical(one.value * scale));
    }
  }
}
