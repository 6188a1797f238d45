/** A body as the changes between two takes are shown in it: its words, and in brackets what stands there that is none. */

import { textOfBlocks } from '../../kit/block-text.ts';
import { readBlocks } from '../../kit/body-blocks.ts';
import {
  type Block,
  type FigureBlock,
  linesOf,
  mapLines,
  type Run,
  wordsOfRuns,
} from '../../kit/body-shape.ts';
import { plainRun } from '../../kit/runs.ts';

/** A picture that was put in another's place, a table that was taken out and a note that moved are changes like a word. */
export function changeText(bodyHtml: string): string {
  return readBlocks(bodyHtml)
    .map((block) => textOf(mapLines(block, withMarks)))
    .filter((text) => text !== '')
    .join('\n\n');
}

function withMarks(runs: Run[]): Run[] {
  return runs.map((run) => (run.note === undefined ? run : plainRun(`[${run.note}]`)));
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'figure':
      return pictureLines(block);
    case 'video':
    case 'audio':
      return lines(
        `[${block.kind === 'video' ? 'Film' : 'Sound'} ${block.media === null ? (block.href ?? '') : named(block.media)}]`,
        words(block),
        credit(block),
      );
    case 'gallery':
      return lines(
        '[Gallery]',
        ...block.figures.map(pictureLines),
        wordsOfRuns(block.caption),
        '[End of the gallery]',
      );
    case 'embed':
      return lines(
        `[Post ${block.href}${still(block.still)}]`,
        wordsOfRuns(block.title),
        block.author,
        block.site,
      );
    case 'pull':
      return lines('[Drawn out]', words(block));
    case 'pre':
      return lines(block.of === 'verse' ? '[Verse]' : '[Code]', textOfBlocks([block]));
    case 'box':
      return lines('[Box]', ...block.blocks.map(textOf), '[End of the box]');
    case 'table':
      return lines('[Table]', textOfBlocks([block]));
    case 'rule':
      return '[Rule]';
    case 'notes':
      return block.notes.map((note, at) => `[Note ${at + 1}] ${wordsOfRuns(note)}`).join('\n\n');
    default:
      return textOfBlocks([block]);
  }
}

const LAST = 4; // signs of an id, by which two pictures with the same words are told apart

const named = (mediaId: string): string => `…${mediaId.slice(-LAST)}`;
const still = (mediaId: string | null): string => (mediaId === null ? '' : `, with still ${named(mediaId)}`);
const lines = (...parts: string[]): string => parts.filter((part) => part !== '').join('\n\n');
const words = (block: Block): string => linesOf(block).map(wordsOfRuns).join('\n\n');
const credit = ({ credit: said }: { credit: string }): string => (said === '' ? '' : `© ${said}`);

function pictureLines(figure: FigureBlock): string {
  const which = figure.media === null ? (figure.href ?? '') : named(figure.media);
  const size = figure.size === 'text' ? '' : `, ${figure.size}`;
  const alt = figure.alt === '' ? '' : `: ${figure.alt}`;
  return lines(`[Picture ${which}${size}${alt}]`, wordsOfRuns(figure.caption), credit(figure));
}
