/** Copy to judge the checks on: clean sides of DEMETR, PolNeAR, the wires in corpora/real, and our own pieces. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Checkable } from '../src/checks/check.ts';
import { htmlToText } from '../src/kit/safe-html.ts';
import { languageOf } from '../src/wire/reading/language.ts';
import { readFeed } from '../src/wire/reading/read-feed.ts';

export const corpora = fileURLToPath(new URL('../../shared/corpora', import.meta.url));

export interface Piece {
  name: string;
  copy: Checkable;
}

/** A text alone: nothing of a story's other parts is asked for. */
export function bare(bodyText: string, language: string, more: Partial<Checkable> = {}): Checkable {
  return {
    ...{ headline: '', dek: '', byline: '', pickedUp: false, credit: '', originalLink: null, hops: [] },
    ...{ bodyText, language, isBare: true },
    ...more,
  };
}

export interface Perturbed {
  id: number;
  eng_sent: string;
  mt_sent: string;
  pert_sent: string;
  pert_check: boolean;
  pert_name: string;
}

const demetr = join(corpora, 'demetr/dataset');

export function hasCorpora(): boolean {
  return existsSync(demetr);
}

/** Each file of DEMETR: one kind of error, planted in a thousand sentences. */
export function listPerturbed(): { kind: string; items: Perturbed[] }[] {
  return readdirSync(demetr)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      kind: name.replace(/\.json$/u, ''),
      items: JSON.parse(readFileSync(join(demetr, name), 'utf8')) as Perturbed[],
    }));
}

export function cleanSentences(side: 'eng_sent' | 'mt_sent'): Piece[] {
  const [first] = listPerturbed();
  return (first?.items ?? []).map((item) => ({ name: `${side} ${item.id}`, copy: bare(item[side], 'en') }));
}

/** News stories, whole; the name of each holds its day. */
export function newsStories(): Piece[] {
  const folder = join(corpora, 'polnear/data/dev/text');
  return readdirSync(folder).map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const day = /\d{4}-\d\d-\d\d/u.exec(name)?.[0];
    const publishedAt = day ? Date.parse(`${day}T12:00:00Z`) : undefined;
    const { headline, body } = parted(text);
    return { name, copy: bare(body, 'en', { headline, publishedAt }) };
  });
}

function parted(text: string): { headline: string; body: string } {
  const end = text.indexOf('\n');
  const first = end < 0 ? '' : text.slice(0, end).trim();
  return first.length < 200
    ? { headline: first, body: text.slice(end + 1).trim() }
    : { headline: '', body: text };
}

const LEAST = 200; // units of an item that is a text and not a line

/** Items of real feeds: wild copy, not clean; what is told of it is read by hand. */
export async function wildItems(most: number): Promise<Piece[]> {
  const folder = join(corpora, 'real');
  const pieces: Piece[] = [];
  for (const name of readdirSync(folder).filter((each) => /\.(?:xml|rss|atom|json)$/u.test(each))) {
    const { feed } = readFeed(readFileSync(join(folder, name)));
    for (const item of feed.items.slice(0, 5)) {
      const text = htmlToText(item.html);
      if (text.length < LEAST || pieces.length >= most) continue;
      const { language } = await languageOf(text, item.language ?? feed.language);
      const publishedAt = item.published ?? undefined;
      pieces.push({
        name: `${name} ${item.title}`,
        copy: bare(text, language ?? '', { headline: item.title, publishedAt }),
      });
    }
  }
  return pieces;
}
