/** What plugins answer besides: who wrote, by Co-Authors Plus, and which language stands below which word of its addresses. */

import { type JsonObject, objectsIn, textIn } from '../json-values.ts';
import type { MoveRecord } from '../records.ts';
import { coauthorsOf, restCoauthor } from './rest-records.ts';

export interface PluginWays {
  /** The site's own address. */
  address: string;
  /** Whether Co-Authors Plus answers there. */
  hasCoauthors: boolean;
  /** What a path below its interface answers; null where it does not. */
  ask(path: string): Promise<unknown>;
  /** A page as readers get it; null where there is none. */
  page(address: string): Promise<string | null>;
}

export class RestPlugins {
  readonly #ways: PluginWays;
  /** Authors whose names are known. */
  readonly #named = new Set<string>();
  readonly #languages = new Map<string, string | null>();

  constructor(ways: PluginWays) {
    this.#ways = ways;
  }

  /** Names of who wrote these, where only their logins are known yet: once for each of them. */
  async authorsOf(posts: readonly JsonObject[]): Promise<MoveRecord[]> {
    if (!this.#ways.hasCoauthors) return [];
    const found: MoveRecord[] = [];
    for (const post of posts) {
      const unnamed = coauthorsOf(post).filter((id) => !this.#named.has(id));
      if (unnamed.length === 0) continue;
      const answer = await this.#ways.ask(`coauthors/v1/coauthors?post_id=${textIn(post.id)}`);
      const authors = objectsIn(answer).map(restCoauthor);
      found.push(...authors.filter(({ id, name }) => unnamed.includes(id) && name !== ''));
      for (const id of unnamed) this.#named.add(id);
    }
    return found;
  }

  /** Says of each in which language it is, where its address does and the first page of that language agrees. */
  async withLanguages(posts: readonly JsonObject[]): Promise<JsonObject[]> {
    const said: JsonObject[] = [];
    for (const post of posts) {
      const lang = textIn(post.lang) || (await this.#languageAt(textIn(post.link)));
      said.push(lang === null ? post : { ...post, lang });
    }
    return said;
  }

  async #languageAt(link: string): Promise<string | null> {
    const { address } = this.#ways;
    const below = link.startsWith(`${address}/`) ? link.slice(address.length + 1) : '';
    const [, word = ''] = /^([a-z]{2,3}(?:-[a-z]{2,4})?)\/./i.exec(below) ?? [];
    if (word === '') return null;
    const known = this.#languages.get(word);
    if (known !== undefined) return known;
    // A section may be called as a language is: the page itself says which it is.
    const html = (await this.#ways.page(link)) ?? '';
    const [, tag = ''] = /<html\b[^>]*\blang\s*=\s*["']?([\w-]+)/i.exec(html) ?? [];
    const primary = (text: string) => text.split('-')[0]?.toLowerCase();
    const isSo = primary(tag) === primary(word) || (tag !== '' && html.includes(`hreflang="${tag}"`));
    const language = isSo ? tag : null;
    this.#languages.set(word, language);
    return language;
  }
}
