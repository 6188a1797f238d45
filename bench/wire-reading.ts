/**
 * Decoding and parsing all real captures of the corpora beside feedsmith, rss-parser and @rowanmanning/feed-parser, in
 * the same run, taking turns: megabytes a second of processor time (which others on the machine do not change), what
 * cannot be read, and agreement with the expected results by field.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFeed as readByRowan } from '@rowanmanning/feed-parser';
import { parseFeed as readByFeedsmith } from 'feedsmith';
import RssParser from 'rss-parser';
import { readDate } from '../src/wire/parse/dates.ts';
import { plainLine } from '../src/wire/parse/words.ts';
import { readFeed } from '../src/wire/reading/read-feed.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';

const folder =
  process.env.CRIER_TEST_CORPORA ?? fileURLToPath(new URL('../../shared/corpora', import.meta.url));
const ROUNDS = 5;

interface Entry {
  id: string | null;
  link: string | null;
  title: string | null;
  /** Every date that it says of itself. */
  at: number[];
}

interface Reader {
  name: string;
  version: string;
  /** Reads bytes into entries; throws where it cannot. */
  read(bytes: Buffer): Promise<Entry[]> | Entry[];
}

interface Expected {
  file: string;
  entries: {
    id: string | null;
    link: string | null;
    title: string | null;
    published: string | null;
    updated: string | null;
  }[];
}

export async function measureReading(): Promise<Result[]> {
  if (!existsSync(join(folder, 'real/expected.jsonl'))) {
    say(`There are no captures to read at ${folder}.`);
    return [];
  }
  const lines = readFileSync(join(folder, 'real/expected.jsonl'), 'utf8').trim().split('\n');
  const expected = lines.map((line) => JSON.parse(line) as Expected);
  const captures = expected.map((wanted) => ({
    wanted,
    bytes: readFileSync(join(folder, 'real', wanted.file)),
  }));
  const megabytes = captures.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1_000_000;
  const readers = [crier(), feedsmith(), rssParser(), rowanmanning()];
  const speeds = new Map(readers.map((reader) => [reader.name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const reader of readers) {
      const begun = process.cpuUsage();
      for (const { bytes } of captures) await attempt(reader, bytes);
      const used = process.cpuUsage(begun);
      const speed = megabytes / ((used.user + used.system) / 1_000_000);
      speeds.get(reader.name)?.push(speed);
      say(`${reader.name}: ${speed.toFixed(1)} MB/s`);
    }
  const judged = new Map<string, Judged>();
  for (const reader of readers) judged.set(reader.name, await judge(reader, captures));
  const [own, ...peers] = readers as [Reader, ...Reader[]];
  return peers.flatMap((peer) => compared({ own, peer, speeds, judged, files: captures.length }));
}

async function attempt(reader: Reader, bytes: Buffer): Promise<Entry[] | null> {
  try {
    return await reader.read(bytes);
  } catch {
    return null; // how the peers say that they cannot read it; it is counted
  }
}

interface Judged {
  failures: number;
  /** Hundredths of the entries that agree. */
  fields: Record<'id' | 'link' | 'title' | 'date', number>;
}

type Field = keyof Judged['fields'];

/** Entries of files that a reader fails, or of which it finds another number, count against it. */
async function judge(reader: Reader, captures: { wanted: Expected; bytes: Buffer }[]): Promise<Judged> {
  const same = { id: 0, link: 0, title: 0, date: 0 };
  const all = { id: 0, link: 0, title: 0, date: 0 };
  let failures = 0;
  for (const { wanted, bytes } of captures) {
    const got = await attempt(reader, bytes);
    if (got === null || (got.length === 0 && wanted.entries.length > 0)) failures += 1;
    const isWhole = got?.length === wanted.entries.length;
    for (const [index, entry] of wanted.entries.entries()) {
      const ours = isWhole ? got[index] : undefined;
      for (const [field, agrees] of fieldsOf(entry, ours)) {
        all[field] += 1;
        if (agrees) same[field] += 1;
      }
    }
  }
  const share = (field: Field): number => (100 * same[field]) / all[field];
  return {
    failures,
    fields: { id: share('id'), link: share('link'), title: share('title'), date: share('date') },
  };
}

function fieldsOf(wanted: Expected['entries'][number], ours: Entry | undefined): [Field, boolean][] {
  const found: [Field, boolean][] = [
    ['title', words(ours?.title) === words(wanted.title) && ours !== undefined],
  ];
  if (wanted.id) found.push(['id', sameAddress(ours?.id ?? ours?.link, wanted.id)]);
  if (wanted.link) found.push(['link', sameAddress(ours?.link, wanted.link)]);
  const dates = [wanted.published, wanted.updated]
    .filter((date) => date !== null)
    .map((date) => Date.parse(date));
  if (dates.length > 0) {
    const at = ours?.at ?? [];
    found.push(['date', at.some((one) => dates.some((date) => Math.abs(date - one) <= 1_000))]);
  }
  return found;
}

function words(title: string | null | undefined): string {
  return plainLine(title ?? '').replace(/<[^>]*>|[\s\u00a0]+/g, '');
}

function sameAddress(ours: string | null | undefined, wanted: string): boolean {
  const normal = (address: string): string =>
    URL.canParse(address) ? new URL(address).href : plainLine(address);
  return typeof ours === 'string' && normal(ours) === normal(wanted);
}

interface Race {
  own: Reader;
  peer: Reader;
  speeds: Map<string, number[]>;
  judged: Map<string, Judged>;
  files: number;
}

function compared({ own, peer, speeds, judged, files }: Race): Result[] {
  const speed = (reader: Reader): number => medianOf(speeds.get(reader.name) ?? []);
  const of = (reader: Reader): Judged => judged.get(reader.name) as Judged;
  const named = { peer: peer.name, peerVersion: peer.version };
  const read = (reader: Reader): number => files - of(reader).failures;
  const row = (name: string, unit: string, value: number, peerValue: number): Result =>
    resultOf({ ...named, name, unit, value, peerValue, better: 'more' });
  return [
    row('decode and parse', 'MB/s', speed(own), speed(peer)),
    row(`read, of ${files}`, 'feeds', read(own), read(peer)),
    ...(['id', 'link', 'title', 'date'] as const).map((field) =>
      row(`${field} as expected`, '%', of(own).fields[field], of(peer).fields[field]),
    ),
  ];
}

function crier(): Reader {
  const read = (bytes: Buffer): Entry[] =>
    readFeed(bytes).feed.items.map((item) => ({
      id: item.id,
      link: item.link,
      title: item.title,
      at: [item.published, item.updated].filter((date) => date !== null),
    }));
  return { name: 'crier', version: '', read };
}

/** Peers take text: a byte order mark, or what the declaration says, as most programs that use them do it. */
function naively(bytes: Buffer): string {
  const declared = /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(
    bytes.subarray(0, 200).toString('latin1'),
  )?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(bytes);
  } catch {
    return bytes.toString('utf8'); // a label that Node does not know
  }
}

function versionOf(name: string): string {
  const path = createRequire(import.meta.url)
    .resolve(name)
    .replace(new RegExp(`(.*node_modules/${name})/.*`), '$1/package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const datesOf = (...dates: unknown[]): number[] =>
  dates
    .map((date) => (date instanceof Date ? date.getTime() : readDate(text(date) ?? '')))
    .filter((date): date is number => date !== null && !Number.isNaN(date));

// biome-ignore lint/suspicious/noExplicitAny: each format of a peer has a shape of its own
type Loose = any;

function feedsmith(): Reader {
  const read = (bytes: Buffer): Entry[] => {
    const { feed } = readByFeedsmith(naively(bytes)) as { feed: Loose };
    return (feed.items ?? feed.entries ?? []).map((item: Loose) => ({
      id: text(item.guid?.value ?? item.guid ?? item.id ?? item.rdf?.about),
      link:
        text(item.link) ??
        text(item.url) ??
        text(
          (item.links?.find((one: Loose) => (one.rel ?? 'alternate') === 'alternate') ?? item.links?.[0])
            ?.href,
        ),
      title: text(item.title?.value ?? item.title ?? item.dc?.title ?? item.dc?.titles?.[0]),
      at: datesOf(
        item.pubDate,
        item.published,
        item.date_published,
        item.dc?.date,
        item.dc?.dates?.[0],
        item.updated,
        item.issued,
        item.modified,
        item.created,
      ),
    }));
  };
  return { name: 'feedsmith', version: versionOf('feedsmith'), read };
}

function rssParser(): Reader {
  const parser = new RssParser();
  const read = async (bytes: Buffer): Promise<Entry[]> => {
    const { items } = (await parser.parseString(naively(bytes))) as Loose;
    return items.map((item: Loose) => ({
      id: text(item.guid ?? item.id),
      link: text(item.link),
      title: text(item.title),
      at: datesOf(item.isoDate, item.pubDate, item['dc:date'], item.date),
    }));
  };
  return { name: 'rss-parser', version: versionOf('rss-parser'), read };
}

function rowanmanning(): Reader {
  const read = (bytes: Buffer): Entry[] =>
    readByRowan(naively(bytes)).items.map((item) => ({
      id: text(item.id),
      link: text(item.url),
      title: text(item.title),
      at: datesOf(item.published, item.updated),
    }));
  return { name: '@rowanmanning/feed-parser', version: versionOf('@rowanmanning/feed-parser'), read };
}
