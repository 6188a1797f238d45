import { describe, expect, test } from 'vitest';
import { enPages as en } from '../../language/en/pages.ts';
import { catalogs, hasWords, wordsFor } from './words.ts';

/** 'frame.search' and the like, with what stands there. */
function leaves(part: object, under = ''): [string, unknown][] {
  return Object.entries(part).flatMap(([name, word]): [string, unknown][] =>
    typeof word === 'object' ? leaves(word, `${under}${name}.`) : [[under + name, word]],
  );
}

const english = leaves(en);
const sample = ['3', 'the ferry', 'today'] as const;
/** What stands there, with words filled in. */
const said = (word: unknown) => (typeof word === 'function' ? String(word(...sample)) : String(word));

describe.each(Object.entries(catalogs))('the words in %s', (language, catalog) => {
  const own = new Map(leaves(catalog));

  test('are all there, and none that is not asked for', () => {
    expect(english.map(([name]) => name).filter((name) => !own.has(name))).toEqual([]);
    const known = new Set(english.map(([name]) => name));
    expect([...own.keys()].filter((name) => !known.has(name))).toEqual([]);
  });

  test('say what they are given, and leave open what the page fills in', () => {
    for (const [name, word] of english) {
      const translated = said(own.get(name));
      if (typeof word === 'function') expect(typeof own.get(name), name).toBe('function');
      for (const [place] of said(word).matchAll(/\{\w+\}/g)) expect(translated, name).toContain(place);
      expect(translated === '', name).toBe(said(word) === '');
    }
  });

  test('are in the script of the language', () => {
    const script = { ru: 'Cyrillic', uk: 'Cyrillic', el: 'Greek', ar: 'Arabic' }[language] ?? 'Latin';
    const wrong = [...own]
      .map(([name, word]) => [name, said(word).replaceAll('the ferry', '').replaceAll('today', '')] as const)
      .filter(([, word]) => /\p{L}/u.test(word) && !new RegExp(`\\p{Script=${script}}`, 'u').test(word));
    expect(wrong).toEqual([]);
  });
});

describe('words', () => {
  test('are found by language, whatever the country, and English stands in', () => {
    expect(wordsFor('de-AT').frame.search).toBe('Suche');
    expect(wordsFor('EL').frame.search).toBe('Αναζήτηση');
    expect(hasWords('sw')).toBe(false);
    expect(wordsFor('sw')).toBe(en);
  });

  test.each([
    ['ru', ['1 отклик', '3 отклика', '5 откликов', '21 отклик']],
    ['uk', ['1 відгук', '3 відгуки', '5 відгуків', '21 відгук']],
    ['ar', ['رد واحد', '3 ردود', '5 ردود', '21 ردًا']],
    ['fr', ['1 réponse', '3 réponses', '5 réponses', '21 réponses']],
  ])('in %s count as the language counts', (language, expected) => {
    expect([1, 3, 5, 21].map((number) => wordsFor(language).item.replies(number))).toEqual(expected);
  });
});
