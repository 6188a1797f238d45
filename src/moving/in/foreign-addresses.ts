/** Links of the other house to itself, led to where things stand here: what comes in this run, and what came in those before. */
import { findOldAddress } from '../addresses/find-old.ts';
import { oldKey } from '../addresses/old-address.ts';
import { hasOldAddresses } from '../addresses/queries.ts';
import { attributesOfTag, recordingsIn } from '../markup/pictures.ts';
import { type PostRecord, UNKNOWN_HOUSE } from '../records.ts';
import type { Places } from './places.ts';
import type { PostPlan } from './survey.ts';
import { baseOf, type MoveWorld } from './world.ts';

export class ForeignAddresses {
  readonly #world: MoveWorld;
  readonly #places: Places;
  /** Of the house: its own, and those at which many of its posts stand. */
  readonly #hosts: ReadonlySet<string>;
  /** Whether anything came before this run; null until it was asked. */
  #cameBefore: boolean | null = null;

  constructor(world: MoveWorld, places: Places) {
    this.#world = world;
    this.#places = places;
    const { site, hosts } = world.survey;
    this.#hosts = new Set(
      [plainHost(UNKNOWN_HOUSE), plainHost(site.address ?? ''), ...hosts].filter(Boolean),
    );
  }

  /** Looks up what these posts link to and this run does not bring: an export may hold the newest posts only. */
  async learn(posts: readonly LinkingPost[]): Promise<void> {
    const { newsroom, spool } = this.#world;
    this.#cameBefore ??= await hasOldAddresses(newsroom);
    if (!this.#cameBefore) return;
    for (const href of posts.flatMap((open) => linksIn(open.html, baseOf(this.#world, open.post)))) {
      const key = this.#hosts.has(plainHost(href)) ? oldKey(href) : '';
      if (key === '' || spool.has('path', key) || spool.has('learnt', key)) continue;
      const answer = await findOldAddress(newsroom, href);
      spool.put('learnt', key, answer?.status === 301 ? answer.path : '');
    }
  }

  /** Whether it is a document or a recording of the other house. */
  isFileThere(href: string): boolean {
    if (!URL.canParse(href) || href.startsWith(UNKNOWN_HOUSE)) return false;
    return this.#hosts.has(plainHost(href)) && FILE.test(new URL(href).pathname);
  }

  /** Documents and recordings of the other house that a text links to or plays, each once. */
  filesOf({ html, post }: LinkingPost): string[] {
    const base = baseOf(this.#world, post);
    return [...new Set([...linksIn(html, base), ...recordingsIn(html, base)])].filter((href) =>
      this.isFileThere(href),
    );
  }

  /** Ours, in full; null for an address of somebody else's, and for one that is not known to be a page. */
  here(href: string): string | null {
    if (!URL.canParse(href) || !this.#hosts.has(plainHost(href))) return null;
    const { spool, newsroom } = this.#world;
    const key = oldKey(href);
    const id = spool.get<string>('path', key);
    const plan = id === null ? null : spool.get<PostPlan>('plan', id);
    if (plan) return newsroom.settings.address + this.#places.pathOf(plan) + new URL(href).hash;
    const learnt = spool.get<string>('learnt', key) ?? '';
    if (learnt !== '') return newsroom.settings.address + learnt + new URL(href).hash;
    const [, taxonomy, slug] = /\/(category|tag)\/(?:[^/]+\/)*([^/]+)$/.exec(key) ?? [];
    if (!taxonomy || !spool.has('term', `${taxonomy} ${slug}`)) return null;
    // Where it leads is known once it was made; until then its old path does, here.
    return `${newsroom.settings.address}/${taxonomy}/${encodeURIComponent(slug ?? '')}`;
  }
}

/** Documents and recordings by the ends of their names. */
const FILE =
  /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|epub|zip|mp3|m4a|og[agv]|opus|wav|flac|aac|mp4|m4v|mov|webm|avi|wmv|mkv|mpe?g)$/i;

/** A post with its markup as readers saw it. */
interface LinkingPost {
  post: PostRecord;
  html: string;
}

/** Where the links of a text lead, in full. */
function linksIn(html: string, base: string): string[] {
  return [...html.matchAll(/<a\b([^<>]*)>/gi)].flatMap(([, words = '']) => {
    const { href = '' } = attributesOfTag(words);
    return href !== '' && URL.canParse(href, base) ? [new URL(href, base).href] : [];
  });
}

function plainHost(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : '';
}
