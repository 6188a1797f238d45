/**
 * What a page or an oEmbed server says of a post or a film: Open Graph, the page's own title, oEmbed 1.0. In a thread, as a
 * stranger wrote it. Words and addresses alone come out; HTML that is handed over to be shown never does.
 */

import { isUtf8 } from 'node:buffer';
import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import { textReader } from '../kit/western-letters.ts';

/** Empty where nothing is said; addresses are whole and of the web, or null. */
export interface SaidElsewhere {
  title: string;
  author: string;
  site: string;
  picture: string | null;
  /** Where the page says that its oEmbed is. */
  oembed: string | null;
}

export interface ElsewhereAnswer {
  bytes: Uint8Array;
  contentType: string | null;
  /** Where it was answered; what it names is read against that. */
  address: string;
}

const LONGEST_WORDS = 300; // characters of a title; a post of a short-text site is a title
const LONGEST_NAME = 120; // characters of an author or a site
const LONGEST_HTML = 50_000; // characters of a post that an oEmbed server writes as HTML

/** Null where it is no page at all. */
export function readPageWords(answer: ElsewhereAnswer): SaidElsewhere | null {
  if (/^\s*(?:image|video|audio|font)\//i.test(answer.contentType ?? '')) return null;
  if (answer.bytes.subarray(0, 1_000).includes(0)) return null;
  const { metas, title, base, oembed } = headOf(pageText(answer), answer.address);
  const first = (...names: string[]): string =>
    names.map((name) => metas.get(name) ?? '').find(Boolean) ?? '';
  const author = first('article:author', 'author', 'twitter:creator', 'dc.creator');
  return {
    title: line(first('og:title', 'twitter:title') || title, LONGEST_WORDS),
    author: /^https?:/i.test(author) ? '' : line(author, LONGEST_NAME), // Facebook's own use of it names a page
    site: line(first('og:site_name', 'application-name'), LONGEST_NAME),
    picture: webAddress(
      first('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'),
      base,
    ),
    oembed: webAddress(oembed, base),
    ...telegramPost(answer.address, first),
  };
}

/** On Telegram the name stands as the title and the post as its description. */
function telegramPost(address: string, first: (...names: string[]) => string): Partial<SaidElsewhere> {
  const isPost = new URL(address).hostname === 't.me' && first('og:description') !== '';
  if (!isPost) return {};
  return {
    title: line(first('og:description'), LONGEST_WORDS),
    author: line(first('og:title'), LONGEST_NAME),
  };
}

/** Null where it is no answer of an oEmbed server, whatever its type says. */
export function readOembed({ bytes, address }: ElsewhereAnswer): SaidElsewhere | null {
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null; // a page that says no, XML, or half an answer: outside
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return null;
  const said = answer as Record<string, unknown>;
  const text = (name: string): string => (typeof said[name] === 'string' ? decodeHTML(said[name]) : '');
  const title = text('title') || postWords(typeof said.html === 'string' ? said.html : '');
  const found = {
    title: line(title, LONGEST_WORDS),
    author: line(text('author_name'), LONGEST_NAME),
    site: line(text('provider_name'), LONGEST_NAME),
    picture: webAddress(text('thumbnail_url') || (said.type === 'photo' ? text('url') : ''), address),
    oembed: null,
  };
  return found.title || found.author || found.picture ? found : null;
}

/** The words of a post, which some servers give as HTML alone: those of its first quoted paragraph, as text. */
function postWords(html: string): string {
  let words = '';
  let isIn = false;
  let isDone = false;
  let quotes = 0;
  const parser = new Parser({
    onopentag(name) {
      if (name === 'blockquote') quotes += 1;
      if (name === 'p' && quotes > 0) isIn = !isDone;
      if (name === 'br' && isIn) words += ' ';
    },
    ontext: (text) => {
      if (isIn) words += text;
    },
    onclosetag(name) {
      if (name === 'blockquote') quotes -= 1;
      if (name !== 'p' || !isIn) return;
      isIn = false;
      isDone = true;
    },
  });
  parser.end(html.slice(0, LONGEST_HTML));
  return words;
}

interface PageHead {
  /** By name in lower case; the first of each. */
  metas: Map<string, string>;
  title: string;
  base: string;
  oembed: string;
}

/** Metas are looked for in the whole page: some sites write them into the body. */
function headOf(html: string, address: string): PageHead {
  const head: PageHead = { metas: new Map(), title: '', base: address, oembed: '' };
  let isTitle = false;
  let hasTitle = false;
  const parser = new Parser({
    onopentag(name, { href = '', rel = '', type = '', content = '', property, name: called, itemprop }) {
      if (name === 'title') isTitle = !hasTitle; // an SVG in the page has titles too
      if (name === 'base' && URL.canParse(href, address)) head.base = new URL(href, address).href;
      if (
        name === 'link' &&
        /(?:^|\s)alternate(?:\s|$)/i.test(rel) &&
        /^(?:application|text)\/json\+oembed/i.test(type)
      )
        head.oembed ||= href;
      const key = (property ?? called ?? itemprop ?? '').trim().toLowerCase();
      if (name === 'meta' && key !== '' && content.trim() !== '' && !head.metas.has(key))
        head.metas.set(key, content);
    },
    ontext: (text) => {
      if (isTitle) head.title += text;
    },
    onclosetag: (name) => {
      if (name !== 'title') return;
      isTitle = false;
      hasTitle = true;
    },
  });
  parser.end(html);
  return head;
}

/** As it says, in its type or in its first kilobyte; otherwise UTF-8 where it is that, and the Web's Latin where it is not. */
function pageText({ bytes, contentType }: ElsewhereAnswer): string {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  const said =
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1] ??
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  if (said === undefined || isUtf8(bytes))
    return textReader(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
  try {
    return textReader(said).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // an encoding that nobody knows
  }
}

/** One line, without control characters and signs that turn the direction of what stands after it. */
function line(words: string, longest: number): string {
  const tidy = words
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const letters = [...tidy];
  return letters.length <= longest
    ? tidy
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

function webAddress(written: string, base: string): string | null {
  const text = written.trim();
  if (text === '' || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}
