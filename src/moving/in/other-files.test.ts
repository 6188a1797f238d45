/** Documents, films and sounds that posts link to or play: here once, led to from the text and from where they stood. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, moveTexts } from '../../../tests/support/moving.ts';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { openTestServer } from '../../../tests/support/server.ts';
import { wxr } from '../../../tests/support/wxr.ts';
import { findFfmpeg } from '../../media/ffmpeg.ts';
import { documentFormat } from '../../media/take-document.ts';
import { findPublished } from '../../stories/read.ts';
import { findOldAddress } from '../addresses/find-old.ts';

const ffmpeg = findFfmpeg();
const folder = mkdtempSync(join(tmpdir(), 'crier-files-'));
const uploads = join(folder, 'uploads');
const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
beforeAll(() => {
  mkdirSync(join(uploads, '2020', '01'), { recursive: true });
  writeFileSync(join(uploads, '2020', '01', 'report.pdf'), PDF);
  writeFileSync(join(uploads, '2020', '01', 'again.pdf'), PDF);
  writeFileSync(join(uploads, '2020', '01', 'lie.pdf'), '<!doctype html><p>Log in');
  writeFileSync(join(uploads, '2020', '01', 'figures.csv'), 'port,ships\nLind,12\n');
  writeFileSync(join(uploads, '2020', '01', 'long.mp3'), Buffer.alloc(65 * 1024 * 1024, 'ID3'));
  if (ffmpeg === null) return;
  const sound = ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=1'];
  execFileSync(join(ffmpeg, 'ffmpeg'), [...sound, join(uploads, '2020', '01', 'sea.mp3')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const there = 'https://files.example/wp-content/uploads/2020/01';
const html = `<p>The <a href="${there}/report.pdf">report</a>, <a href="${there}/again.pdf">once more</a>, <a href="/wp-content/uploads/2020/01/figures.csv">figures</a>, <a href="${there}/lie.pdf">a lie</a>, <a href="https://else.example/x.pdf">of others</a>.</p>[audio mp3="${there}/sea.mp3"][/audio][audio mp3="${there}/long.mp3"][/audio]`;
const paper = () =>
  wxr(
    [
      { id: 1, slug: 'with-files', html },
      { id: 2, slug: 'words', html: 'Words.' },
      {
        id: 8,
        type: 'attachment',
        status: 'inherit',
        parent: 1,
        link: 'https://files.example/report/',
        file: `${there}/report.pdf`,
      },
    ],
    { address: 'https://files.example' },
  );

async function bodyAt(newsroom: TestNewsroom, slug: string): Promise<string> {
  const found = await findPublished(newsroom, { sectionSlug: 'news', slug });
  return found?.kind === 'story' ? found.story.bodyHtml : '';
}

onEachEngine('files of the other house', (open) => {
  test.skipIf(ffmpeg === null)(
    'come with the posts that use them, each once; what does not is said with why',
    async () => {
      const newsroom = open();
      const report = await moveTexts(newsroom, [paper()], { uploads });
      const body = await bodyAt(newsroom, 'with-files');
      const documents = body.match(/href="([^"]+-v1-file\.\w+)"/g) ?? [];
      expect(documents).toHaveLength(3);
      expect(documents[0]).toBe(documents[1]); // the same file under two names
      expect(documents[2]).toMatch(/\.csv"$/);
      expect(body).toContain(`<a href="${there}/lie.pdf"`);
      expect(body).toMatch(/<audio data-media="[\w-]+"><\/audio>/);
      expect(body).toContain(`${there}/long.mp3`);
      const [said] = report.doubts.filter(({ code }) => code === 'file-there');
      expect(said?.words).toContain(`${there}/lie.pdf (This is no document`);
      expect(said?.words).toContain(`${there}/long.mp3 (It has 65 MB`);
      expect(said?.words).not.toContain('sea.mp3');
      expect(report.counts.get('other files taken in')).toBe(4);
      for (const old of [`${there}/report.pdf`, 'https://files.example/report/', '/?p=8'])
        expect(await findOldAddress(newsroom, old)).toEqual({
          status: 301,
          path: expect.stringMatching(/-v1-file\.pdf$/),
        });
      const again = await moveTexts(newsroom, [paper()], { uploads });
      expect(again.counts.get('other files taken in')).toBeUndefined();
      expect(again.counts.get('the same')).toBe(2);
      expect(codesOf(again)).toEqual([]);
    },
  );
});

test('a document is served as what it is, and shown in the library as one', async () => {
  const server = await openTestServer();
  try {
    const post = `<a href="${there}/report.pdf">report</a>`;
    const text = wxr([{ id: 1, slug: 'one-file', html: post }], { address: 'https://files.example' });
    await moveTexts(server.newsroom, [text], { uploads });
    const body = await bodyAt(server.newsroom, 'one-file');
    const [, path = ''] = /href="[^"]*?(\/media\/[^"]+)"/.exec(body) ?? [];
    const answer = await server.app.inject({ url: path });
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.body).toBe(PDF);
  } finally {
    await server.close();
  }
});

test('a kind is told by what stands in a file and by its name, and never by one of them', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  expect(documentFormat(bytes(PDF), 'a.PDF')).toBe('pdf');
  expect(documentFormat(bytes(PDF), 'a.csv')).toBe('csv');
  expect(documentFormat(bytes('PK\u0003\u0004'), 'a.docx')).toBe('docx');
  expect(documentFormat(bytes('PK\u0003\u0004'), 'a.exe')).toBe(null);
  expect(documentFormat(bytes('<svg onload=x>'), 'a.txt')).toBe(null);
  expect(documentFormat(bytes('MZ'), 'a.pdf')).toBe(null);
});
