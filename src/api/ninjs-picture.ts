/** The picture at the head of a story, as an association of its ninjs: with its renditions and its rights. */
import type { Picture } from '../media/picture.ts';

export function ninjsPicture(site: string, picture: Picture | null, language: string): object[] {
  if (picture === null) return [];
  const { rights, caption, alt, credit } = picture;
  const descriptions = [
    ...(caption ? [{ role: 'caption', value: caption }] : []),
    ...(alt ? [{ role: 'altText', value: alt }] : []),
  ];
  return [
    {
      rel: 'mainPicture',
      name: 'picture',
      uri: `urn:uuid:${picture.id}`,
      type: 'picture',
      language: picture.language ?? language,
      ...(descriptions.length > 0 ? { descriptions } : {}),
      ...(credit ? { by: credit } : {}),
      ...(rights.copyright ? { copyrightNotice: rights.copyright } : {}),
      ...(rights.usageTerms ? { usageTerms: rights.usageTerms } : {}),
      ...(rights.webStatement ? { rightsInfo: { linkedRights: rights.webStatement } } : {}),
      ...(rights.sourceType ? { digitalSourceType: sourceType(rights.sourceType) } : {}),
      renditions: renditionsIn(site, picture),
    },
  ];
}

function sourceType(code: string) {
  return { name: code, uri: `http://cv.iptc.org/newscodes/digitalsourcetype/${code}` };
}

function renditionsIn(site: string, { shapes, sources }: Picture) {
  const names = { full: 'full', wide: '16x9', classic: '4x3', square: '1x1' } as const;
  const made = Object.entries(names).flatMap(([shape, name]) => {
    const { jpeg, width, height } = shapes[shape as keyof typeof names];
    return jpeg.map((file) => ({
      name,
      href: `${site}${file.href}`,
      contentType: 'image/jpeg',
      width: file.width,
      height: Math.round((file.width / width) * height),
    }));
  });
  if (made.length > 0) return made;
  return sources
    .slice(-1)
    .map(({ href, width }) => ({ name: 'full', href: `${site}${href}`, contentType: 'image/webp', width }));
}
