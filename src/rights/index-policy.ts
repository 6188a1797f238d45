/** What search engines are told of a story made of a source's copy, as the contract has it. */

/** Index it as ours; leave it out; or take the source's own page for the story it is. */
export const indexPolicies = ['index', 'noindex', 'canonical'] as const;
export type IndexPolicy = (typeof indexPolicies)[number];

/** A word that is none of them is taken as the one that harms nobody. */
export function indexPolicyOf(word: string | null): IndexPolicy {
  if (word === null) return 'index';
  return (indexPolicies as readonly string[]).includes(word) ? (word as IndexPolicy) : 'noindex';
}
