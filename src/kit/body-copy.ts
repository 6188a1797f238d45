/** A body of ours, read once for all who look at it while it is written on: a save, its gate and every open page ask for the same words. */
import { textOfBlocks } from './block-text.ts';
import { readBlocks } from './body-blocks.ts';
import { type Block, everyRun, type Run, type TableBlock } from './body-shape.ts';
import { writeFormBlocks } from './form-blocks.ts';
import { once } from './once.ts';
import { remember } from './remember.ts';

const OF_LATE = 60; // bodies that are remembered: what a dozen editors have open, with their last saves
const LONGEST_KEPT = 100_000; // units of HTML; a longer one is read each time, so that what is remembered stays small

/** Nobody changes what is handed out. */
export interface BodyCopy {
  /** As a reader has it: cells of a row are parted by a tab. */
  text(): string;
  /** As the checks have it: no cell goes on in the next, each is a paragraph. */
  checkedText(): string;
  /** As whoever writes without script has it. */
  plainForm(): string;
  /** Its tables, those in boxes among them. */
  tables(): readonly Readonly<TableBlock>[];
  /** Its words with what they are, without the marks of footnotes. */
  runs(): readonly Readonly<Run>[];
}

/** What a body says, worked out when it is first asked for. */
export function bodyCopyOf(html: string): BodyCopy {
  return html.length > LONGEST_KEPT ? readOnce(html) : kept(html);
}

const kept = remember(readOnce, OF_LATE);

function readOnce(html: string): BodyCopy {
  const blocks = once((): Block[] => readBlocks(html));
  return {
    text: once(() => textOfBlocks(blocks())),
    checkedText: once(() => textOfBlocks(blocks(), { cells: '\n\n' })),
    plainForm: once(() => writeFormBlocks(blocks())),
    tables: once(() => tablesOf(blocks())),
    runs: once(() =>
      blocks()
        .flatMap(everyRun)
        .filter(({ note }) => note === undefined),
    ),
  };
}

function tablesOf(blocks: readonly Block[]): TableBlock[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? [block] : block.kind === 'box' ? tablesOf(block.blocks) : [],
  );
}
