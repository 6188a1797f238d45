/**
 * WordPress's export, WXR 1.0 to 1.2, as records: RSS with a namespace of its own. Prefixes are those that a file declares, else
 * their usual names, since files without declarations are met; `attachment_url` says where a file is, never `guid`.
 */

import {
  type AuthorRecord,
  type MoveRecord,
  type MoveSource,
  type SiteRecord,
  UnreadableSource,
} from '../records.ts';
import { fileText } from './open-file.ts';
import { recordsOfItem } from './wxr-item.ts';
import { HouseLanguages } from './wxr-languages.ts';
import { loginSlug } from './wxr-people.ts';
import { categoryOrTag, WxrTerms } from './wxr-terms.ts';
import { childWords } from './wxr-words.ts';
import { type XmlRecord, xmlRecords } from './xml-records.ts';

const RECORDS = new Set([
  'item',
  'wp:author',
  'wp:wp_author',
  'wp:category',
  'wp:tag',
  'wp:term',
  'wp:wxr_version',
  'wp:base_site_url',
  'wp:base_blog_url',
  'title',
  'link',
  'description',
  'language',
  'generator',
]);

/** Until 2.4 WordPress wrote the markup of replies as it was. */
const IS_MARKUP = (name: string): boolean => name === 'wp:comment_content' || name === 'content:encoded';

function prefixOf(namespace: string): string | null {
  if (/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/.test(namespace)) return 'excerpt';
  if (/wordpress\.org\/export\/[\d.]+\/?$/.test(namespace)) return 'wp';
  if (/purl\.org\/rss\/1\.0\/modules\/content\/?$/.test(namespace)) return 'content';
  return /purl\.org\/dc\/elements\/1\.1\/?$/.test(namespace) ? 'dc' : null;
}

/** Whether the beginning of a file is of one. */
export const isWxr = (head: string): boolean =>
  /<rss[\s>]/.test(head) && /wp:|wordpress\.org\/export/.test(head);

/** `kinds` are stories besides posts. */
export function wxrSource(path: string, size: number | null, kinds: readonly string[] = []): MoveSource {
  const stories = new Set(['post', 'page', ...kinds]);
  return { name: path, format: 'WordPress export', size, read: (hear) => readWxr(path, stories, hear) };
}

async function* readWxr(
  path: string,
  stories: ReadonlySet<string>,
  hear?: (bytes: number) => void,
): AsyncGenerator<MoveRecord> {
  const head = new Map<string, string>();
  let isSaid = false;
  const terms = new WxrTerms();
  const languages = new HouseLanguages();
  const reading = xmlRecords(fileText(path, hear), { records: RECORDS, prefixOf, isMarkup: IS_MARKUP });
  for (;;) {
    const next = await reading.next();
    if (next.done) {
      if (!next.value.isWhole)
        throw new UnreadableSource(
          next.value.root === null
            ? 'There is no XML in it.'
            : 'It is cut off: what stands before its end was read. Export it once more.',
        );
      if (!isSaid) yield siteOf(head);
      return;
    }
    const record = next.value;
    if (isHead(record)) {
      if (!head.has(record.name)) head.set(record.name, record.text.trim());
      continue;
    }
    if (!isSaid) yield siteOf(head);
    isSaid = true;
    const { address } = siteOf(head);
    for (const read of recordsOf(record, terms, stories)) yield* languages.read(read, address);
  }
}

const isHead = ({ name }: XmlRecord): boolean =>
  /^(?:title|link|description|language|generator|wp:wxr_version|wp:base_\w+)$/.test(name);

function siteOf(head: Map<string, string>): SiteRecord {
  const address = (head.get('wp:base_blog_url') || head.get('link') || '').replace(/\/+$/, '');
  return {
    kind: 'site',
    origin: `wordpress:${houseOf(address)}`,
    address: URL.canParse(address) ? address : null,
    name: head.get('title') ?? '',
    tagline: head.get('description') ?? '',
    language: head.get('language')?.trim() || null,
  };
}

/** One house has one name, whether it is asked by http or https, with `www.` or without. */
export function houseOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { host, pathname } = new URL(address);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`;
}

function* recordsOf(record: XmlRecord, terms: WxrTerms, stories: ReadonlySet<string>): Generator<MoveRecord> {
  if (record.name === 'item') yield* recordsOfItem(record, terms, stories);
  else if (/author$/.test(record.name)) {
    const author = authorOf(record);
    terms.meetAuthor(author.number, author.id);
    yield author;
  } else if (record.name === 'wp:category') {
    yield categoryOrTag(record, 'category', 'wp:category_nicename', 'wp:cat_name');
    yield* terms.translationsOf(record);
  } else if (record.name === 'wp:tag') {
    yield categoryOrTag(record, 'tag', 'wp:tag_slug', 'wp:tag_name');
    yield* terms.translationsOf(record);
  } else yield* terms.recordsOf(record);
}

function authorOf(record: XmlRecord): AuthorRecord {
  const login = childWords(record, 'wp:author_login');
  const parts = [childWords(record, 'wp:author_first_name'), childWords(record, 'wp:author_last_name')];
  const name = childWords(record, 'wp:author_display_name') || parts.filter(Boolean).join(' ') || login;
  return {
    kind: 'author',
    id: login || childWords(record, 'wp:author_id'),
    name,
    email: childWords(record, 'wp:author_email') || null,
    bio: '',
    slug: loginSlug(login),
    number: childWords(record, 'wp:author_id') || null,
  };
}
