/**
 * WordPress's shortcodes: words in square brackets that its page shows as something else. Those that a paper is made of are
 * written as what they show; the others stay where they stand, visible, and are named.
 */
import { knownSiteOf } from '../../kit/embed-address.ts';
import { escapeText } from '../../kit/write-blocks.ts';

export interface Shortcode {
  name: string;
  attributes: Record<string, string>;
  /** What stands between it and its end; null where it has none. */
  content: string | null;
}

/** A file of the library, as a gallery names it. */
export interface LibraryFile {
  address: string;
  alt: string;
  caption: string;
  isPicture: boolean;
}

export interface ShortcodeWorld {
  /** Files by their ids. */
  file(id: string): LibraryFile | null;
  /** Those uploaded to the post itself, which a gallery without ids shows. */
  ownFiles(): LibraryFile[];
}

export interface ShortcodesRead {
  html: string;
  /** Names that are not known here, each once. */
  unknown: string[];
}

const CODE = /\[(\[?)(\/?)([a-zA-Z][\w-]{0,60})((?:(?:\s+|=)(?:[^\]"']|"[^"]*"|'[^']*')*|\s*))(\/?)\](\]?)/g;
const OPEN_KNOWN =
  /^(?:wp_)?caption$|^embed$|^gallery$|^audio$|^video$|^playlist$|^youtube$|^vimeo$|^tweet$|^soundcloud$/;

/** Writes the known ones as HTML. Text in brackets that is no shortcode (`[sic]`) stays as it is, and is not named. */
export function withoutShortcodes(html: string, world: ShortcodeWorld): ShortcodesRead {
  if (!html.includes('[')) return { html, unknown: [] };
  const unknown = new Set<string>();
  const closed = new Set([...html.matchAll(/\[\/([a-zA-Z][\w-]*)\]/g)].map(([, name = '']) => name));
  let written = '';
  let from = 0;
  for (const found of html.matchAll(CODE)) {
    const [whole, escaped, slash, name = '', words = '', , escapedEnd] = found;
    if (found.index < from) continue;
    if (escaped === '[' && escapedEnd === ']') {
      written += html.slice(from, found.index) + whole.slice(1, -1);
      from = found.index + whole.length;
      continue;
    }
    const lower = name.toLowerCase();
    if (slash === '/' || !OPEN_KNOWN.test(lower)) {
      if (closed.has(name) || /=["'\w]/.test(words) || /_/.test(name)) unknown.add(name);
      continue;
    }
    const begin = found.index + (escaped?.length ?? 0);
    const after = found.index + whole.length - (escapedEnd?.length ?? 0);
    const end = endOf(html, name, after, closed);
    const content = end === null ? null : html.slice(after, end.from);
    const made = written_(lower, { name: lower, attributes: attributesIn(words), content }, world);
    written += html.slice(from, begin) + made;
    from = end === null ? after : end.to;
  }
  return { html: written + html.slice(from), unknown: [...unknown] };
}

/** Where its end stands: the next one of its name, whatever stands in brackets between. */
function endOf(
  html: string,
  name: string,
  after: number,
  closed: ReadonlySet<string>,
): { from: number; to: number } | null {
  if (!closed.has(name)) return null;
  const sign = `[/${name}]`;
  const from = html.indexOf(sign, after);
  return from === -1 ? null : { from, to: from + sign.length };
}

export function attributesIn(words: string): Record<string, string> {
  // `[youtube=https://…&w=640]`, as wordpress.com writes it: one value, which has signs of equality in it.
  if (words.startsWith('='))
    return {
      '0': words
        .slice(1)
        .trim()
        .replace(/^["']|["']$/g, ''),
    };
  const found: Record<string, string> = {};
  let number = 0;
  // Signs that an editor made of quotation marks; where marks stand themselves, such signs are words within them.
  const plain = (/["']/.test(words) ? words : words.replace(/&quot;/g, '"'))
    .replace(/&#8221;|&#8243;|[“”″]/g, '"')
    .replace(/&#8217;|&#8242;/g, "'");
  for (const [, name, double, single, bare, alone] of plain.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|"?([^\s"'=\]]+)"?/g,
  )) {
    if (name) found[name.toLowerCase()] = double ?? single ?? bare ?? '';
    else if (alone) {
      found[String(number)] = alone;
      number += 1;
    }
  }
  return found;
}

function written_(name: string, code: Shortcode, world: ShortcodeWorld): string {
  if (/caption$/.test(name)) return captioned(code);
  if (name === 'gallery') return galleryOf(code, world);
  if (name === 'embed') return embedded(code.content ?? code.attributes.src ?? code.attributes['0'] ?? '');
  if (name === 'audio' || name === 'video') return recording(name, code);
  if (name === 'playlist')
    return idsIn(code)
      .map((id) => fileLink(world.file(id)))
      .join('');
  return embedded(
    code.content ?? code.attributes['0'] ?? code.attributes.url ?? code.attributes.id ?? '',
    name,
  );
}

/** The picture, and what stands behind it as its caption; older ones have the caption among the attributes. */
function captioned({ attributes, content }: Shortcode): string {
  const inner = content ?? '';
  const found = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inner);
  if (!found) return inner;
  const caption = attributes.caption ?? (found[2] ?? '').trim();
  return `\n\n<figure>${found[1]}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>\n\n`;
}

function idsIn({ attributes }: Shortcode): string[] {
  return (attributes.ids ?? attributes.include ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function galleryOf(code: Shortcode, world: ShortcodeWorld): string {
  const ids = idsIn(code);
  const files = ids.length > 0 ? ids.flatMap((id) => world.file(id) ?? []) : world.ownFiles();
  const pictures = files.filter(({ isPicture }) => isPicture);
  return pictures.length === 0 ? '' : `\n\n${galleryMarkup(pictures)}\n\n`;
}

/** Figures in one that holds them, as the block editor writes a gallery. */
export function galleryMarkup(pictures: Pick<LibraryFile, 'address' | 'alt' | 'caption'>[]): string {
  return `<figure class="gallery">${pictures.map(figureMarkup).join('')}</figure>`;
}

export function figureMarkup({
  address,
  alt,
  caption,
}: Pick<LibraryFile, 'address' | 'alt' | 'caption'>): string {
  const below = caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  return `<figure><img src="${attributeText(address)}" alt="${attributeText(alt)}">${below}</figure>`;
}

export const attributeText = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

const FILE_KEYS = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'wma', 'mp4', 'm4v', 'webm', 'ogv', 'flv', '0'];

function recording(name: 'audio' | 'video', { attributes, content }: Shortcode): string {
  const address =
    FILE_KEYS.map((key) => attributes[key]).find((value) => value && /[/.]/.test(value)) ?? content;
  return address ? recordingLink(name, address.trim()) : '';
}

/** A recording as a link to its file, under its own name. */
export function recordingLink(name: 'audio' | 'video', address: string): string {
  const file = decodedName(address);
  return `\n\n<p><a href="${attributeText(address)}">${name === 'audio' ? '🔊' : '🎞'} ${escapeText(file)}</a></p>\n\n`;
}

function decodedName(address: string): string {
  const last = address.split(/[?#]/)[0]?.split('/').at(-1) ?? address;
  try {
    return decodeURIComponent(last) || address;
  } catch {
    return last; // not written as addresses are
  }
}

function fileLink(file: LibraryFile | null): string {
  return file
    ? recordingLink(/\.(?:mp4|webm|ogv|m4v)$/i.test(file.address) ? 'video' : 'audio', file.address)
    : '';
}

/** What a page of elsewhere showed inside ours, as a link to it. */
export function embedded(words: string, provider = ''): string {
  const text = words.trim().replaceAll('&amp;', '&');
  const address = /^https?:\/\//i.test(text) ? text : idAddress(provider, text);
  if (address === null) return escapeText(text);
  if (knownSiteOf(address) !== null)
    return `\n\n<figure class="wp-block-embed"><a href="${attributeText(address)}">${escapeText(address)}</a></figure>\n\n`;
  return `\n\n<p><a href="${attributeText(address)}">${escapeText(address)}</a></p>\n\n`;
}

function idAddress(provider: string, id: string): string | null {
  if (!/^[\w-]{3,40}$/.test(id)) return null;
  if (provider === 'youtube') return `https://www.youtube.com/watch?v=${id}`;
  return provider === 'vimeo' ? `https://vimeo.com/${id}` : null;
}
