/** Links of the other house to itself, led to where things stand here. */
import { oldKey } from '../addresses/old-address.ts';
import type { Places } from './places.ts';
import type { PostPlan } from './survey.ts';
import type { MoveWorld } from './world.ts';

export class ForeignAddresses {
  readonly #world: MoveWorld;
  readonly #places: Places;
  readonly #host: string | null;

  constructor(world: MoveWorld, places: Places) {
    this.#world = world;
    this.#places = places;
    const { address } = world.survey.site;
    this.#host = address === null ? null : plainHost(address);
  }

  /** Ours, in full; null for an address of somebody else's, and for one that is not known to be a page. */
  here(href: string): string | null {
    if (this.#host === null || !URL.canParse(href) || plainHost(href) !== this.#host) return null;
    const { spool, newsroom } = this.#world;
    const id = spool.get<string>('path', oldKey(href));
    const plan = id === null ? null : spool.get<PostPlan>('plan', id);
    if (plan) return newsroom.settings.address + this.#places.pathOf(plan) + new URL(href).hash;
    const [, taxonomy, slug] = /\/(category|tag)\/(?:[^/]+\/)*([^/]+)$/.exec(oldKey(href)) ?? [];
    if (!taxonomy || !spool.has('term', `${taxonomy} ${slug}`)) return null;
    // Where it leads is known once it was made; until then its old path does, here.
    return `${newsroom.settings.address}/${taxonomy}/${encodeURIComponent(slug ?? '')}`;
  }
}

function plainHost(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : '';
}
