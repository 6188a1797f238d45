import { describe, expect, it } from 'vitest';
import { checkPair } from '../checks/bilingual/check-translation.ts';
import { findUnknownWords, takeMarks, UNKNOWN, withUnknownWords } from './unknown-words.ts';

describe('words that an engine did not know', () => {
  it.each([
    ['El buque zarpó ayer.', 'The fuselage *zarpó yesterday.', 'The fuselage zarpó yesterday.', ['zarpó']],
    ['Se lo devolvieron.', 'They #give it to him.', 'They give it to him.', ['give']],
    ['Una nota *breve.', 'A *brief note.', 'A *brief note.', []],
    [
      'La cuenta @maria pidió #SalvemosElPuerto.',
      'The account @*maria asked #*SalvemosElPuerto.',
      'The account @maria asked #SalvemosElPuerto.',
      ['maria', 'SalvemosElPuerto'],
    ],
    ['Pidieron #Puerto libre.', 'They asked free #Port.', 'They asked free #Port.', []],
  ])('%s', (source, answer, text, unknown) => {
    expect(takeMarks(answer, source)).toEqual({ text, unknown });
  });

  it('are told at their place, names that stand inside a sentence anywhere are not', () => {
    const source = 'Elizondo visitó el tejabán de Etxeberria.';
    const target = 'Elizondo visited the tejabán of Etxeberria and give.';
    const original = `El alcalde es de Elizondo.\n${source}`;
    const found = findUnknownWords({ source, target, original }, [
      'tejabán',
      'Etxeberria',
      'Elizondo',
      'give',
      'gone',
    ]);
    expect(found.map(({ message, target: span }) => [message, target.slice(span?.start, span?.end)])).toEqual(
      [
        ['The engine did not know the word “tejabán”.', 'tejabán'],
        ['The engine knew “give”, but not in the form that is wanted here.', 'give'],
      ],
    );
  });

  it('are said once, by whoever says more', () => {
    const pair = {
      source: 'El buque zarpó ayer.',
      target: 'The ship zarpó yesterday.',
      from: 'es',
      to: 'en',
    };
    const original = pair.source;
    expect(checkPair(pair).map(({ check }) => check)).toEqual(['translation-untranslated']);
    const found = withUnknownWords(checkPair(pair), findUnknownWords({ ...pair, original }, ['zarpó']));
    expect(found.map(({ check }) => check)).toEqual([UNKNOWN]);
    const more = { ...pair, target: 'The ship zarpó ayer.' };
    const all = withUnknownWords(checkPair(more), findUnknownWords({ ...more, original }, ['zarpó']));
    expect(all.map(({ check }) => check)).toEqual(['translation-untranslated']);
  });
});
