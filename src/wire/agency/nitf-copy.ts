/** The copy of a NITF document: headlines, byline, dateline, text and pictures, wherever the document stands. */
import type { ParsedMedia } from '../parse/feed.ts';
import { allOf, attributeOf, childOf, childrenOf, type Element, xmlWords } from '../parse/xml-document.ts';
import { htmlOf, lineOf } from './markup.ts';

/** The copy of a NITF document, without what its head says. */
export interface NitfCopy {
  headline: string;
  dek: string;
  byline: string;
  dateline: string;
  html: string;
  media: ParsedMedia[];
}

export function nitfCopy(nitf: Element): NitfCopy {
  const body = childOf(nitf, 'body') ?? nitf;
  const head = childOf(body, 'body.head');
  const content = childOf(body, 'body.content');
  const lines = childrenOf(childOf(head, 'hedline'));
  const hl1 = lines.find((line) => line.name === 'hl1');
  const rest = lines.filter((line) => line.name === 'hl2');
  const abstract = lineOf(childOf(head, 'abstract'));
  const within = content ?? (head ? undefined : body);
  return {
    headline: lineOf(hl1 ?? childOf(head, 'hedline')),
    dek: rest.map((line) => lineOf(line)).join(' ') || abstract,
    byline: bylineOf(childrenOf(head, 'byline').concat(allOf(within, 'byline'))),
    dateline: datelineOf(childOf(head, 'dateline') ?? allOf(within, 'dateline')[0]),
    html: htmlOf(within) + endOf(childOf(body, 'body.end')),
    media: allOf(body, 'media')
      .map(mediaOf)
      .filter((media) => media !== null),
  };
}

function bylineOf(bylines: Element[]): string {
  const said = bylines.map(xmlWords).filter(Boolean);
  return [...new Set(said)].join(' / ');
}

function datelineOf(dateline: Element | undefined): string {
  return xmlWords(dateline);
}

/** A tagline belongs to the copy: who else reported, in words for readers. */
function endOf(end: Element | undefined): string {
  const tagline = xmlWords(childOf(end, 'tagline'));
  return tagline === '' ? '' : htmlOf({ ...(end as Element), children: [wrap(childOf(end, 'tagline'))] });
}

function wrap(node: Element | undefined): Element | string {
  if (!node) return '';
  return childrenOf(node, 'p').length > 0 ? node : { ...node, name: 'p' };
}

function mediaOf(media: Element): ParsedMedia | null {
  const references = childrenOf(media, 'media-reference');
  const best = references.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  const href = attributeOf(best, 'source', 'src', 'href');
  if (!/^https?:\/\//i.test(href)) return null;
  const number = (name: string): number | null => Number.parseInt(attributeOf(best, name), 10) || null;
  return {
    href,
    kind: (attributeOf(best, 'mime-type') || attributeOf(media, 'media-type')).toLowerCase(),
    width: number('width'),
    height: number('height'),
    caption: childrenOf(media, 'media-caption').map(xmlWords).join(' '),
    credit: xmlWords(childOf(media, 'media-producer')) || attributeOf(best, 'copyright', 'source-credit'),
    ...termsOf(media),
  };
}

/** What it says of its own use: NITF has no element for it, and senders name it themselves. */
function termsOf(media: Element): Pick<ParsedMedia, 'terms'> {
  const terms = childrenOf(media, 'media-metadata')
    .filter((one) => /usage|terms|restrict|instruction|ed-?note/i.test(attributeOf(one, 'name')))
    .map((one) => attributeOf(one, 'value') || xmlWords(one))
    .filter((line) => line !== '');
  return terms.length > 0 ? { terms } : {};
}

function sizeOf(reference: Element): number {
  return Number.parseInt(attributeOf(reference, 'width'), 10) || 0;
}
