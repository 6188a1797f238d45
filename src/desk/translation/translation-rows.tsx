/** The two columns for their script: what has changed, and the rows that it asks for, so that no page is loaded again. */
import { renderToString } from 'preact-render-to-string';
import { PairLine, stampOf } from './pair-row.tsx';
import { TranslationLines } from './translation-lines.tsx';
import { ColumnsStanding, State } from './translation-page.tsx';
import { ReadingPart } from './translation-reading.tsx';
import type { RowProps, TranslationProps } from './translation-view.ts';

export interface RowsAnswer {
  takeId: string;
  /** Parts of the page, by the selector of the place they take. */
  parts: Record<string, string>;
  /** Every row with its stamp, in order. */
  order: [id: string, stamp: string][];
  /** The markup of those asked for. */
  rows: Record<string, string>;
}

export function rowsAnswer(props: TranslationProps, asked: ReadonlySet<string>): RowsAnswer {
  const rows = props.translation.pairs.map((pair, index): RowProps => ({ ...props, pair, index }));
  return {
    takeId: props.translation.takeId,
    parts: {
      '#translation-state': renderToString(<State {...props} />),
      '#translation-lines': renderToString(<TranslationLines {...props} />),
      '.desk-foot .gate': renderToString(<ColumnsStanding {...props.translation} />),
      '.translation-end': renderToString(<ReadingPart {...props} />),
    },
    order: rows.map((row) => [row.pair.id, stampOf(row)]),
    rows: Object.fromEntries(
      rows
        .filter(({ pair }) => asked.has(pair.id))
        .map((row) => [row.pair.id, renderToString(<PairLine {...row} />)]),
    ),
  };
}
