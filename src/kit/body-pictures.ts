/** Pictures in the blocks of a body: the one walk over figures, galleries and boxes. Needs nothing of Node; the editor follows it too. */
import type { Block, FigureBlock } from './body-shape.ts';

/** Every picture, in the order in which they stand. The still of a post is none: it has the post's title. */
export function figuresIn(blocks: readonly Block[]): FigureBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'figure') return [block];
    if (block.kind === 'gallery') return block.figures;
    return block.kind === 'box' ? figuresIn(block.blocks) : [];
  });
}

/** The blocks once a picture from elsewhere has been taken into the library, wherever it stands. */
export function replacePicture(
  blocks: readonly Block[],
  { href, mediaId }: { href: string; mediaId: string },
): Block[] {
  const taken = (figure: FigureBlock): FigureBlock =>
    figure.href === href ? { ...figure, href: null, media: mediaId } : figure;
  return blocks.map((block) => {
    if (block.kind === 'figure') return taken(block);
    if (block.kind === 'gallery') return { ...block, figures: block.figures.map(taken) };
    return block.kind === 'box'
      ? { ...block, blocks: replacePicture(block.blocks, { href, mediaId }) }
      : block;
  });
}
