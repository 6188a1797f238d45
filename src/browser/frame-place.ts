/** A block where it stands in the copy: moved, replaced, and its pictures from elsewhere taken into the library. */
import type { Editor } from '@tiptap/core';
import { readCopy } from '../kit/body-blocks.ts';
import { mediaBlocksIn, replacePicture } from '../kit/body-pictures.ts';
import { wordsOfRuns } from '../kit/body-shape.ts';
import { writeBlocks } from '../kit/write-blocks.ts';
import { fetchIntoLibrary } from './library-asks.ts';

export interface FramePlace {
  editor: Editor;
  getPos: () => number | undefined;
}

/** Pictures and recordings from elsewhere, one after the other; what one server does not give keeps back no other. */
export async function takePictures(html: string, place: FramePlace, told: HTMLElement): Promise<void> {
  let blocks = readCopy(html).blocks;
  const foreign = new Map(mediaBlocksIn(blocks).flatMap((each) => (each.href ? [[each.href, each]] : [])));
  const before = writeBlocks(blocks);
  const problems: string[] = [];
  told.className = 'dim';
  told.textContent = 'The newsroom is asking there …';
  for (const [href, block] of foreign)
    try {
      const alt = block.kind === 'figure' ? block.alt : '';
      const said = { address: href, alt, caption: wordsOfRuns(block.caption), credit: block.credit };
      const { id } = await fetchIntoLibrary(said);
      blocks = replacePicture(blocks, { href, mediaId: id });
    } catch (refusal) {
      problems.push((refusal as Error).message);
    }
  told.className = problems.length > 0 ? 'wrong' : 'dim';
  told.textContent = [...new Set(problems)].join(' ');
  const after = writeBlocks(blocks);
  // It may have been edited or taken out meanwhile: then it is in the library, to be placed by hand.
  if (after !== before && frameAt(place)?.attrs.html === html) replaceFrame(place, after);
}

function frameAt({ editor, getPos }: FramePlace) {
  const at = getPos();
  return at === undefined ? null : editor.state.doc.nodeAt(at);
}

/** Empty takes it away. */
export function replaceFrame({ editor, getPos }: FramePlace, html: string): void {
  const at = getPos();
  const node = at === undefined ? null : editor.state.doc.nodeAt(at);
  if (at === undefined || !node) return;
  const range = { from: at, to: at + node.nodeSize };
  if (html === '') editor.chain().deleteRange(range).focus().run();
  else editor.chain().insertContentAt(range, html).focus().run();
}

export function moveFrame({ editor, getPos }: FramePlace, by: 1 | -1): void {
  const at = getPos();
  const node = at === undefined ? null : editor.state.doc.nodeAt(at);
  if (at === undefined || !node) return;
  const $at = editor.state.doc.resolve(at);
  const beside = $at.parent.maybeChild($at.index() + by);
  if (!beside) return;
  const change = editor.state.tr.delete(at, at + node.nodeSize);
  change.insert(by === 1 ? at + beside.nodeSize : at - beside.nodeSize, node);
  editor.view.dispatch(change);
}
