// Jobs for the pool of threads: good, endless, greedy, broken.
export const twice = (number) => number * 2;

export function hang() {
  for (;;);
}

export function hoard() {
  const kept = [];
  for (;;) kept.push(new Array(100_000).fill(kept.length).map(String));
}

export function fail(words) {
  throw new Error(words);
}
