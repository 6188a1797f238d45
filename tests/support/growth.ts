/**
 * Whether work takes more than linear time with a text. No test asserts a time: what a text of 8,000 signs takes is
 * compared with what one of 32,000 takes, which is four times as much where the work is linear and sixteen where it goes
 * by the square. It is processor time of this process, whose work it is: what else the machine does is not in it.
 */

const SHORT = 8_000;
const TIMES = 4;
const MOST = 9; // times as long; between four and sixteen, by their ratios
const LOOKS = 6;
const FLOOR = 4; // ms below which what else this process does decides, and not the work

const blanks = [
  ...'\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029',
  ...'\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u115f\u1160\u180e\u2800\u3164\uffa0\u061c\u202e',
];
const signs = [
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~aZ09éß\u0335\u0651я한中€„“”«»–—…',
  '😀',
  '👩\u200d',
  '\ud800',
];
const pairs = [
  '\r\n',
  ' \n',
  '\n ',
  ' \t',
  '\u00a0 ',
  'a ',
  'a.',
  'a@',
  'a-',
  '.@',
  '<a ',
  '&#',
  '[url',
  'www.',
];

/** Every kind of blank, every sign of the keyboard, and some that come in pairs. */
export const repeated: readonly string[] = [...blanks, ...signs, ...pairs];

/** `sign` again and again, between two letters, so that nothing takes it off an end at once. */
export function runOf(sign: string, length: number): string {
  return `x${sign.repeat(Math.floor(length / sign.length))}x`;
}

/** Which of the signs make this work grow faster than its text. `size`: of the shorter text, where 32,000 do not fit. */
export async function growsWith(
  work: (text: string) => unknown,
  size = SHORT,
  tried: readonly string[] = repeated,
): Promise<string[]> {
  const found: string[] = [];
  for (const sign of tried)
    if (await isSlow(work, runOf(sign, size), runOf(sign, size * TIMES))) found.push(sign);
  return found.map((sign) => JSON.stringify(sign));
}

/** What looks slow is looked at again, and its best counts: anything may have come between. */
async function isSlow(work: (text: string) => unknown, short: string, long: string): Promise<boolean> {
  let [bestShort, bestLong] = [FLOOR, Number.POSITIVE_INFINITY];
  for (let look = 0; look < LOOKS; look += 1) {
    bestLong = Math.min(bestLong, await msOf(() => work(long)));
    if (bestLong <= MOST * FLOOR) return false;
    bestShort = Math.max(bestShort, await msOf(() => work(short)));
    if (bestLong <= MOST * bestShort) return false;
  }
  return true;
}

async function msOf(work: () => unknown): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/**
 * Whether `work` takes as much more for four times a text as if it went by the square, in processor time; `ofLength` makes a text. The
 * first reading is compiled, and the least of three counts: what else the machine does only adds.
 */
export function growsBySquare(
  work: (text: string) => unknown,
  ofLength: (length: number) => string,
  size: number,
): boolean {
  const once = (text: string) => {
    const before = process.cpuUsage().user;
    work(text);
    return process.cpuUsage().user - before;
  };
  const least = (text: string) => Math.min(once(text), once(text), once(text));
  once(ofLength(size));
  const [some, more] = [least(ofLength(size)), least(ofLength(size * TIMES))];
  return more >= Math.max(some, LEAST_EFFORT) * MOST_EFFORT;
}

const LEAST_EFFORT = 20_000; // µs
const MOST_EFFORT = 12; // times as much: the square would be sixteen
