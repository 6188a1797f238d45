/** Cards of Ghost's editors, old and new, as HTML: pictures, galleries, films, boxes. What readers never saw is left out. */

import { escapeText } from '../../kit/write-blocks.ts';
import { attributeText, embedded, figureMarkup, galleryMarkup, recordingLink } from '../markup/shortcodes.ts';
import { type JsonObject, objectOf, objectsIn, textIn } from './json-values.ts';

/** The HTML of a card; null for one that is not known here. */
export function ghostCard(name: string, card: JsonObject): string | null {
  const make = CARDS[name.replace(/^(?:card-|extended-)/, '')];
  return make ? make(card) : null;
}

const paragraph = (html: string): string => (html.trim() === '' ? '' : `<p>${html}</p>`);
const words = (value: unknown): string => escapeText(textIn(value));

function linked(text: unknown, address: unknown): string {
  const href = textIn(address);
  if (href === '') return words(text);
  return `<a href="${attributeText(href)}">${words(text) || escapeText(href)}</a>`;
}

function picture(card: JsonObject): string {
  const shown = { address: textIn(card.src), alt: textIn(card.alt), caption: textIn(card.caption) };
  return shown.address === '' ? '' : figureMarkup(shown);
}

const gallery = (card: JsonObject): string => {
  const pictures = objectsIn(card.images).map((one) => ({
    address: textIn(one.src),
    alt: textIn(one.alt),
    caption: textIn(one.caption),
  }));
  const caption = textIn(card.caption);
  return galleryMarkup(pictures.filter(({ address }) => address !== '')) + paragraph(caption);
};

function embed(card: JsonObject): string {
  const address = textIn(card.url);
  return (address === '' ? '' : embedded(address)) + paragraph(textIn(card.caption));
}

function bookmark(card: JsonObject): string {
  const said = objectOf(card.metadata);
  const address = textIn(card.url) || textIn(said.url);
  return paragraph(linked(said.title ?? card.title, address)) + paragraph(textIn(card.caption));
}

const code = (card: JsonObject): string => `<pre>${words(card.code)}</pre>${paragraph(textIn(card.caption))}`;
const none = (): string => '';

const CARDS: Record<string, (card: JsonObject) => string> = {
  image: picture,
  gallery,
  html: ({ html }) => textIn(html),
  markdown: (card) => markdownText(textIn(card.markdown)),
  embed,
  bookmark,
  code,
  codeblock: code,
  'code-block': code,
  hr: none,
  horizontalrule: none,
  callout: (card) => paragraph(`${words(card.calloutEmoji)} ${textIn(card.calloutText)}`.trim()),
  toggle: (card) => `<h3>${textIn(card.heading)}</h3>${textIn(card.content)}`,
  button: (card) => paragraph(linked(card.buttonText, card.buttonUrl)),
  'call-to-action': (card) => textIn(card.textValue) + paragraph(linked(card.buttonText, card.buttonUrl)),
  audio: (card) => (textIn(card.src) === '' ? '' : recordingLink('audio', textIn(card.src))),
  video: (card) =>
    (textIn(card.src) === '' ? '' : recordingLink('video', textIn(card.src))) +
    paragraph(textIn(card.caption)),
  file: (card) =>
    paragraph(linked(card.fileTitle || card.fileName, card.src)) + paragraph(words(card.fileCaption)),
  product: (card) =>
    `<h3>${textIn(card.productTitle)}</h3>${textIn(card.productDescription)}${paragraph(linked(card.productButton, card.productUrl))}`,
  header: (card) =>
    `<h2>${textIn(card.header) || textIn(card.heading)}</h2>${paragraph(textIn(card.subheader))}${paragraph(linked(card.buttonText, card.buttonUrl))}`,
  'soft-return': () => '<br>',
  // Letters and doors for members: no reader of the page saw them.
  email: none,
  'email-cta': none,
  paywall: none,
  signup: none,
};

/** Markdown without a reader of it: its paragraphs, headings and lists, as far as lines show them. */
function markdownText(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((part) => {
      const [, signs, title] = /^(#{1,6})\s+(.*)$/s.exec(part.trim()) ?? [];
      if (signs) return `<h${signs.length < 3 ? 2 : 3}>${inline(title ?? '')}</h${signs.length < 3 ? 2 : 3}>`;
      const lines = part.trim().split('\n');
      if (lines.every((line) => /^\s*[-*+]\s/.test(line)))
        return `<ul>${lines.map((line) => `<li>${inline(line.replace(/^\s*[-*+]\s+/, ''))}</li>`).join('')}</ul>`;
      if (lines.every((line) => /^\s*>/.test(line)))
        return `<blockquote><p>${inline(lines.map((line) => line.replace(/^\s*>\s?/, '')).join(' '))}</p></blockquote>`;
      return part.trim().startsWith('<') ? part : `<p>${inline(lines.join(' '))}</p>`;
    })
    .join('');
}

const inline = (text: string): string =>
  text
    .replace(/!\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g, '<img alt="$1" src="$2">')
    .replace(/\[([^\]]+)\]\(([^)\s]+)[^)]*\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*|__([^_]+)__/g, '<strong>$1$2</strong>')
    .replace(/(?<![\w*])[*_]([^*_]+)[*_](?![\w*])/g, '<em>$1</em>');
