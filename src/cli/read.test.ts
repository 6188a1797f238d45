import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const samples = join(root, 'tests/fixtures/wire');
const folder = mkdtempSync(join(tmpdir(), 'crier-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

const feed = `<rss version="2.0"><channel><title>Coast</title><link>https://coast.example/</link><language>en-GB</language>
<item><guid>coast:1</guid><title>Ferry aground</title><link>/1</link><pubDate>Thu, 19 Nov 2026 14:00:00 +0200</pubDate><description>&lt;p&gt;It is &lt;b&gt;aground&lt;/b&gt;. &lt;a href="https://coast.example/1?utm_source=x&amp;amp;a=1"&gt;More&lt;/a&gt;&lt;script&gt;x&lt;/script&gt;&lt;/p&gt;&lt;img src="/ferry.jpg" alt="The ferry"&gt;&lt;img src="https://count.example/p.gif" width="1" height="1"&gt;</description></item></channel></rss>`;

interface Ran {
  status: number;
  out: string;
  err: string;
}

/** Runs the verb in a folder with nothing in it, with no newsroom and no network. */
function read(args: string[], input?: string): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', join(root, 'src/main.ts'), 'read', ...args],
      { cwd: root },
      (error, out, err) => resolve({ status: Number(error?.code ?? 0), out, err }),
    );
    child.stdin?.end(input ?? '');
  });
}

function fileWith(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe('crier read', () => {
  it('prints what is understood, dates in UTC, absent values left out', async () => {
    const { status, out, err } = await read(['--json', fileWith('feed.xml', feed)]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      format: 'rss',
      encoding: 'utf-8',
      title: 'Coast',
      link: 'https://coast.example/',
      language: 'en-GB',
      salvaged: false,
      problems: [],
      items: [
        {
          id: 'coast:1',
          link: 'https://coast.example/1',
          title: 'Ferry aground',
          language: 'en-GB',
          published: '2026-11-19T12:00:00.000Z',
          html: '<p>It is <strong>aground</strong>. <a href="https://coast.example/1?a=1" rel="noopener">More</a></p><figure><img src="https://coast.example/ferry.jpg" alt="The ferry" /></figure>',
          text: 'It is aground. More',
          media: [{ href: 'https://coast.example/ferry.jpg', kind: 'image', caption: 'The ferry' }],
          status: 'usable',
        },
      ],
    });
  });

  it('reads several files, an object a line, and standard input', async () => {
    const packed = fileWith('feed.xml.gz', gzipSync(feed));
    const nitf = join(samples, 'island.nitf.xml');
    const { status, out } = await read(['--json', packed, nitf, '-'], feed.replace('Coast', 'Other'));
    expect(status).toBe(0);
    const read3 = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; format: string; title: string });
    expect(read3.map(({ file, format, title }) => [file, format, title])).toEqual([
      [packed, 'rss', 'Coast'],
      [nitf, 'nitf', 'island.example'],
      ['-', 'rss', 'Other'],
    ]);
  });

  it('takes the header and the address that a file came with', async () => {
    const bytes = Buffer.from(
      '<rss><channel><item><title>\xcf\xe0\xf0\xee\xec</title><link>a</link></item></channel></rss>',
      'latin1',
    );
    const { out } = await read([
      '--json',
      '--content-type',
      'text/xml; charset=windows-1251',
      '--base',
      'https://north.example/feed',
      fileWith('north.xml', bytes),
    ]);
    expect(JSON.parse(out)).toMatchObject({
      encoding: 'windows-1251',
      items: [{ title: 'Паром', link: 'https://north.example/a' }],
    });
  });

  it('shows an agency’s facts when asked', async () => {
    const { out } = await read(['--json', '--facts', join(samples, 'aegean.iptc7901.txt')]);
    expect(JSON.parse(out)).toMatchObject({
      format: 'iptc7901',
      items: [{ urgency: 2, facts: { slugline: 'Ferry/Skaros' } }],
    });
  });

  it('speaks to people without --json', async () => {
    const { out } = await read([join(samples, 'strait.ninjs-1.json')]);
    expect(out).toContain('ninjs-1 · utf-8 · es');
    expect(out).toContain('! ninjs 1 has no “mood”; kept as it came.');
    expect(out).toContain('Un transbordador encalla frente a Skaros');
  });

  it.each<[string, string[], number, string]>([
    ['a file that is not there', ['nothing.xml'], 1, 'nothing.xml: There is no such file.'],
    ['a folder', ['.'], 1, '.: This is a folder.'],
    ['no file', ['--json'], 2, 'Say which file to read.'],
    ['an option that there is not', ['--fast', '-'], 2, '--fast'],
    ['an address that is none', ['--base', 'here', '-'], 2, '“here” is no address.'],
  ])('refuses %s in words', async (_, args, status, words) => {
    const ran = await read(args);
    expect(ran.status).toBe(status);
    expect(ran.err).toContain(words);
  });

  it('says what a file is when it is nothing of a wire', async () => {
    const page = fileWith('page.html', '<!doctype html><html><body>Hi</body></html>');
    const { status, out, err } = await read(['--json', page]);
    expect(status).toBe(1);
    expect(err).toBe(`${page}: This is a web page, not a feed.\n`);
    expect(JSON.parse(out)).toMatchObject({ format: 'html', items: [] });
  });

  it('does not unpack a bomb', async () => {
    const bomb = fileWith('bomb.gz', gzipSync(Buffer.alloc(40_000_000)));
    expect(await read([bomb])).toMatchObject({
      status: 1,
      err: expect.stringContaining('It unpacks to more than 15 MB.'),
    });
  });
});
