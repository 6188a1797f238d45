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

export type G2Content = NitfCopy;

const MOST_MEDIA = 50; // of one item; more is a mistake or an attack

export function g2ContentOf(set: Element | undefined): G2Content {
  const read: G2Content = { headline: '', dek: '', byline: '', dateline: '', html: '', media: [] };
  for (const child of childrenOf(set)) {
    if (child.name === 'inlineXML') addXml(read, child);
    else if (child.name === 'inlineData') addData(read, child);
    else if (child.name === 'remoteContent' && read.media.length < MOST_MEDIA) addRemote(read, child);
  }
  return read;
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
