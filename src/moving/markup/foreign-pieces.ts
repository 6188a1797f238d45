/**
 * What other systems wrote into a text as elements of their own, which a page of theirs shows by a program: posts and galleries
 * of Substack, cards of Medium, pictures of AMP and Elementor; as what copy holds.
 */
import { eachElement } from './each-element.ts';
import { withForeignNotes } from './foreign-notes.ts';
import { attributesOfTag } from './pictures.ts';
import { embedded, embedMarkup, figureMarkup, galleryMarkup } from './shapes.ts';

export function withForeignPieces(html: string): string {
  let shown = withPictureLists(withOpenFolds(withForeignNotes(html)));
  shown = shown
    .replace(AMP_PICTURE, '<img$1>')
    .replace(/<summary\b[^<>]*>/gi, '<h3>')
    .replace(/<\/summary\s*>/gi, '</h3>');
  shown = shown.replace(THUMBNAIL, (_link, address: string, words: string) =>
    figureMarkup({ address, alt: attributesOfTag(words).alt ?? '', caption: '' }),
  );
  shown = withBlogger(shown);
  shown = shown
    .replace(GIST, (_tag, address: string) => embedded(address))
    .replace(DATAWRAPPER, (_tag, address: string) => embedded(address));
  // Beside a chart or a picture that a program shows stands the same once more, for those who have none.
  if (shown.includes('<noscript')) shown = eachElement(shown, 'noscript', () => '');
  if (shown.includes('data-attrs=')) shown = withSubstack(shown);
  if (shown.includes('mixtapeEmbed'))
    shown = shown.replace(MIXTAPE, (card) => card.replaceAll('</em>', '</em><br>'));
  return eachElement(shown, 'div', ({ class: classes = '', ...attributes }) => {
    if (/\bflourish-embed\b/.test(classes) && /^[\w/]+$/.test(attributes['data-src'] ?? ''))
      return embedded(`https://public.flourish.studio/${attributes['data-src']}/`);
    const id = attributes['data-id'] ?? '';
    return /\binfogram-embed\b/.test(classes) && /^[\w-]+$/.test(id)
      ? embedded(`https://infogram.com/${id}`)
      : null;
  });
}

const IN_HEADING = /(<(h[1-6])\b[^<>]*>\s*)<button\b[^<>]*>([\s\S]{0,2000}?)<\/button>(?=\s*<\/\2)/gi;
const SIGN_OF_FOLD = /<span\b[^<>]*\baria-hidden=["']true["'][^<>]*>[^<]{0,3}<\/span>/gi;

/** What is folded shows beneath a button that bears its heading: accordions of WordPress and of Kadence. */
function withOpenFolds(html: string): string {
  if (!html.includes('<button')) return html;
  const headed = html.replace(
    IN_HEADING,
    (_fold, begin: string, _name, inner: string) => begin + inner.replace(SIGN_OF_FOLD, ''),
  );
  return eachElement(headed, 'button', ({ class: classes = '' }, inner) =>
    /accordion/.test(classes) ? `<h3>${inner.replace(SIGN_OF_FOLD, '')}</h3>` : null,
  );
}

/** Plugins write a gallery as a list of which each item is a picture, with its caption or none. */
function withPictureLists(html: string): string {
  if (!/<ul\b/i.test(html) || !/<img\b/i.test(html)) return html;
  return eachElement(html, 'ul', (_attributes, inner) => {
    const items = inner.split(/<li\b[^<>]*>/i).slice(1);
    const pictures = items.flatMap((item) => {
      const picture = attributesOfTag(/<img\b([^<>]*)>/i.exec(item)?.[1] ?? '');
      const caption = /<figcaption\b[^<>]*>([\s\S]{0,5000}?)<\/figcaption>/i.exec(item)?.[1] ?? '';
      const words = item.replace(/<figcaption\b[^<>]*>[\s\S]{0,5000}?<\/figcaption>|<[^<>]*>/gi, '');
      const address =
        picture['data-full-image'] || picture['data-full-url'] || picture['data-src'] || picture.src || '';
      return words.trim() === '' && address !== '' ? [{ address, alt: picture.alt ?? '', caption }] : [];
    });
    return items.length > 1 && pictures.length === items.length ? galleryMarkup(pictures) : null;
  });
}

/** Blogger has a caption below a picture in a table, and shows a picture small in a link to it. */
function withBlogger(html: string): string {
  if (!/blogspot\.com|googleusercontent\.com|tr-caption/.test(html)) return html;
  const whole = html.replace(BLOGGER_PICTURE, '<img$2 data-orig-file="$1">');
  return eachElement(whole, 'table', ({ class: classes = '' }, inner) => {
    const picture = /\btr-caption-container\b/.test(classes) ? /<img\b[^<>]*>/i.exec(inner)?.[0] : undefined;
    if (picture === undefined) return null;
    const caption = /<td\b[^<>]*\btr-caption\b[^<>]*>([\s\S]*?)<\/td>/i.exec(inner)?.[1] ?? '';
    return `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
  });
}

const BLOGGER_PICTURE =
  /<a\b[^<>]*\bhref="(https?:\/\/(?:[\w.-]+\.)?(?:blogspot|googleusercontent)\.com\/[^"<>]+)"[^<>]*>\s*<img\b([^<>]*?)\/?>\s*<\/a>/gi;

const AMP_PICTURE = /<amp-(?:img|anim)\b([^<>]*)>/gi;
/** A picture that Elementor shows small, in a link to the whole. */
const THUMBNAIL =
  /<a\b[^<>]*\bhref="([^"<>]+\.(?:jpe?g|png|gif|webp|avif))"[^<>]*>\s*<div\b([^<>]*\bdata-thumbnail=[^<>]*)>\s*<\/div>\s*<\/a>/gi;
const GIST = /<script\b[^<>]*\bsrc=["'](https:\/\/gist\.github\.com\/[\w./-]+?)\.js[^<>]*>\s*<\/script>/gi;
const DATAWRAPPER =
  /<script\b[^<>]*\bsrc=["'](https:\/\/datawrapper\.dwcdn\.net\/\w{5}\/)(?:\d+\/)?embed\.js[^<>]*>\s*<\/script>/gi;
const MIXTAPE = /<a\b[^<>]*\bmarkup--mixtapeEmbed-anchor\b[^<>]*>[\s\S]{0,5000}?<\/a>/gi;

/** Substack keeps what its programs show beside the element, as JSON. */
function withSubstack(html: string): string {
  const shown = html
    .replace(/<div class="subscription-widget-wrap[\s\S]{0,5000}?<\/form>(?:\s*<\/div>){0,2}/gi, '')
    .replace(
      /<div class="pullquote">([\s\S]{0,20000}?)<\/div>/gi,
      '<figure class="wp-block-pullquote"><blockquote>$1</blockquote></figure>',
    );
  return eachElement(shown, 'div', (attributes, inner) => {
    const said = attributes['data-attrs'];
    if (said === undefined || inner.trim() !== '') return null;
    const url = /"(?:url|href)":"(https?:[^"\\]+)"/.exec(said)?.[1] ?? '';
    const word = (name: string) =>
      new RegExp(`"${name}":"((?:[^"\\\\]|\\\\.){1,2000})"`)
        .exec(said)?.[1]
        ?.replaceAll('\\"', '"')
        .replaceAll('\\n', ' ') ?? '';
    if (/image-gallery/.test(attributes.class ?? '')) {
      const pictures = [...said.matchAll(/"src":"(https?:[^"\\]+)"/g)].map(([, address = '']) => ({
        address,
        alt: '',
        caption: '',
      }));
      return galleryMarkup(pictures);
    }
    if (url === '') return null;
    const title = word('full_text') || word('title');
    return embedMarkup({
      address: url,
      title,
      author: word('full_text') === '' ? word('publication_name') : word('name'),
    });
  });
}
