/** Links of the other house to itself, led to where things stand here: what comes in this run, and what came in those before. */
import { storyPath } from '../../stories/story.ts';
import { oldKey } from '../addresses/old-address.ts';
import { attributesOfTag, recordingsIn } from '../markup/pictures.ts';
import { UNKNOWN_HOUSE } from '../records.ts';
import type { OpenPost, PostPlan, PostReading } from './reading.ts';

export class HouseLinks {
  readonly #reading: PostReading;
  /** Of the house: its own, and those at which many of its posts stand. */
  readonly #hosts: ReadonlySet<string>;

  constructor(reading: PostReading) {
    this.#reading = reading;
    const { site, hosts } = reading;
    this.#hosts = new Set(
      [plainHost(UNKNOWN_HOUSE), plainHost(site.address ?? ''), ...hosts].filter(Boolean),
    );
  }

  /** Links of a text to the house, other than to what comes in this run. */
  elsewhereOf(html: string, base: string): OpenPost['links'] {
    return linksIn(html, base).flatMap((href) => {
      const key = this.#hosts.has(plainHost(href)) ? oldKey(href) : '';
      return key === '' || this.#reading.spool.has('path', key) ? [] : [{ key, href }];
    });
  }

  /** Documents and recordings of the other house that a text links to or plays, each once. */
  filesOf(html: string, base: string): string[] {
    return [...new Set([...linksIn(html, base), ...recordingsIn(html, base)])].filter((href) =>
      this.#isFileThere(href),
    );
  }

  #isFileThere(href: string): boolean {
    if (!URL.canParse(href) || href.startsWith(UNKNOWN_HOUSE)) return false;
    return this.#hosts.has(plainHost(href)) && FILE.test(new URL(href).pathname);
  }

  /** Ours, in full; null for an address of somebody else's, and for one that is not known to be a page. */
  here(href: string, learnt: ReadonlyMap<string, string>): string | null {
    if (!URL.canParse(href) || !this.#hosts.has(plainHost(href))) return null;
    const { spool, address } = this.#reading;
    const key = oldKey(href);
    const id = spool.get<string>('path', key);
    const plan = id === null ? null : spool.get<PostPlan>('plan', id);
    if (plan?.isOut) return address + this.#pathOf(plan) + new URL(href).hash;
    const path = learnt.get(key) ?? '';
    if (path !== '') return address + path + new URL(href).hash;
    const [, taxonomy, slug] = /\/(category|tag)\/(?:[^/]+\/)*([^/]+)$/.exec(key) ?? [];
    if (!taxonomy || !spool.has('term', `${taxonomy} ${slug}`)) return null;
    // Where it leads is known once it was made; until then its old path does, here.
    return `${address}/${taxonomy}/${encodeURIComponent(slug ?? '')}`;
  }

  /** Where a post of that plan will stand, from the root. */
  #pathOf({ category, slug }: PostPlan): string {
    const section = category === null ? undefined : this.#reading.sections.get(category);
    return storyPath(section ?? null, slug);
  }
}

/** Documents and recordings by the ends of their names. */
const FILE =
  /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|epub|zip|mp3|m4a|og[agv]|opus|wav|flac|aac|mp4|m4v|mov|webm|avi|wmv|mkv|mpe?g)$/i;

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
