/** What the items of few feeds say besides: where it happened (GeoRSS, W3C geo), on which licence, until when. */
import { readDate } from './dates.ts';
import { type ItemFacts, noFacts } from './facts.ts';
import { plainLine } from './words.ts';
import type { XmlNode } from './xml-tree.ts';

/** Null of an item that says none of it, as most. */
export function feedFacts(node: XmlNode): ItemFacts | null {
  const point = pointOf(node);
  const terms = licencesOf(node);
  const expires = expiryOf(node);
  return point || terms.length > 0 || expires !== null ? { ...noFacts(), point, terms, expires } : null;
}

function expiryOf(node: XmlNode): number | null {
  for (const child of node.children) {
    if (child.name === 'expirationdate' || child.name === 'expires') return readDate(child.text);
    const end = child.name === 'dcterms:valid' ? /\bend\s*=\s*([^;]+)/i.exec(child.text)?.[1] : undefined;
    if (end) return readDate(end);
  }
  return null;
}

function pointOf(node: XmlNode): ItemFacts['point'] {
  let latitude: string | undefined;
  let longitude: string | undefined;
  for (const child of [node, ...node.children].flatMap(({ children }) => children)) {
    if (child.name === 'georss:point' || child.name === 'gml:pos')
      return pair(child.text.trim().split(/[\s,]+/));
    const inside =
      child.name === 'gml:point' ? child.children.find(({ name }) => name === 'gml:pos') : undefined;
    if (inside) return pair(inside.text.trim().split(/[\s,]+/));
    if (child.name === 'geo:lat') latitude ??= child.text;
    else if (child.name === 'geo:long') longitude ??= child.text;
  }
  return latitude !== undefined && longitude !== undefined ? pair([latitude, longitude]) : null;
}

function pair([north, east]: string[]): ItemFacts['point'] {
  const latitude = Number.parseFloat(north ?? '');
  const longitude = Number.parseFloat(east ?? '');
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? { latitude, longitude } : null;
}

const LICENCES = new Set([
  'creativecommons:license',
  'cc:license',
  'media:license',
  'dcterms:license',
  'license',
]);

function licencesOf(node: XmlNode): string[] {
  const said = node.children.flatMap((child) => {
    if (/^(atom:)?link$/.test(child.name) && child.attributes.rel === 'license')
      return child.attributes.href ?? '';
    if (!LICENCES.has(child.name)) return [];
    return child.attributes['rdf:resource'] ?? child.attributes.href ?? plainLine(child.text);
  });
  return [...new Set(said.map((one) => one.trim()).filter(Boolean))];
}
