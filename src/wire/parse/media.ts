/** Pictures, sound and film that an item of an XML feed names, with their credit. */
import type { ParsedMedia } from './feed.ts';
import { plainLine } from './words.ts';
import { resolved, type XmlNode } from './xml-tree.ts';

const MOST = 50; // of one item; more is a mistake or an attack

export function mediaOf(node: XmlNode, base: string | null): ParsedMedia[] {
  const found = new Map<string, ParsedMedia>();
  const add = (media: ParsedMedia | null): void => {
    if (media && !found.has(media.href) && found.size < MOST) found.set(media.href, media);
  };
  const groups = node.children.filter((child) => child.name === 'media:group');
  for (const holder of [node, ...groups]) {
    for (const child of holder.children) {
      if (child.name === 'media:content') add(mediaContent(child, holder, base));
      else if (child.name === 'enclosure') add(named(child, 'url', child.attributes.type, base));
      else if (PICTURES.has(child.name)) add(picture(child, base));
      else if (child.name === 'itunes:image') add(named(child, 'href', 'image', base));
      else if (/^(atom:)?link$/.test(child.name) && child.attributes.rel === 'enclosure')
        add(named(child, 'href', child.attributes.type, base));
    }
    // A thumbnail counts only where nothing larger is named.
    for (const child of [holder, ...holder.children].flatMap((inner) => inner.children))
      if (child.name === 'media:thumbnail' && found.size === 0) add(named(child, 'url', 'image', base));
  }
  return [...found.values()];
}

/** A picture in an element of its own, which RSS knows only of the feed: with `url`, as RSS has it, or bare. */
const PICTURES = new Set([
  'image',
  'thumbnail',
  'photo',
  'g:image_link',
  'image_link',
  'post-thumbnail',
  'media:image',
]);

function picture(node: XmlNode, base: string | null): ParsedMedia | null {
  const inner = (name: string): string =>
    node.children.find((child) => child.name === name)?.text.trim() ?? '';
  const { attributes } = node;
  const said = attributes.url ?? attributes.href ?? attributes.src ?? attributes['rdf:resource'];
  const href = resolved(inner('url') || (said ?? '').trim() || node.text.trim(), base);
  const media = named({ ...node, attributes: { ...attributes, url: href } }, 'url', 'image', base);
  return media && { ...media, caption: plainLine(inner('title') || inner('description')) };
}

function mediaContent(node: XmlNode, holder: XmlNode, base: string | null): ParsedMedia | null {
  const media = named(node, 'url', node.attributes.medium ?? node.attributes.type, base);
  const words = (name: string): string => {
    const place = [node, holder].find((where) => where.children.some((child) => child.name === name));
    return plainLine(place?.children.find((child) => child.name === name)?.text ?? '');
  };
  return media && { ...media, caption: words('media:description'), credit: words('media:credit') };
}

function named(
  node: XmlNode,
  attribute: string,
  kind: string | undefined,
  base: string | null,
): ParsedMedia | null {
  const href = resolved(node.attributes[attribute] ?? '', base);
  if (!/^https?:\/\//i.test(href)) return null;
  const size = (name: string): number | null => Number.parseInt(node.attributes[name] ?? '', 10) || null;
  return {
    href,
    kind: (kind ?? '').toLowerCase(),
    width: size('width'),
    height: size('height'),
    caption: '',
    credit: '',
  };
}
