/** What a NewsML-G2 item carries: XML of its own or of XHTML or NITF, text, or addresses of pictures and film. */
import type { ParsedMedia } from '../parse/feed.ts';
import {
  allOf,
  attributeOf,
  childOf,
  childrenOf,
  type Element,
  textOf,
  xmlWords,
} from '../parse/xml-document.ts';
import { htmlOf, htmlOfText, markedParagraphs } from './markup.ts';
import { type NitfCopy, nitfCopy } from './nitf-copy.ts';
import { fileName, mediaPlaces, withMediaPlaces } from './placed-media.ts';

export type G2Content = NitfCopy;

const MOST_MEDIA = 50; // of one item; more is a mistake or an attack

/** `isPicture`: the item is a picture itself, and what its set holds are renditions of it. */
export function g2ContentOf(set: Element | undefined, isPicture = false): G2Content {
  const read: G2Content = { headline: '', dek: '', byline: '', dateline: '', html: '', media: [] };
  const remotes = childrenOf(set, 'remoteContent');
  const places = mediaPlaces(remotes.flatMap(namesOf));
  for (const child of childrenOf(set)) {
    if (child.name === 'inlineXML') addXml(read, withMediaPlaces(child, places));
    else if (child.name === 'inlineData') addData(read, withMediaPlaces(child, places));
  }
  for (const remote of isPicture ? largestFirst(remotes) : remotes)
    if (read.media.length < MOST_MEDIA) addRemote(read, remote);
  return read;
}

/** What a text may call it: its id, the item or file that it is, the last part of its address. */
function namesOf(remote: Element): [string, string][] {
  const href = attributeOf(remote, 'href');
  const names = ['id', 'residref', 'guid', 'literal'].map((name) => attributeOf(remote, name));
  return [...names, fileName(href)].map((name) => [name, href]);
}

/** In NewsML-G2 the parts of a content set are renditions of one thing. The largest that a page may be made of stands for all. */
function largestFirst(remotes: Element[]): Element[] {
  const pictures = remotes.filter(
    (remote) =>
      /^https?:/i.test(attributeOf(remote, 'href')) &&
      /^$|^image\/(?:jpe?g|pjpeg|png|webp|tiff?|gif|avif)/i.test(attributeOf(remote, 'contenttype')),
  );
  const [largest] = pictures.toSorted((one, other) => weightOf(other) - weightOf(one));
  return largest ? [largest] : remotes;
}

function weightOf(remote: Element): number {
  return (sizeOf(remote, 'width') ?? 0) * 1_000_000_000 + (sizeOf(remote, 'size') ?? 0);
}

/** Of several that carry the same copy, the first that holds words. */
function addXml(read: G2Content, holder: Element): void {
  const nitf = childOf(holder, 'nitf');
  const copy = nitf ? nitfCopy(nitf) : xhtmlCopy(holder);
  read.media.push(...copy.media);
  if (read.html.trim() !== '' || copy.html.trim() === '') return;
  Object.assign(read, { ...copy, media: read.media });
}

function xhtmlCopy(holder: Element): NitfCopy {
  const body = allOf(holder, 'body')[0] ?? holder;
  const pictures = allOf(body, 'img')
    .map((image) => ({ image, href: attributeOf(image, 'src') }))
    .filter(({ href }) => /^https?:\/\//i.test(href));
  return {
    headline: '',
    dek: '',
    byline: '',
    dateline: '',
    html: htmlOf(body),
    media: pictures.map(({ image, href }) => ({
      href,
      kind: 'image',
      caption: attributeOf(image, 'alt'),
      credit: '',
      width: sizeOf(image, 'width'),
      height: sizeOf(image, 'height'),
    })),
  };
}

function addData(read: G2Content, holder: Element): void {
  const type = attributeOf(holder, 'contenttype').toLowerCase();
  if (read.html.trim() !== '' || attributeOf(holder, 'encoding') !== '') return;
  if (childrenOf(holder).length > 0) read.html = htmlOf(holder);
  else if (type.includes('html') || type === '') read.html = htmlOfText(textOf(holder));
  else if (type.startsWith('text/')) read.html = markedParagraphs(textOf(holder));
}

function addRemote(read: G2Content, remote: Element): void {
  const href = attributeOf(remote, 'href');
  if (!/^https?:\/\//i.test(href) || read.media.some((media) => media.href === href)) return;
  const media: ParsedMedia = {
    href,
    kind: attributeOf(remote, 'contenttype').toLowerCase(),
    width: sizeOf(remote, 'width'),
    height: sizeOf(remote, 'height'),
    caption: xmlWords(childOf(remote, 'altText')),
    credit: '',
  };
  read.media.push(media);
}

function sizeOf(node: Element, name: string): number | null {
  return Number.parseInt(attributeOf(node, name), 10) || null;
}
