import { describe, expect, it } from 'vitest';
import { FewByKey } from './few-by-key.ts';

describe('few things by key', () => {
  it('gives what was put under a key and not taken away, one or several', () => {
    const few = new FewByKey<{ name: string }>();
    const [one, other, third] = [{ name: 'one' }, { name: 'other' }, { name: 'third' }];
    few.put(7, one);
    expect([few.at(7), few.at(8)]).toEqual([[one], []]);
    for (const each of [other, third]) few.put(7, each);
    few.remove(7, other);
    expect(few.at(7)).toEqual([one, third]);
    few.remove(7, one);
    expect(few.at(7)).toEqual([third]);
    few.remove(7, one);
    few.remove(8, one);
    expect(few.at(7)).toEqual([third]);
    few.remove(7, third);
    expect(few.at(7)).toEqual([]);
  });
});
