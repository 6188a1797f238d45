import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Inlet } from './inlet.ts';

/** Says so many bytes, counting up, in pieces, as a socket hands them over: always in the same bytes. */
function say(inlet: Inlet, { from = 0, many = 0, piece = 100 }): void {
  const { buffer, callback } = inlet.onread;
  for (let at = from; at < from + many; at += piece) {
    const length = Math.min(piece, from + many - at);
    for (let place = 0; place < length; place += 1) buffer[place] = (at + place) % 251;
    expect(callback(length, buffer)).toBe(true);
  }
}

const counted = (many: number): Buffer => Buffer.from(Array.from({ length: many }, (_, at) => at % 251));

test('what comes in one turn is heard in one piece, in its order', async () => {
  const inlet = new Inlet();
  const heard: Buffer[] = [];
  inlet.open((bytes) => void heard.push(Buffer.from(bytes)));
  say(inlet, { many: 1_000 });
  expect(heard).toEqual([]);
  await setImmediate();
  expect(heard).toEqual([counted(1_000)]);
});

test('more than there is room for is heard at once, and none of it is lost', async () => {
  const inlet = new Inlet();
  const heard: Buffer[] = [];
  inlet.open((bytes) => void heard.push(Buffer.from(bytes)));
  say(inlet, { many: 200_000, piece: 16_384 });
  expect(heard.length).toBeGreaterThan(1);
  await setImmediate();
  expect(Buffer.concat(heard).equals(counted(200_000))).toBe(true);
});

test('what came before anybody heard is heard first, however much it was', async () => {
  const inlet = new Inlet();
  say(inlet, { many: 200_000, piece: 16_384 });
  const heard: Buffer[] = [];
  inlet.open((bytes) => void heard.push(Buffer.from(bytes)));
  say(inlet, { from: 200_000, many: 50 });
  await setImmediate();
  expect(Buffer.concat(heard).equals(counted(200_050))).toBe(true);
});

test('what comes while something is heard does not write over it', () => {
  const inlet = new Inlet();
  const heard: Buffer[] = [];
  inlet.open((bytes) => {
    if (heard.length === 0) say(inlet, { from: 40, many: 60 });
    heard.push(Buffer.from(bytes));
  });
  say(inlet, { many: 40 });
  inlet.drain();
  inlet.drain();
  expect(Buffer.concat(heard).equals(counted(100))).toBe(true);
});
