/**
 * Blocks that keep what they say among their attributes, where other blocks have it in their HTML: Divi's since its fifth version,
 * those that a house made with Advanced Custom Fields, and blocks that several posts show with words of their own.
 */
import { type JsonObject, jsonIn, objectOf, textIn } from '../json-values.ts';
import { attributeText, figureMarkup } from './shapes.ts';

/** What a block without HTML says; null where it says nothing. */
export function fieldsOfBlock(name: string, attributes: string): string | null {
  const isDivi = name.startsWith('divi/');
  if (!isDivi && !name.startsWith('acf/')) return null;
  const said = objectOf(jsonIn(attributes));
  const html = isDivi ? diviFields(said, 0).join('\n') : acfFields(objectOf(said.data)).join('\n');
  return html.trim() === '' ? null : html;
}

const DEEPEST = 8; // objects within attributes

/** Each part of a module has its content for desktops; phones show the same words. */
function diviFields(said: JsonObject, depth: number): string[] {
  if (depth > DEEPEST) return [];
  return Object.values(said).flatMap((part) => {
    const inner = objectOf(part);
    const { value } = objectOf(objectOf(inner.innerContent).desktop);
    return value === undefined ? diviFields(inner, depth + 1) : [diviValue(value)];
  });
}

function diviValue(value: unknown): string {
  if (typeof value === 'string') return /<\w/.test(value) ? value : paragraph(value);
  const { src, alt, text, linkUrl, url } = objectOf(value);
  if (textIn(src) !== '') return figureMarkup({ address: textIn(src), alt: textIn(alt), caption: '' });
  if (textIn(text) === '') return '';
  const href = textIn(linkUrl) || textIn(url);
  const words = attributeText(textIn(text));
  return href === '' ? `<p>${words}</p>` : `<p><a href="${attributeText(href)}">${words}</a></p>`;
}

/** Fields with a key of their own (`_title` beside `title`); of one word are settings of the block more often than words. */
export function acfFields(data: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const words = textIn(value).trim();
    if (key.startsWith('_') || !/^field_/.test(textIn(data[`_${key}`]))) return [];
    if (!/\S\s+\S/.test(words) || /^(?:https?:\/\/\S+|[aOs]:\d+:.*)$/s.test(words)) return [];
    return [
      /<\w/.test(words)
        ? words
        : words
            .split(/\n\s*\n/)
            .map(paragraph)
            .join('\n'),
    ];
  });
}

const paragraph = (words: string): string => `<p>${attributeText(words).replaceAll('\n', '<br>')}</p>`;

/** A block that several posts show, with the words that one of them has in its place. */
export function withOverrides(piece: string, overrides: unknown): string {
  let html = piece;
  for (const [name, fields] of Object.entries(objectOf(overrides))) {
    const { content } = objectOf(fields);
    const at = html.indexOf(`"name":${JSON.stringify(name)}`);
    if (typeof content !== 'string' || at === -1) continue;
    const found = /^[^<]*?-->\s*<([a-z][a-z0-9]*)\b[^<>]*>/.exec(html.slice(at));
    const from = found ? at + found[0].length : -1;
    const end = found ? html.indexOf(`</${found[1]}>`, from) : -1;
    if (end !== -1) html = html.slice(0, from) + content + html.slice(end);
  }
  return html;
}
