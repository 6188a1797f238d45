import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MARK, type ReadyTicket, TicketSlab } from './ticket-slab.ts';

const ticketFor = (path: string): ReadyTicket => ({ publicKey: randomBytes(65), ikm: randomBytes(32), path });
const empty = (): ReadyTicket => ({ publicKey: Buffer.alloc(65), ikm: Buffer.alloc(32), path: '' });

describe('tickets in their slabs', () => {
  test('are each found by their mark, once, however many there are and however long their addresses', () => {
    void fc.assert(
      fc.property(fc.array(fc.nat(1_500), { minLength: 1, maxLength: 60 }), fc.nat(40), (lengths, most) => {
        const slab = new TicketSlab(most); // more than it is made for, so that many share a bucket
        const kept = lengths.map((length) => {
          const mark = randomBytes(MARK);
          mark[0] = length % 3; // and some more
          return { mark, ticket: ticketFor('x'.repeat(length)) };
        });
        for (const { mark, ticket } of kept) slab.put(mark, 0, ticket);
        expect(slab.size).toBe(kept.length);
        const inAnyOrder = [...kept].sort((one, other) => one.mark.compare(other.mark));
        for (const { mark, ticket } of inAnyOrder) {
          const taken = empty();
          expect([slab.has(mark, 0), slab.take(mark, 0, taken)]).toEqual([true, true]);
          expect(taken).toEqual(ticket);
          expect([slab.has(mark, 0), slab.take(mark, 0, taken)]).toEqual([false, false]);
        }
        expect(slab.size).toBe(0);
        for (const { mark, ticket } of kept) slab.put(mark, 0, ticket); // where the others were
        expect(kept.every(({ mark }) => slab.take(mark, 0, empty()))).toBe(true);
      }),
    );
  });

  test('are not kept for an address that no service has, and others stand beside it', () => {
    const slab = new TicketSlab(10);
    const marks = [1, 2].map(() => randomBytes(MARK)) as [Buffer, Buffer];
    slab.put(marks[0], 0, ticketFor('x'.repeat(20_000)));
    slab.put(marks[1], 0, ticketFor('x'.repeat(1_900)));
    expect([slab.size, slab.has(marks[0], 0), slab.has(marks[1], 0)]).toEqual([1, false, true]);
  });

  test('are gone when they are cleared, and none is found under another mark', () => {
    const slab = new TicketSlab(10);
    const mark = randomBytes(MARK);
    slab.put(Buffer.concat([Buffer.alloc(5), mark]), 5, ticketFor('/one'));
    expect(slab.take(randomBytes(MARK), 0, empty())).toBe(false);
    expect(slab.has(mark, 0)).toBe(true);
    slab.clear();
    expect([slab.size, slab.take(mark, 0, empty())]).toEqual([0, false]);
  });
});
