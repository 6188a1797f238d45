/**
 * The copy inside agency files as HTML: NITF, XHTML and plain text in their own elements, turned into the ones that a
 * body is made of. What comes out is foreign HTML still, and goes through kit/safe-html like all other.
 */
import { escapeText, htmlToText } from '../../kit/safe-html.ts';
import { childrenOf, type Element, xmlWords } from '../parse/xml-document.ts';
import { typedParagraphs } from './typed-paragraphs.ts';

/** NITF's elements by what they are in HTML. What is in neither table is passed through for its words. */
const NAMES: Record<string, string> = {
  hl1: 'h2', hl2: 'h3', hedline: 'div', block: 'div', bq: 'blockquote', q: 'q', pre: 'pre', fn: 'fn',
  table: 'table', 'nitf-table': 'table', thead: 'thead', tbody: 'tbody', tfoot: 'tfoot', tr: 'tr', td: 'td', th: 'th',
  caption: 'caption', figure: 'figure', figcaption: 'figcaption', small: 'small',
  h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h3', h5: 'h3', h6: 'h3', p: 'p', ul: 'ul', ol: 'ol', li: 'li',
  dl: 'ul', dt: 'li', dd: 'li', blockquote: 'blockquote', div: 'div', section: 'div', article: 'div',
  a: 'a', em: 'em', i: 'em', b: 'strong', strong: 'strong', br: 'br', hr: 'hr', credit: 'p', note: 'p',
  paragraph: 'p', lang: 'span', span: 'span', 'virtloc': 'span',
  sup: 'sup', sub: 'sub', frac: 'frac', numer: 'numer', denom: 'denom', del: 'del', s: 's', strike: 'strike',
  ins: 'ins', ruby: 'ruby', rt: 'rt', rp: 'rp', math: 'math', mrow: 'mrow', msup: 'msup', msub: 'msub',
  msubsup: 'msubsup', mfrac: 'mfrac', msqrt: 'msqrt', mi: 'mi', mn: 'mn', mo: 'mo', annotation: 'annotation',
}; // biome-ignore format: a table

/** What is not copy: read elsewhere, or for machines. */
const SKIPPED = new Set(
  'head media-metadata media-object style script title datasource alt-code frac-sep'.split(' '),
);

/** The element's contents as HTML; a language that an element declares stays on it. */
export function htmlOf(node: Element | undefined, skipped: ReadonlySet<string> = SKIPPED): string {
  if (!node) return '';
  return node.children.map((child) => htmlOfChild(child, skipped)).join('');
}

/** The element's contents as a line of words: what is raised, quoted or struck out in it is so in a headline too. */
export function lineOf(node: Element | undefined, language: string | null = null): string {
  if (!node?.children.some((child) => typeof child !== 'string')) return xmlWords(node);
  return htmlToText(htmlOf(node), language)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

function htmlOfChild(child: Element | string, skipped: ReadonlySet<string>): string {
  if (typeof child === 'string') return escaped(child);
  const local = child.name.toLowerCase();
  if (skipped.has(local)) return '';
  if (local === 'media') return pictureOf(child);
  if (local === 'img') return imageOf(child.attributes);
  const name = NAMES[local];
  const typed = /^(?:p|pre)$/.test(name ?? '') ? typedIn(child) : '';
  if (typed !== '') return typed;
  const inner = htmlOf(child, skipped);
  if (name === undefined) return inner;
  if (name === 'br' || name === 'hr') return `<${name}>`;
  return `<${name}${attributesOf(child, name)}>${inner}</${name}>`;
}

/** NITF's picture where it stands, as large as it is had; films and sounds go with the item's other media. */
function pictureOf(media: Element): string {
  const references = childrenOf(media, 'media-reference').filter(({ attributes }) =>
    /^https?:\/\//i.test(attributes.source ?? ''),
  );
  const width = ({ attributes }: Element): number => Number.parseInt(attributes.width ?? '', 10) || 0;
  const [best] = references.toSorted((one, other) => width(other) - width(one));
  const kind = `${media.attributes['media-type'] ?? ''} ${best?.attributes['mime-type'] ?? ''}`;
  if (!best || !/image|photo|graphic/i.test(kind)) return '';
  const { source: src, 'alternate-text': alt, width: wide, height } = best.attributes;
  const caption = childrenOf(media, 'media-caption').map((each) => htmlOf(each));
  const credit = xmlWords(childrenOf(media, 'media-producer')[0]);
  const said = [...caption, credit === '' ? '' : `<small>${escaped(credit)}</small>`].filter(Boolean);
  const words = said.length === 0 ? '' : `<figcaption>${said.join(' ')}</figcaption>`;
  return `<figure>${imageOf({ src, alt, width: wide, height })}${words}</figure>`;
}

function imageOf({ src, alt, width, height }: Record<string, string | undefined>): string {
  if (!/^https?:\/\//i.test(src ?? '')) return '';
  const said = Object.entries({ src, alt, width, height });
  return `<img${said.map(([name, value]) => (value ? ` ${name}="${quoted(value)}"` : '')).join('')}>`;
}

/** Of an element that holds nothing but words, written as typists did. */
function typedIn({ children }: Element): string {
  if (children.some((child) => typeof child !== 'string')) return '';
  return (typedParagraphs(children.join('')) ?? []).map((words) => `<p>${escaped(words)}</p>`).join('');
}

/** What of an element's attributes says something about its words; NITF numbers a list by `seqnum`. */
function attributesOf({ attributes }: Element, name: string): string {
  const said: Record<string, string | undefined> = {
    lang: attributes['xml:lang'] ?? attributes.lang,
    ...(name === 'a' ? { href: attributes.href } : {}),
    ...(name === 'ol' ? { start: attributes.start ?? attributes.seqnum, reversed: attributes.reversed } : {}),
    ...(name === 'li' ? { value: attributes.value } : {}),
    ...(/^t[dh]$/.test(name)
      ? { colspan: attributes.colspan, rowspan: attributes.rowspan, scope: attributes.scope }
      : {}),
    style: attributes.style,
    hidden: attributes.hidden,
    class: attributes.class,
  };
  return Object.entries(said)
    .map(([attribute, value]) => (value ? ` ${attribute}="${quoted(value)}"` : ''))
    .join('');
}

/** Entities that only a document type would resolve stay what they are: HTML knows them. */
function escaped(text: string): string {
  return text
    .replace(/&(?!#?\w{1,31};)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function quoted(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}

/** Text that may be HTML after all: agencies put it into CDATA. */
export function htmlOfText(text: string): string {
  return /<(?:p|br|div|span|h[1-6]|ul|ol|table|body|strong|em|a)\b[^<>]*>/i.test(text)
    ? text.replace(/^[\s\S]*?<body\b[^<>]*>/i, '').replace(/<\/body>[\s\S]*$/i, '')
    : markedParagraphs(text);
}

/** Plain text as paragraphs: at empty lines if there are any, otherwise a line each. */
export function markedParagraphs(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  if (plain === '') return '';
  const typed = typedParagraphs(text);
  if (typed) return typed.map((words) => `<p>${escapeText(words)}</p>`).join('');
  const parts = /\n[ \t]*\n/.test(plain) ? plain.split(/\n[ \t]*\n/) : plain.split('\n');
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => `<p>${escapeText(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

const INLINE = /^(?:p|h[1-6]|li|blockquote|div|section)$/;

/**
 * Paragraphs of HTML that declare another language than the item's, counted as a body counts its blocks. A wrong count
 * would put a language on the wrong words, so HTML that nests such elements is left alone.
 */
export function paragraphLanguagesOf(html: string, own: string | null): { at: number; language: string }[] {
  if (!/\slang\s*=/i.test(html)) return [];
  const found: { at: number; language: string }[] = [];
  let at = -1;
  for (const [, name = '', marks = ''] of html.matchAll(/<([a-z][a-z0-9]*)\b([^<>]*)>/gi)) {
    if (!INLINE.test(name.toLowerCase()) || /^(?:div|section|blockquote)$/i.test(name)) continue;
    at += 1;
    const language = /\s(?:xml:)?lang\s*=\s*["']?([\w-]+)/i.exec(marks)?.[1];
    if (language && language.toLowerCase() !== own?.toLowerCase() && found.length < 500)
      found.push({ at, language });
  }
  return found;
}
