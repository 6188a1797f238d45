/** What somebody may give that is no export, or none that can be read as often as a move reads it: refused in words before anything is begun. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wxr } from '../../../tests/support/wxr.ts';
import { addressesToAsk } from './export-addresses.ts';
import { openSources } from './which.ts';

const folder = mkdtempSync(join(tmpdir(), 'crier-given-'));
const at = (name: string): string => join(folder, name);
const settings = { trustedHosts: [], address: '' };
const tar = Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\0'), Buffer.from(wxr([{ id: 1 }]))]);
beforeAll(() => {
  writeFileSync(at('export.xml'), wxr([{ id: 1 }]));
  writeFileSync(at('site.tar'), tar);
  writeFileSync(at('site.tgz'), gzipSync(tar));
  writeFileSync(at('site.7z'), Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'));
  writeFileSync(at('site.xz'), Buffer.from('\xfd7zXZ\0', 'latin1'));
  writeFileSync(at('site.zst'), Buffer.from('\x28\xb5\x2f\xfd', 'latin1'));
  mkdirSync(at('folder'));
  execFileSync('mkfifo', [at('pipe')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const saidOf = async (...places: string[]): Promise<string[]> =>
  (await openSources(places, { settings, from: null })).problems.map(({ words }) => words);

test.each([
  ['site.tar', 'tar archive'],
  ['site.tgz', 'tar archive'],
  ['site.7z', '7z archive'],
  ['site.xz', 'packed with xz'],
  ['site.zst', 'packed with zstd'],
  ['folder', 'Give the files in it'],
  ['pipe', 'Save it as a file'],
  ['none.xml', 'There is no such file'],
])('%s is refused as what it is', async (name, words) => {
  expect((await saidOf(at(name))).join()).toContain(words);
});

test.each([
  ['-', 'Save it as a file'],
  ['htp://post.example', 'no address of a site'],
  ['https://', 'no address of a site'],
])('%s is refused as what it is', async (place, words) => {
  expect((await saidOf(place)).join()).toContain(words);
});

test.each([
  [
    'Comment ID,Published Timestamp,Article URL,Comment URL,Comment Text,Media\nc1,2024-03-05T08:00:00Z,https://a.example/,,Yes,\n',
    /^This is what Coral gives one reader.* with mongoexport\. Taken are/,
  ],
  [
    'post_id,post_date,is_published,email_sent_at,type,audience\n1.a,,true,,newsletter,everyone\n',
    /Substack/,
  ],
  [
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018"><id>a</id></feed>',
    /^This is Blogger’s export\. WordPress and Ghost take it in/,
  ],
  ['<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:a.example,2024:feed</id></feed>', /newest posts only/],
  ['<!DOCTYPE html><html><article class="h-entry"><h1 class="p-name">A</h1></article></html>', /Medium/],
  ['id,name,price\n1,Mug,9.50\n', /of those only members/],
])('%s is refused with what to do instead', async (text, words) => {
  writeFileSync(at('other-house'), text);
  expect((await saidOf(at('other-house'))).join()).toMatch(words);
});

test('a file or a site that is given twice is refused, however it is written', async () => {
  const roundabout = `${folder}/folder/../export.xml`;
  expect(await saidOf(at('export.xml'), roundabout)).toEqual(['It was given twice.']);
  expect(await saidOf('https://post.example', 'https://post.example/')).toEqual(['It was given twice.']);
});

test('an export is asked for all its addresses: of posts as they were, of files and of their pages; each once', async () => {
  const address = 'https://asked.example';
  const items = [
    { id: 7, slug: 'out', meta: { _wp_old_slug: 'before' } },
    { id: 8, slug: 'draft', status: 'draft' },
    {
      id: 9,
      type: 'attachment',
      status: 'inherit',
      link: `${address}/2019/05/out/pier/`,
      file: `${address}/pier.jpg`,
    },
  ];
  writeFileSync(at('asked.xml'), wxr(items, { address }));
  const asked: string[] = [];
  for await (const one of addressesToAsk(at('asked.xml'), { settings })) asked.push(one);
  expect(asked).toEqual([
    `${address}/2019/05/out/`,
    `${address}/?p=7`,
    `${address}/2019/05/before/`,
    `${address}/2019/05/out/pier/`,
    `${address}/pier.jpg`,
  ]);
});
