/**
 * A picture as schema.org's ImageObject, in the three ratios that search engines ask for, each with who made it, whom to credit,
 * and where it is licensed (developers.google.com/search/docs/appearance/structured-data/image-license-metadata).
 */
import type { Picture } from '../media/picture.ts';

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

function rightsIn({ credit, rights }: Picture): object {
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
