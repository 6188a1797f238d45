/** Pictures in the HTML of another house: which file each is, in its full size, and how it is put in its place here. */
import { decodeHTMLAttribute } from 'entities';
import { endedPart, replaceEnded } from './ended-part.ts';
import { attributeText } from './shapes.ts';

export interface FoundPicture {
  /** The file, in its full size as far as can be told; the same for all sizes of it. */
  key: string;
  /** Addresses to ask for it, the best first. */
  addresses: string[];
  alt: string;
  /** The library's number for it. */
  attachment: string | null;
}

/** A file of the other house that stands here now. */
export interface OurFile {
  id: string;
  kind: 'video' | 'audio' | 'document';
  /** From the root. */
  href: string;
}

const IMG = { pattern: /<img\b([^>]*?)\/?>/gi, end: '>' } as const;

/** What stands in each tag of a picture. */
export const imageTags = (html: string): string[] =>
  [...endedPart(html, IMG.end).matchAll(IMG.pattern)].map(([, words = '']) => words);
const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
/** Faces and dots, which are letters or nothing: the reader of copy knows what to do with them. */
const NO_PICTURE =
  /\bs\.w\.org\/|twemoji|\/smilies\/|emoji|\bpixel\b|1x1|spacer\.gif|feedburner|doubleclick/i;

export function attributesOfTag(words: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of words.matchAll(ATTRIBUTE))
    found[name.toLowerCase()] ??= decodeHTMLAttribute(double ?? single ?? bare ?? '');
  return found;
}

/** Every picture of some HTML in order; `base` is where it stood. */
export function picturesIn(html: string, base: string | null): FoundPicture[] {
  return imageTags(html).flatMap((words) => pictureOfTag(words, base) ?? []);
}

const RECORDING = /<(audio|video)\b([^<>]*)>/gi;

/** Where the films and sounds of some HTML stand, in full. */
export function recordingsIn(html: string, base: string | null): string[] {
  return [...html.matchAll(RECORDING)].flatMap(
    ([, , words = '']) => wholeAddress(attributesOfTag(words).src ?? '', base) ?? [],
  );
}

function wholeAddress(said: string, base: string | null): string | null {
  const text = said.trim().replace(/^\/\//, 'https://');
  if (text === '') return null;
  if (URL.canParse(text)) return new URL(text).href;
  return base !== null && URL.canParse(text, base) ? new URL(text, base).href : null;
}

/** The same HTML with each film and sound that is ours by now played from here. */
export function withOurRecordings(
  html: string,
  base: string | null,
  ours: ReadonlyMap<string, OurFile>,
): string {
  return html.replace(RECORDING, (tag, _name: string, words: string) => {
    const file = ours.get(wholeAddress(attributesOfTag(words).src ?? '', base) ?? '');
    // What was called a film may be a sound, and is played as what it is.
    return file && file.kind !== 'document' ? `<${file.kind} data-media="${file.id}">` : tag;
  });
}

/** The same HTML with each picture that is ours by now shown by its id; others keep their address. */
export function withOurPictures(
  html: string,
  base: string | null,
  ours: ReadonlyMap<string, string>,
): string {
  return replaceEnded(html, IMG, (tag, words) => {
    const picture = pictureOfTag(words, base);
    if (!picture) return tag;
    const id = ours.get(picture.key);
    const alt = `alt="${attributeText(picture.alt)}"`;
    return id === undefined
      ? `<img src="${attributeText(picture.addresses[0] ?? picture.key)}" ${alt}>`
      : `<img data-media="${id}" ${alt}>`;
  });
}

function pictureOfTag(words: string, base: string | null): FoundPicture | null {
  const attributes = attributesOfTag(words);
  const said =
    attributes['data-orig-file'] ||
    attributes['data-lazy-src'] ||
    attributes['data-src'] ||
    attributes['data-original'] ||
    attributes.src ||
    attributes['data-full-url'] ||
    '';
  if (said === '' || /^data:/i.test(said) || NO_PICTURE.test(`${said} ${attributes.class ?? ''}`))
    return null;
  const file = fileOf(said, base);
  if (file === null) return null;
  const attachment = /\bwp-image-(\d+)\b/.exec(attributes.class ?? '')?.[1] ?? attributes['data-id'] ?? null;
  return { ...file, alt: attributes.alt ?? '', attachment };
}

const PHOTON = /^i[0-3]\.wp\.com$/;
/** Until 2.5 WordPress had one small size, and called it by its name. */
const SIZED = /(?:-\d{1,5}x\d{1,5}|\.thumbnail)(?=\.(?:jpe?g|png|gif|webp|avif)$)/i;
const GHOST_SIZED = /\/content\/images\/size\/w\d+(?:h\d+)?(?:\/format\/\w+)?\//;

/** Servers that give out another's picture in sizes: its own address stands in theirs. */
const CUTTERS = /^(?:(?:cdn\.)?substack\.com|substackcdn\.com)$/;

/** Wix writes the size behind the file. */
const WIX_SIZED = /^(\/media\/[^/]+)\/v1\/.*$/;

function behindServer(url: URL): URL {
  if (url.hostname === 'static.wixstatic.com' && WIX_SIZED.test(url.pathname))
    return new URL(url.pathname.replace(WIX_SIZED, '$1'), url);
  if (PHOTON.test(url.hostname)) return new URL(`https://${url.pathname.slice(1)}`);
  const inside = CUTTERS.test(url.hostname)
    ? /\/(https?%3A%2F%2F[^/]+)$/i.exec(url.pathname)?.[1]
    : undefined;
  const address = inside === undefined ? '' : inside.replace(/%3A/gi, ':').replace(/%2F/gi, '/');
  return URL.canParse(address) ? new URL(address) : url;
}

/** Which file an address means, whatever size of it, by whichever server. */
export function fileOf(said: string, base: string | null): Pick<FoundPicture, 'key' | 'addresses'> | null {
  const text = said.trim().replace(/^\/\//, 'https://');
  const url = URL.canParse(text)
    ? new URL(text)
    : base && URL.canParse(text, base)
      ? new URL(text, base)
      : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const own = behindServer(url);
  if (
    !/^[\w./%~-]*$/.test(own.search.slice(1)) ||
    /[?&](?:w|h|resize|fit|ssl|quality|strip|crop|zoom)=/.test(own.search)
  )
    own.search = '';
  own.hash = '';
  const sized = own.href;
  own.pathname = own.pathname.replace(SIZED, '').replace(GHOST_SIZED, '/content/images/');
  const full = own.href;
  return {
    key: full.replace(/^https?:\/\/(?:www\.)?/, ''),
    addresses: full === sized ? [full] : [full, sized],
  };
}
