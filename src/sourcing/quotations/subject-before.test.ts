import { describe, expect, it } from 'vitest';
import { findQuotations } from '../find-quotations.ts';

function speakerOf(language: string, text: string, words: string): string | null {
  const said = findQuotations(text, { language }).statements.find(({ content }) =>
    content.some(({ start, end }) => text.slice(start, end).includes(words)),
  );
  return said?.speaker ?? null;
}

describe('a second verb has the subject of the clause before', () => {
  it.each([
    [
      'de',
      'Bürgermeisterin Petra Kühn nannte den Plan „mutlos“ und forderte, der Rat müsse „endlich handeln“.',
      'endlich',
      'Petra Kühn',
    ],
    [
      'uk',
      'Заступниця мера Надія Білик розкритикувала проєкт і зажадала знайти «інший шлях для всіх».',
      'інший',
      'Надія Білик',
    ],
    [
      'ru',
      'Заместитель мэра Надежда Белкина раскритиковала проект и потребовала найти «другой путь для всех».',
      'другой',
      'Надежда Белкина',
    ],
    [
      'ar',
      'وانتقدت نائبة رئيس البلدية نادية بلقاسم المشروع ودعت إلى إيجاد «حل آخر للجميع».',
      'حل آخر',
      'نادية بلقاسم',
    ],
  ])('in %s: %s', (language, text, words, name) => {
    expect(speakerOf(language, text, words)).toContain(name);
  });
});
