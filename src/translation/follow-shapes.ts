/**
 * What of a block is no sentence (the numbers of a table, which picture, how wide) is the same in every edition. Where the original has it
 * otherwise now, editions made of it follow by themselves, and are to be read anew.
 */
import type { Newsroom } from '../newsroom.ts';
import { updatePair } from '../pairs/queries.ts';
import { bareKind, framePlace, slotsOf } from './frame-units.ts';
import { listPairRows } from './queries.ts';
import { samePlaces } from './sentence-changes.ts';
import { type SentenceUnit, textOfRuns } from './sentence-units.ts';

/**
 * True where anything of an edition was changed. A block that has other lines than before is left to the editor: its sentences are marked.
 * One that somebody changed in the edition stays as they made it.
 */
export async function followShapes(
  inner: Newsroom,
  editionId: string,
  { before, after }: { before: SentenceUnit[]; after: SentenceUnit[] },
): Promise<boolean> {
  const changed = new Map<string, string>();
  for (const [was, now] of samePlaces(before.map(wordsOf), after.map(wordsOf))) {
    const [from, to] = [before[was]?.kind ?? '', after[now]?.kind ?? ''];
    if (from !== to && isOneShape(from, to)) changed.set(from, to);
  }
  if (changed.size === 0) return false;
  let isChanged = false;
  for (const pair of await listPairRows(inner, editionId)) {
    const kind = changed.get(pair.block_kind);
    if (kind === undefined) continue;
    await updatePair(inner, pair.id, { block_kind: kind });
    isChanged = true;
  }
  return isChanged;
}

const wordsOf = ({ runs }: SentenceUnit): string => textOfRuns(runs);

/** The same lines in another block, or the same line with other blocks beside it. */
function isOneShape(from: string, to: string): boolean {
  const [was, now] = [framePlace(from), framePlace(to)];
  if (was?.shape && now?.shape) return was.shape.kind === now.shape.kind && slotsOf(from) === slotsOf(to);
  return bareKind(from) === bareKind(to);
}
