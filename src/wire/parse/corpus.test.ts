/** Real feeds of a folder beside the project, with what Python feedparser reads of them. Nothing of it is copied here. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../reading/read-feed.ts';
import type { ParsedFeed, ParsedItem } from './feed.ts';
import { plainLine } from './words.ts';

const folder = process.env.CRIER_TEST_CORPORA ?? resolve(import.meta.dirname, '../../../../shared/corpora');
const isThere = existsSync(join(folder, 'real/expected.jsonl'));
if (!isThere) console.log(`Skipped: no feeds to compare with at ${folder}.`);

interface Expected {
  file: string;
  feed: { title: string };
  entries: {
    id: string | null;
    link: string | null;
    title: string | null;
    published: string | null;
    updated: string | null;
  }[];
}

function expectedFeeds(): Expected[] {
  const lines = readFileSync(join(folder, 'real/expected.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Expected);
}

/** Counts how often a field agrees, and keeps the first differences for the one who looks. */
class Tally {
  same = 0;
  all = 0;
  readonly different: string[] = [];
  count(isSame: boolean, difference: () => string): void {
    this.all += 1;
    if (isSame) this.same += 1;
    else this.different.push(difference());
  }
  get share(): number {
    return this.all === 0 ? 1 : this.same / this.all;
  }
}

type Field = 'title' | 'link' | 'id' | 'date' | 'count';

function words(title: string | null): string {
  return plainLine(title ?? '')
    .replace(/<[^>]*>/g, '')
    .replace(/[\s\u00a0]+/g, '');
}

function sameDate(ours: ParsedItem, theirs: Expected['entries'][number]): boolean {
  const stamps = [theirs.published, theirs.updated]
    .filter((date) => date !== null)
    .map((date) => Date.parse(date));
  return [ours.published, ours.updated].some(
    (date) => date !== null && stamps.some((one) => Math.abs(one - date) <= 1_000),
  );
}

/** Where feedparser is wrong: it takes the zone -800 for eighty hours. */
const WRONG_DATES = ['RSSOwl__perf_158.xml', 'RSSOwl__perf_176.xml'];

function compare(tallies: Record<Field, Tally>, feed: ParsedFeed, wanted: Expected): void {
  const { file } = wanted;
  tallies.count.count(
    feed.items.length === wanted.entries.length,
    () => `${file}: ${feed.items.length} for ${wanted.entries.length}`,
  );
  if (feed.items.length !== wanted.entries.length) return;
  for (const [index, theirs] of wanted.entries.entries()) {
    const ours = feed.items[index] as ParsedItem;
    const at = `${file}[${index}]`;
    tallies.title.count(
      words(ours.title) === words(theirs.title),
      () => `${at}: ${ours.title} | ${theirs.title}`,
    );
    if (theirs.link)
      tallies.link.count(sameAddress(ours.link, theirs.link), () => `${at}: ${ours.link} | ${theirs.link}`);
    if (theirs.id)
      tallies.id.count(
        sameAddress(ours.id ?? ours.link, theirs.id),
        () => `${at}: ${ours.id} | ${theirs.id}`,
      );
    if ((theirs.published || theirs.updated) && !WRONG_DATES.includes(file))
      tallies.date.count(
        sameDate(ours, theirs),
        () => `${at}: ${ours.published} ${ours.updated} | ${theirs.published} ${theirs.updated}`,
      );
  }
}

function sameAddress(ours: string | null, theirs: string): boolean {
  const normal = (address: string): string =>
    URL.canParse(address) ? new URL(address).href : plainLine(address);
  return ours !== null && (ours === theirs || normal(ours) === normal(theirs));
}

describe.skipIf(!isThere)('real feeds', () => {
  it('are read as feedparser reads them', () => {
    const tallies: Record<Field, Tally> = {
      title: new Tally(),
      link: new Tally(),
      id: new Tally(),
      date: new Tally(),
      count: new Tally(),
    };
    for (const wanted of expectedFeeds()) {
      const { feed } = readFeed(readFileSync(join(folder, 'real', wanted.file)));
      compare(tallies, feed, wanted);
    }
    for (const [field, tally] of Object.entries(tallies))
      console.log(`${field}: ${(tally.share * 100).toFixed(2)} % of ${tally.all} agree`);
    if (process.env.CRIER_TEST_SHOW)
      for (const [field, tally] of Object.entries(tallies))
        console.log(field, tally.different.slice(0, 60).join('\n'));
    expect(tallies.title.share).toBeGreaterThan(0.98);
    for (const field of ['link', 'id', 'date', 'count'] as const)
      expect(tallies[field].share, field).toBeGreaterThan(0.99);
  });

  it('are cut into items whose bytes hold their headline', () => {
    let found = 0;
    let all = 0;
    for (const { file } of expectedFeeds()) {
      const { feed, decoded } = readFeed(readFileSync(join(folder, 'real', file)));
      for (const item of feed.items) {
        const { bytes } = decoded.bytesOf(item.slice.start, item.slice.end);
        const text = Buffer.from(bytes).toString('latin1').trim();
        all += 1;
        if (/^<|^\{/.test(text) && /[>}]$/.test(text)) found += 1;
      }
    }
    expect(found / all).toBeGreaterThan(0.999);
  });
});

/** What an encoding lacks became a question mark. */
function sameButLost(ours: string, original: string): boolean {
  const letters = [...original];
  return (
    [...ours].length === letters.length &&
    [...ours].every((letter, at) => letter === '?' || letter === letters[at])
  );
}

interface Derived {
  file: string;
  source: string;
  encoding?: string;
  case: string;
  http_content_type?: string;
}

describe.skipIf(!isThere || !existsSync(join(folder, 'derived-encodings')))(
  'feeds in other encodings',
  () => {
    it('say the same as their original', () => {
      const lines = readFileSync(join(folder, 'derived-encodings/manifest.jsonl'), 'utf8').trim().split('\n');
      const tally = new Tally();
      for (const line of lines) {
        const derived = JSON.parse(line) as Derived;
        const of = (path: string, type?: string) =>
          readFeed(readFileSync(join(folder, path)), { contentType: type ?? null }).feed;
        const original = of(`real/${derived.source}`);
        const ours = of(`derived-encodings/${derived.file}`, derived.http_content_type);
        const titles = (feed: ParsedFeed) => feed.items.map((item) => item.title);
        const wanted = titles(original).slice(0, ours.items.length);
        const got = titles(ours);
        if (derived.case === 'truncated') {
          got.pop();
          wanted.pop();
        }
        tally.count(
          got.length > 0 && got.every((title, at) => sameButLost(title, wanted[at] ?? '')),
          () => `${derived.file} (${derived.case}): ${ours.encoding} ${got[0]} | ${wanted[0]}`,
        );
      }
      console.log(`encodings: ${tally.same} of ${tally.all} agree`);
      if (tally.different.length > 0) console.log(tally.different.join('\n'));
      expect(tally.share).toBeGreaterThan(0.9);
    });
  },
);
