import { describe, expect, test } from 'vitest';
import type { StoryStanding } from '../stories/standing.ts';
import { isLate, lacksOf, planStateOf, readPlanLine } from './plan.ts';

const story: StoryStanding = {
  storyId: 's',
  slug: 'budget',
  status: 'draft',
  headline: 'The council votes',
  language: 'en',
  hasWords: true,
  hasPicture: true,
  hasSource: true,
  isFiled: true,
  inTheWay: 2,
  publishAt: null,
  publishedAt: null,
};
const facts = { assignedId: 'petros', dueAt: 1_000, cancelledAt: null, story: null };

describe('a line of the plan', () => {
  test('says the hour, the end, who, until when and where', () => {
    expect(readPlanLine('14:30-16:00 Council on the harbour budget @petros due 18:00 (City Hall)')).toEqual({
      what: 'Council on the harbour budget',
      place: 'City Hall',
      from: '14:30',
      to: '16:00',
      due: '18:00',
      isDueNextDay: false,
      person: 'petros',
    });
  });

  test('may say no more than what', () => {
    const bare = { place: '', from: null, to: null, due: null, isDueNextDay: false, person: null };
    expect(readPlanLine('  Ferry strike,  second day ')).toEqual({
      what: 'Ferry strike, second day',
      ...bare,
    });
    expect(readPlanLine('Two due process cases (both)').what).toBe('Two due process cases');
    expect(readPlanLine('24/7 pharmacies, 3:0 at half-time').what).toBe('24/7 pharmacies, 3:0 at half-time');
  });

  test('is read in other scripts, and an address of mail is nobody', () => {
    const line = readPlanLine('9.05 مجلس المدينة @سميرة (القاعة)');
    expect([line.from, line.what, line.person, line.place]).toEqual([
      '09:05',
      'مجلس المدينة',
      'سميرة',
      'القاعة',
    ]);
    expect(readPlanLine('Write to desk@post.example')).toMatchObject({ person: null });
    expect(readPlanLine('١٤:٣٠-١٦:٠٠ اجتماع')).toMatchObject({ from: '14:30', to: '16:00', what: 'اجتماع' });
    expect(readPlanLine('14：30 記者会')).toMatchObject({ from: '14:30', what: '記者会' });
  });

  test('has hours as they are typed in other countries, and leaves what is none in its words', () => {
    const hours = (line: string) => {
      const { from, to, due, what } = readPlanLine(line);
      return [from, to, due, what];
    };
    expect(hours('2pm Mayor speaks due 6:15 p.m.')).toEqual(['14:00', null, '18:15', 'Mayor speaks']);
    expect(hours('9:30am - 12 pm Fire drill')).toEqual(['09:30', '12:00', null, 'Fire drill']);
    expect(hours('12am Curfew')).toEqual(['00:00', null, null, 'Curfew']);
    expect(hours('14h30 Conseil')).toEqual(['14:30', null, null, 'Conseil']);
    expect(hours('25:00 Nothing due 18:75')).toEqual([null, null, null, '25:00 Nothing due 18:75']);
    expect(hours('13pm Nothing')).toEqual([null, null, null, '13pm Nothing']);
    expect(hours('14:30')).toEqual(['14:30', null, null, '']);
    expect(hours('3 amateurs in court')).toEqual([null, null, null, '3 amateurs in court']);
    expect(readPlanLine('Concert due tomorrow 9:00')).toMatchObject({ due: '09:00', isDueNextDay: true });
  });
});

describe('how far a plan item has come', () => {
  test('is an idea until somebody has it, and then read off its story', () => {
    expect(planStateOf({ assignedId: null, story: null })).toBe('idea');
    expect(planStateOf({ assignedId: 'petros', story: null })).toBe('assigned');
    const of = (change: Partial<StoryStanding>) =>
      planStateOf({ assignedId: 'petros', story: { ...story, ...change } });
    expect(of({ hasWords: false })).toBe('writing');
    expect(of({ isFiled: false })).toBe('writing');
    expect(of({})).toBe('filed');
    expect(of({ inTheWay: 0 })).toBe('checked');
    expect(of({ status: 'scheduled' })).toBe('checked');
    expect(of({ status: 'published' })).toBe('published');
    expect(of({ status: 'spiked' })).toBe('assigned');
  });

  test('is late once due and not filed, unless it was called off', () => {
    expect(isLate(facts, 999)).toBe(false);
    expect(isLate(facts, 1_000)).toBe(true);
    expect(isLate({ ...facts, story }, 2_000)).toBe(false);
    expect(isLate({ ...facts, story: { ...story, hasWords: false } }, 2_000)).toBe(true);
    expect(isLate({ ...facts, cancelledAt: 1 }, 2_000)).toBe(false);
  });

  test('says what is missing', () => {
    expect(lacksOf({ ...facts, assignedId: null }, 2_000)).toEqual(['late', 'nobody']);
    expect(lacksOf({ ...facts, story: { ...story, hasPicture: false, hasSource: false } }, 500)).toEqual([
      'no-picture',
      'no-source',
      'gate',
    ]);
    expect(lacksOf({ ...facts, story: { ...story, status: 'killed' } }, 500)).toEqual(['killed']);
  });
});
