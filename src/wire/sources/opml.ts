/** OPML 1.0 and 2.0: lists of sources as feed readers give and take them. Pure: bytes in, a list out, and the way back. */

import { decode } from '../../kit/decode.ts';
import { escapeText } from '../../kit/safe-html.ts';
import { plainLine } from '../parse/words.ts';
import { allOf, childOf, childrenOf, type Element, readDocument, xmlWords } from '../parse/xml-document.ts';

/** One feed of a list. */
export interface Outline {
  name: string;
  feedUrl: string;
  siteUrl: string | null;
  language: string | null;
  /** The folders it stands in, the outermost first. */
  folders: string[];
}

export interface Opml {
  title: string;
  outlines: Outline[];
  /** What is wrong with it, in sentences. */
  problems: string[];
}

const MOST = 10_000; // feeds of one list; the longest known has 3,000

/** Reads a list; one that is none has no outlines and a problem that says so. Each address is given once. */
export function readOpml(bytes: Uint8Array, contentType?: string | null): Opml {
  const decoded = decode(bytes, contentType);
  const document = readDocument(decoded.text);
  const problems = [...decoded.problems, ...document.problems];
  const { root } = document;
  if (root?.name.toLowerCase() !== 'opml')
    return { title: '', outlines: [], problems: ['This is not a list of feeds in OPML.'] };
  const found = new Map<string, Outline>();
  const wrong: string[] = [];
  for (const { node, folders } of outlinesIn(childOf(root, 'body'))) {
    const address = marked(node, 'xmlurl');
    if (address === '') continue;
    const outline = outlineOf(node, address, folders);
    if (!outline) wrong.push(address.slice(0, 100));
    else if (!found.has(outline.feedUrl) && found.size < MOST) found.set(outline.feedUrl, outline);
  }
  if (wrong.length > 0) problems.push(`Not addresses of feeds: ${wrong.slice(0, 5).join(', ')}.`);
  if (found.size === 0) problems.push('There is no feed in this list.');
  return {
    title: xmlWords(allOf(childOf(root, 'head'), 'title')[0]),
    outlines: [...found.values()],
    problems,
  };
}

/** Every outline with the folders around it, in the order of the document. */
function outlinesIn(body: Element | undefined): { node: Element; folders: string[] }[] {
  const all: { node: Element; folders: string[] }[] = [];
  const waiting = childrenOf(body, 'outline')
    .map((node) => ({ node, folders: [] as string[] }))
    .reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, folders } = next;
    all.push(next);
    const inside = marked(node, 'xmlurl') === '' ? [...folders, nameOf(node)].filter(Boolean) : folders;
    for (const inner of childrenOf(node, 'outline').reverse()) waiting.push({ node: inner, folders: inside });
  }
  return all;
}

function outlineOf(node: Element, address: string, folders: string[]): Outline | null {
  const bare = address.replace(/^feed:(?:\/\/)?(?=https?:|\w)/i, '');
  const full = /^https?:\/\//i.test(bare) ? bare : `https://${bare}`;
  if (!URL.canParse(full) || !/^https?:/i.test(full) || !new URL(full).hostname.includes('.')) return null;
  const site = marked(node, 'htmlurl');
  const { href, hostname } = new URL(full);
  return {
    name: nameOf(node) || hostname.replace(/^www\./, ''),
    feedUrl: href,
    siteUrl: URL.canParse(site) && /^https?:/i.test(site) ? new URL(site).href : null,
    language: marked(node, 'language') || null,
    folders,
  };
}

function nameOf(node: Element): string {
  return plainLine(marked(node, 'title') || marked(node, 'text'));
}

/** An attribute whatever the case of its name: programs write `xmlUrl`, `xmlurl` and `xmlURL`. */
function marked(node: Element, name: string): string {
  const found = Object.entries(node.attributes).find(([key]) => key.toLowerCase() === name);
  return found?.[1].trim() ?? '';
}

/** A list as OPML 2.0, one folder for each name under which sources stand. `at` is when it was made. */
export function writeOpml(list: { title: string; at: number; outlines: Outline[] }): string {
  const folders = new Map<string, Outline[]>();
  for (const outline of list.outlines) {
    const [folder = ''] = outline.folders;
    folders.set(folder, [...(folders.get(folder) ?? []), outline]);
  }
  const lines = [...folders].flatMap(([folder, outlines]) =>
    folder === ''
      ? outlines.map((outline) => feedLine(outline, '    '))
      : [
          `    <outline text="${quoted(folder)}">`,
          ...outlines.map((outline) => feedLine(outline, '      ')),
          '    </outline>',
        ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escapeText(list.title)}</title>
    <dateCreated>${new Date(list.at).toUTCString()}</dateCreated>
  </head>
  <body>
${lines.join('\n')}
  </body>
</opml>
`;
}

function feedLine({ name, feedUrl, siteUrl, language }: Outline, indent: string): string {
  const marks = [
    'type="rss"',
    `text="${quoted(name)}"`,
    `title="${quoted(name)}"`,
    `xmlUrl="${quoted(feedUrl)}"`,
    siteUrl === null ? '' : `htmlUrl="${quoted(siteUrl)}"`,
    language === null ? '' : `language="${quoted(language)}"`,
  ];
  return `${indent}<outline ${marks.filter(Boolean).join(' ')}/>`;
}

function quoted(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
