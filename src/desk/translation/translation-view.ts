/** What the page of the two columns and its parts are given. */
import type { Refusal } from '../../kit/refusal.ts';
import type { ObjectedTo } from '../../replies/read-objections.ts';
import type { EngineState } from '../../translation/engines.ts';
import type { Lines } from '../../translation/lines.ts';
import type { DeskPair, DeskTranslation } from '../../translation/read-translation.ts';
import type { TranslationReceipt } from '../../translation/receipt.ts';
import type { DeskFrame } from '../views/desk-layout.tsx';
import type { PageTime } from '../views/words.ts';

export interface TranslationProps {
  frame: DeskFrame;
  when: PageTime;
  translation: DeskTranslation;
  /** Byline and dateline, there and here. */
  lines: { original: Lines; translated: Lines };
  /** What readers say is wrong, and nobody has weighed. */
  objected: ObjectedTo[];
  receipt: TranslationReceipt;
  engines: EngineState[];
  done?: string | undefined;
  refused?: Refusal | undefined;
}

/** The address of the two columns. */
export function pathOf({ storyId, editionId }: Pick<DeskTranslation, 'storyId' | 'editionId'>): string {
  return `/desk/stories/${storyId}/translation/${editionId}`;
}

/** One line of the two columns. */
export type RowProps = TranslationProps & { pair: DeskPair; index: number };
