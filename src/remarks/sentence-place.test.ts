import { describe, expect, test } from 'vitest';
import { placeAfter } from './sentence-place.ts';

const head = ['The council votes', ''];
const one = 'The council voted on the harbour budget on Thursday.';
const two = 'Nobody was against it.';
const three = 'The mayor thanked the crews of the ferries.';
const take = (...sentences: string[]) => [...head, ...sentences];

describe('a sentence from one take to the next', () => {
  test('is found where it was moved to, by its own words', () => {
    expect(placeAfter(take(one, two, three), take(three, one, two), 3)).toBe(4);
    expect(placeAfter(take(one, two), take('A new lede.', one, two), 2)).toBe(3);
  });

  test('that stands twice is the one of the two that it was', () => {
    expect(placeAfter(take(two, one, two), take(two, one, two, three), 4)).toBe(4);
    expect(placeAfter(take(two, one, two), take(two, one, two, three), 2)).toBe(2);
  });

  test('is found where it was rewritten, between those that stayed', () => {
    const rewritten = 'On Thursday evening the council voted on the budget of the harbour.';
    expect(placeAfter(take(three, one, two), take(three, rewritten, two), 3)).toBe(3);
    expect(
      placeAfter(take(three, one, two), take(three, 'Something else was said.', rewritten, two), 3),
    ).toBe(4);
    const joined = 'Nobody was against it, the clerk said, and the mayor left early for the port.';
    expect(placeAfter(take(one, two, three), take(one, joined, three), 3)).toBe(3);
  });

  test('that was struck out is gone, though another now stands in its place', () => {
    expect(placeAfter(take(one, two, three), take(one, three), 3)).toBeNull();
    expect(
      placeAfter(take(one, two, three), take(one, 'Rain is forecast for the weekend.', three), 3),
    ).toBeNull();
  });

  test('of the head is the headline, however it is rewritten, and gone when there is none', () => {
    expect(placeAfter(['Old words', 'Dek', one], ['Quite another line', 'Dek', one], 0)).toBe(0);
    expect(placeAfter(['Old words', 'Dek', one], ['Old words', '', one], 1)).toBeNull();
  });

  test('is found in scripts that part no words', () => {
    const before = take('市議会は木曜日に港の予算を採決した。', '反対する者はいなかった。');
    expect(
      placeAfter(before, take('市議会は木曜日の夜に港の予算案を採決した。', '反対する者はいなかった。'), 2),
    ).toBe(2);
  });
});
