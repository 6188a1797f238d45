/** The media of a story as associations of its ninjs: at its head and in its text, with their renditions and rights. */
import { readBlocks } from '../kit/body-blocks.ts';
import { mediaBlocksIn } from '../kit/body-pictures.ts';
import { wordsOfRuns } from '../kit/body-shape.ts';
import type { MediaView } from '../media/media.ts';
import type { Picture } from '../media/picture.ts';
import type { PublishedStory } from '../stories/read.ts';

type OfStory = Pick<PublishedStory, 'picture' | 'bodyHtml' | 'bodyMedia' | 'language'>;

/** The picture at its head first, then what stands in the text, each once and as it is said there. */
export function ninjsMediaOf(site: string, story: OfStory): object[] {
  const { picture, bodyHtml, bodyMedia, language } = story;
  const said = new Set<string>(picture ? [picture.id] : []);
  const head = picture
    ? [
        {
          rel: 'mainPicture',
          name: 'picture',
          ...described(picture, language),
          type: 'picture',
          renditions: renditionsIn(site, picture),
        },
      ]
    : [];
  const inText = mediaBlocksIn(bodyMedia.size === 0 ? [] : readBlocks(bodyHtml)).flatMap((block) => {
    const own = block.media === null || said.has(block.media) ? undefined : bodyMedia.get(block.media);
    if (!own) return [];
    said.add(own.id);
    const words = {
      ...own,
      caption: wordsOfRuns(block.caption) || own.caption,
      credit: block.credit || own.credit,
      alt: block.kind === 'figure' ? block.alt : own.alt,
    };
    return {
      rel: 'inText',
      name: `${own.kind}${said.size}`,
      ...described(words, language),
      ...filesOf(site, own),
    };
  });
  return [...head, ...inText];
}

function filesOf(site: string, own: MediaView): object {
  if (own.kind === 'picture') return { type: 'picture', renditions: renditionsIn(site, own) };
  const length = own.length ? { duration: Math.round(own.length) } : {};
  const size = own.kind === 'video' && own.width > 0 ? { width: own.width, height: own.height } : {};
  const file = own.file
    ? [{ name: 'full', href: `${site}${own.file.href}`, contentType: own.file.type, ...size, ...length }]
    : [];
  return { type: own.kind, renditions: file };
}

/** Who it is, what it shows, and whose it is. */
function described(picture: Omit<Picture, 'shapes'>, language: string): object {
  const { rights, caption, alt, credit } = picture;
  const descriptions = [
    ...(caption ? [{ role: 'caption', value: caption }] : []),
    ...(alt ? [{ role: 'altText', value: alt }] : []),
  ];
  return {
    uri: `urn:uuid:${picture.id}`,
    language: picture.language ?? language,
    ...(descriptions.length > 0 ? { descriptions } : {}),
    ...(credit ? { by: credit } : {}),
    ...(rights.copyright ? { copyrightNotice: rights.copyright } : {}),
    ...(rights.usageTerms ? { usageTerms: rights.usageTerms } : {}),
    ...(rights.webStatement ? { rightsInfo: { linkedRights: rights.webStatement } } : {}),
    ...(rights.sourceType ? { digitalSourceType: sourceType(rights.sourceType) } : {}),
  };
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
