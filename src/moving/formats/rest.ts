/**
 * A WordPress site asked through its REST interface: page by page, one question at a time, with a rest where it wants one. What it
 * gave is kept on disk, so that it is asked once, however often the move walks through it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { guardedFetch } from '../../kit/guarded-fetch.ts';
import type { Settings } from '../../kit/settings.ts';
import { openSpool, type Spool } from '../../store/spool.ts';
import { type JsonObject, objectOf, objectsIn, textIn } from '../json-values.ts';
import { type MoveRecord, type MoveSource, UnreadableSource } from '../records.ts';
import { jsonRows } from './json-rows.ts';
import { RestPlugins } from './rest-plugins.ts';
import { recordsOfRestPost, restAuthor, restFile, restReply, restTerm } from './rest-records.ts';
import { houseOf } from './wxr.ts';

const PER_PAGE = 100; // the most that WordPress gives; some hosts give fewer
const TRIES = 5; // of a page that a busy host does not give
const FEW_TRIES = 3; // of what can be done without, and of the first question: whoever waits wants to know
const WAIT = 2_000; // ms before it is asked again, doubled each time
const LONGEST_WAIT = 120_000; // ms that a host may ask for
const MOST_PAGES = 20_000; // of one kind: two million posts; a host that goes on lies

export interface RestWays {
  settings: Pick<Settings, 'trustedHosts' | 'address'>;
  /** How long a busy host is left alone at first; a test has no time. */
  wait?: number;
  /** How many pages of one kind are asked for; a test has none. */
  mostPages?: number;
  /** Kinds of item that are stories besides posts. */
  kinds?: readonly string[];
}

/** The source of a site's address. Nothing is asked before it is read. */
export function restSource(address: string, ways: RestWays): MoveSource {
  let spool: Spool | null = null;
  let refused: unknown = null;
  const read = async function* (): AsyncGenerator<MoveRecord> {
    if (!spool) {
      // A site that said no is not asked again by the second walk.
      if (refused) throw refused;
      const filled = openSpool();
      await new RestAsker(address, ways, filled).askAll().catch((error: unknown) => {
        filled.close();
        refused = error;
        throw error;
      });
      spool = filled;
    }
    for (const { thing } of spool.each<MoveRecord>('record')) yield thing;
    const broken = spool.get<string>('broken', '');
    if (broken !== null) throw new UnreadableSource(broken);
  };
  return { name: address, format: 'WordPress REST', size: null, read };
}

/** What such a site answered, kept in a file: posts, files, terms, authors or comments, one or many. */
export const isRestFile = (head: string): boolean =>
  /^\s*[[{]/.test(head) &&
  (/"(?:guid|title|content)"\s*:\s*\{\s*"rendered"/.test(head) ||
    (/"slug"\s*:/.test(head) && /"(?:avatar_urls|taxonomy|_links)"\s*:/.test(head)));

export function restFileSource(path: string, size: number | null): MoveSource {
  return {
    name: path,
    format: 'WordPress REST',
    size,
    async *read(hear) {
      let isFirst = true;
      for await (const { row } of jsonRows(path, oneOrMany, hear)) {
        if (isFirst) yield siteOfFirst(row);
        isFirst = false;
        yield* recordsOfAny(row);
      }
      if (isFirst) yield siteOfFirst({});
    },
  };
}

const oneOrMany = (head: string): string => (/^\s*\[/.test(head) ? '$.*' : '$');

/** The site, by where the first of its things stands. */
function siteOfFirst(row: JsonObject): MoveRecord {
  const link = textIn(row.link);
  const address = URL.canParse(link) ? new URL(link).origin : null;
  const origin = `wordpress:${address === null ? '' : houseOf(address)}`;
  return { kind: 'site', origin, address, name: '', tagline: '', language: null };
}

/** By what only things of its kind have. */
function* recordsOfAny(one: JsonObject): Generator<MoveRecord> {
  if (textIn(one.author_name) !== '' && one.post !== undefined) yield* [restReply(one) ?? []].flat();
  else if (textIn(one.source_url) !== '') yield restFile(one);
  else if (one.taxonomy !== undefined) yield* [restTerm(one) ?? []].flat();
  else if (one.content === undefined && one.name !== undefined) yield restAuthor(one);
  else yield* recordsOfRestPost(one);
}

type Answer = { page: JsonObject[]; pages: number } | { end: true } | { why: string };

class RestAsker {
  readonly #address: string;
  readonly #ways: RestWays;
  readonly #spool: Spool;
  #root = '';
  #plugins: RestPlugins | null = null;

  constructor(address: string, ways: RestWays, spool: Spool) {
    this.#address = address.replace(/\/+$/, '').replace(/\/wp-json(?:\/.*)?$/, '');
    this.#ways = ways;
    this.#spool = spool;
  }

  async askAll(): Promise<void> {
    this.#put(await this.#findSite());
    // What is not open to everybody is done without: posts bring their authors and terms along.
    await this.#askKind('users', (user) => restAuthor(user), false);
    await this.#askKind('categories', (term) => restTerm({ ...term, taxonomy: 'category' }), false);
    await this.#askKind('tags', (term) => restTerm({ ...term, taxonomy: 'post_tag' }), false);
    await this.#askKind('media', (file) => restFile(file), false);
    for (const kind of ['posts', 'pages', ...(this.#ways.kinds ?? [])]) {
      const isWhole = await this.#askKind(kind, (post) => [...recordsOfRestPost(post)], true, '&_embed=1');
      if (!isWhole) return;
    }
    await this.#askKind('comments', (comment) => restReply(comment), false);
  }

  #openPlugins(address: string, namespaces: unknown[]): RestPlugins {
    return new RestPlugins({
      address,
      hasCoauthors: namespaces.includes('coauthors/v1'),
      ask: async (path) => {
        const asked = this.#root.includes('?') ? path.replace('?', '&') : path;
        const answer = await this.#ask(`${this.#root}/${asked}`);
        return 'json' in answer ? answer.json : null;
      },
      page: async (link) => {
        const fetched = await this.#fetch(link, 'text/html');
        return fetched.ok && fetched.status === 200 ? new TextDecoder().decode(fetched.bytes) : null;
      },
    });
  }

  #put(record: MoveRecord): void {
    this.#spool.add('record', '', record);
  }

  async #findSite(): Promise<MoveRecord> {
    const said: string[] = [];
    for (const root of [`${this.#address}/wp-json`, `${this.#address}/?rest_route=`]) {
      const answer = await this.#ask(`${root}/`, FEW_TRIES);
      const site = 'why' in answer ? null : objectOf(answer.json);
      if (site && Array.isArray(site.namespaces) && site.namespaces.includes('wp/v2')) {
        this.#root = root;
        const address = (textIn(site.home) || this.#address).replace(/\/+$/, '');
        this.#plugins = this.#openPlugins(address, site.namespaces);
        return {
          kind: 'site',
          origin: `wordpress:${houseOf(address)}`,
          address,
          name: textIn(site.name),
          tagline: textIn(site.description),
          language: null,
        };
      }
      said.push('why' in answer ? answer.why : 'It does not answer as WordPress does.');
    }
    throw new UnreadableSource(
      `No WordPress was found there that can be asked. ${said[0]?.replace(INSTEAD, '').trim()} Export it instead (Tools, Export), and give the file.`,
    );
  }

  /** All pages of a kind; false where it broke off. `isNeeded`: then the whole says so. */
  async #askKind(
    kind: string,
    read: (one: JsonObject) => MoveRecord | MoveRecord[] | null,
    isNeeded: boolean,
    more = '',
  ): Promise<boolean> {
    const seen = new Set<string>();
    const most = this.#ways.mostPages ?? MOST_PAGES;
    for (let number = 1; number <= most; number += 1) {
      const answer = await this.#askPage(kind, number, { more, tries: isNeeded ? TRIES : FEW_TRIES });
      if ('why' in answer) {
        if (isNeeded) this.#spool.put('broken', '', `${kind}, page ${number}: ${answer.why}`);
        return false;
      }
      if ('end' in answer) return true;
      const fresh = answer.page.filter(({ id }) => textIn(id) !== '' && !seen.has(textIn(id)));
      for (const one of await this.#withMore(kind, fresh)) {
        seen.add(textIn(one.id));
        for (const record of [read(one) ?? []].flat()) this.#put(record);
      }
      // A host that gives the same page again and again has no more.
      if (fresh.length === 0 || (answer.pages > 0 && number >= answer.pages)) return true;
    }
    if (isNeeded)
      this.#spool.put('broken', '', `${kind}: It goes on and on; what came until here was taken.`);
    return false;
  }

  /** Posts as their plugins complete them. */
  async #withMore(kind: string, things: JsonObject[]): Promise<JsonObject[]> {
    if (!this.#plugins || /^(?:users|categories|tags|media|comments)$/.test(kind)) return things;
    for (const author of await this.#plugins.authorsOf(things)) this.#put(author);
    return this.#plugins.withLanguages(things);
  }

  async #askPage(
    kind: string,
    number: number,
    { more, tries }: { more: string; tries: number },
  ): Promise<Answer> {
    const order = kind === 'users' || kind === 'media' ? '' : '&orderby=id&order=asc';
    const mark = this.#root.includes('?') ? '&' : '?';
    const asked = `${this.#root}/wp/v2/${kind}${mark}per_page=${PER_PAGE}&page=${number}${order}${more}`;
    const answer = await this.#ask(asked, tries);
    if ('why' in answer) return answer.isEnd && number > 1 ? { end: true } : { why: answer.why };
    if (!Array.isArray(answer.json)) return { why: 'It answers with something else than a list.' };
    return answer.json.length === 0 ? { end: true } : { page: objectsIn(answer.json), pages: answer.pages };
  }

  #fetch(address: string, accept: string): ReturnType<typeof guardedFetch> {
    const { settings } = this.#ways;
    return guardedFetch({
      address,
      headers: { accept },
      trustedHosts: settings.trustedHosts,
      newsroomAddress: settings.address,
      limits: { firstByteMs: 60_000, totalMs: 120_000, bytes: 60_000_000 },
    });
  }

  /** Asks once more, later, what a busy host did not give. */
  async #ask(
    address: string,
    tries = FEW_TRIES,
  ): Promise<{ json: unknown; pages: number } | { why: string; isEnd: boolean }> {
    const first = this.#ways.wait ?? WAIT;
    let why = '';
    for (let tried = 0; tried < tries; tried += 1) {
      const fetched = await this.#fetch(address, 'application/json');
      let wait = first * 2 ** tried;
      if (fetched.ok) {
        const { status, headers, bytes } = fetched;
        if (status === 200) {
          const json = parsed(bytes);
          return json === undefined
            ? { why: 'It answers with something else than JSON.', isEnd: false }
            : { json, pages: Number(headers['x-wp-totalpages']) || 0 };
        }
        why = saidOfStatus(status);
        if (status === 400 || status === 404) return { why, isEnd: true };
        if (status < 500 && status !== 429) return { why, isEnd: false };
        wait = Math.max(wait, Math.min(Number(headers['retry-after']) * 1_000 || 0, LONGEST_WAIT));
      } else {
        why = fetched.words;
        if (!/^(?:timed-out|unreachable|broken-answer)$/.test(fetched.why)) return { why, isEnd: false };
      }
      if (tried + 1 < tries) await pause(wait);
    }
    return { why, isEnd: false };
  }
}

const INSTEAD = 'Export it instead (Tools, Export).';

function saidOfStatus(status: number): string {
  if (status === 401 || status === 403)
    return `It may not be asked (${status}): somebody closed this door. ${INSTEAD}`;
  return `It answers ${status}.`;
}

/** Some plugins write notes of PHP before the JSON. */
function parsed(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, '');
  const from = text.search(/[[{]/);
  try {
    return JSON.parse(from > 0 ? text.slice(from) : text);
  } catch {
    return undefined; // not JSON: JSON.parse has no other way to say so
  }
}
