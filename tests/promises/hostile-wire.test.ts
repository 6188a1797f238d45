/**
 * Promise: whatever a wire sends, reading it neither throws nor stops the process nor exceeds its caps, and nothing that
 * runs comes out. Samples of every format are broken in ways nobody thinks of; then the old attacks, one by one.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/wire/reading/read-feed.ts';
import { type Understood, understood } from '../../src/wire/reading/understood.ts';

const fixtures = join(import.meta.dirname, '../fixtures/wire');
const samples = readdirSync(fixtures)
  .filter((name) => !name.endsWith('.md'))
  .map((name) => readFileSync(join(fixtures, name)));
const corpora = process.env.CRIER_TEST_CORPORA ?? resolve(import.meta.dirname, '../../../shared/corpora');

const SLOW = 20_000; // ms; the worst takes two on a quiet machine, and what hangs takes for ever
/** The same breaks each time; `CRIER_TEST_FUZZ=1` makes many others, and says with which seed it failed. */
const isLong = process.env.CRIER_TEST_FUZZ !== undefined;
const runs = (count: number) => (isLong ? { numRuns: count * 20 } : { numRuns: count, seed: 1_119 });
const MOST_ITEMS = 10_000;
/** What runs, loads or names media of ours. A picture keeps its address on the web, which no page asks for. */
const RUNNING =
  /<(?:script|style|iframe|object|embed|svg|form)\b|<img(?! src="https?:\/\/)|\bdata-media\b|\son\w+\s*=\s*["']|(?:href|src)\s*=\s*["']?\s*(?:javascript|data|vbscript):/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** Reads it as `crier read` does, and holds it to the caps. */
function survives(bytes: Uint8Array): Understood {
  const begun = performance.now();
  const what = understood(readFeed(bytes), true);
  expect(performance.now() - begun).toBeLessThan(SLOW);
  expect(what.items.length).toBeLessThanOrEqual(MOST_ITEMS);
  for (const { html = '', title = '', text = '' } of what.items.slice(0, 50)) {
    expect(html).not.toMatch(RUNNING);
    expect(title + text + html).not.toMatch(CONTROLS);
  }
  JSON.stringify(what);
  return what;
}

/** One way of breaking bytes. */
const breaking = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), piece: fc.uint8Array({ maxLength: 0 }) }),
  fc.record({ kind: fc.constant('put' as const), at: fc.nat(), piece: fc.uint8Array({ maxLength: 40 }) }),
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat(), piece: fc.uint8Array({ maxLength: 60 }) }),
  fc.record({ kind: fc.constant('twice' as const), at: fc.nat(), piece: fc.uint8Array({ maxLength: 60 }) }),
  fc.record({
    kind: fc.constant('put' as const),
    at: fc.nat(),
    piece: fc
      .constantFrom(
        ...[
          '<',
          '>',
          '&',
          ']]>',
          '<![CDATA[',
          '<!--',
          '</item>',
          '<item>',
          '<!DOCTYPE a [',
          '"',
          '{',
          '[',
          '\\u0000',
          '\\ud800',
          '\u0000',
          '\u0001',
          '\u0003',
          '\ufeff',
          '&#0;',
          '&#xD800;',
          '&#99999999;',
          'xmlns="',
          '<p lang="',
          '\u202e',
          '<script>',
          '=\r\n',
          '{"uri":',
        ],
      )
      .map((words) => new Uint8Array(Buffer.from(words))),
  }),
);

interface Breaking {
  kind: 'cut' | 'put' | 'drop' | 'twice';
  at: number;
  piece: Uint8Array;
}

function broken(bytes: Uint8Array, { kind, at, piece }: Breaking): Uint8Array {
  const from = bytes.length === 0 ? 0 : at % bytes.length;
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
  if (kind === 'cut') return before;
  if (kind === 'drop') return Buffer.concat([before, after.subarray(piece.length)]);
  return Buffer.concat([before, kind === 'put' ? piece : after.subarray(0, piece.length), after]);
}

describe('what a wire sends', () => {
  it('may be a sample broken anywhere', () => {
    void fc.assert(
      fc.property(
        fc.nat(samples.length - 1),
        fc.array(breaking, { minLength: 1, maxLength: 6 }),
        (which, breaks) => {
          survives(breaks.reduce(broken, samples[which] ?? Buffer.alloc(0)));
        },
      ),
      runs(150),
    );
  });

  it('may be any bytes, and any JSON', () => {
    void fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void survives(bytes)),
      runs(150),
    );
    void fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => void survives(Buffer.from(text))),
      runs(150),
    );
  });

  it('may be ninjs whose every value is something else', () => {
    const names = fc.constantFrom(
      ...[
        'uri',
        'type',
        'version',
        'headline',
        'headlines',
        'bodies',
        'body_html',
        'byline',
        'by',
        'subject',
        'places',
        'associations',
        'renditions',
        'infosources',
        'rightsinfo',
        'embargoed',
        'urgency',
        'located',
        'altids',
        'eventDetails',
        '__proto__',
        'constructor',
        'bylines',
        'authors',
        'descriptions',
      ],
    );
    const object = fc.dictionary(names, fc.jsonValue({ maxDepth: 4 }), { maxKeys: 12 });
    void fc.assert(
      fc.property(object, (json) => void survives(Buffer.from(JSON.stringify({ ...json, uri: 'a' })))),
      runs(150),
    );
  });

  const deep = (count: number, open: string, close = ''): string => open.repeat(count) + close.repeat(count);
  const news = (inside: string): string =>
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a"><itemMeta/><contentMeta><headline>One</headline></contentMeta>${inside}</newsItem>`;
  it.each<[string, string]>([
    [
      'a billion laughs',
      `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n - 1 < 0 ? '' : n - 1};`.repeat(10)}">`).join('')}]><nitf><body><body.content><p>&a8;</p></body.content></body></nitf>`,
    ],
    [
      'a file of ours by an entity',
      '<!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>&x;</p></body.content></body></nitf>',
    ],
    ['NewsML nested a hundred thousand deep', news(deep(100_000, '<a>'))],
    [
      'a body nested a hundred thousand deep',
      news(
        `<contentSet><inlineXML><html><body>${deep(100_000, '<div>', '</div>')}</body></html></inlineXML></contentSet>`,
      ),
    ],
    ['half a million elements', news('<b/>'.repeat(500_000))],
    [
      'thirty thousand subjects',
      news(`<contentMeta>${'<subject qcode="a:b"><name>x</name></subject>'.repeat(30_000)}</contentMeta>`),
    ],
    [
      'a hundred thousand items',
      `<newsMessage><itemSet>${'<newsItem guid="a"><itemMeta/></newsItem>'.repeat(100_000)}</itemSet></newsMessage>`,
    ],
    [
      'twenty thousand groups',
      `<packageItem guid="a"><itemMeta/><groupSet root="g">${'<group id="g"><itemRef residref="x"/></group>'.repeat(20_000)}</groupSet></packageItem>`,
    ],
    [
      'a list of a hundred thousand objects',
      `[${Array.from({ length: 100_000 }, (_, n) => `{"uri":"${n}","headline":"x"}`).join(',')}]`,
    ],
    ['JSON nested a million deep', `{"uri":"a","x":${deep(1_000_000, '[', ']')}}`],
    ['JSON of one long text', `{"uri":"a","body_html":"${'<p '.repeat(60_000)}"}`],
    ['telexes without an end', '\u0001ana0142 2 i 71 ana 1012\n'.repeat(20_000)],
    ['a telex of one long line', `ana0142 2 i 71 ana 1012\n\n${'A'.repeat(2_000_000)}`],
    ['a telex of signs', `ana0142 2 i 71 ana 1012\n\n${'# * = ^ < '.repeat(20_000)}`],
    [
      'captions that never end',
      `<rss><channel><item><description>${'&lt;img src=&quot;https://a.example/&quot;&gt;&lt;figcaption&gt;'.repeat(20_000)}</description></item></channel></rss>`,
    ],
    ['one comment that never ends', `<!--${'-'.repeat(2_000_000)}`],
    ['a document type that never ends', `<!DOCTYPE nitf [${'<!ENTITY a "b">'.repeat(100_000)}`],
    ['nothing but zeros', '\u0000'.repeat(2_000_000)],
    ['lone surrogates', '{"uri":"a","headline":"\\ud800 \\udc00","body_text":"\\ud83d"}'],
    ['a bidirectional trick', '{"uri":"a","headline":"safe\u202eexe.txt"}'],
  ])('may be %s', (_, text) => {
    const what = survives(Buffer.from(text));
    expect(JSON.stringify(what)).not.toMatch(/root:|(?:ha){50}/);
  });

  it('pollutes no prototype', () => {
    survives(
      Buffer.from('{"uri":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

const isThere = existsSync(corpora);
if (!isThere) console.log(`Skipped: no corpora to break at ${corpora}.`);

describe.skipIf(!isThere)('real files', () => {
  it('survive being broken at random', { timeout: 300_000 }, () => {
    const files = ['real', 'agencies', 'derived-encodings'].flatMap((name) => filesIn(join(corpora, name)));
    void fc.assert(
      fc.property(
        fc.nat(files.length - 1),
        fc.array(breaking, { minLength: 1, maxLength: 4 }),
        (which, breaks) => {
          survives(breaks.reduce(broken, readFileSync(files[which] ?? '')));
        },
      ),
      runs(60),
    );
  });
});

const SMALL = 200_000; // bytes; larger ones make the test slow and find the same

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return statSync(path).size < SMALL && !/SOURCE|\.jsonl$|LICENSE/.test(entry.name) ? [path] : [];
  });
}
