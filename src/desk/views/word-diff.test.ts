import { describe, expect, it } from 'vitest';
import { diffWords } from './word-diff.ts';

const inMarks = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'gone' ? '-' : '+'}[${text}]`))
    .join('');

describe('what changed between two texts', () => {
  it('is shown word by word', () => {
    expect(inMarks('About 40 tonnes reached the shore.', 'About 400 tonnes have reached the shore.')).toBe(
      'About -[40 ]+[400 ]tonnes +[have ]reached the shore.',
    );
  });

  it('is nothing when nothing changed, and all when all did', () => {
    expect(inMarks('The pier is open.', 'The pier is open.')).toBe('The pier is open.');
    expect(inMarks('', 'The pier is open.')).toBe('+[The pier is open.]');
    expect(inMarks('Closed.', '')).toBe('-[Closed.]');
  });

  it('does not take a word for changed because more follows it', () => {
    expect(inMarks('Logs: the crew knew', 'Logs: the crew knew for two days')).toBe(
      'Logs: the crew knew +[for two days]',
    );
  });

  it('keeps every word of both texts, in any script', () => {
    const before = 'الميناء يعيد فتح الرصيف الشمالي اليوم';
    const after = 'الميناء يغلق الرصيف الشمالي';
    const changes = diffWords(before, after);
    const side = (without: string) =>
      changes
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join('')
        .trim();
    expect(side('new')).toBe(before);
    expect(side('gone')).toBe(after);
  });

  it('gives up on the middle of very long texts without losing a word', () => {
    const before = Array.from({ length: 3000 }, (_, number) => `a${number}`).join(' ');
    const after = Array.from({ length: 3000 }, (_, number) => `b${number}`).join(' ');
    expect(diffWords(before, after)).toEqual([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ]);
  });
});
