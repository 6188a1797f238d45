import { describe, expect, it } from 'vitest';
import { MINUTE } from '../kit/clock.ts';
import { type ScreenInput, screen } from './screen.ts';

const now = 1_800_000_000_000;
const clean: ScreenInput = {
  now,
  name: 'Ana Reis',
  text: 'The ferry was late again on Tuesday, and nobody at the pier knew why.',
  storyOpen: true,
  honeypot: '',
  fromSender: [],
  fromAddress: [],
  toStory: [],
  recent: [],
  approved: 2,
  rejected: 0,
  bannedWords: [],
};

const steps = (seen: Partial<ScreenInput>) =>
  screen({ ...clean, ...seen }).map(({ check, step }) => `${check} ${step}`);
const KNOWN = 'history note';

describe('the screen', () => {
  it('only tells the past of an ordinary reply', () => {
    expect(screen(clean)).toEqual([
      { check: 'history', step: 'note', words: 'From this address before: 2 approved, 0 rejected.' },
    ]);
    expect(screen({ ...clean, approved: 0 })[0]?.words).toContain('First reply');
    expect(steps({ rejected: 3 })).toEqual(['history hold']);
  });

  it('refuses where replies are closed, and asks nothing more', () => {
    expect(steps({ storyOpen: false, honeypot: 'x' })).toEqual(['story-open refuse']);
  });

  it('refuses a sender, an address and a story that have had enough in a while', () => {
    const times = (count: number, ago: number) => Array.from({ length: count }, () => now - ago);
    expect(steps({ fromSender: times(5, MINUTE) })).toEqual([KNOWN]);
    expect(steps({ fromSender: times(6, MINUTE) })).toEqual(['sender-rate refuse']);
    expect(steps({ fromSender: times(6, 11 * MINUTE) })).toEqual([KNOWN]);
    expect(steps({ fromSender: times(60, 11 * MINUTE) })).toEqual(['sender-rate refuse']);
    expect(steps({ fromAddress: times(4, MINUTE) })).toEqual(['address-rate refuse']);
    expect(steps({ toStory: times(200, MINUTE), fromSender: times(1, MINUTE) })).toEqual([
      'story-rate refuse',
    ]);
    expect(steps({ toStory: times(200, MINUTE) })).toContain('story-rate hold');
  });

  it('sets aside what fills in the field that people do not see', () => {
    expect(steps({ honeypot: 'https://shop.example' })).toEqual(['honeypot reject', KNOWN]);
  });

  it('notes one link, and asks for care with two, or with one in the name', () => {
    expect(steps({ text: 'See https://city.example/timetable' })).toEqual(['links note', KNOWN]);
    expect(steps({ text: 'www.one.example and [url=two]' })).toEqual(['links hold', KNOWN]);
    expect(steps({ name: 'Cheap https://shop.example' })).toEqual(['links hold', KNOWN]);
  });

  it('finds the same text again with a few words changed, and leaves short ones alone', () => {
    const text = `${clean.text} It has been like this since the new timetable came in.`;
    const changed = text.replace('Tuesday', 'Friday').toUpperCase();
    expect(steps({ text, recent: [{ text: changed, sameAddress: false }] })).toEqual([
      'repeated hold',
      KNOWN,
    ]);
    expect(steps({ text, recent: [{ text: clean.text.repeat(3), sameAddress: false }] })).toEqual([KNOWN]);
    const other = 'I took the ferry on Tuesday and it was on time. The pier was full of people who knew why.';
    expect(steps({ text, recent: [{ text: other, sameAddress: false }] })).toEqual([KNOWN]);
    expect(steps({ text: 'Well said!', recent: [{ text: 'Well said!', sameAddress: false }] })).toEqual([
      KNOWN,
    ]);
  });

  it('asks for care with words of the list, whole and whatever their accents', () => {
    const bannedWords = ['naïve fool', 'ass'];
    expect(steps({ text: 'What a NAIVE, fool thing', bannedWords })).toEqual(['banned-words hold', KNOWN]);
    expect(steps({ text: 'The class of the assassin', bannedWords })).toEqual([KNOWN]);
    expect(steps({ bannedWords: ['', ' ? '] })).toEqual([KNOWN]);
  });

  it('notes what is mostly capitals, in scripts that have them', () => {
    expect(steps({ text: 'THE FERRY WAS LATE AGAIN AND NOBODY KNEW WHY' })).toEqual(['shouting note', KNOWN]);
    expect(steps({ text: 'تأخرت العبارة مرة أخرى يوم الثلاثاء ولم يعرف أحد السبب' })).toEqual([KNOWN]);
  });

  it('takes the largest reply among a hundred like it in a moment', () => {
    const text = Array.from({ length: 800 }, (_, at) => `word${at}`)
      .join(' ')
      .slice(0, 5_000);
    const recent = Array.from({ length: 100 }, (_, at) => ({
      text: text.replaceAll('w', String(at)),
      sameAddress: false,
    }));
    const started = performance.now();
    steps({ text, recent });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
