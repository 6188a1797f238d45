/**
 * A page of another house as it stood there, to be looked at beside the story that it became: its elements as they were, and nothing
 * of it loads or runs. What readers saw there and no copy holds (frames, forms, programs) stands as a label in its place, and so do
 * blocks and shortcodes, which are what a doubt is about most often.
 */
import { Parser } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import { closed, flattened } from '../../kit/html-elements.ts';
import { safeHref } from '../../kit/safe-href.ts';
import { escapeAttribute, escapeText, type SafeHtml } from '../../kit/safe-html.ts';
import type { PostRecord } from '../records.ts';
import { withAutop } from './autop.ts';
import { COMMENT, replaceEnded } from './ended-part.ts';
import { attributesOfTag, imageTags } from './pictures.ts';

export interface OldPageWays {
  markup: PostRecord['markup'];
  /** Where it stood: what its links are relative to. */
  base: string | null;
  /** A picture that is ours by now, small, by its address there; null for others, which are named and not shown. */
  pictureHere(address: string): string | null;
}

const KEPT = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote figure figcaption table caption thead tbody tfoot tr th td pre code strong b em i u s del ins sub sup small mark q cite abbr hr br div details summary'.split(
    ' ',
  ),
);
const VOID = new Set(['hr', 'br']);
const AS_DIV = /^(?:section|article|aside|header|footer|nav|main|center|address|fieldset)$/;
/** What is in these was for the browser; what it made of that is named. */
const AWAY: Record<string, string> = {
  iframe: 'frame',
  object: 'frame',
  embed: 'frame',
  video: 'film',
  audio: 'sound',
  script: 'program',
  noscript: '',
  style: '',
  svg: 'drawing',
  canvas: 'drawing',
  template: '',
  button: 'button',
  select: 'choice',
  textarea: 'field',
  input: 'field',
};

const WALL: sanitizeHtml.IOptions = {
  allowedTags: [...KEPT, 'a', 'img', 'span'],
  allowedAttributes: {
    a: ['href', 'rel', 'target'],
    img: ['src', 'alt'],
    span: ['class'],
    ol: ['start'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedClasses: { span: ['stood', 'code'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [] }, // ours alone, which begin with a slash
  allowProtocolRelative: false,
  nonTextTags: [],
};

/** Takes time in proportion to the length. */
export function oldPage(html: string, ways: OldPageWays): SafeHtml {
  const shown = ways.markup === 'wordpress' ? asShown(html) : html;
  const writer = new PageWriter(ways);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      onclosetag: (name) => writer.close(name),
      ontext: (text) => writer.say(text),
    },
    { decodeEntities: true },
  );
  parser.end(flattened(closed(shown)));
  return sanitizeHtml(writer.html, WALL) as SafeHtml;
}

const BLOCK_ALONE = /^\s*wp:([\w/-]+)[\s\S]*\/\s*$/;

/** Text with the paragraphs that WordPress shows; a block that it fills in by itself as a label. */
function asShown(html: string): string {
  const hasBlocks = html.includes('<!-- wp:');
  const named = replaceEnded(html, COMMENT, (_comment, inner) => {
    const block = BLOCK_ALONE.exec(inner)?.[1];
    return block ? `<x-block name="${escapeAttribute(block)}"></x-block>` : '';
  });
  return hasBlocks ? named : withAutop(named);
}

const CODE = /\[\/?[a-zA-Z][\w-]{0,60}(?:\s[^[\]<>]{0,2000})?\/?\]/g;

class PageWriter {
  html = '';
  readonly #ways: OldPageWays;
  /** Elements within one whose inside is not shown. */
  #hidden = 0;

  constructor(ways: OldPageWays) {
    this.#ways = ways;
  }

  open(name: string, attributes: Record<string, string>): void {
    const away = AWAY[name];
    if (this.#hidden > 0 || away !== undefined) {
      if (this.#hidden === 0) this.#label(away ?? '', attributes);
      if (name !== 'input' && name !== 'embed') this.#hidden += 1;
    } else if (name === 'x-block') this.#chip(`block ${attributes.name ?? ''}`);
    else if (name === 'img') this.#picture(attributes);
    else if (name === 'a') this.#link(attributes);
    else if (AS_DIV.test(name)) this.html += '<div>';
    else if (KEPT.has(name)) this.html += `<${name}${kept(attributes)}>`;
  }

  close(name: string): void {
    if (this.#hidden > 0) {
      if (name !== 'input' && name !== 'embed') this.#hidden -= 1;
    } else if (name === 'a') this.html += '</a>';
    else if (AS_DIV.test(name)) this.html += '</div>';
    else if (KEPT.has(name) && !VOID.has(name)) this.html += `</${name}>`;
  }

  say(text: string): void {
    if (this.#hidden > 0) return;
    this.html += escapeText(text).replace(CODE, (code) => `<span class="code">${code}</span>`);
  }

  #label(what: string, attributes: Record<string, string>): void {
    if (what === '' || /^(?:hidden|submit)$/.test(attributes.type ?? '')) return;
    const source = attributes.src || attributes['data-src'] || attributes.data || '';
    this.#chip(`${what} ${short(source, this.#ways.base)}`.trim());
  }

  #picture(attributes: Record<string, string>): void {
    const address = attributes['data-src'] || attributes.src || '';
    const here = this.#ways.pictureHere(address);
    const alt = escapeAttribute(attributes.alt ?? '');
    if (here !== null) this.html += `<img src="${escapeAttribute(here)}" alt="${alt}">`;
    else if (address !== '')
      this.#chip(`picture ${attributes.alt || short(address.split('/').at(-1) ?? '', null)}`);
  }

  #link(attributes: Record<string, string>): void {
    const href = safeHref(attributes.href ?? '', this.#ways.base);
    this.html +=
      href === null ? '<a>' : `<a href="${escapeAttribute(href)}" target="_blank" rel="noopener noreferrer">`;
  }

  #chip(words: string): void {
    this.html += `<span class="stood">${escapeText(words)}</span>`;
  }
}

function kept({ colspan, rowspan, start }: Record<string, string>): string {
  return Object.entries({ colspan, rowspan, start })
    .filter(([, value]) => value !== undefined && /^\d{1,3}$/.test(value))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

const LONGEST = 80; // letters of an address in a label

/** Host and path, by which a person knows it. */
function short(address: string, base: string | null): string {
  if (address.trim() === '') return '';
  const href = safeHref(address.startsWith('//') ? `https:${address}` : address, base);
  const words = (href ?? address).replace(/^https?:\/\/(?:www\.)?/, '').replace(/[?#].*$/s, '');
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

/** Addresses of the pictures in a text, as `pictureHere` is asked for them. */
export function pictureAddresses(html: string): string[] {
  return imageTags(html).flatMap((words) => {
    const attributes = attributesOfTag(words);
    return attributes['data-src'] || attributes.src || [];
  });
}
