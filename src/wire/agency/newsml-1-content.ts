/** What the components of a NewsML 1 item carry: copy in NITF, HTML or plain text, and addresses of pictures. */
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
import { htmlOf, htmlOfText } from './markup.ts';
import { type NitfCopy, nitfCopy } from './nitf-copy.ts';
import { fileName, mediaPlaces, withMediaPlaces } from './placed-media.ts';

const MOST_MEDIA = 50; // of one item; more is a mistake or an attack

export function newsmlCopy(item: Element): NitfCopy {
  const none: NitfCopy = { headline: '', dek: '', byline: '', dateline: '', html: '', media: [] };
  const contents = allOf(item, 'ContentItem');
  const places = mediaPlaces(childrenOf(item, 'NewsComponent').flatMap(placesIn));
  const texts = contents
    .map((one) => childOf(one, 'DataContent'))
    .map((data) => copyIn(data && withMediaPlaces(data, places)))
    .filter((copy) => copy.html.trim() !== '');
  // Captions and abstracts are components too; the copy is the longest.
  const copy = texts.toSorted((a, b) => b.html.length - a.html.length)[0] ?? none;
  const captions = captionsOf(item);
  const media = contents
    .map((content) => mediaOf(content, captions.get(content)))
    .filter((one) => one !== null);
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

/** What a text may call the pictures within a component: by its id or by theirs. The widest stands for all. */
function placesIn(component: Element): [string, string][] {
  const inner = childrenOf(component, 'NewsComponent').flatMap(placesIn);
  const own = childrenOf(component, 'ContentItem')
    .map((content) => ({ content, media: mediaOf(content, undefined) }))
    .filter(({ media }) => media !== null && /^image/.test(media.kind))
    .toSorted((one, other) => (other.media?.width ?? 0) - (one.media?.width ?? 0));
  const ids = (node: Element) => ['Duid', 'Euid'].map((name) => attributeOf(node, name));
  const [widest] = own;
  const named = own.flatMap(({ content, media }) =>
    [...ids(content), fileName(media?.href ?? '')].map((id): [string, string] => [id, media?.href ?? '']),
  );
  return [
    ...(widest ? ids(component).map((id): [string, string] => [id, widest.media?.href ?? '']) : []),
    ...named,
    ...inner,
  ];
}

interface Caption {
  caption: string;
  credit: string;
}

/** The words beside each picture, sound or film: those of a caption in the same component, or the component's own line. */
function captionsOf(item: Element): Map<Element, Caption> {
  const found = new Map<Element, Caption>();
  const within = (component: Element, above: Caption): void => {
    const inner = childrenOf(component, 'NewsComponent');
    const legend = inner.find((one) => CAPTION.test(formal(childOf(one, 'Role'))));
    const lines = childOf(component, 'NewsLines');
    const own = {
      caption: xmlWords(allOf(legend, 'DataContent')[0]) || lineIn(lines, 'HeadLine') || above.caption,
      credit: lineIn(lines, 'CreditLine') || lineIn(lines, 'CopyrightLine') || above.credit,
    };
    for (const content of childrenOf(component, 'ContentItem')) found.set(content, own);
    for (const one of inner) within(one, own);
  };
  // The headline of the whole is no caption.
  for (const component of childrenOf(item, 'NewsComponent'))
    for (const inner of childrenOf(component, 'NewsComponent')) within(inner, { caption: '', credit: '' });
  return found;
}

const CAPTION = /caption|legend|légende|bildtext|bildunterschrift/i;

function lineIn(lines: Element | undefined, name: string): string {
  return xmlWords(childOf(lines, name));
}

/** Whether what it carries is a file beside the message, whose address nobody can open from here. */
export function isElsewhere(content: Element): boolean {
  const href = attributeOf(content, 'Href');
  return href !== '' && !/^https?:\/\//i.test(href);
}

const IMAGES = /^(?:photo|picture|graphic|image)$/i;

function mediaOf(content: Element, words: Caption | undefined): ParsedMedia | null {
  const href = attributeOf(content, 'Href');
  const mime = formal(childOf(content, 'MimeType'));
  const type = formal(childOf(content, 'MediaType'));
  const kind = mime || (IMAGES.test(type) ? 'image' : type);
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
    caption: words?.caption ?? '',
    credit: words?.credit ?? '',
  };
}

/** `FormalName` is how this standard says everything; some write it as text. */
export function formal(node: Element | undefined): string {
  return attributeOf(node, 'FormalName') || xmlWords(node);
}
