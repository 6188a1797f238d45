/**
 * How well the checks between original and translation do on DEMETR: detection per kind of planted error, and false alarms
 * on the clean machine translations and on the human references. A planted error counts as found when the clean sentence
 * was silent and the broken one is not. Beside it the figures of pofilter and of a plain set of nine, as measured before.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkTranslation } from '../src/checks/bilingual/check-translation.ts';
import { type MissingFigures, measureMissing } from './checks-missing.ts';

const corpus = fileURLToPath(new URL('../../shared/corpora/demetr/dataset', import.meta.url));

interface Item {
  src_sent: string;
  eng_sent: string;
  mt_sent: string;
  pert_sent: string;
  lang_tag: string;
  pert_check: boolean;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ chinese_simple: 'zh', czech: 'cs', french: 'fr', german: 'de', hindi: 'hi', italian: 'it' },
  ...{ japanese: 'ja', polish: 'pl', russian: 'ru', spanish: 'es' },
};

export interface KindFigures {
  kind: string;
  applied: number;
  found: number;
  /** Percent of those applied. */
  detection: number;
  byLanguage: Record<string, number>;
}

export interface BilingualFigures {
  /** Percent of clean pairs with any finding: machine translations, human references. */
  falseAlarms: { machine: number; human: number; critical: number; byLanguage: Record<string, number> };
  kinds: KindFigures[];
  /** Mean detection over the kinds. */
  macro: number;
  /** Whole texts with a sentence or a paragraph taken out, or one added. */
  missing: MissingFigures;
  /** Sentence pairs a second. */
  speed: number;
}

/** Null where the corpus is not at hand. */
export function measureBilingual(): BilingualFigures | null {
  if (!existsSync(corpus)) return null;
  const files = readdirSync(corpus).filter((name) => name.endsWith('.json') && !/reference/.test(name));
  const sets = files.map((name) => ({ kind: name.replace('.json', ''), items: read(join(corpus, name)) }));
  const clean = new Map<string, boolean>();
  const started = performance.now();
  let checked = 0;
  const flags = (item: Item, text: string) => {
    checked += 1;
    return check(item, text).length > 0;
  };
  const isClean = (item: Item) => {
    const key = item.src_sent + item.mt_sent;
    const known = clean.get(key);
    const now = known ?? !flags(item, item.mt_sent);
    clean.set(key, now);
    return now;
  };
  const kinds = sets.map(({ kind, items }) => figuresOf(kind, items, isClean, flags));
  const base = sets[0]?.items ?? [];
  const byLanguage = perLanguage(base, (item) => !isClean(item));
  const falseAlarms = {
    machine: share(base.filter((item) => !isClean(item)).length, base.length),
    human: share(base.filter((item) => flags(item, item.eng_sent)).length, base.length),
    critical: share(
      base.filter((item) => check(item, item.mt_sent).some((each) => each.severity === 'critical')).length,
      base.length,
    ),
    byLanguage,
  };
  const macro = kinds.reduce((sum, each) => sum + each.detection, 0) / Math.max(1, kinds.length);
  const speed = Math.round((checked / (performance.now() - started)) * 1_000);
  const language = (item: Item) => LANGUAGES[item.lang_tag] ?? 'und';
  const missing = measureMissing(
    base.map((item) => ({ source: item.src_sent, target: item.mt_sent, language: language(item) })),
  );
  return { falseAlarms, kinds, macro, missing, speed };
}

function read(path: string): Item[] {
  return JSON.parse(readFileSync(path, 'utf8')) as Item[];
}

function check(item: Item, translation: string) {
  const pairs = [
    { source: { start: 0, end: item.src_sent.length }, target: { start: 0, end: translation.length } },
  ];
  const originalLanguage = LANGUAGES[item.lang_tag] ?? 'und';
  return checkTranslation({
    original: item.src_sent,
    originalLanguage,
    translation,
    translationLanguage: 'en',
    pairs,
  });
}

function figuresOf(
  kind: string,
  items: Item[],
  isClean: (item: Item) => boolean,
  flags: (item: Item, text: string) => boolean,
): KindFigures {
  const applied = items.filter((item) => item.pert_check === true || /empty|shuffle_trans/.test(kind));
  const found = new Set(applied.filter((item) => isClean(item) && flags(item, item.pert_sent)));
  return {
    kind,
    applied: applied.length,
    found: found.size,
    detection: share(found.size, applied.length),
    byLanguage: perLanguage(applied, (item) => found.has(item)),
  };
}

function perLanguage(items: Item[], is: (item: Item) => boolean): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [tag, language] of Object.entries(LANGUAGES)) {
    const own = items.filter((item) => item.lang_tag === tag);
    figures[language] = share(own.filter(is).length, own.length);
  }
  return figures;
}

const share = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 1_000) / 10;

/** Prints the figures as a table for the terminal. */
export function printBilingual(figures: BilingualFigures): void {
  const { machine, human, critical, byLanguage } = figures.falseAlarms;
  console.log(
    `false alarms: ${machine} % of clean machine translations, ${human} % of references, ${critical} % critical`,
  );
  console.log('by language:', byLanguage);
  console.table(
    figures.kinds.map(({ kind, applied, detection, byLanguage }) => ({
      kind,
      applied,
      detection,
      ...byLanguage,
    })),
  );
  console.log('in texts of nine sentences, percent:', figures.missing);
  console.log(`macro detection ${figures.macro.toFixed(1)} %, ${figures.speed} pairs a second`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = measureBilingual();
  if (!figures) console.log('The corpus is not at hand: ../shared/corpora/demetr.');
  else if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2));
  else printBilingual(figures);
}
