/** The media of a body: which it shows, and what of it readers may see. */
import { type Block, readBlocks } from './body-blocks.ts';
import { figuresIn, replacePicture } from './body-pictures.ts';
import { isWords, type RecordingBlock } from './body-shape.ts';
import { siteOf } from './embed-address.ts';
import { type BodyHtml, safeBlocks } from './safe-html.ts';

/** Ids of our own media, in the order in which they stand, each once. */
export function mediaIdsOf(bodyHtml: string): string[] {
  if (!bodyHtml.includes(' data-media="')) return [];
  return [...new Set(readBlocks(bodyHtml).flatMap(idsOf))];
}

function idsOf(block: Block): string[] {
  if (block.kind === 'box') return block.blocks.flatMap(idsOf);
  if (block.kind === 'gallery') return block.figures.flatMap(idsOf);
  if (block.kind === 'embed') return block.still === null ? [] : [block.still];
  return 'media' in block && block.media !== null ? [block.media] : [];
}

/**
 * The body as readers may have it: without pictures that are not ours yet, with links to recordings that are not, and without media that `isShown` does not know,
 * as they were withdrawn. Nothing of it makes a page ask anyone else for anything.
 */
export function bodyForReaders(bodyHtml: BodyHtml, isShown: (mediaId: string) => boolean): BodyHtml {
  if (!/<(?:img|video|audio) /.test(bodyHtml)) return bodyHtml;
  const blocks = readBlocks(bodyHtml);
  const kept = blocks.flatMap((block) => shownOf(block, isShown));
  return JSON.stringify(kept) === JSON.stringify(blocks) ? bodyHtml : safeBlocks(kept);
}

function shownOf(block: Block, isShown: (mediaId: string) => boolean): Block[] {
  if (isWords(block)) return [block];
  if (block.kind === 'box')
    return [{ ...block, blocks: block.blocks.flatMap((each) => shownOf(each, isShown)) }];
  if (block.kind === 'gallery') {
    const figures = block.figures.filter(({ media }) => media !== null && isShown(media));
    return figures.length === 0 ? [] : [{ ...block, figures }];
  }
  if (block.kind === 'embed')
    return [block.still !== null && !isShown(block.still) ? { ...block, still: null } : block];
  if (!('media' in block)) return [block];
  if ((block.kind === 'video' || block.kind === 'audio') && block.href !== null)
    return [linkTo(block.href, block)];
  return block.media !== null && isShown(block.media) ? [block] : [];
}

/** A film or sound that is not ours yet opens where it is; nothing of it is loaded before. */
function linkTo(href: string, { caption, credit }: RecordingBlock): Block {
  return { kind: 'embed', href, title: caption, author: credit, site: siteOf(href), still: null };
}

/** Ids of our own pictures that stand in the body without words for those who cannot see them. A post's still has its title. */
export function undescribedIdsOf(bodyHtml: string): string[] {
  if (!bodyHtml.includes(' alt=""')) return [];
  const figures = figuresIn(readBlocks(bodyHtml));
  return figures.flatMap(({ media, alt }) => (media !== null && alt.trim() === '' ? media : []));
}

/** The body once a picture from elsewhere has been taken into the library. */
export function replaceBodyPicture(bodyHtml: BodyHtml, taken: { href: string; mediaId: string }): BodyHtml {
  return safeBlocks(replacePicture(readBlocks(bodyHtml), taken));
}

/**
 * The body once its pictures have been taken, by the address where each stood. `lead` stands at the head of the story, and no more in
 * its text, unless it is one of a gallery.
 */
export function bodyWithPictures(
  bodyHtml: BodyHtml,
  taken: ReadonlyMap<string, string>,
  lead: string | null,
): BodyHtml {
  if (taken.size === 0 || !bodyHtml.includes('<img ')) return bodyHtml;
  let blocks = readBlocks(bodyHtml);
  for (const [href, mediaId] of taken) blocks = replacePicture(blocks, { href, mediaId });
  const at = blocks.findIndex((block) => block.kind === 'figure' && block.media === lead);
  return safeBlocks(lead === null || at === -1 ? blocks : blocks.toSpliced(at, 1));
}
