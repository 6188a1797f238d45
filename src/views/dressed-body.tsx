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
}

const SIZES = '(min-width: 42rem) 38rem, 92vw';
const SHOWN =
  /<(img|video|audio) data-media="([\w-]+)"(?: alt="([^"]*)" \/>|><\/(?:video|audio)>)(?:<figcaption>([\s\S]*?)<\/figcaption>)?/g;

/** `html` is a body, or blocks of one, that was made safe; what is put in is ours. */
export function dressedBody(html: SafeHtml, dress: BodyDress): SafeHtml {
  if (!/data-media=|data-block="table"|role="doc-/.test(html)) return html;
  const { words } = dress;
  const withMedia = html.replace(SHOWN, (_, name: string, id: string, alt = '', caption = '') =>
    shown(name, { id, alt, caption }, dress),
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
}

function shown(name: string, { id, alt, caption }: ShownElement, { media, site = '' }: BodyDress): string {
  const own = media.get(id);
  if (!own) return caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  const credit =
    caption.includes('<small>') || own.credit === '' ? '' : `<small>${escapeText(own.credit)}</small>`;
  const words = [caption, credit].filter((part) => part !== '').join(' ');
  const element = name === 'img' ? pictureOf(own, alt, site) : recordingOf(name, own, site);
  return words === '' ? element : `${element}<figcaption>${words}</figcaption>`;
}

function pictureOf(own: BodyMedia, alt: string, site: string): string {
  const full = own.shapes.full;
  if (site === '') return render(<PictureTag shown={full} alt={plainText(alt)} sizes={SIZES} />);
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
