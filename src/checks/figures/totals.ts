/** A table whose row of totals is not the sum of the rows above it. */
import { once } from '../../kit/once.ts';
import { quantityReader } from '../bilingual/quantities.ts';
import type { CopyCell, CopyTable, Finding } from '../copy.ts';
import { reason } from '../finding-reason.ts';
import type { Reading } from '../reading.ts';
import { figureWords } from './change-patterns.ts';
import { type Figure, sumFigures } from './sentence-figures.ts';

const made = new Map(
  Object.entries(figureWords).flatMap(([language, { totals }]) =>
    totals
      ? [[language, once(() => ({ total: wholeWord(totals[0]), others: wholeWord(totals[1]) }))] as const]
      : [],
  ),
);

const wholeWord = (list: string) => new RegExp(`^(?:${list})\\s?:?$`, 'iu');

const LEAST = 3; // rows above a total, below which its table is two things side by side

export function totalsIn({ copy: { tables = [] }, body, language }: Reading): Finding[] {
  const words = made.get(language)?.();
  if (!words) return [];
  return tables.flatMap(({ rows }) => {
    const names = rows.map(([first]) => first?.text.trim() ?? '');
    const at = names.findIndex((name) => words.total.test(name));
    // A row of totals is the last, and there is one: with several, which rows each is of nobody can say for sure.
    if (at < LEAST || at !== names.length - 1 || names.some((name) => PART.test(name))) return [];
    const isWhole = names.some((name) => words.others.test(name));
    return misfitsOf({ rows }, { language, isWhole }).map(({ cell, sum }) => {
      const span = { start: cell.start, end: cell.start + cell.text.length };
      const because = reason('totalMisfit', { sum, given: cell.text });
      return body.finding(span, { check: 'figures-misfit', severity: 'minor', because });
    });
  });
}

/** A row that is part of the one above it. */
const PART =
  /^[-–—•·]|^(?:of which|davon|darunter|dont|di cui|waarvan|varav|heraf|herav|w tym|в том числе|у тому числі|από τα οποία|de los cuales|dos quais)(?!\p{L})/iu;

function misfitsOf({ rows }: CopyTable, { language, isWhole }: { language: string; isWhole: boolean }) {
  const columns = (rows[0]?.length ?? 0) - 1;
  return Array.from({ length: columns }, (_, at) => rows.map((row) => row[at + 1])).flatMap((column) => {
    const cells = column.map((cell) => cell && amountIn(cell, language));
    const cell = column.at(-1);
    const total = cells.at(-1);
    const parts = cells.slice(0, -1).filter((part) => part != null);
    if (!cell || !total || parts.length !== cells.length - 1) return [];
    const sum = sumOf(parts);
    return isMisfit(parts, total, isWhole) ? [{ cell, sum: shown(sum) }] : [];
  });
}

/** A cell that is an amount and nothing else; null for a share, a rank, a sum below nought, and words. */
function amountIn({ text }: CopyCell, language: string): Figure | null {
  const words = text.trim();
  const [figure, ...others] = sumFigures(quantityReader(language), words);
  if (!figure || others.length > 0 || figure.ranges.length > 1) return null;
  const rest = `${words.slice(0, figure.start)}${words.slice(figure.end)}`.trim();
  return /^[€$£¥₽₺]?$/u.test(rest) ? figure : null;
}

const sumOf = (parts: readonly Figure[]) => parts.reduce((sum, { value }) => sum + value, 0);
const shown = (sum: number) => Number(sum.toPrecision(12)); // digits that a sum of decimals has kept

/**
 * More than the whole, or less where the table says that nothing is left out: the ten largest have a total of all. A mean is no
 * sum; and where one row less makes it right, that row may be the sum of others.
 */
function isMisfit(parts: readonly Figure[], total: Figure, isWhole: boolean): boolean {
  const { value } = total;
  const slack = Math.min(...[...parts, total].map(roundedBy)) * (parts.length + 1);
  const over = sumOf(parts) - value;
  if (Math.abs(over) <= slack || value <= Math.max(...parts.map((part) => part.value))) return false;
  if (parts.some((part) => Math.abs(over - part.value) <= slack)) return false;
  return over > 0 || isWhole;
}

/** A column is as exact as its most exact cell: 1,200 is no round number beside 830. */
const roundedBy = ({ value, ranges: [range] }: Figure) => (range ? range.high - value : 0);
