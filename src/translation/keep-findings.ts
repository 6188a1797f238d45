/** What the checks found in a pair is found again only when one of its sides has changed: a long piece is opened again and again. */
import { checkPair } from '../checks/bilingual/check-translation.ts';
import type { Pair, PairFinding } from '../checks/bilingual/translation.ts';

export interface PairChecker {
  (pair: Pair): PairFinding[];
  /** Whether this very pair was checked before. */
  knows(pair: Pair): boolean;
}

const MOST = 4_000; // pairs that are remembered: some ten long pieces

/** Remembers the last pairs; whoever holds it decides how long. */
export function keepFindings(): PairChecker {
  const kept = new Map<string, PairFinding[]>();
  const keyOf = ({ from, to, source, target }: Pair) => `${from}>${to}\n${source}\n${target}`;
  const check = (pair: Pair): PairFinding[] => {
    const key = keyOf(pair);
    const found = kept.get(key) ?? checkPair(pair);
    kept.delete(key); // the newest stand last
    kept.set(key, found);
    if (kept.size > MOST) kept.delete(kept.keys().next().value ?? '');
    return found;
  };
  return Object.assign(check, { knows: (pair: Pair) => kept.has(keyOf(pair)) });
}
