/** docs/body.md says what is so: its example of every block, typed and kept, is one body. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBlocks } from './body-blocks.ts';
import { copyTextToHtml, htmlToCopyText } from './copy-text.ts';
import { safeBody } from './safe-html.ts';

const docs = readFileSync(new URL('../../docs/body.md', import.meta.url), 'utf8');
const [, typed = '', kept = ''] = /```text\n([\s\S]*?)\n```\s*```html\n([\s\S]*?)\n```/.exec(docs) ?? [];
/** Lines of verse and code are the body's own. */
const html = kept.replace(/(<pre\b[\s\S]*?<\/pre>)|\n/g, (_line, pre: string | undefined) => pre ?? '');

test('what is typed is kept so, shown again as it was typed, and made safe twice the same', () => {
  expect(copyTextToHtml(typed)).toBe(html);
  expect(htmlToCopyText(html)).toBe(typed);
  expect(safeBody(html)).toBe(html);
});

test('no kind of block is missing in it', () => {
  const kinds = 'p h2 blockquote ul ol figure gallery video audio table embed pull pre box rule notes'.split(
    ' ',
  );
  expect([...new Set(readBlocks(html).map(({ kind }) => kind))].toSorted()).toEqual(kinds.toSorted());
});
