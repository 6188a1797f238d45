/** HPACK as the RFC's own examples have it, both ways (RFC 7541 Appendix C), and any text through the Huffman code. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HeaderBlockError, HeaderDecoder } from './hpack-decoder.ts';
import { type CommonFields, HeaderEncoder, integer } from './hpack-encoder.ts';
import { DynamicTable, type HeaderField, staticTable } from './hpack-table.ts';
import { huffmanDecode, huffmanEncode } from './huffman.ts';

const hex = (bytes: string) => Buffer.from(bytes.replace(/\s/g, ''), 'hex');

function decoded(decoder: HeaderDecoder, block: Buffer): string[] {
  const lines: string[] = [];
  decoder.decode(
    block,
    () => true,
    ({ name, value }) => lines.push(`${name}: ${value}`),
  );
  return lines;
}

describe('numbers (C.1)', () => {
  test.each([
    [10, 5, '0a'],
    [1337, 5, '1f9a0a'],
    [42, 8, '2a'],
  ])('%i behind %i bits', (value, prefix, bytes) => {
    expect(integer(0, prefix, value)).toEqual(hex(bytes));
  });
});

describe('single fields (C.2)', () => {
  test.each([
    [
      'a literal that is entered',
      '400a 6375 7374 6f6d 2d6b 6579 0d63 7573 746f 6d2d 6865 6164 6572',
      'custom-key: custom-header',
    ],
    ['a literal that is not', '040c 2f73 616d 706c 652f 7061 7468', ':path: /sample/path'],
    ['a literal that never is', '1008 7061 7373 776f 7264 0673 6563 7265 74', 'password: secret'],
    ['a number', '82', ':method: GET'],
  ])('%s', (_what, bytes, line) => {
    expect(decoded(new HeaderDecoder(), hex(bytes))).toEqual([line]);
  });
});

/** Sections C.3 to C.6: blocks of one connection, one after the other. */
const requests: [string, string[]][] = [
  [
    '8286 8441 0f77 7777 2e65 7861 6d70 6c65 2e63 6f6d',
    [':method: GET', ':scheme: http', ':path: /', ':authority: www.example.com'],
  ],
  [
    '8286 84be 5808 6e6f 2d63 6163 6865',
    [':method: GET', ':scheme: http', ':path: /', ':authority: www.example.com', 'cache-control: no-cache'],
  ],
  [
    '8287 85bf 400a 6375 7374 6f6d 2d6b 6579 0c63 7573 746f 6d2d 7661 6c75 65',
    [
      ':method: GET',
      ':scheme: https',
      ':path: /index.html',
      ':authority: www.example.com',
      'custom-key: custom-value',
    ],
  ],
];
const codedRequests: [string, string[]][] = [
  ['8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff', requests[0]?.[1] ?? []],
  ['8286 84be 5886 a8eb 1064 9cbf', requests[1]?.[1] ?? []],
  ['8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf', requests[2]?.[1] ?? []],
];
const date = (second: number) => `date: Mon, 21 Oct 2013 20:13:${second} GMT`;
const responses: [string, string[]][] = [
  [
    '4803 3330 3258 0770 7269 7661 7465 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133 2032 303a 3133 3a32 3120 474d 546e 1768 7474 7073 3a2f 2f77 7777 2e65 7861 6d70 6c65 2e63 6f6d',
    [':status: 302', 'cache-control: private', date(21), 'location: https://www.example.com'],
  ],
  [
    '4803 3330 37c1 c0bf',
    [':status: 307', 'cache-control: private', date(21), 'location: https://www.example.com'],
  ],
  [
    '88c1 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133 2032 303a 3133 3a32 3220 474d 54c0 5a04 677a 6970 7738 666f 6f3d 4153 444a 4b48 514b 425a 584f 5157 454f 5049 5541 5851 5745 4f49 553b 206d 6178 2d61 6765 3d33 3630 303b 2076 6572 7369 6f6e 3d31',
    [
      ':status: 200',
      'cache-control: private',
      date(22),
      'location: https://www.example.com',
      'content-encoding: gzip',
      'set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1',
    ],
  ],
];
const codedResponses: [string, string[]][] = [
  [
    '4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6 2d1b ff6e 919d 29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3',
    responses[0]?.[1] ?? [],
  ],
  ['4883 640e ffc1 c0bf', responses[1]?.[1] ?? []],
  [
    '88c1 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff c05a 839b d9ab 77ad 94e7 821d d7f2 e6c7 b335 dfdf cd5b 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f 9587 3160 65c0 03ed 4ee5 b106 3d50 07',
    responses[2]?.[1] ?? [],
  ],
];

describe('blocks one after the other', () => {
  test.each([
    ['requests (C.3)', requests, 4_096],
    ['requests in the Huffman code (C.4)', codedRequests, 4_096],
    ['responses, with entries falling out (C.5)', responses, 256],
    ['responses in the Huffman code (C.6)', codedResponses, 256],
  ])('%s', (_what, blocks, most) => {
    const decoder = new HeaderDecoder();
    if (most !== 4_096)
      decoder.decode(
        integer(0x20, 5, most),
        () => true,
        () => {},
      );
    for (const [bytes, lines] of blocks) expect(decoded(decoder, hex(bytes))).toEqual(lines);
  });

  test('what is stepped over leaves the table as if it had been read', () => {
    const decoder = new HeaderDecoder();
    decoder.decode(
      integer(0x20, 5, 256),
      () => true,
      () => {},
    );
    const statuses: string[] = [];
    for (const [bytes] of codedResponses)
      decoder.decode(
        hex(bytes),
        (name) => name === ':status',
        ({ value }) => statuses.push(value),
      );
    expect(statuses).toEqual(['302', '307', '200']);
  });
});

describe('what we send', () => {
  const common: CommonFields = {
    before: [
      { name: ':method', value: 'POST' },
      { name: ':scheme', value: 'https' },
      { name: ':authority', value: 'push.example' },
    ],
    after: [
      { name: 'authorization', value: `vapid t=${'e'.repeat(300)}, k=${'k'.repeat(87)}` },
      { name: 'ttl', value: '86400' },
      { name: 'urgency', value: 'high' },
      { name: 'topic', value: 'abcdefghijklmnopqrstuvwxyz012345' },
      { name: 'content-encoding', value: 'aes128gcm' },
    ],
  };
  const lines = (path: string) => [
    ...common.before.map(({ name, value }) => `${name}: ${value}`),
    `:path: ${path}`,
    ...common.after.map(({ name, value }) => `${name}: ${value}`),
  ];
  const sent = (encoder: HeaderEncoder, path: string) => Buffer.concat(encoder.encode(common, path));

  test('is read back the same, and takes a byte for each field once it is known', () => {
    const [encoder, decoder] = [new HeaderEncoder(), new HeaderDecoder()];
    const sizes: number[] = [];
    for (const path of ['/wpush/one', '/wpush/two', '/wpush/six']) {
      const block = sent(encoder, path);
      sizes.push(block.length);
      expect(decoded(decoder, block)).toEqual(lines(path));
    }
    expect(sizes[2]).toBe(8 + 2 + '/wpush/six'.length);
  });

  test('follows a table that is made smaller, nothing, and large again, between any two blocks', () => {
    const [encoder, decoder] = [new HeaderEncoder(), new HeaderDecoder()];
    for (const [turn, most] of [4_096, 0, 64, 512, 200, 65_536, 0, 4_096].entries()) {
      encoder.limit(most);
      for (const path of [`/a/${turn}`, `/b/${turn}`])
        expect(decoded(decoder, sent(encoder, path))).toEqual(lines(path));
    }
    encoder.limit(0);
    encoder.limit(1_000); // told of both: what was in it is gone
    expect(decoded(decoder, sent(encoder, '/c'))).toEqual(lines('/c'));
  });

  test('a reader’s address is marked never to be entered into a table', () => {
    const [, secret] = new HeaderEncoder().encode(common, '/p/secret');
    expect(secret?.[0]).toBe(0x14); // 0001 and the name of entry 4: section 6.2.3
  });
});

describe('the Huffman code', () => {
  test('gives back any bytes', () => {
    void fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(huffmanDecode(huffmanEncode(bytes))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test.each([
    ['filling of eight ones', 'ff'],
    ['filling that is not of ones', '18'],
    ['the end sign within', 'fffffffc'],
    ['filling of more than a byte', 'f1e3c2e5f23a6ba0ab90f4ffff'],
  ])('refuses %s', (_what, bytes) => {
    expect(huffmanDecode(hex(bytes))).toBeNull();
  });
});

describe('blocks that cannot be followed', () => {
  test.each([
    ['an entry that is not there', 'ff00'],
    ['entry 0', '80'],
    ['a string longer than its block', '400a63'],
    ['a number without end', `7f${'ff'.repeat(20)}`],
    ['a table larger than allowed', '3fe23f'],
    ['a size within a block', '8220'],
    ['a block that ends in a field', '40'],
    ['a string that is not in the code', '4081ff01'],
  ])('%s', (_what, bytes) => {
    expect(() => decoded(new HeaderDecoder(), hex(bytes))).toThrow(HeaderBlockError);
  });

  test('any bytes are followed or refused, and never anything else', () => {
    void fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 6 }), (blocks) => {
        const decoder = new HeaderDecoder();
        for (const block of blocks) {
          try {
            decoded(decoder, Buffer.from(block));
          } catch (error) {
            expect(error).toBeInstanceOf(HeaderBlockError);
            return;
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

test('the static table has the 61 entries of Appendix A', () => {
  expect(staticTable).toHaveLength(61);
  expect([staticTable[7], staticTable[52], staticTable[60]].map((field) => field as HeaderField)).toEqual([
    { name: ':status', value: '200' },
    { name: 'retry-after', value: '' },
    { name: 'www-authenticate', value: '' },
  ]);
});

test('a table forgets what no longer fits, and an entry larger than itself empties it', () => {
  const table = new DynamicTable();
  table.resize(100);
  const first = table.add({ name: 'a', value: '1' });
  const second = table.add({ name: 'b', value: '2' });
  expect([table.numberOf(first), table.numberOf(second)]).toEqual([1, 0]);
  table.add({ name: 'c', value: '3'.repeat(30) });
  expect([table.length, table.numberOf(first), table.numberOf(second)]).toEqual([2, null, 1]);
  table.add({ name: 'd', value: '4'.repeat(200) });
  expect(table.length).toBe(0);
});
