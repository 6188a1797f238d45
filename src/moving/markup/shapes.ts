/** What stands in place of a sign of another house's markup: figures, galleries, recordings, posts from elsewhere, as the reader of copy knows them. */
import { knownSiteOf, siteOf } from '../../kit/embed-address.ts';
import { escapeText } from '../../kit/write-blocks.ts';

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
  /** Blocks that several posts show, by their number. */
  piece(id: string): string | null;
}

/** Figures in one that holds them, as the block editor writes a gallery. */
export function galleryMarkup(
  pictures: Pick<LibraryFile, 'address' | 'alt' | 'caption'>[],
  caption = '',
): string {
  const below = caption.trim() === '' ? '' : `<figcaption>${caption}</figcaption>`;
  return `<figure class="gallery">${pictures.map(figureMarkup).join('')}${below}</figure>`;
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

/** A film or a sound in its place: its words are its caption. */
export function recordingMarkup(name: 'audio' | 'video', address: string, caption = ''): string {
  const below = caption.trim() === '' ? '' : `<figcaption>${caption}</figcaption>`;
  return `\n\n<figure><${name} src="${attributeText(address)}"></${name}>${below}</figure>\n\n`;
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

/** A post or a page of elsewhere of which more is known than its address. */
export function embedMarkup({
  address,
  title,
  author = '',
}: {
  address: string;
  title: string;
  author?: string;
}): string {
  const by = author === '' ? '' : `<cite>${escapeText(author)}</cite> `;
  const site = `<small>${escapeText(siteOf(address))}</small>`;
  return `\n\n<figure data-block="embed"><a href="${attributeText(address)}">${escapeText(title || address)}</a><figcaption>${by}${site}</figcaption></figure>\n\n`;
}

function idAddress(provider: string, id: string): string | null {
  const before = /^[\w-]{3,40}$/.test(id) ? WHERE_IDS_LEAD[provider] : undefined;
  return before === undefined ? null : before + id;
}

const WHERE_IDS_LEAD: Record<string, string> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  dailymotion: 'https://www.dailymotion.com/video/',
  wpvideo: 'https://videopress.com/v/',
  videopress: 'https://videopress.com/v/',
  gist: 'https://gist.github.com/',
  scribd: 'https://www.scribd.com/document/',
  slideshare: 'https://www.slideshare.net/slideshow/embed_code/',
  polldaddy: 'https://poll.fm/',
  crowdsignal: 'https://poll.fm/',
  archiveorg: 'https://archive.org/details/',
  datawrapper: 'https://datawrapper.dwcdn.net/',
  infogram: 'https://infogram.com/',
};
