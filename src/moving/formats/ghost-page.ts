/**
 * What Ghost made of a text, without what its player, its frames for links and its doors for members are made of: each card is read
 * for what it says, and written as the editor's own would be. What stands between cards stays, letter by letter.
 */
import { DomUtils, parseDocument } from 'htmlparser2';
import type { JsonObject } from '../json-values.ts';
import { ghostCard } from './ghost-cards.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

const KINDS = /(?:^|\s)kg-(bookmark|callout|video|audio|file|signup|cta|header|product)-card(?=\s|$)/;

export function withPlainCards(html: string): string {
  if (!KINDS.test(html.replaceAll('"', ' '))) return html;
  const cards = cardsOf(parseDocument(html, { withStartIndices: true, withEndIndices: true }).children);
  const written: string[] = [];
  let from = 0;
  for (const card of cards) {
    const made = cardMarkup(card);
    if (made === null || card.startIndex === null || card.endIndex === null) continue;
    written.push(html.slice(from, card.startIndex), made);
    from = card.endIndex + 1;
  }
  return written.join('') + html.slice(from);
}

/** In the order in which they stand; none of them holds another. */
function cardsOf(nodes: readonly Node[]): Element[] {
  const found: Element[] = [];
  const waiting = nodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('attribs' in node)) continue;
    if (KINDS.test(node.attribs.class ?? '')) found.push(node);
    else waiting.push(...(node.children as Node[]).toReversed());
  }
  return found;
}

function cardMarkup(card: Element): string | null {
  const kind = KINDS.exec(card.attribs.class ?? '')?.[1] ?? '';
  const make = READERS[kind];
  return make ? ghostCard(NAMES[kind] ?? kind, make(card)) : null;
}

const NAMES: Record<string, string> = { cta: 'call-to-action' };

const part = (card: Element, name: string): Element | null =>
  DomUtils.getElementsByClassName(name, card.children, true)[0] ?? null;
const first = (card: Element, name: string): Element | null =>
  DomUtils.getElementsByTagName(name, card.children, true)[0] ?? null;
const words = (card: Element, name: string): string => {
  const found = part(card, name);
  return found ? DomUtils.textContent(found).trim() : '';
};
const inner = (found: Element | null): string => (found ? DomUtils.getInnerHTML(found).trim() : '');
const attribute = (found: Element | null, name: string): string => found?.attribs[name] ?? '';
/** Words below, which Ghost has in a paragraph of their own since version 5. */
const caption = (card: Element): string => inner(first(card, 'figcaption')).replace(/<\/?p\b[^<>]*>/gi, '');

const READERS: Record<string, (card: Element) => JsonObject> = {
  bookmark: (card) => ({
    url: attribute(part(card, 'kg-bookmark-container'), 'href'),
    metadata: {
      title: words(card, 'kg-bookmark-title'),
      description: words(card, 'kg-bookmark-description'),
      author: words(card, 'kg-bookmark-author'),
      publisher: words(card, 'kg-bookmark-publisher'),
    },
    caption: caption(card),
  }),
  callout: (card) => ({
    calloutEmoji: words(card, 'kg-callout-emoji'),
    calloutText: inner(part(card, 'kg-callout-text')),
  }),
  video: (card) => ({ src: attribute(first(card, 'video'), 'src'), caption: caption(card) }),
  audio: (card) => ({ src: attribute(first(card, 'audio'), 'src'), title: words(card, 'kg-audio-title') }),
  file: (card) => ({
    src: attribute(first(card, 'a'), 'href'),
    fileTitle: words(card, 'kg-file-card-title'),
    fileName: words(card, 'kg-file-card-filename'),
    fileCaption: words(card, 'kg-file-card-caption'),
  }),
  signup: () => ({}),
  cta: (card) => ({
    sponsorLabel: inner(part(card, 'kg-cta-sponsor-label')),
    imageUrl: attribute(first(card, 'img'), 'src'),
    textValue: inner(part(card, 'kg-cta-text')),
    buttonText: words(card, 'kg-cta-button'),
    buttonUrl: attribute(part(card, 'kg-cta-button'), 'href'),
  }),
  header: (card) => ({
    backgroundImageSrc: attribute(part(card, 'kg-header-card-image'), 'src'),
    header: inner(part(card, 'kg-header-card-heading')) || inner(part(card, 'kg-header-card-header')),
    subheader:
      inner(part(card, 'kg-header-card-subheading')) || inner(part(card, 'kg-header-card-subheader')),
    buttonText: words(card, 'kg-header-card-button'),
    buttonUrl: attribute(part(card, 'kg-header-card-button'), 'href'),
  }),
  product: (card) => ({
    productImageSrc: attribute(part(card, 'kg-product-card-image'), 'src'),
    productTitle: inner(part(card, 'kg-product-card-title')),
    productDescription: inner(part(card, 'kg-product-card-description')),
    productButton: words(card, 'kg-product-card-button'),
    productUrl: attribute(part(card, 'kg-product-card-button'), 'href'),
  }),
};
