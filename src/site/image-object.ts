/**
 * Pictures as schema.org's ImageObject: the one at the head in the three ratios that search engines ask for, those of the text as they
 * are; each with who made it, whom to credit, and where it is licensed
 * (developers.google.com/search/docs/appearance/structured-data/image-license-metadata).
 */
import { readBlocks } from '../kit/body-blocks.ts';
import { figuresIn } from '../kit/body-pictures.ts';
import { wordsOfRuns } from '../kit/body-shape.ts';
import type { Picture } from '../media/picture.ts';
import type { ReadersBody } from '../stories/readers-body.ts';

export function imageObjects(picture: Picture | null, address: string): object[] | undefined {
  if (picture === null) return undefined;
  const shapes = [picture.shapes.wide, picture.shapes.classic, picture.shapes.square];
  const files = shapes.flatMap((shape) =>
    shape.jpeg
      .slice(-1)
      .map((file) => ({ ...file, height: Math.round((file.width / shape.width) * shape.height) })),
  );
  // A picture from before shapes were made has its card alone.
  const shown = files.length > 0 ? files : [{ href: picture.card, width: undefined, height: undefined }];
  return shown.map(({ href, width, height }) => ({
    '@type': 'ImageObject',
    contentUrl: `${address}${href}`,
    width,
    height,
    caption: picture.caption || undefined,
    ...rightsIn(picture),
  }));
}

/** Every picture of the text, once, with the words that stand under it there. */
export function bodyImageObjects({ bodyHtml, bodyMedia }: ReadersBody, address: string): object[] {
  const shown = new Set<string>();
  return figuresIn(bodyMedia.size === 0 ? [] : readBlocks(bodyHtml)).flatMap(({ media, caption, credit }) => {
    const own = media === null ? undefined : bodyMedia.get(media);
    const file = own?.shapes.full.jpeg.at(-1) ?? own?.shapes.full.webp.at(-1);
    if (!own || !file || shown.has(own.id)) return [];
    shown.add(own.id);
    const { width, height } = own.shapes.full;
    return {
      '@type': 'ImageObject',
      contentUrl: `${address}${file.href}`,
      width: file.width,
      height: Math.round((file.width / width) * height),
      caption: wordsOfRuns(caption) || own.caption || undefined,
      ...rightsIn({ ...own, credit: credit || own.credit }),
    };
  });
}

function rightsIn({ credit, rights }: Pick<Picture, 'credit' | 'rights'>): object {
  const [licensor, where] = rights.licensor.split(' · ');
  const acquire = [where, licensor].find((each) => /^https?:\/\//i.test(each ?? ''));
  return {
    creator: rights.creator ? { '@type': 'Person', name: rights.creator } : undefined,
    creditText: credit || undefined,
    copyrightNotice: rights.copyright || undefined,
    license: rights.webStatement || undefined,
    acquireLicensePage: acquire,
    digitalSourceType: rights.sourceType
      ? `http://cv.iptc.org/newscodes/digitalsourcetype/${rights.sourceType}`
      : undefined,
  };
}
