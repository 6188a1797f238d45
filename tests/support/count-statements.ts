/** A newsroom whose statements are counted, those of its transactions and its bell too; begin and commit are none. */
import type { KyselyPlugin } from 'kysely';
import { makeNewsroom, type Newsroom } from '../../src/newsroom.ts';

export interface Counted {
  /** Of the same store as the one given, which closes it. */
  newsroom: Newsroom;
  /** How many since the last time this was asked. */
  statements(): number;
}

export function countStatements(given: Newsroom): Counted {
  let count = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      count += 1;
      return result;
    },
  };
  const { engine, bell, clock, log, settings, keys } = given;
  const store = given.store.withPlugin(counting);
  return {
    newsroom: makeNewsroom({ store, engine, bell, clock, log, settings, keys }),
    statements() {
      const so = count;
      count = 0;
      return so;
    },
  };
}
