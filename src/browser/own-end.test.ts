import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lookAtOwnEnd } from './own-end.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const page = (until?: number) =>
  ({ dataset: until === undefined ? {} : { until: String(until) } }) as unknown as HTMLElement;

test('a page whose hand ends looks again at that instant, and at no other', () => {
  const look = vi.fn();
  const awaitEnd = lookAtOwnEnd(look);
  awaitEnd(page(Date.now() + 1000));
  vi.advanceTimersByTime(999);
  expect(look).not.toHaveBeenCalled();
  look.mockImplementation(() => awaitEnd(page()));
  vi.advanceTimersByTime(3_600_000);
  expect(look).toHaveBeenCalledTimes(1);
});

test('a device whose clock is ahead finds the page as it was, and looks a few times more', () => {
  const look = vi.fn();
  const end = Date.now() - 20_000;
  const awaitEnd = lookAtOwnEnd(look);
  look.mockImplementation(() => awaitEnd(page(end)));
  awaitEnd(page(end));
  vi.advanceTimersByTime(24 * 3_600_000);
  expect(look).toHaveBeenCalledTimes(4);
});

test('the end that counts is that of the page as it is now; a page without one never looks', () => {
  const look = vi.fn();
  const awaitEnd = lookAtOwnEnd(look);
  awaitEnd(page(Date.now() + 1000));
  awaitEnd(page(Date.now() + 5000));
  vi.advanceTimersByTime(4000);
  expect(look).not.toHaveBeenCalled();
  awaitEnd(page());
  vi.advanceTimersByTime(3_600_000);
  expect(look).not.toHaveBeenCalled();
});
