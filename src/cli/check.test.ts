import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { type CheckReport, checkText } from './check/run-check.ts';
import { check } from './check.ts';

const folder = mkdtempSync(join(tmpdir(), 'crier-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

function put(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs the verb and gives what it wrote. */
async function run(...args: string[]): Promise<{ status: number; out: string; complaint: string }> {
  let [out, complaint] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complaint += String(text);
    return true;
  });
  const status = await check.run(args);
  vi.restoreAllMocks();
  return { status, out, complaint };
}

const broken = 'The ferry \u0441ame in at nine. The council of Pyli closed the the north gate for a week.\n';
const clean = 'The ferry came in at nine. The council of Pyli closed the north gate for a week.\n';
const asked = { language: 'en', publishedAt: null, source: null };

async function placesIn(text: string, name: string): Promise<[string, string][]> {
  const checked = await checkText(text, name, asked);
  return (checked?.answer.findings ?? []).map((each: CheckReport) => [
    each.check,
    text.slice(each.start, each.end),
  ]);
}

describe('crier check', () => {
  it('marks the place, says what may stand there, and exits with 1 when something is critical', async () => {
    const { status, out } = await run(put('broken.txt', broken), '--language', 'en');
    expect(status).toBe(1);
    expect(out).toContain('>>\u0441ame<< in at nine');
    expect(out).toContain('→ came');
    expect(out).toMatch(/1:11 +critical/u);
  });

  it('is quiet and exits with 0 on clean copy', async () => {
    const { status, out } = await run(put('clean.txt', clean), '--language', 'en');
    expect([status, out.includes('nothing found')]).toEqual([0, true]);
  });

  it('answers with one object, in the shape that programs are promised', async () => {
    const text = `${broken}\n“We waited on the quay,” said Nikos Vlahos, a fisherman.\n`;
    const { out } = await run(put('said.txt', text), '--json', '--language', 'en');
    const answer = JSON.parse(out) as Record<string, Record<string, unknown>[]>;
    expect(Object.keys(answer)).toEqual(['findings', 'statements', 'speakers', 'hops']);
    expect(Object.keys(answer.findings?.[0] ?? {})).toEqual([
      'check',
      'severity',
      'start',
      'end',
      'text',
      'message',
      'suggestion',
    ]);
    expect(Object.keys(answer.statements?.[0] ?? {})).toEqual([
      'form',
      'content',
      'cue',
      'cueAt',
      'speaker',
      'speakerAt',
      'said',
      'hops',
      'confidence',
    ]);
    const { cueAt, speakerAt } = (answer.statements?.[0] ?? {}) as Record<
      string,
      { start: number; end: number }
    >;
    expect(text.slice(cueAt?.start, cueAt?.end)).toBe('said');
    expect(text.slice(speakerAt?.start, speakerAt?.end)).toBe('Nikos Vlahos');
    expect(answer.speakers?.[0]).toMatchObject({ name: 'Nikos Vlahos' });
  });

  it('answers a line for each of several files', async () => {
    const { out, status } = await run(
      put('one.txt', broken),
      put('two.txt', clean),
      '--json',
      '--language',
      'en',
    );
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; findings: unknown[] });
    expect(lines.map(({ findings }) => findings.length)).toEqual([2, 0]);
    expect(lines.every(({ file }) => file.startsWith(folder))).toBe(true);
    expect(status).toBe(1);
  });

  it.each([
    [
      'plain text with Windows line ends',
      'a.txt',
      'The ferry came in.\r\n\r\nThe council closed the the gate.\r\n',
      'the the',
    ],
    [
      'plain text with a byte order mark',
      'b.txt',
      '\ufeffThe ferry came in. The council closed the the gate.',
      'the the',
    ],
    [
      'HTML with entities',
      'c.html',
      '<h1>Fish &amp; Sons</h1><p>The <b>ferry</b> came&nbsp;in. The council closed the <i>the</i> gate.</p>',
      'the <i>the',
    ],
    [
      'Markdown',
      'd.md',
      '# The gate\n\nThe **ferry** came in. [The council](https://harbour.example) closed the the gate.\n',
      'the the',
    ],
    [
      'a feed',
      'e.xml',
      '<rss version="2.0"><channel><title>W</title><language>en</language><item><title>The gate</title><pubDate>Mon, 23 Nov 2026 09:00:00 GMT</pubDate><author>w@w.example (Maria Leontis)</author><description>&lt;p&gt;The ferry came in. The council closed the the gate.&lt;/p&gt;</description></item></channel></rss>',
      'the the',
    ],
    [
      'a JSON feed',
      'f.json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'W',
        language: 'en',
        items: [
          {
            id: '1',
            title: 'The gate',
            date_published: '2026-11-23T09:00:00Z',
            authors: [{ name: 'Maria Leontis' }],
            content_text: 'The “ferry” came in.\n\nThe council closed the the gate.',
          },
        ],
      }),
      'the the',
    ],
  ])('points into %s as it was given', async (_what, name, text, place) => {
    expect(await placesIn(text, name)).toContainEqual(['doubled-word', place]);
  });

  it('reads dates against the day that it is told', async () => {
    const file = put(
      'date.txt',
      'The hearing was held on Wednesday, November 18, behind closed doors. Nobody spoke.\n',
    );
    const [right, wrong] = [
      await run(file, '--published', '2026-11-23', '--language', 'en'),
      await run(file, '--published', '2022-06-01', '--language', 'en'),
    ];
    expect(right.out).toContain('nothing found');
    expect(wrong.out).toContain('weekday-misfit');
  });

  it('lays a translation beside its original', async () => {
    const original = put('fr.txt', 'Le maire a dit que 300 personnes attendaient au port.\n');
    const { out } = await run(
      put('en.txt', 'The mayor said that 200 people were waiting at the port.\n'),
      '--source',
      original,
      '--language',
      'en',
      '--json',
    );
    expect(out).toContain('"text":"200"');
  });

  it.each([
    ['a picture', 'p.txt', Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'), 'no text'],
    ['a book', 'book.txt', Buffer.from('The boat came in. '.repeat(60_000)), 'longer than'],
  ])('refuses %s in words', async (_what, name, bytes, words) => {
    const { status, complaint } = await run(put(name, bytes));
    expect([status, complaint.includes(words)]).toEqual([2, true]);
  });

  it.each([
    ['nothing', ''],
    ['a lone surrogate', 'The \ud800 boat came in.'],
    ['HTML that never ends', `${'<div>'.repeat(5_000)}<p>x`],
    ['a feed that breaks off', '<?xml version="1.0"?><rss><channel><item><title>The'],
    ['marks of Markdown', `# ${'*['.repeat(20_000)}`],
  ])('answers %s', async (_what, text) => {
    expect(await checkText(text, 'x', asked)).not.toBeNull();
  });

  it('says what it does not know', async () => {
    expect((await run(join(folder, 'none.txt'))).complaint).toContain('no such file');
    expect((await run(put('x.txt', clean), '--language', '???')).status).toBe(2);
    expect((await run(put('x.txt', clean), '--published', 'soon')).status).toBe(2);
    expect((await run()).complaint).toContain('Which file?');
  });

  it('lets no file speak to the terminal', async () => {
    const { out } = await run(
      put('esc.txt', 'The council \u001b[31mclosed the the\u001b]0;x\u0007 gate.\n'),
      '--language',
      'en',
    );
    expect(out.includes('\u001b')).toBe(false);
  });
});
