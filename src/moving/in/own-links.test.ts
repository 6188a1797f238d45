/** A paper that moves out and in at another address links to itself there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moveTexts } from '../../../tests/support/moving.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { wxr } from '../../../tests/support/wxr.ts';
import { findPublished } from '../../stories/read.ts';
import { moveOut } from '../out/move-out.ts';
import { ownLinksFrom } from './own-links.ts';
import { takeFolder } from './take-folder.ts';

const bodyIn = async (newsroom: TestNewsroom): Promise<string> => {
  const found = await findPublished(newsroom, { sectionSlug: 'news', slug: 'one' });
  return found?.kind === 'story' ? found.story.bodyHtml : 'no story';
};

test('links among its stories lead to where they stand now, others where they led; verse keeps its lines', async () => {
  const address = 'https://linked.example';
  const html = `<a href="${address}/2019/05/two/">two</a> <a href="https://else.example/http://localhost:4000/">x</a><pre class="wp-block-verse">The sea\n  comes in</pre>`;
  const there = await openTestNewsroom();
  const here = await openTestNewsroom({ settings: { address: 'https://new.example' } });
  const folder = mkdtempSync(join(tmpdir(), 'crier-links-'));
  try {
    const items = [
      { id: 1, slug: 'one', html },
      { id: 2, slug: 'two' },
    ];
    await moveTexts(there, [wxr(items, { address })]);
    const out = join(folder, 'paper');
    await moveOut(there, { folder: out, withAddresses: false, ninjs: async () => null });
    await takeFolder(here, { folder: out, isReal: true });
    const body = await bodyIn(there);
    expect(body).toContain('href="http://localhost:4000/news/two"');
    expect(await bodyIn(here)).toBe(body.replace('="http://localhost:4000/', '="https://new.example/'));
    expect(await bodyIn(here)).toContain('<pre data-block="verse">The sea\n  comes in</pre>');
  } finally {
    await there.close();
    await here.close();
    rmSync(folder, { recursive: true });
  }
});

test.each([
  ['<a href="https://a.example/x">', '<a href="https://b.example/x">'],
  ['<a href="https://a.example">', '<a href="https://b.example">'],
  ['{"href":"https://a.example/x"}', '{"href":"https://b.example/x"}'],
  ['["<a href=\\"https://a.example/\\">"]', '["<a href=\\"https://b.example/\\">"]'],
  [
    '<a href="https://a.example.org/x">https://a.example/',
    '<a href="https://a.example.org/x">https://a.example/',
  ],
  [7, 7],
])('%s', (value, led) => {
  expect(ownLinksFrom('https://a.example/', 'https://b.example')(value)).toBe(led);
  expect(ownLinksFrom('https://a.example', 'https://a.example/')(value)).toBe(value);
  expect(ownLinksFrom(undefined, 'https://b.example')(value)).toBe(value);
});
