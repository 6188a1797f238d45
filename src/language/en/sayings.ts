/** English: how somebody says something, and through whom it came. */
import { oneOf } from '../lists.ts';
import type { SayingWords } from '../saying-words.ts';

export const enSayings: SayingWords = {
  hops: {
    told: oneOf(`
      told
      tells
      interview (?:with|to|by|on)
      speaking (?:to|on)
      remarks to
      comments to
      statement to
      appearance on
      appeared on
      on air on
    `),
    citing: oneOf(`
      citing
      quoting
      which (?:cited|quoted)
      who (?:cited|quoted)
      that (?:cited|quoted)
      cit(?:es|ed)
      attribut(?:ed|ing) (?:it|them|this|the report) to
    `),
    carried: oneOf(`
      (?:as )?(?:first |also |originally )?(?:carried|reported|relayed|quoted|cited|published|broadcast|monitored|aired|picked up|distributed|circulated) (?:by|on|in)
      report (?:by|from|in)
      reports (?:by|from|in)
      via
      as seen by
      obtained by
      seen by
    `),
    carriedAfter: 'reports|reported|first reported|has reported|report|is reporting|are reporting',
    translated: 'translat(?:ed|ion) (?:by|from)',
    unknown: oneOf(`
      reportedly
      is said to
      are said to
      was said to
      were said to
      it was reported
      it is reported
      reports (?:say|said)
      media reports
      local media
      state media
    `),
  },
  pronouns: {
    he: 'm',
    she: 'f',
    him: 'm',
    her: 'f',
    his: 'm',
    they: 'none',
    it: 'none',
    we: 'none',
    i: 'none',
    you: 'none',
    who: 'none',
    this: 'none',
    that: 'none',
    these: 'none',
    those: 'none',
    them: 'none',
    their: 'none',
    its: 'none',
    there: 'none',
    one: 'none',
    others: 'none',
    some: 'none',
    many: 'none',
    most: 'none',
    what: 'none',
    which: 'none',
    everyone: 'none',
    someone: 'none',
    nobody: 'none',
    me: 'none',
    us: 'none',
    my: 'none',
    our: 'none',
    all: 'none',
  },
};
