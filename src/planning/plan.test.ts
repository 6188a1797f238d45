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
      person: 'petros',
    });
  });

  test('may say no more than what', () => {
    const bare = { place: '', from: null, to: null, due: null, person: null };
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
