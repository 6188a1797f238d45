/** Cards of Ghost's editors, old and new, as HTML: pictures, galleries, films, boxes. What readers never saw is left out. */

import { escapeText } from '../../kit/write-blocks.ts';
import { type JsonObject, objectOf, objectsIn, textIn } from '../json-values.ts';
import { markdownText } from '../markup/markdown.ts';
import {
  attributeText,
  embedded,
  embedMarkup,
  figureMarkup,
  galleryMarkup,
  recordingMarkup,
} from '../markup/shapes.ts';

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
  return galleryMarkup(
    pictures.filter(({ address }) => address !== ''),
    caption,
  );
};

/** What a post says is said where Ghost kept it; a film has its title. */
function embed(card: JsonObject): string {
  const address = textIn(card.url);
  const said = objectOf(card.metadata);
  const below = paragraph(textIn(card.caption));
  const html = textIn(card.html);
  if (/^\s*<blockquote\b[\s\S]*<a\b/i.test(html) && />\s*[^\s<]/.test(html)) return html + below;
  if (address === '') return html + below;
  const title = textIn(said.title);
  return (
    (title === '' ? embedded(address) : embedMarkup({ address, title, author: textIn(said.author_name) })) +
    below
  );
}

function bookmark(card: JsonObject): string {
  const said = objectOf(card.metadata);
  const address = textIn(card.url) || textIn(said.url);
  const by = [...new Set([said.author, said.publisher].map(textIn))].filter((name) => name !== '').join(', ');
  const lines = [linked(said.title ?? card.title, address), words(said.description), escapeText(by)];
  return paragraph(lines.filter((line) => line !== '').join('<br>')) + paragraph(textIn(card.caption));
}

function callout(card: JsonObject): string {
  const inner = textIn(card.calloutText).replace(/^\s*<p\b[^<>]*>([\s\S]*)<\/p>\s*$/, '$1');
  return box(paragraph(`${words(card.calloutEmoji)} ${inner}`.trim()));
}

/** A picture that stands among the fields of a card. */
const pictureAt = (address: unknown): string =>
  textIn(address) === '' ? '' : figureMarkup({ address: textIn(address), alt: '', caption: '' });

const box = (html: string): string => (html === '' ? '' : `<aside data-block="box">${html}</aside>`);

function product(card: JsonObject): string {
  const button = paragraph(linked(card.productButton, card.productUrl));
  return `${pictureAt(card.productImageSrc)}<h3>${textIn(card.productTitle)}</h3>${textIn(card.productDescription)}${button}`;
}

function header(card: JsonObject): string {
  const title = textIn(card.header) || textIn(card.heading);
  const button = card.buttonEnabled === false ? '' : paragraph(linked(card.buttonText, card.buttonUrl));
  return `${pictureAt(card.backgroundImageSrc)}<h2>${title}</h2>${paragraph(textIn(card.subheader))}${button}`;
}

/** What somebody paid for stands in a box, which says so. */
function callToAction(card: JsonObject): string {
  const sponsor = card.hasSponsorLabel === false ? '' : textIn(card.sponsorLabel);
  const button = card.showButton === false ? '' : paragraph(linked(card.buttonText, card.buttonUrl));
  return box(sponsor + pictureAt(card.imageUrl) + textIn(card.textValue) + button);
}

const code = (card: JsonObject): string => `<pre>${words(card.code)}</pre>${paragraph(textIn(card.caption))}`;
const none = (): string => '';
const rule = (): string => '<hr>';

function recordingOf(name: 'audio' | 'video', card: JsonObject, said: unknown): string {
  return textIn(card.src) === '' ? '' : recordingMarkup(name, textIn(card.src), textIn(said));
}

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
  hr: rule,
  horizontalrule: rule,
  callout,
  toggle: (card) => `<h3>${textIn(card.heading)}</h3>${textIn(card.content)}`,
  button: (card) => paragraph(linked(card.buttonText, card.buttonUrl)),
  'call-to-action': callToAction,
  audio: (card) => recordingOf('audio', card, card.title),
  video: (card) => recordingOf('video', card, card.caption),
  file: (card) =>
    paragraph(linked(card.fileTitle || card.fileName, card.src)) + paragraph(words(card.fileCaption)),
  product,
  header,
  'soft-return': () => '<br>',
  // Letters and doors for members: no reader of the page saw them.
  email: none,
  'email-cta': none,
  paywall: none,
  signup: none,
  transistor: none, // a member's own feed of a podcast
};
