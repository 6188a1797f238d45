/**
 * WordPress's shortcodes: words in square brackets that its page shows as something else. Those that a paper is made of are
 * written as what they show; the others stay where they stand, visible, and are named.
 */
import { builderSign } from './builders.ts';
import { captioned } from './captions.ts';
import { codeMarkup, isOfCode, stretchesOfCode } from './code-codes.ts';
import { type LeftOutCode, leftOutCode } from './left-out-codes.ts';
import { packedHtml, rawHtml } from './packed-html.ts';
import {
  attributeText,
  embedded,
  galleryMarkup,
  type LibraryFile,
  recordingMarkup,
  type ShortcodeWorld,
} from './shapes.ts';
import { attributesIn } from './shortcode-attributes.ts';

export interface Shortcode {
  name: string;
  attributes: Record<string, string>;
  /** What stands between it and its end; null where it has none. */
  content: string | null;
}

export interface ShortcodesRead {
  html: string;
  /** Names that are not known here, each once. */
  unknown: string[];
  /** Those that are known to show what no file has. */
  leftOut: ReadonlyMap<string, LeftOutCode>;
}

/** Ends before another begins, so that brackets which are never closed cost no more than their length. */
const CODE = /\[(\[?)(\/?)([a-zA-Z][\w-]{0,60})((?:[\s=](?:[^[\]"']|"[^"[]*"|'[^'[]*')*)?)(\/?)\](\]?)/g;
const OPEN_KNOWN =
  /^(?:wp_)?caption$|^embed$|^gallery$|^audio$|^video$|^playlist$|^youtube$|^vimeo$|^tweet$|^soundcloud$|^vc_raw_(?:html|js)$|^fusion_code$/;
/** Those that show what stands at an address. */
const SHOWN_THERE =
  /^(?:google-?maps?|googlemaps|dailymotion|instagram|facebook|spotify|bandcamp|flickr|scribd|slideshare|tiktok|twitter|twitter-timeline|ted|gist|archiveorg|crowdsignal|polldaddy|issuu|mixcloud|twitch|wpvideo|videopress|kickstarter|getty|office365|documentcloud|datawrapper|infogram|iframe)$/;
/** Those that show a document of the house in a frame. */
const DOCUMENT =
  /^(?:pdf|pdf-?_?embedder|pdfviewer|pdf_?viewer|pdfjs-viewer|pdf-light-viewer|embeddoc|gview|google-drive-embed|advanced-pdf-embedder|wonderplugin_pdf|pdf_embed|doc-embed)$/;

const LONGEST_OWN = 2_000; // letters between the signs of one that is left out; a sign farther on ends another

/** Writes the known ones as HTML. Text in brackets that is no shortcode (`[sic]`) stays as it is, and is not named. */
export function withoutShortcodes(html: string, world: ShortcodeWorld): ShortcodesRead {
  if (!html.includes('[')) return { html, unknown: [], leftOut: new Map() };
  return new Writer(plainCodes(html), world).read();
}

/** Two that have what they show where others have their attributes or nothing: an old player, and Avada's picture. */
const plainCodes = (html: string): string =>
  html
    .replace(/\[audio:\s*(https?:\/\/[^\][|,\s]+)[^\][]*\]/gi, '[audio src="$1"]')
    .replace(
      /\[(fusion_imageframe\b[^\][]*)\]\s*(https?:\/\/[^\s<>\]["]+)\s*\[\/fusion_imageframe\]/gi,
      '[$1 image="$2" /]',
    );

class Writer {
  readonly #html: string;
  readonly #world: ShortcodeWorld;
  readonly #unknown = new Set<string>();
  readonly #leftOut = new Map<string, LeftOutCode>();
  /** Names of which a sign that ends one is still to come. */
  readonly #closed: Set<string>;
  /** Those of builders that are open, with what stands in place of the sign at their end. */
  readonly #open: { name: string; close: string }[] = [];
  readonly #openCounts = new Map<string, number>();
  /** Stretches of code that are still to come. */
  readonly #code: { from: number; to: number }[];
  #written: string[] = [];
  #from = 0;

  constructor(html: string, world: ShortcodeWorld) {
    this.#html = html;
    this.#world = world;
    this.#code = stretchesOfCode(html).reverse();
    this.#closed = new Set([...html.matchAll(/\[\/([a-zA-Z][\w-]{0,60})\]/g)].map(([, name = '']) => name));
  }

  read(): ShortcodesRead {
    for (const found of this.#html.matchAll(CODE)) if (found.index >= this.#from) this.#meet(found);
    this.#written.push(this.#html.slice(this.#from));
    return { html: this.#written.join(''), unknown: [...this.#unknown], leftOut: this.#leftOut };
  }

  #meet(found: RegExpExecArray): void {
    const [whole, escaped, slash, name = '', words = '', , escapedEnd] = found;
    const end = found.index + whole.length;
    if (escaped === '[' && escapedEnd === ']') {
      this.#put(found.index, whole.slice(1, -1), end);
      return;
    }
    const begin = found.index + (escaped?.length ?? 0);
    const after = end - (escapedEnd?.length ?? 0);
    const lower = name.toLowerCase();
    if (slash === '/') {
      const close = this.#closeOf(lower) ?? this.#strayEnd(lower);
      if (close !== null) this.#put(begin, close, after);
      else this.#name(name, begin);
    } else if (OPEN_KNOWN.test(lower) || (isOfCode(lower) && this.#closed.has(name)))
      this.#known(name, words, { begin, after });
    else this.#other(name, words, { begin, after });
  }

  /** One that is not known; in code nothing is one. */
  #name(name: string, at: number): void {
    while ((this.#code.at(-1)?.to ?? at) < at) this.#code.pop();
    if ((this.#code.at(-1)?.from ?? at) >= at) this.#unknown.add(name);
  }

  #put(begin: number, made: string, to: number): void {
    this.#written.push(this.#html.slice(this.#from, begin), made);
    this.#from = to;
  }

  #known(name: string, words: string, { begin, after }: { begin: number; after: number }): void {
    const lower = name.toLowerCase();
    const end = this.#endOf(name, after);
    const content = end === null ? null : this.#html.slice(after, end.from);
    const code = { name: lower, attributes: attributesIn(words), content };
    // An export of the posts alone has no library.
    if (/^(?:gallery|playlist)$/.test(lower) && idsIn(code).some((id) => this.#world.file(id) === null))
      this.#leftOut.set(name, 'elsewhere');
    this.#put(begin, written_(lower, code, this.#world), end === null ? after : end.to);
  }

  #other(name: string, words: string, { begin, after }: { begin: number; after: number }): void {
    const lower = name.toLowerCase();
    const isPair = this.#closed.has(name);
    const attributes = attributesIn(words);
    const shown = this.#shownOf(lower, attributes);
    const leftOut = shown === null ? leftOutCode(lower, Object.keys(attributes).length > 0) : null;
    if (leftOut) {
      this.#leftOut.set(name, leftOut);
      const end = isPair ? this.#endOf(name, after) : null;
      // What stands between its signs is its own: names of networks, fields of a form.
      if (end && end.from - after < LONGEST_OWN) {
        this.#put(begin, '', end.to);
        return;
      }
    }
    const sign =
      shown !== null || leftOut
        ? { open: shown ?? '', close: '' }
        : builderSign(lower, { attributes, isPair, world: this.#world });
    if (sign) {
      if (isPair) this.#begin(lower, sign.close);
      this.#put(begin, sign.open, after);
    } else if (isPair || (name.length > 1 && (/=["'\w]/.test(words) || /_/.test(name))))
      this.#name(name, begin);
  }

  /** What one shows that stands elsewhere, in the house's library or among its tables. */
  #shownOf(name: string, attributes: Record<string, string>): string | null {
    const { id = '', url = '', src = '', poll = '', file = '' } = attributes;
    const first = attributes['0'] ?? '';
    if (name === 'table' && id !== '') return this.#world.piece(`table ${id}`);
    if (DOCUMENT.test(name)) return documentLink(first || url || src || file);
    if (!SHOWN_THERE.test(name)) return null;
    const html = embedded(first || url || src || id.replace(/&.*/s, '') || poll, name);
    return html.includes('<a ') ? html : null;
  }

  #begin(name: string, close: string): void {
    this.#open.push({ name, close });
    this.#openCounts.set(name, (this.#openCounts.get(name) ?? 0) + 1);
  }

  /** What stands in place of a sign that ends one, with those within it that nothing ended; null of one that began nothing. */
  #closeOf(name: string): string | null {
    if ((this.#openCounts.get(name) ?? 0) === 0) return null;
    let closes = '';
    for (let one = this.#open.pop(); one; one = this.#open.pop()) {
      this.#openCounts.set(one.name, (this.#openCounts.get(one.name) ?? 1) - 1);
      closes += one.close;
      if (one.name === name) break;
    }
    return closes;
  }

  /** A sign that ends what nothing began says nothing, where its name is known. */
  #strayEnd(name: string): string | null {
    return builderSign(name, { attributes: {}, isPair: true, world: this.#world }) ? ' ' : null;
  }

  /** Where its end stands: the next one of its name, whatever stands in brackets between. */
  #endOf(name: string, after: number): { from: number; to: number } | null {
    if (!this.#closed.has(name)) return null;
    const sign = `[/${name}]`;
    const from = this.#html.indexOf(sign, after);
    if (from === -1) this.#closed.delete(name);
    return from === -1 ? null : { from, to: from + sign.length };
  }
}

function written_(name: string, code: Shortcode, world: ShortcodeWorld): string {
  if (isOfCode(name)) return codeMarkup(code.content ?? '');
  if (/caption$/.test(name)) return captioned(code);
  if (name === 'gallery') return galleryOf(code, world);
  if (name.startsWith('vc_raw_')) return rawHtml(code.content ?? '');
  if (name === 'fusion_code') return packedHtml(code.content ?? '');
  const { src = '', url = '', id = '', '0': first = '' } = code.attributes;
  const within = (code.content ?? '').trim(); // some write the sign of an end behind nothing
  if (name === 'embed') return embedded(within || src || first);
  if (name === 'audio' || name === 'video') return recording(name, code);
  if (name === 'playlist')
    return idsIn(code)
      .map((id) => fileLink(world.file(id)))
      .join('');
  return embedded(within || first || url || id, name);
}

function documentLink(address: string): string | null {
  if (!/^(?:https?:)?\/\/?\S+$/i.test(address)) return null;
  const name =
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  return `\n\n<p><a href="${attributeText(address)}">${attributeText(name || address)}</a></p>\n\n`;
}

function idsIn({ attributes }: Shortcode): string[] {
  return (attributes.ids ?? attributes.include ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function galleryOf(code: Shortcode, world: ShortcodeWorld): string {
  const ids = idsIn(code);
  const without = new Set(
    (code.attributes.exclude ?? '').split(',').flatMap((id) => world.file(id.trim())?.address ?? []),
  );
  const files = ids.length > 0 ? ids.flatMap((id) => world.file(id) ?? []) : world.ownFiles();
  const pictures = files.filter(({ isPicture, address }) => isPicture && !without.has(address));
  return pictures.length === 0 ? '' : `\n\n${galleryMarkup(pictures)}\n\n`;
}

const FILE_KEYS = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'wma', 'mp4', 'm4v', 'webm', 'ogv', 'flv', '0'];

function recording(name: 'audio' | 'video', { attributes, content }: Shortcode): string {
  const address =
    FILE_KEYS.map((key) => attributes[key]).find((value) => value && /[/.]/.test(value)) ?? content;
  return address ? recordingMarkup(name, address.trim()) : '';
}

function fileLink(file: LibraryFile | null): string {
  return file
    ? recordingMarkup(/\.(?:mp4|webm|ogv|m4v)$/i.test(file.address) ? 'video' : 'audio', file.address)
    : '';
}
