/**
 * What a page of another house showed besides words and pictures, as what copy holds: frames and embeds as a link or an embed,
 * recordings as links to their files, pictures behind words and in old galleries as pictures. Each in time proportional to the text.
 */
import { playerPage } from '../../kit/embed-address.ts';
import { eachElement } from './each-element.ts';
import { withForeignPieces } from './foreign-pieces.ts';
import { attributesOfTag } from './pictures.ts';
import { attributeText, embedded, figureMarkup, galleryMarkup } from './shapes.ts';

export function withShownMedia(html: string): string {
  if (!SHOWS_MORE.test(html)) return html;
  let shown = withCovers(withForeignPieces(html.replace(FILE_BUTTON, '').replace(SOURCES, '$1')));
  shown = withOldGalleries(shown);
  shown = eachElement(shown, 'iframe', (attributes) => {
    const late = attributes['data-src'] || attributes['data-lazy-src'] || attributes['data-litespeed-src'];
    const source = late || attributes.src || '';
    if (source === '' || source === 'about:blank') return '';
    // The reader of copy knows players, where they stand in the frame itself; of another frame the address stays.
    if (playerPage(source, null))
      return late
        ? `<iframe src="${attributeText(late)}" title="${attributeText(attributes.title ?? '')}"></iframe>`
        : null;
    return embedded(source.startsWith('//') ? `https:${source}` : source);
  });
  shown = eachElement(shown, 'object', (attributes, inner) => {
    // WordPress shows a document in small above the link to it.
    if (/\bwp-block-file__embed\b/.test(attributes.class ?? '')) return '';
    const movie = /<param\b[^<>]*\bname=["']?(?:movie|src)\b[^<>]*>/i.exec(inner)?.[0] ?? '';
    const source = attributesOfTag(movie.slice('<param'.length)).value || attributes.data || '';
    return oldPlayer(source || (attributesOfTag(/<embed\b([^<>]*)>/i.exec(inner)?.[1] ?? '').src ?? ''));
  });
  shown = shown.replace(
    /<embed\b([^<>]*)>(?:\s*<\/embed>)?/gi,
    (tag, words: string) => oldPlayer(attributesOfTag(words).src ?? '') ?? tag,
  );
  for (const name of ['audio', 'video'] as const)
    shown = eachElement(shown, name, (attributes, inner) => {
      const source =
        attributes.src || attributesOfTag(/<source\b([^<>]*)>/i.exec(inner)?.[1] ?? '').src || '';
      return source === '' ? '' : `<${name} src="${attributeText(source)}"></${name}>`;
    });
  return eachElement(shown, 'figure', (attributes, inner) =>
    /(?:^|\s)wp-block-embed(?:\s|$)/.test(attributes.class ?? '') ? embedFigure(inner) : null,
  );
}

/** A tag that may be more than words in paragraphs, headings, lists and quotations. */
const SHOWS_MORE = /<(?!\/?(?:p|br|em|strong|b|i|h[1-6]|ul|ol|li|blockquote)(?=[\s/>])|!--)/i;

/** A film as pages had it until 2015: `http://www.youtube.com/v/ID&hl=en`. */
function oldPlayer(source: string): string | null {
  const address = source.trim().replace(/^\/\//, 'https://').replace(/&.*$/s, '');
  const page = playerPage(address, null);
  return page ? embedded(page.href) : null;
}

/** Sizes of a picture besides the one in full, which stands behind them. */
const SOURCES = /<source\b[^<>]*\bsrcset\b[^<>]*>(\s*(?:<\/source>)?)/gi;

/** The button beside a file, which is a second link to it. */
const FILE_BUTTON = /<a\b[^<>]*\bwp-block-file__button\b[^<>]*>[^<]*<\/a>/gi;

/** A picture behind words is one before them. */
function withCovers(html: string): string {
  return html.replace(
    /<(?:div|section|header)\b([^<>]*\bwp-block-cover\b[^<>]*|[^<>]*\bwp-block-cover__image-background\b[^<>]*)>/gi,
    (tag, words: string) => {
      const { style = '', 'aria-label': alt = '' } = attributesOfTag(words);
      const address = /background-image:\s*url\(\s*["']?([^"')]+)["']?\s*\)/i.exec(style)?.[1];
      return address === undefined ? tag : `${tag}${figureMarkup({ address, alt, caption: '' })}`;
    },
  );
}

const OLD_ITEM = /\bgallery-item\b/;

/** Galleries as WordPress shows its shortcode: a list of definitions, or figures within an element that is none. */
function withOldGalleries(html: string): string {
  if (!OLD_ITEM.test(html)) return html;
  const pictures: { address: string; alt: string; caption: string }[] = [];
  const marked = ['dl', 'figure', 'div', 'li'].reduce(
    (text, name) =>
      eachElement(text, name, (attributes, inner) => {
        if (!OLD_ITEM.test(attributes.class ?? '')) return null;
        const picture = attributesOfTag(/<img\b([^<>]*)>/i.exec(inner)?.[1] ?? '');
        const address = picture['data-orig-file'] || picture['data-src'] || picture.src || '';
        if (address === '') return null;
        const caption =
          /<(dd|figcaption|div)\b[^<>]*\b(?:gallery-caption|wp-caption-text)\b[^<>]*>([\s\S]{0,5000}?)<\/\1>/i.exec(
            inner,
          )?.[2] ?? '';
        pictures.push({ address, alt: picture.alt ?? '', caption: caption.trim() });
        return `<x-picture at="${pictures.length - 1}">`;
      }),
    html,
  );
  return marked.replace(/(?:<x-picture at="\d+">(?:\s|<br\b[^<>]*>)*)+/g, (run) =>
    galleryMarkup(
      [...run.matchAll(/<x-picture at="(\d+)">/g)].flatMap(([, at]) => pictures[Number(at)] ?? []),
    ),
  );
}

/** The address in an embed as a link, as which the reader of copy knows it, whosever it is. */
function embedFigure(inner: string): string | null {
  if (/<(?:a|iframe|blockquote|img)\b/i.test(inner)) return null;
  const linked = inner.replace(/https?:\/\/[^\s<>"]+/, (address) => `<a href="${address}">${address}</a>`);
  return linked === inner ? null : `<figure class="wp-block-embed">${linked}</figure>`;
}
