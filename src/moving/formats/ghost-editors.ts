/** What Ghost's two editors keep of a text, as HTML: mobiledoc (0.3) until 2023, lexical since. */
import { escapeText } from '../../kit/write-blocks.ts';
import { type JsonObject, jsonIn, listIn, objectOf, objectsIn, textIn } from '../json-values.ts';
import { attributeText, embedded } from '../markup/shapes.ts';
import { ghostCard } from './ghost-cards.ts';

export interface EditorText {
  html: string;
  /** Names of cards that are not known here. */
  unknown: string[];
}

/** Null for what is neither, or broken. */
export function ghostText(mobiledoc: string | null, lexical: string | null): EditorText | null {
  const unknown = new Set<string>();
  const tree = lexical ? parsedObject(lexical) : null;
  const old = mobiledoc ? parsedObject(mobiledoc) : null;
  const html = tree ? lexicalHtml(objectOf(tree.root), unknown, 0) : old ? mobiledocHtml(old, unknown) : null;
  return html === null ? null : { html, unknown: [...unknown] };
}

function parsedObject(text: string): JsonObject | null {
  const found = jsonIn(text);
  return found === undefined ? null : objectOf(found);
}

/** One that is not known here shows what it has of HTML or an address; else its name stands where it stood. */
function card(name: string, payload: JsonObject, unknown: Set<string>): string {
  const html = ghostCard(name, payload);
  if (html !== null) return html;
  unknown.add(name);
  if (textIn(payload.html) !== '') return textIn(payload.html);
  const address = textIn(payload.url);
  return /^https?:/.test(address) ? embedded(address) : `<p>[${escapeText(name)}]</p>`;
}

/** What only the editor needs to put its cursor somewhere. */
const SIGNS_OF_THE_EDITOR = /^(?:zwnj|at-link-search|tk)$/;

const DEEPEST = 60; // nodes within nodes

const MARKS: [number, string][] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
];

function lexicalHtml(node: JsonObject, unknown: Set<string>, depth: number): string {
  if (depth > DEEPEST) return '';
  const inner = () =>
    objectsIn(node.children)
      .map((child) => lexicalHtml(child, unknown, depth + 1))
      .join('');
  const type = textIn(node.type).replace(/^extended-/, '');
  if (type === 'text') return marked(textIn(node.text), Number(node.format) || 0);
  if (SIGNS_OF_THE_EDITOR.test(type)) return escapeText(textIn(node.text));
  const plain = PLAIN[type];
  if (plain !== undefined) return plain.replace('…', inner);
  if (type === 'heading') return `<${level(node.tag)}>${inner()}</${level(node.tag)}>`;
  if (type === 'list') {
    const tag = node.listType === 'number' || node.tag === 'ol' ? 'ol' : 'ul';
    const start = Number(node.start) > 1 ? ` start="${Number(node.start)}"` : '';
    return `<${tag}${start}>${inner()}</${tag}>`.replaceAll(NESTED, '$1');
  }
  if (type === 'tablecell')
    return Number(node.headerState) > 0 ? `<th>${inner()}</th>` : `<td>${inner()}</td>`;
  if (type === 'link' || type === 'autolink' || type === 'at-link')
    return `<a href="${attributeText(textIn(node.url))}">${inner()}</a>`;
  if (Array.isArray(node.children) && ghostCard(type, node) === null) return inner();
  return card(type, node, unknown);
}

/** Its editor keeps a list within a list as an item that holds nothing else. */
const NESTED = /<\/li><li>(<[ou]l\b)/g;

/** Elements that are written as one, around what stands in them. */
const PLAIN: Record<string, string> = {
  root: '…',
  linebreak: '<br>',
  tab: ' ',
  paragraph: '<p>…</p>',
  quote: '<blockquote>…</blockquote>',
  aside: '<blockquote>…</blockquote>',
  listitem: '<li>…</li>',
  table: '<table>…</table>',
  tablerow: '<tr>…</tr>',
};

const level = (tag: unknown): string => (/^h[1-6]$/.test(textIn(tag)) ? textIn(tag) : 'h2');

function marked(text: string, format: number): string {
  return MARKS.filter(([bit]) => (format & bit) !== 0).reduce(
    (html, [, tag]) => `<${tag}>${html}</${tag}>`,
    escapeText(text),
  );
}

const MARKUP_SECTION = 1;
const IMAGE_SECTION = 2;
const LIST_SECTION = 3;
const CARD_SECTION = 10;
const ATOM = 1;

function mobiledocHtml(document: JsonObject, unknown: Set<string>): string {
  const cards = listIn(document.cards).map(listIn);
  return listIn(document.sections)
    .map((section) => {
      const [kind, second, third] = listIn(section);
      if (kind === MARKUP_SECTION) return wrapped(sectionTag(second), markersHtml(document, third));
      if (kind === IMAGE_SECTION) return card('image', { src: second }, unknown);
      if (kind === LIST_SECTION) {
        const tag = second === 'ol' ? 'ol' : 'ul';
        return wrapped(
          tag,
          listIn(third)
            .map((markers) => `<li>${markersHtml(document, markers)}</li>`)
            .join(''),
        );
      }
      if (kind !== CARD_SECTION) return '';
      const [name, payload] = cards[Number(second)] ?? [];
      return card(textIn(name), objectOf(payload), unknown);
    })
    .join('');
}

const wrapped = (tag: string, html: string): string => `<${tag}>${html}</${tag}>`;

function sectionTag(tag: unknown): string {
  const name = textIn(tag).toLowerCase();
  if (name === 'aside' || name === 'pull-quote') return 'blockquote';
  return /^(?:p|h[1-6]|blockquote)$/.test(name) ? name : 'p';
}

/** Each marker opens some markups and closes the last few that are open. */
function markersHtml(document: JsonObject, markers: unknown): string {
  const markups = listIn(document.markups).map(listIn);
  const atoms = listIn(document.atoms).map(listIn);
  const open: string[] = [];
  let html = '';
  for (const marker of listIn(markers)) {
    const [kind, opened, closed, value] = listIn(marker);
    for (const index of listIn(opened)) {
      const [tag, attributes] = markups[Number(index)] ?? [];
      const name = /^(?:a|b|strong|i|em|s|del|code|sub|sup|u)$/i.test(textIn(tag))
        ? textIn(tag).toLowerCase()
        : 'span';
      const [, href] = listIn(attributes);
      html += name === 'a' ? `<a href="${attributeText(textIn(href))}">` : `<${name}>`;
      open.push(name);
    }
    html += kind === ATOM ? atomHtml(atoms[Number(value)] ?? []) : escapeText(textIn(value));
    for (let left = Number(closed) || 0; left > 0 && open.length > 0; left -= 1) html += `</${open.pop()}>`;
  }
  return (
    html +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  );
}

function atomHtml([name, value]: unknown[]): string {
  return name === 'soft-return' ? '<br>' : escapeText(textIn(value));
}
