/**
 * Pictures that an agency's text only names where they stand, and whose address is given elsewhere in its message: NITF's
 * `data-location="#photo0"`, an `img` whose `src` is an id or a file's name. The text is given the address.
 */
import { attributeOf, type Element } from '../parse/xml-document.ts';

/** Addresses by what a text may call them; each name as `nameOf` has it. */
export type MediaPlaces = ReadonlyMap<string, string>;

const ADDRESS = /^https?:\/\//i;

/** The places for names that are given; empty names and what is no address on the web are left out. */
export function mediaPlaces(named: Iterable<readonly [name: string, href: string]>): MediaPlaces {
  const places = new Map<string, string>();
  for (const [name, href] of named) {
    const key = nameOf(name);
    if (key !== '' && ADDRESS.test(href) && !places.has(key)) places.set(key, href);
  }
  return places;
}

/** The last part of a path, as messages call files beside them. */
export function fileName(href: string): string {
  return href.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
}

function nameOf(said: string): string {
  return said
    .trim()
    .replace(/^#|^\.\//, '')
    .toLowerCase();
}

/** The element, with the address of each picture that its text names. */
export function withMediaPlaces(node: Element, places: MediaPlaces): Element {
  if (places.size === 0) return node;
  const children = node.children.map((child) =>
    typeof child === 'string' ? child : withMediaPlaces(child, places),
  );
  const local = node.name.toLowerCase();
  const [name, said] =
    local === 'img'
      ? ['src', attributeOf(node, 'src')]
      : local === 'media-reference'
        ? ['source', attributeOf(node, 'source') || attributeOf(node, 'data-location')]
        : ['', ''];
  const href = name === '' || ADDRESS.test(said) ? undefined : places.get(nameOf(said));
  return href === undefined
    ? { ...node, children }
    : { ...node, children, attributes: { ...node.attributes, [name]: href } };
}
