/** Copies of one event side by side. */
import { describe, expect, it } from 'vitest';
import { compareCopies, isEverywhere } from './compare.ts';

const copies = [
  {
    itemId: 'coast',
    headline: 'Tanker and trawler collide off Cape Lyra',
    text: 'The tanker Lyra Star collided with a trawler 12 nautical miles off Cape Lyra. The coastguard rescued 14 sailors. “We saw nothing until it was too late,” Captain Nikos Vardis said.',
    language: 'en',
  },
  {
    itemId: 'strait',
    headline: 'Two ships collide',
    text: 'The tanker Lyra Star hit a fishing boat 12 nautical miles from the cape. The harbour office said 11 sailors were rescued. “It happened in fog,” said Petros Halas, who heads the office.',
    language: 'en',
  },
  {
    itemId: 'island',
    headline: 'اصطدام قبالة رأس ليرا',
    text: 'اصطدمت الناقلة ليرا ستار بسفينة صيد على بعد ١٢ ميلا. وقال القبطان نيكوس فارديس إن الرؤية كانت ضعيفة. وأنقذ ١٤ بحارا.',
    language: 'ar',
  },
];

describe('copies side by side', () => {
  const rows = compareCopies(copies);
  const row = (label: string) => rows.find((each) => each.label.includes(label));

  it('agree where all have the number, in whatever digits', () => {
    const miles = rows.find(({ kind, cells }) => kind === 'number' && cells[0]?.startsWith('12'));
    expect(miles?.cells.map((cell) => cell.slice(0, 2))).toEqual(['12', '12', '١٢']);
    expect(miles && isEverywhere(miles)).toBe(true);
    expect(miles?.disputes).toBe(false);
  });

  it('dispute a number when the same thing is counted otherwise, and say so first', () => {
    expect(rows[0]).toMatchObject({ kind: 'number', disputes: true });
    expect(
      rows.filter(({ disputes }) => disputes).map(({ cells }) => cells.map((cell) => cell.slice(0, 2))),
    ).toEqual([['14', '11', '١٤']]);
  });

  it('dispute a number across languages', () => {
    const told = [
      ['el', 'Φωτιά στο «Αρίων»', 'Και οι 214 επιβάτες είναι σώοι, είπε ο λιμενάρχης Παύλος Δέλιος.'],
      ['ru', 'Пожар на «Арионе»', 'Все 217 пассажиров спасены, сказал начальник порта Павлос Делиос.'],
      ['ar', 'حريق في «أريون»', 'وأُجلي 217 راكبًا، وقال رئيس الميناء بافلوس ديليوس ذلك.'],
    ].map(([language = '', headline = '', text = '']) => ({ itemId: language, headline, text, language }));
    const disputed = compareCopies(told).filter(({ disputes }) => disputes);
    expect(disputed.map(({ cells }) => cells.map((cell) => cell.slice(0, 3)))).toEqual([
      ['214', '217', '217'],
    ]);
    expect(
      compareCopies(told)
        .find(({ label }) => label.endsWith('Δέλιος'))
        ?.cells.every(Boolean),
    ).toBe(true);
  });

  it('show a name as each writes it, also in a script without capitals', () => {
    expect(row('Lyra Star')?.cells).toEqual(['Lyra Star', 'Lyra Star', 'ليرا ستار']);
    expect(row('Nikos Vardis')?.cells[2]).toContain('فارديس');
    expect(row('Nikos Vardis')?.cells[1]).toBe('');
  });

  it('tell who is quoted in which', () => {
    const quoted = rows.filter(({ kind }) => kind === 'quoted');
    expect(quoted.find(({ label }) => label.includes('Halas'))?.cells).toEqual(['', 'Petros Halas', '']);
    expect(quoted.find(({ label }) => label.includes('Vardis'))?.cells[0]).toContain('Vardis');
  });

  it('in one row say what is counted otherwise; days, agencies and people without a name are no facts', () => {
    const told = [
      'LISBON, Nov 29 (Agency) - The harbour pays 2.4 million euros. On Monday divers said cracks were found. “Nobody came,” said Ada Lind.',
      'The harbour pays 2.9 million euros. It closed on Sunday, in Nov. after cracks were found, divers said.',
    ].map((text, at) => ({ itemId: `${at}`, headline: 'Harbour', text, language: 'en' }));
    const all = compareCopies(told);
    expect(all.filter(({ disputes }) => disputes).map(({ cells }) => cells)).toEqual([
      ['2.4 million euros', '2.9 million euros'],
    ]);
    const labels = (kind: string) => all.filter((each) => each.kind === kind).map(({ label }) => label);
    expect(labels('name')).toEqual(['Ada Lind']);
    expect(labels('quoted')).toEqual(['Ada Lind']);
  });

  it('of one copy are its own facts, and of none nothing', () => {
    expect(compareCopies(copies.slice(0, 1)).every(isEverywhere)).toBe(true);
    expect(compareCopies([])).toEqual([]);
  });
});
