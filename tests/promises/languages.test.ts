/** What the newsroom knows of each language, and that the table in docs/languages.md says just that. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { languages } from '../../src/language/languages.ts';
import { stemLanguages } from '../../src/morgue/stems.ts';
import { languageName } from '../../src/views/when.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Columns of the table: what each stands for. A language has one where it has all of it. */
const columns: Record<string, (keyof Language)[]> = {
  sentences: ['abbreviations'],
  dates: ['months', 'weekdays'],
  checks: ['meantTwice', 'firstPerson', 'speech'],
  'lost words': ['lostPairs'],
  'sources and posts': ['pluralSources', 'hearsay', 'speakerPosts'],
  'events of the wire': ['news'],
  'website furniture': ['furniture', 'furnitureLines'],
  'who says': ['cues', 'pronouns'],
  'through whom': ['hops'],
  'numbers and opposites': ['numbers', 'opposites'],
  sums: ['figures'],
  noes: ['negation'],
  'he and she': ['sexes'],
  'how sure': ['voices'],
  'left behind': ['common'],
  length: ['relativeLength'],
  pages: ['pages'],
  alerts: ['alert', 'actions', 'gathered'],
};
/** What a language has otherwise than by lists. */
const otherwise: Record<string, string[]> = {
  'who says': ['en'],
  'lost words': ['en'],
  'sources and posts': ['en'],
};

function rowOf(code: string): string {
  const own = languages[code] ?? {};
  const cells = Object.entries(columns).map(([name, parts]) =>
    parts.every((part) => own[part] !== undefined) || otherwise[name]?.includes(code) ? 'yes' : '',
  );
  const cell = [languageName(code, 'en'), `\`${code}\``, ...cells, stemLanguages.includes(code) ? 'yes' : ''];
  return `| ${cell.join(' | ')} |`;
}

describe('what is known of languages', () => {
  test('is said in docs/languages.md, row by row', () => {
    const page = readFileSync(`${root}docs/languages.md`, 'utf8');
    const head = `| language | | ${Object.keys(columns).join(' | ')} | search by stem |`;
    expect(page.split('\n').filter((line) => /^\| (?:language|\p{Lu}\p{Ll}+) \|/u.test(line))).toEqual([
      head,
      ...Object.keys(languages).map(rowOf),
    ]);
  });

  test('stands in one folder for each, and every folder is used', () => {
    const folders = readdirSync(`${root}src/language`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.toSorted()).toEqual(Object.keys(languages).toSorted());
  });

  test.each(Object.entries(languages))(
    'in %s has no empty word and no word twice in a list',
    (_code, own) => {
      const { common = '', meantTwice = '', firstPerson } = own;
      for (const text of [common, meantTwice, firstPerson?.own ?? '']) {
        const words = text.split(' ').filter((word) => word !== '');
        expect(words.length, text).toBe(text === '' ? 0 : text.split(' ').length);
        expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
      }
    },
  );

  test('whoever reads pages in a language hears of alerts in it too', () => {
    const silent = Object.entries(languages).filter(
      ([, own]) => own.pages && !(own.alert && own.actions && own.gathered),
    );
    expect(silent.map(([code]) => code)).toEqual([]);
  });

  test('every kind of happening has the same English name in all languages', () => {
    const kinds = (news: string) => [...news.matchAll(/(?:^| )([a-z]+):/g)].map(([, kind]) => kind);
    const english = new Set(kinds(languages.en?.news ?? ''));
    expect(english.size).toBeGreaterThan(20);
    const strange = Object.entries(languages).flatMap(([code, { news = '' }]) =>
      kinds(news)
        .filter((kind) => !english.has(kind))
        .map((kind) => `${code} ${kind}`),
    );
    expect(strange).toEqual([]);
  });
});
