/** Ghost's export, versions 1 to 6: one JSON of its tables. What Ghost made of a text is taken; what only its editor has is read. */

import { type JsonObject, objectsIn, textIn, textOrNull } from '../json-values.ts';
import type { AuthorRecord, MoveRecord, MoveSource, PostRecord, PostState } from '../records.ts';
import { UnreadableSource } from '../records.ts';
import { ghostText } from './ghost-editors.ts';
import { withPlainCards } from './ghost-page.ts';
import { jsonRows } from './json-rows.ts';
import { forMembersOnly } from './members-only.ts';
import { anyTime } from './times.ts';
import { houseOf } from './wxr.ts';

export const isGhost = (head: string): boolean =>
  /^\s*\{/.test(head) &&
  (/"db"\s*:\s*\[\s*\{/.test(head) ||
    /"exported_on"\s*:/.test(head) ||
    /^\s*\{\s*"(?:meta|data)"\s*:\s*\{/.test(head) ||
    /"posts(?:_authors|_meta|_tags)?"\s*:\s*\[/.test(head));

/** `from`: the site's address, which the file does not say. */
export function ghostSource(path: string, size: number | null, from: string | null): MoveSource {
  const read: MoveSource['read'] = (hear) => readGhost(path, from, hear);
  return { name: path, format: 'Ghost export', size, lacksAddress: from === null, read };
}

async function* readGhost(
  path: string,
  from: string | null,
  hear?: (bytes: number) => void,
): AsyncGenerator<MoveRecord> {
  const data = await tablesOf(path);
  const settings = new Map(data.settings.map((row) => [textIn(row.key), textIn(row.value)]));
  const site = { address: from, settings };
  yield siteOf(site);
  const tables = new GhostTables(data);
  for (const user of data.users) yield authorOf(user);
  for (const tag of data.tags)
    if (isPublic(tag))
      for (const taxonomy of ['category', 'tag'] as const)
        yield {
          kind: 'term',
          taxonomy,
          slug: textIn(tag.slug),
          name: textIn(tag.name),
          parent: null,
          number: null,
        };
  for await (const { list, row } of jsonRows(path, placeOfRows, hear))
    if (list === 'posts') {
      // What its interface answers has them within each post.
      if (data.users.length === 0) for (const author of objectsIn(row.authors)) yield authorOf(author);
      yield postOf(row, tables, site);
    } else if (list === 'members') yield* memberOf(row);
}

/** Where the rows of its tables stand: versions differ in what is put round them. */
function placeOfRows(head: string): string {
  const around = head.split(/"posts"\s*:/, 1)[0] ?? '';
  const db = /"db"\s*:\s*\[/.test(around) ? '.db.*' : '';
  return `$${db}${/"data"\s*:\s*\{/.test(around) ? '.data' : ''}.*.*`;
}

/** Tables that posts are read with: in the file they may stand behind them, so that it is gone through twice. */
const smallTables = ['settings', 'users', 'tags', 'posts_tags', 'posts_authors', 'posts_meta'] as const;
type GhostData = Record<(typeof smallTables)[number], JsonObject[]>;

async function tablesOf(path: string): Promise<GhostData> {
  const data = Object.fromEntries(smallTables.map((name) => [name, []])) as unknown as GhostData;
  let isAny = false;
  for await (const { list, row } of jsonRows(path, placeOfRows)) {
    if (Object.hasOwn(data, list)) data[list as keyof GhostData].push(row);
    isAny ||= list === 'posts' || list === 'members';
  }
  if (!isAny) throw new UnreadableSource('There are no posts in it.');
  return data;
}

interface GhostSite {
  address: string | null;
  settings: ReadonlyMap<string, string>;
}

function siteOf({ address, settings }: GhostSite): MoveRecord {
  return {
    kind: 'site',
    origin: `ghost:${address === null ? '' : houseOf(address)}`,
    address,
    name: settings.get('title') ?? '',
    tagline: settings.get('description') ?? '',
    language: settings.get('locale') || settings.get('lang') || settings.get('default_locale') || null,
  };
}

/** Tags whose names begin with a hash are the desk's own. */
const isPublic = (tag: JsonObject): boolean =>
  tag.visibility !== 'internal' && !textIn(tag.name).startsWith('#');

/** Which rows belong to which post, in their order. */
class GhostTables {
  readonly #tags: Map<string, JsonObject[]>;
  readonly #authors: Map<string, JsonObject[]>;
  readonly #meta: Map<string, JsonObject>;
  readonly #users: Map<string, JsonObject>;

  constructor(data: GhostData) {
    const byId = (rows: JsonObject[]) => new Map(rows.map((row) => [textIn(row.id), row]));
    this.#users = byId(data.users);
    this.#tags = joined(data.posts_tags, 'tag_id', byId(data.tags));
    this.#authors = joined(data.posts_authors, 'author_id', this.#users);
    this.#meta = new Map(data.posts_meta.map((row) => [textIn(row.post_id), row]));
  }

  tagsOf(post: JsonObject): JsonObject[] {
    return this.#tags.get(textIn(post.id)) ?? objectsIn(post.tags);
  }

  authorsOf(post: JsonObject): JsonObject[] {
    const listed = this.#authors.get(textIn(post.id)) ?? [];
    const one = this.#users.get(textIn(post.author_id) || textIn(post.author));
    return listed.length > 0 ? listed : one ? [one] : objectsIn(post.authors);
  }

  metaOf(post: JsonObject): JsonObject {
    return this.#meta.get(textIn(post.id)) ?? {};
  }
}

function joined(
  rows: JsonObject[],
  column: string,
  to: ReadonlyMap<string, JsonObject>,
): Map<string, JsonObject[]> {
  const found = new Map<string, JsonObject[]>();
  const ordered = rows.toSorted((one, other) => Number(one.sort_order ?? 0) - Number(other.sort_order ?? 0));
  for (const row of ordered) {
    const other = to.get(textIn(row[column]));
    if (!other) continue;
    const post = textIn(row.post_id);
    const list = found.get(post);
    if (list) list.push(other);
    else found.set(post, [other]);
  }
  return found;
}

function authorOf(user: JsonObject): AuthorRecord {
  return {
    kind: 'author',
    id: textIn(user.slug) || textIn(user.id),
    name: textIn(user.name),
    email: textOrNull(user.email),
    bio: textIn(user.bio),
    slug: textIn(user.slug),
    number: null,
  };
}

const states: Record<string, PostState> = { published: 'published', scheduled: 'scheduled', draft: 'draft' };

const stateOf = (post: JsonObject): PostState =>
  forMembersOnly(states[textIn(post.status)] ?? 'draft', () => !isForAll(post));

const isForAll = ({ visibility }: JsonObject): boolean => ['', 'public'].includes(textIn(visibility));

function postOf(post: JsonObject, tables: GhostTables, { address }: GhostSite): PostRecord {
  const meta = tables.metaOf(post);
  const tags = tables.tagsOf(post).filter(isPublic);
  const type = post.type === 'page' || post.page === true || post.page === 1 ? 'page' : 'post';
  const status = textIn(post.status);
  const slug = textIn(post.slug);
  const whole = (text: string) => withAddress(text, address);
  const words = textOf(post);
  const lead = textIn(post.feature_image) || textIn(post.image);
  const canonical = textIn(post.canonical_url);
  const at = (value: unknown) => {
    const found = anyTime(value);
    return found === null ? null : { at: found };
  };
  return {
    kind: 'post',
    id: textIn(post.id),
    type,
    state: stateOf(post),
    ...(!isForAll(post) && { readers: READERS[textIn(post.visibility)] ?? 'some' }),
    headline: textIn(post.title),
    dek: textIn(post.custom_excerpt),
    slug,
    address: address === null || slug === '' ? null : `${address}/${slug}/`,
    alsoAt:
      slug === '' ? [] : [`/${slug}/`, ...tags.slice(0, 1).map((tag) => `/${textIn(tag.slug)}/${slug}/`)],
    guid: textOrNull(post.comment_id) ?? textOrNull(post.id),
    authors: tables.authorsOf(post).map((user) => textIn(user.slug) || textIn(user.id)),
    terms: tags.map((tag, place) => ({
      taxonomy: place === 0 && type === 'post' ? 'category' : 'tag',
      slug: textIn(tag.slug),
      name: textIn(tag.name),
    })),
    primary: null,
    markup: 'html',
    html: whole(words.html),
    language: textOrNull(post.locale),
    group: null,
    published: at(post.published_at),
    changed: at(post.updated_at),
    picture:
      lead === ''
        ? null
        : {
            attachment: null,
            address: whole(lead),
            alt: textIn(meta.feature_image_alt) || textIn(post.feature_image_alt),
            caption: textIn(meta.feature_image_caption) || textIn(post.feature_image_caption),
          },
    corrections: [],
    repliesOpen: true,
    isSticky: post.featured === true || post.featured === 1,
    odd: [...words.odd, ...oddOf({ status, canonical, address })],
  };
}

const READERS: Record<string, string> = {
  paid: 'paying members',
  members: 'members',
  tiers: 'members of some tiers',
};

function oddOf({
  status,
  canonical,
  address,
}: {
  status: string;
  canonical: string;
  address: string | null;
}): string[] {
  const isElsewhere = canonical !== '' && (address === null || !canonical.startsWith(address));
  return [
    ...(status === 'sent' ? ['It was sent as a letter only: a draft here.'] : []),
    ...(isElsewhere
      ? [`It names ${canonical} as where it was first published: add that as a step of how it came.`]
      : []),
  ];
}

/** `__GHOST_URL__` stands for the site's address. */
const withAddress = (text: string, address: string | null): string =>
  text.replaceAll('__GHOST_URL__', address ?? '').replaceAll('%7B%7BGHOST_URL%7D%7D', address ?? '');

const BROKEN_TEXT =
  'What the editor there kept of its text is broken: its plain words stand in, where there are any.';

/** The HTML that Ghost made; where there is none, what its editor keeps. */
function textOf(post: JsonObject): { html: string; odd: string[] } {
  const html = textIn(post.html);
  if (html.trim() !== '') return { html: withPlainCards(html), odd: [] };
  const kept = [textOrNull(post.mobiledoc), textOrNull(post.lexical)] as const;
  const read = ghostText(...kept);
  if (!read) {
    const isBroken = kept.some((text) => text !== null && text.trim() !== '');
    return { html: textIn(post.plaintext), odd: isBroken ? [BROKEN_TEXT] : [] };
  }
  const { unknown } = read;
  return {
    html: read.html,
    odd:
      unknown.length === 0
        ? []
        : [`Cards that are not known here stand as a link or by their names: ${unknown.join(', ')}.`],
  };
}

function* memberOf(member: JsonObject): Generator<MoveRecord> {
  const email = textIn(member.email).trim();
  if (!email.includes('@')) return;
  const wantsLetters = member.subscribed !== false && member.subscribed !== 0 && member.email_disabled !== 1;
  yield {
    kind: 'member',
    email,
    name: textIn(member.name),
    language: null,
    wantsLetters,
    since: anyTime(member.created_at),
  };
}
