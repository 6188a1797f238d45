/** A block that is more than words, edited: each kind in a form that shows what it is made of. */

import { readCopy } from '../kit/body-blocks.ts';
import type { Block, EmbedBlock, NotesBlock, PreBlock, PullBlock } from '../kit/body-shape.ts';
import { readFormWords, writeFormWords } from '../kit/copy-marks.ts';
import { readFormBlocks, writeFormBlocks } from '../kit/form-blocks.ts';
import { preLineOf, preText } from '../kit/preformatted.ts';
import { writeBlocks } from '../kit/write-blocks.ts';
import { askForPost } from './editor-embed.ts';
import { askForPictures } from './editor-pictures.ts';
import { askForWords } from './words-form.ts';

/** `done` hears the block's HTML in its normal form; empty takes it away. Nothing is heard where the form was closed. */
export async function editFrame(blocks: Block[], done: (html: string) => void): Promise<void> {
  const now = await editedBlocks(blocks);
  if (now) done(writeBlocks(readCopy(writeBlocks(now)).blocks));
}

async function editedBlocks(blocks: Block[]): Promise<Block[] | null> {
  const [block] = blocks;
  switch (block?.kind) {
    case undefined:
      return null;
    case 'figure':
    case 'gallery':
    case 'video':
    case 'audio':
      return askForPictures(block);
    case 'embed':
      return editPost(block);
    case 'pull':
      return editPull(block);
    case 'notes':
      return editNotes(block);
    case 'pre':
      return editPre(block.of, block);
    default: {
      const [text] =
        (await askForWords('The block in the words of the plain form', [
          { label: 'Words of the plain form', value: writeFormBlocks(blocks), rows: 10 },
        ])) ?? [];
      return text === undefined ? null : readFormBlocks(text, ourBase());
    }
  }
}

export async function editPost(had: EmbedBlock | null): Promise<EmbedBlock[] | null> {
  const block = await askForPost(had);
  return block && [block];
}

export async function editPull(had: PullBlock | null): Promise<PullBlock[] | null> {
  const said = await askForWords('Pulled quotation', [
    { label: 'Words of the story', value: writeFormWords(had?.words ?? []), rows: 4 },
    { label: 'Who says them', value: writeFormWords(had?.by ?? []), rows: 1 },
  ]);
  if (said === null) return null;
  const [words = [], by = []] = said.map((text) => readFormWords(text, ourBase()));
  return words.length === 0 ? [] : [{ kind: 'pull', words, by }];
}

/** Verse or code: its lines begin where they are typed. */
export async function editPre(of: PreBlock['of'], had: PreBlock | null): Promise<Block[] | null> {
  const name = of === 'verse' ? 'Verse' : 'Code';
  const typed = had && preText(had, writeFormWords);
  const [text] =
    (await askForWords(name, [
      {
        label: 'Lines, with the spaces that they begin with',
        value: typed ?? '',
        rows: 10,
        keepsSpaces: true,
      },
    ])) ?? [];
  if (text === undefined) return null;
  const lines = text.split('\n').map((line) => preLineOf(readFormWords(line, ourBase())));
  return [{ kind: 'pre', of, lines }];
}

/** They are numbered as their marks follow: one that is emptied stays as it was, and goes with its mark. */
async function editNotes({ notes }: NotesBlock): Promise<NotesBlock[] | null> {
  const said = await askForWords(
    'Footnotes',
    notes.map((runs, at) => ({ label: `Footnote ${at + 1}`, value: writeFormWords(runs), rows: 2 })),
  );
  if (said === null) return null;
  const changed = notes.map((runs, at) => (said[at] ? readFormWords(said[at], ourBase()) : runs));
  return [{ kind: 'notes', notes: changed }];
}

function ourBase(): string {
  return `${window.location.origin}/`;
}
