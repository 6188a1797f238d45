/** The words of an edition's copy that are other than readers have them. */
import { asking, type Newsroom } from '../../newsroom.ts';
import { type DeskEdition, type DeskStory, editionsForReaders, getTake } from '../../stories/desk-read.ts';
import type { Copy } from '../../stories/story.ts';
import { diffWords, type WordRun } from '../views/word-diff.ts';
import { changeText } from './change-text.ts';
import type { CopyChange } from './story-view.ts';

/** All words of a copy, part by part, and what stands among them. */
export function copyText(copy: Copy): string {
  return [copy.headline, copy.dek, copy.byline, copy.dateline, changeText(copy.bodyHtml)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Of each edition that readers have otherwise, the changes with a few words around them. */
export async function copyChangesOf(newsroom: Newsroom, story: DeskStory): Promise<CopyChange[]> {
  const ask = asking(newsroom);
  const changes = editionsForReaders(story).map(async (edition): Promise<CopyChange[]> => {
    const seen = edition.hasChanges ? seenTake(edition) : undefined;
    if (!seen) return [];
    const before = copyText((await getTake(ask, seen.id)).copy);
    const changed = nearChanges(diffWords(before, copyText(edition.copy)));
    return [{ language: edition.language, changed }];
  });
  return (await Promise.all(changes)).flat();
}

const seenTake = ({ takes }: DeskEdition) => takes.find(({ readers }) => readers === 'see');

const AROUND = 40; // characters of unchanged text beside a change: enough to know the place

/** Long stretches that did not change are cut to what stands beside a change; empty where no word changed. */
export function nearChanges(changes: WordRun[]): WordRun[] {
  if (changes.every(({ kind }) => kind === 'same')) return [];
  return changes.map((change, place) => {
    if (change.kind !== 'same') return change;
    const [isFirst, isLast] = [place === 0, place === changes.length - 1];
    const most = AROUND * (isFirst || isLast ? 1 : 2);
    if (change.text.length <= most) return change;
    // Whole words: where there are no spaces, as in Chinese, whatever stands there.
    const head = isFirst ? '' : change.text.slice(0, AROUND).replace(/(?<=\s)\S*$/u, '');
    const tail = isLast ? '' : change.text.slice(-AROUND).replace(/^\S*(?=\s)/u, '');
    return { kind: 'same', text: `${head}…${tail}` };
  });
}
