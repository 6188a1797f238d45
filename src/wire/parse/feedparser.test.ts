/** The cases of Python feedparser's own suite, from a folder beside the project, asked through an adapter. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlToText, safeBody } from '../../kit/safe-html.ts';
import { readFeed } from '../reading/read-feed.ts';
import { wireBody } from '../reading/understood.ts';
import type { ParsedFeed, ParsedItem } from './feed.ts';
import { plainLine } from './words.ts';

const corpora = process.env.CRIER_TEST_CORPORA ?? resolve(import.meta.dirname, '../../../../shared/corpora');
const folder = join(corpora, 'feedparser');
const isThere = existsSync(join(folder, 'expectations.json'));
if (!isThere) console.log(`Skipped: no cases of feedparser at ${folder}.`);

interface Case {
  file: string;
  headers?: Record<string, string>;
  assert: [op: string, path: (string | number)[], value: unknown][] | null;
}

/** What of a case's paths the wire has a field for; undefined where it has none and does not want one. */
function fieldOf(feed: ParsedFeed, path: (string | number)[]): unknown {
  const [root, index, name = '', ...rest] = path;
  if (root === 'feed') return headOf(feed, String(index), path.slice(2));
  if (root !== 'entries' || typeof index !== 'number') return undefined;
  const item = feed.items[index];
  return item === undefined ? null : itemField(item, String(name), rest);
}

function headOf(feed: ParsedFeed, name: string, rest: (string | number)[]): unknown {
  if (name === 'title' || (name === 'title_detail' && rest[0] === 'value')) return { words: feed.title };
  if (name === 'link') return feed.link;
  return name === 'language' ? feed.language : undefined;
}

function itemField(item: ParsedItem, name: string, rest: (string | number)[]): unknown {
  const [first, second] = rest;
  if (name === 'title' || (name === 'title_detail' && first === 'value')) return { words: item.title };
  if (name === 'link') return item.link;
  if (name === 'id' || name === 'guid') return item.id;
  if (name === 'summary' || name === 'description')
    return { html: item.summary || item.html, base: item.base };
  if (name === 'content' && first === 0 && second === 'value') return { html: item.html, base: item.base };
  if (name === 'language') return item.language;
  if (name === 'rights') return { words: item.rights };
  if (name === 'author' || (name === 'author_detail' && first === 'name'))
    return { words: item.authors[0] ?? '' };
  if (name === 'authors' && second === 'name') return { words: item.authors[Number(first)] ?? '' };
  if (name === 'published_parsed') return { at: item.published };
  if (name === 'updated_parsed') return { at: item.updated };
  if (name === 'category') return item.categories[0];
  if (name === 'tags' && second === 'term') return item.categories[Number(first)];
  if (name === 'enclosures' && second === 'href') return item.media[Number(first)]?.href;
  if (name === 'source' && first === 'title') return { words: item.hops[0]?.party ?? '' };
  return name === 'source' && first === 'link' ? item.hops[0]?.link : undefined;
}

const tight = (text: string): string => text.replace(/[\s\u00a0]+/g, '');
const textOf = (html: string): string => tight(htmlToText(safeBody(html)));

function agrees(ours: unknown, wanted: unknown): boolean {
  if (typeof ours === 'object' && ours !== null && 'at' in ours) {
    const [year, month, day, ...time] = wanted as number[];
    const [hour, minute, second] = time;
    return ours.at === Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  }
  if (typeof ours === 'object' && ours !== null && 'html' in ours) {
    const { html, base } = ours as { html: string; base: string | null };
    return (
      textOf(html) === textOf(String(wanted)) ||
      tight(htmlToText(wireBody(html, base))) === tight(String(wanted))
    );
  }
  if (typeof ours === 'object' && ours !== null && 'words' in ours) {
    const said = String(ours.words);
    const bare = String(wanted).replace(/\s*\(\S+@\S+\)$/, ''); // its authors carry their address
    return [tight(plainLine(bare)), textOf(bare), tight(bare)].includes(tight(said));
  }
  return (
    ours === wanted ||
    (typeof wanted === 'string' && typeof ours === 'string' && tight(ours) === tight(wanted))
  );
}

describe.skipIf(!isThere)('feedparser’s cases', () => {
  const cases = isThere
    ? (JSON.parse(readFileSync(join(folder, 'expectations.json'), 'utf8')) as Case[])
    : [];

  it('about feeds and entries are read as expected', () => {
    const failed: string[] = [];
    let all = 0;
    for (const { file, headers, assert } of cases) {
      const contentType = headers?.['Content-type'] ?? headers?.['Content-Type'] ?? null;
      const address =
        headers?.['Content-Location'] ?? headers?.['Content-location'] ?? 'http://127.0.0.1:8097/';
      const { feed } = readFeed(readFileSync(join(folder, file)), {
        contentType,
        address: new URL(address, 'http://127.0.0.1:8097/').href,
      });
      const asked = (assert ?? [])
        .filter(([op, path]) => op === 'eq' && !path.some((part) => String(part).startsWith('#')))
        .map(([, path, wanted]) => ({ path, wanted, ours: fieldOf(feed, path) }))
        .filter(({ ours }) => ours !== undefined);
      if (asked.length === 0) continue;
      all += 1;
      const wrong = asked.find(({ ours, wanted }) => !agrees(ours, wanted));
      if (wrong)
        failed.push(
          `${file} ${wrong.path.join('.')}: ${JSON.stringify(wrong.ours)} | ${JSON.stringify(wrong.wanted)}`,
        );
    }
    console.log(
      `feedparser: ${all - failed.length} of ${all} cases, ${((1 - failed.length / all) * 100).toFixed(1)} %`,
    );
    if (process.env.CRIER_TEST_SHOW) console.log(failed.join('\n'));
    expect(1 - failed.length / all).toBeGreaterThan(0.97);
  });

  it('let no script through', () => {
    for (const { file } of cases) {
      const { feed } = readFeed(readFileSync(join(folder, file)));
      const written = feed.items.map((item) => wireBody(item.html, item.base)).join('');
      expect(written, file).not.toMatch(
        /<(?:script|style|iframe|object|embed|svg|meta|link|form)|\son\w+\s*=|javascript:|expression\(/i,
      );
    }
  });
});
