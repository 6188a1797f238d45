/** What changed between two states of a text, sentence by sentence: exactly the touched ones and no others. */

export interface SentenceChange {
  /** Which sentence before; null where one was added. */
  was: number | null;
  /** Which sentence now; null where one was taken out. */
  now: number | null;
}

/** Changed, added and removed sentences; those that stayed word for word are not told, wherever they moved to. */
export function sentenceChanges(before: string[], after: string[]): SentenceChange[] {
  const kept = keepInOrder(before.map(bare), after.map(bare));
  const changes: SentenceChange[] = [];
  let [was, now] = [0, 0];
  for (const [keptWas, keptNow] of [...kept, [before.length, after.length] as const]) {
    changes.push(...between(before, after, { was, now, keptWas, keptNow }));
    [was, now] = [keptWas + 1, keptNow + 1];
  }
  return withoutMoves(changes, before, after);
}

/** Sentences that stayed and those that were changed where they stand: their places before and now. */
export function samePlaces(before: string[], after: string[]): (readonly [was: number, now: number])[] {
  const changed = sentenceChanges(before, after).flatMap(({ was, now }) =>
    was === null || now === null ? [] : [[was, now] as const],
  );
  return [...keepInOrder(before.map(bare), after.map(bare)), ...changed];
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The longest common run of sentences in order, as pairs of places. */
function keepInOrder(before: string[], after: string[]): (readonly [number, number])[] {
  const width = after.length + 1;
  const best = new Uint16Array((before.length + 1) * width);
  for (let was = before.length - 1; was >= 0; was -= 1) {
    for (let now = after.length - 1; now >= 0; now -= 1) {
      const here = was * width + now;
      best[here] =
        before[was] === after[now]
          ? (best[here + width + 1] ?? 0) + 1
          : Math.max(best[here + width] ?? 0, best[here + 1] ?? 0);
    }
  }
  const kept: (readonly [number, number])[] = [];
  for (let was = 0, now = 0; was < before.length && now < after.length; ) {
    if (before[was] === after[now]) kept.push([was++, now++]);
    else if ((best[(was + 1) * width + now] ?? 0) >= (best[was * width + now + 1] ?? 0)) was += 1;
    else now += 1;
  }
  return kept;
}

const ALIKE = 0.3; // of the words that two states of one sentence share, at least

/** Sentences between two that stayed: each old one is beside the new one most like it, in order. */
function between(
  before: string[],
  after: string[],
  { was, now, keptWas, keptNow }: { was: number; now: number; keptWas: number; keptNow: number },
): SentenceChange[] {
  const changes: SentenceChange[] = [];
  let next = now;
  for (let old = was; old < keptWas; old += 1) {
    let found: number | null = null;
    for (let candidate = next; candidate < keptNow && found === null; candidate += 1)
      if (likeness(before[old] ?? '', after[candidate] ?? '') >= ALIKE) found = candidate;
    const isLastPair = keptWas - old === keptNow - next;
    if (found === null && isLastPair) found = next;
    if (found === null) changes.push({ was: old, now: null });
    else {
      for (; next < found; next += 1) changes.push({ was: null, now: next });
      changes.push({ was: old, now: found });
      next = found + 1;
    }
  }
  for (; next < keptNow; next += 1) changes.push({ was: null, now: next });
  return changes;
}

function likeness(one: string, other: string): number {
  const words = (text: string) =>
    new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+|\p{Script=Han}/gu) ?? []);
  const [here, there] = [words(one), words(other)];
  let same = 0;
  for (const word of here) if (there.has(word)) same += 1;
  return same / Math.max(1, Math.min(here.size, there.size));
}

/** A sentence that only moved was taken out in one place and added in another: nothing that it says changed. */
function withoutMoves(changes: SentenceChange[], before: string[], after: string[]): SentenceChange[] {
  const gone = new Map<string, SentenceChange[]>();
  for (const change of changes) {
    if (change.was === null || change.now !== null) continue;
    const text = bare(before[change.was] ?? '');
    gone.set(text, [...(gone.get(text) ?? []), change]);
  }
  const moved = new Set<SentenceChange>();
  for (const change of changes) {
    if (change.now === null || change.was !== null) continue;
    const other = gone.get(bare(after[change.now] ?? ''))?.pop();
    if (other) moved.add(change).add(other);
  }
  return changes.filter((change) => !moved.has(change));
}
