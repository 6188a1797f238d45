/**
 * A fold of the story's page, which is lean where a script runs: what stands in a fold comes when somebody opens one
 * (browser/desk-folds.ts), from the same page asked for whole. Without script the whole page is asked for at once.
 */
import type { ComponentChildren, JSX } from 'preact';
import type { StoryPartProps } from './story-view.ts';

export interface FoldProps extends Pick<StoryPartProps, 'whole'> {
  /** Its name on the page, by which the whole page has it too. */
  fold: string;
  summary: ComponentChildren;
  class?: string;
  open?: boolean;
  children: ComponentChildren;
}

export function Fold({ whole, fold, summary, children, ...rest }: FoldProps): JSX.Element {
  const isFull = whole || rest.open === true;
  return (
    <details {...rest} {...emptyFold(fold, isFull)}>
      {summary}
      {isFull && children}
    </details>
  );
}

/** Marks what the whole page has more of; for what is no fold to look at. */
export function emptyFold(fold: string, isFull: boolean) {
  return { 'data-fold': fold, 'data-empty': isFull ? undefined : '' };
}

/** Where the page is whole; the words of a refusal stand beside the fields that folds hold. */
export function WholeWithoutScript({ at }: { at: string }) {
  const address = `${at}${at.includes('?') ? '&' : '?'}whole=1`;
  return (
    <noscript>
      <meta http-equiv="refresh" content={`0; url=${address}`} />
    </noscript>
  );
}
