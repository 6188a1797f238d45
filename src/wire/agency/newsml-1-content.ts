/** What the components of a NewsML 1 item carry: copy in NITF, HTML or plain text, and addresses of pictures. */
import type { ParsedMedia } from '../parse/feed.ts';
import {
  allOf,
  attributeOf,
  childOf,
  childrenOf,
  type Element,
  textOf,
  wordsOf,
} from '../parse/xml-document.ts';
import { htmlOf, htmlOfText } from './markup.ts';
import { type NitfCopy, nitfCopy } from './nitf-copy.ts';

const MOST_MEDIA = 50; // of one item; more is a mistake or an attack

export function copyOf(item: Element): NitfCopy {
  const none: NitfCopy = { headline: '', dek: '', byline: '', dateline: '', html: '', media: [] };
  const contents = allOf(item, 'ContentItem');
  const texts = contents
    .map((one) => copyIn(childOf(one, 'DataContent')))
    .filter((copy) => copy.html.trim() !== '');
  // Captions and abstracts are components too; the copy is the longest.
  const copy = texts.toSorted((a, b) => b.html.length - a.html.length)[0] ?? none;
  const media = contents.map(mediaOf).filter((one) => one !== null);
  return { ...copy, media: [...copy.media, ...media].slice(0, MOST_MEDIA) };
}

function copyIn(data: Element | undefined): NitfCopy {
  const none: NitfCopy = { headline: '', dek: '', byline: '', dateline: '', html: '', media: [] };
  if (!data) return none;
  const nitf = allOf(data, 'nitf')[0];
  if (nitf) return nitfCopy(nitf);
  if (childrenOf(data).length > 0) return { ...none, html: htmlOf(allOf(data, 'body')[0] ?? data) };
  return { ...none, html: htmlOfText(textOf(data)) };
}

function mediaOf(content: Element): ParsedMedia | null {
  const href = attributeOf(content, 'Href');
  const kind = formal(childOf(content, 'MimeType')) || formal(childOf(content, 'MediaType'));
  if (!/^https?:\/\//i.test(href) || /^text\b/i.test(kind)) return null;
  const properties = allOf(childOf(content, 'Characteristics'), 'Property');
  const size = (name: RegExp): number | null => {
    const found = properties.find((one) => name.test(attributeOf(one, 'FormalName')));
    return Number.parseInt(attributeOf(found, 'Value'), 10) || null;
  };
  return {
    href,
    kind: kind.toLowerCase(),
    width: size(/width/i),
    height: size(/height/i),
    caption: '',
    credit: '',
  };
}

/** `FormalName` is how this standard says everything; some write it as text. */
export function formal(node: Element | undefined): string {
  return attributeOf(node, 'FormalName') || wordsOf(node);
}
