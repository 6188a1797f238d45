/**
 * A body as a page shows it: pictures in all their widths, recordings with their poster and captions, tables in a box of
 * their own, footnotes with words on their links. What is dressed is a body in its normal form, whose tags are known to
 * the letter; statements may be marked in it. Nothing is loaded from elsewhere.
 */
import { render } from 'preact-render-to-string';
import { escapeAttribute, escapeText, type SafeHtml } from '../kit/safe-html.ts';
import { type PictureFiles, PictureTag } from './picture.tsx';

/** A piece of media, as far as a body shows it. */
export interface BodyMedia {
  credit: string;
  width: number;
  height: number;
  shapes: { full: PictureFiles };
  file?: { href: string; type: string };
  poster?: string | null;
  tracks?: { href: string; language: string; label: string }[];
}

export interface BodyDress {
  media: ReadonlyMap<string, BodyMedia>;
  /** Of a page of ours; others have tables and notes as they stand. */
  words?: { footnotes: string; back: string; table: string };
  /** Put before addresses of ours, for feeds and programs; empty on our own pages. */
  site?: string;
  /** It begins what a reader sees, with no picture above: its first one is asked for at once where it stands near its beginning. */
  isTop?: boolean;
}

/** How wide the layout shows a picture: site/styles/body.css. */
const SIZES = {
  text: '(min-width: 42rem) 38rem, 92vw',
  wide: '(min-width: 42rem) 43rem, 100vw',
  full: '(min-width: 66rem) 61rem, (min-width: 42rem) 97vw, 100vw',
  gallery: '(min-width: 42rem) 21rem, 92vw',
};
const NEAR = 700; // characters of HTML before it: what a phone shows under a headline
const SHOWN =
  /<(img|video|audio) data-media="([\w-]+)"(?: alt="([^"]*)" \/>|><\/(?:video|audio)>)(?:<figcaption>([\s\S]*?)<\/figcaption>)?/g;

/** `html` is a body, or blocks of one, that was made safe; what is put in is ours. */
export function dressedBody(html: SafeHtml, dress: BodyDress): SafeHtml {
  if (!/data-media=|data-block="table"|role="doc-/.test(html)) return html;
  const { words } = dress;
  const first = dress.isTop ? html.indexOf('<img ') : -1;
  const withMedia = html.replace(SHOWN, (_, name: string, id: string, alt = '', caption = '', at = 0) =>
    shown(
      name,
      { id, alt, caption, place: placeOf(html.slice(0, at)), isFirst: at === first && at < NEAR },
      dress,
    ),
  );
  return (words ? withWords(withMedia, words) : withMedia) as SafeHtml;
}

function withWords(html: string, words: NonNullable<BodyDress['words']>): string {
  return html
    .replace(/<table data-block="table">(?:<caption>([\s\S]*?)<\/caption>)?/g, (tag, caption = '') => {
      const label = caption.replace(/<[^<>]*>/g, '').trim() || escapeText(words.table);
      return `<div class="table" role="region" tabindex="0" aria-label="${label.replaceAll('"', '&quot;')}">${tag}`;
    })
    .replaceAll('</table>', '</table></div>')
    .replaceAll(
      '<section role="doc-endnotes">',
      `<section role="doc-endnotes" aria-label="${escapeAttribute(words.footnotes)}">`,
    )
    .replaceAll(' role="doc-backlink">', ` role="doc-backlink" aria-label="${escapeAttribute(words.back)}">`);
}

interface ShownElement {
  id: string;
  /** Escaped. */
  alt: string;
  caption: string;
  place: keyof typeof SIZES;
  isFirst: boolean;
}

/** By what stands before it. */
function placeOf(before: string): keyof typeof SIZES {
  const size = /<figure data-size="(wide|full)">$/.exec(before)?.[1];
  if (size === 'wide' || size === 'full') return size;
  const gallery = before.lastIndexOf('<figure data-block="gallery">');
  const since = gallery === -1 ? '' : before.slice(gallery);
  return since.split('<figure').length - since.split('</figure>').length > 1 ? 'gallery' : 'text';
}

function shown(name: string, element: ShownElement, { media, site = '' }: BodyDress): string {
  const { id, caption } = element;
  const own = media.get(id);
  if (!own) return caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  const credit =
    caption.includes('<small>') || own.credit === '' ? '' : `<small>${escapeText(own.credit)}</small>`;
  const words = [caption, credit].filter((part) => part !== '').join(' ');
  const tag = name === 'img' ? pictureOf(own, element, site) : recordingOf(name, own, site);
  return words === '' ? tag : `${tag}<figcaption>${words}</figcaption>`;
}

function pictureOf(own: BodyMedia, { alt, place, isFirst }: ShownElement, site: string): string {
  const full = own.shapes.full;
  if (site === '')
    return render(<PictureTag shown={full} alt={plainText(alt)} sizes={SIZES[place]} eager={isFirst} />);
  const last = full.jpeg.at(-1) ?? full.webp.at(-1);
  if (!last) return '';
  return `<img src="${escapeAttribute(site + last.href)}" alt="${alt}" width="${full.width}" height="${full.height}" />`;
}

function plainText(escaped: string): string {
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function recordingOf(name: string, own: BodyMedia, site: string): string {
  if (!own.file) return '';
  const poster = name === 'video' && own.poster ? ` poster="${escapeAttribute(site + own.poster)}"` : '';
  const size = name === 'video' && own.width > 0 ? ` width="${own.width}" height="${own.height}"` : '';
  const tracks = (own.tracks ?? []).map(
    ({ href, language, label }) =>
      `<track kind="captions" src="${escapeAttribute(site + href)}" srclang="${escapeAttribute(language)}" label="${escapeAttribute(label)}">`,
  );
  const source = `<source src="${escapeAttribute(site + own.file.href)}" type="${escapeAttribute(own.file.type)}">`;
  return `<${name} controls preload="none"${name === 'video' ? ' playsinline' : ''}${poster}${size}>${source}${tracks.join('')}</${name}>`;
}
