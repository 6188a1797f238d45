import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QuickMac } from './quick-mac.ts';

test('an HMAC is the one that Node makes, for every key and text, also after a longer key', () => {
  void fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fc.uint8Array({ maxLength: 64 }), { minLength: 1, maxLength: 4 }),
      (text, keys) => {
        const mac = new QuickMac(text);
        const into = Buffer.alloc(32);
        for (const key of keys) {
          mac.write(key, into);
          expect(into).toEqual(createHmac('sha256', key).update(text).digest());
        }
      },
    ),
  );
});
