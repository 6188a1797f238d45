/** Where pages of the other house stand here that came in a move before: an export may hold the newest posts only. */
import { findOldAddress } from '../addresses/find-old.ts';
import { hasOldAddresses } from '../addresses/queries.ts';
import type { OpenPost } from './reading.ts';
import type { MoveWorld } from './world.ts';

export class ForeignAddresses {
  readonly #world: MoveWorld;
  /** Whether anything came before this run; null until it was asked. */
  #cameBefore: boolean | null = null;

  constructor(world: MoveWorld) {
    this.#world = world;
  }

  /** From the root, by the keys of what these posts link to. */
  async learn(posts: readonly OpenPost[]): Promise<Map<string, string>> {
    const { newsroom, spool } = this.#world;
    const found = new Map<string, string>();
    this.#cameBefore ??= await hasOldAddresses(newsroom);
    if (!this.#cameBefore) return found;
    for (const { key, href } of posts.flatMap(({ links }) => links)) {
      let path = found.get(key) ?? spool.get<string>('learnt', key);
      if (path === null) {
        const answer = await findOldAddress(newsroom, href);
        path = answer?.status === 301 ? answer.path : '';
        spool.put('learnt', key, path);
      }
      found.set(key, path);
    }
    return found;
  }
}
