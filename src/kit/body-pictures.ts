/** Pictures and recordings in the blocks of a body: the one walk over figures, galleries and boxes. Needs nothing of Node; the editor follows it too. */
import type { Block, FigureBlock, RecordingBlock } from './body-shape.ts';

/** Every picture, film and sound, in the order in which they stand. The still of a post is none: it has the post's title. */
export function mediaBlocksIn(blocks: readonly Block[]): (FigureBlock | RecordingBlock)[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'figure' || block.kind === 'video' || block.kind === 'audio') return [block];
    if (block.kind === 'gallery') return block.figures;
    return block.kind === 'box' ? mediaBlocksIn(block.blocks) : [];
  });
}

export function figuresIn(blocks: readonly Block[]): FigureBlock[] {
  return mediaBlocksIn(blocks).filter((block) => block.kind === 'figure');
}

/** The blocks once a picture or a recording from elsewhere has been taken into the library, wherever it stands. */
export function replacePicture(
  blocks: readonly Block[],
  { href, mediaId }: { href: string; mediaId: string },
): Block[] {
  const taken = <B extends FigureBlock | RecordingBlock>(block: B): B =>
    block.href === href ? { ...block, href: null, media: mediaId } : block;
  return blocks.map((block) => {
    if (block.kind === 'figure' || block.kind === 'video' || block.kind === 'audio') return taken(block);
    if (block.kind === 'gallery') return { ...block, figures: block.figures.map(taken) };
    return block.kind === 'box'
      ? { ...block, blocks: replacePicture(block.blocks, { href, mediaId }) }
      : block;
  });
}
