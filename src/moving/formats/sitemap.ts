/** The addresses that a site's map lists (sitemaps.org 0.9): of a file or an address, a map, an index of maps, packed, or plain lines. */
import { gunzipSync } from 'node:zlib';
import { guardedFetch } from '../../kit/guarded-fetch.ts';
import { UnreadableSource } from '../records.ts';
import { fileText } from './open-file.ts';
import type { RestWays } from './rest.ts';
import { childWords } from './wxr-words.ts';
import { xmlRecords } from './xml-records.ts';

const LARGEST = 60_000_000; // bytes of one map, unpacked; the standard allows 50 MB
const MOST_MAPS = 2_000; // in all; an index that names itself ends there

/** Each address once, in the order of the maps. Refuses in words what cannot be read. */
export async function* sitemapAddresses(place: string, ways: RestWays): AsyncGenerator<string> {
  const waiting = [place];
  const seen = new Set(waiting);
  const given = new Set<string>();
  for (const map of waiting) {
    for await (const { kind, address } of entriesOf(map, ways)) {
      if (kind === 'map' && !seen.has(address) && seen.size < MOST_MAPS) {
        seen.add(address);
        waiting.push(address);
      } else if (kind === 'page' && !given.has(address)) {
        given.add(address);
        yield address;
      }
    }
  }
}

interface MapEntry {
  kind: 'map' | 'page';
  address: string;
}

async function* entriesOf(place: string, ways: RestWays): AsyncGenerator<MapEntry> {
  let head = '';
  const whole: string[] = [];
  for await (const piece of textAt(place, ways)) {
    whole.push(piece);
    if (head.length < 1_000) head += piece;
  }
  if (!head.trimStart().startsWith('<')) {
    for (const line of whole.join('').split('\n'))
      if (URL.canParse(line.trim())) yield { kind: 'page', address: line.trim() };
    return;
  }
  if (!/<(?:\w+:)?(?:urlset|sitemapindex)\b/.test(head))
    throw new UnreadableSource(`${place}: This is no map of a site.`);
  for await (const record of xmlRecords(inPieces(whole), { records: new Set(['url', 'sitemap']) })) {
    const address = childWords(record, 'loc');
    if (URL.canParse(address)) yield { kind: record.name === 'sitemap' ? 'map' : 'page', address };
  }
}

async function* inPieces(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}

async function* textAt(place: string, { settings }: RestWays): AsyncGenerator<string> {
  if (!/^https?:\/\//i.test(place)) {
    yield* fileText(place);
    return;
  }
  const fetched = await guardedFetch({
    address: place,
    trustedHosts: settings.trustedHosts,
    newsroomAddress: settings.address,
    limits: { bytes: LARGEST, totalMs: 120_000 },
  });
  if (!fetched.ok) throw new UnreadableSource(`${place}: ${fetched.words}`);
  if (fetched.status !== 200) throw new UnreadableSource(`${place}: It answers ${fetched.status}.`);
  const bytes = Buffer.from(fetched.bytes);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  yield (isPacked ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes).toString('utf8');
}
