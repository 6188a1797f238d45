/** The years of a life behind a name, and an age behind them: Anna Holm (1950–2021), 71, who taught. */
import type { Finding } from '../copy.ts';
import { reason } from '../finding-reason.ts';
import type { Reading, TextReading } from '../reading.ts';
import { backwards } from './backwards.ts';

const life = /\(((?:1[5-9]|20)\d\d)\s?[–—-]\s?((?:1[5-9]|20)\d\d)\)(?:,\s(?:aged\s)?(\d{1,3})(?=[,.;)]))?/gu;

const LONGEST_LIFE = 123; // years; the longest that is documented is 122
const LEAST_LIFE = 10; // years between two that stand the wrong way round; fewer are compared: Turnover (2020–2019)
const LONGEST_NAME = 40; // units before a bracket in which a name is looked for

export function livesIn(part: TextReading, { copy }: Reading): Finding[] {
  return part.matches(life).flatMap(({ index, 0: whole, 1: born, 2: died, 3: given }): Finding[] => {
    if (!isName(part.text.slice(Math.max(0, index - LONGEST_NAME), index)) || part.isQuoted(index)) return [];
    const years = Number(died) - Number(born);
    const end = index + whole.length;
    if (years < 0) {
      const span = { start: index + 1, end: index + whole.indexOf(')') };
      return -years < LEAST_LIFE ? [] : [backwards(part, span)];
    }
    // Of an obituary age-misfit reads more.
    if (given === undefined || copy.kind === 'obituary' || years > LONGEST_LIFE) return [];
    const ages = [years - 1, years].filter((age) => age >= 0);
    if (ages.includes(Number(given))) return [];
    const because = reason('ageMisfit', { years: ages, given });
    const at = { start: end - given.length, end };
    return [part.finding(at, { check: 'figures-misfit', severity: 'major', because })];
  });
}

const isName = (before: string) => /\p{Lu}\p{Ll}[\p{L}\p{M}’'-]*,?\s?$/u.test(before);
