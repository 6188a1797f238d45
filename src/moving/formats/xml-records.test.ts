/** Records of a long XML file are the same however the file is cut into pieces, and words stand as they are wherever they do. */
import { expect, test } from 'vitest';
import { xmlRecords } from './xml-records.ts';

const FILE = `<?xml version="1.0"?><!-- a note with <![CDATA[ in it -->
<rss xmlns:w="x"><item a="1"><t>One &amp; <![CDATA[two <b>&amp;</b> ]]]]><![CDATA[> three]]> four</t>
<!-- <t>no words</t> <![CDATA[ nor these ]]> --><e/><t><![CDATA[]]></t><t>five <!---->six</t></item>
<item><t><![CDATA[seven <!-- eight --> ]] ]>]]></t></item></rss>`;

async function read(size: number) {
  const pieces = async function* () {
    for (let at = 0; at < FILE.length; at += size) yield FILE.slice(at, at + size);
  };
  const items: string[][] = [];
  const reading = xmlRecords(pieces(), { records: new Set(['item']) });
  for (;;) {
    const next = await reading.next();
    if (next.done) return { items, end: next.value };
    items.push(next.value.children.filter(({ name }) => name === 't').map(({ text }) => text));
  }
}

test.each([1, 2, 3, 5, 7, 11, 64, FILE.length])('in pieces of %i letters', async (size) => {
  expect(await read(size)).toEqual({
    items: [['One & two <b>&amp;</b> ]]> three four', '', 'five six'], ['seven <!-- eight --> ]] ]>']],
    end: { isWhole: true, root: 'rss' },
  });
});
