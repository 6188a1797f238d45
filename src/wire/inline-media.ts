/** Pictures that stand in the HTML of an item: a body has no place for them, so they go with its other media. */
import { decodeHTML } from 'entities';
import { withoutTracking } from '../kit/plain-link.ts';
import type { ParsedMedia } from './parse/feed.ts';
import { plainLine } from './parse/words.ts';
import { resolved } from './parse/xml-tree.ts';
import { isPixel } from './tracking.ts';

const MOST = 20; // pictures of one item's text
const FIGURE = 2_000; // characters in which a picture's caption must end

/** In the order in which they stand, with the words of their figure. Pixels that count readers are left out. */
export function inlineMedia(html: string, base: string | null): ParsedMedia[] {
  if (!/<img\b/i.test(html)) return [];
  const found = new Map<string, ParsedMedia>();
  for (const match of html.matchAll(/<img\b([^<>]*)>/gi)) {
    if (found.size >= MOST) break;
    const picture = pictureOf(match[1] ?? '', html.slice(match.index, match.index + FIGURE), base);
    if (picture && !isPixel(picture) && !found.has(picture.href)) found.set(picture.href, picture);
  }
  return [...found.values()];
}

function pictureOf(marks: string, after: string, base: string | null): ParsedMedia | null {
  const href = resolved(markOf(marks, 'src') || markOf(marks, 'data-src'), base);
  if (!/^https?:\/\//i.test(href)) return null;
  const size = (name: string): number | null => {
    const said = markOf(marks, name);
    return /^\d+(?:px)?$/.test(said) ? Number.parseInt(said, 10) : null;
  };
  const figure = /^[\s\S]*?<\/figure>/i.exec(after)?.[0] ?? '';
  const isSameFigure = !/<img\b/i.test(figure.slice(4));
  const caption = isSameFigure
    ? (/<figcaption\b[^<>]*>([\s\S]*?)<\/figcaption>/i.exec(figure)?.[1] ?? '')
    : '';
  const { words, credit } = creditIn(caption);
  return {
    href: withoutTracking(href),
    kind: 'image',
    width: size('width'),
    height: size('height'),
    caption: words || markOf(marks, 'alt'),
    credit,
  };
}

function markOf(marks: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(marks);
  return decodeHTML(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
}

/** A caption often ends with whose picture it is: in an element of its own, after a sign, or in brackets. */
export function creditIn(caption: string): { words: string; credit: string } {
  const marked =
    /<(\w+)\b[^<>]*class\s*=\s*["'][^"']*(?:credit|copyright|source|autor|photographer)[^"']*["'][^<>]*>([\s\S]*?)<\/\1>/i.exec(
      caption,
    );
  const words = plainLine(caption.replace(marked?.[0] ?? /$^/, ' ').replace(/<[^<>]*>/g, ' '));
  if (marked) return { words, credit: plainLine((marked[2] ?? '').replace(/<[^<>]*>/g, ' ')) };
  const said =
    /(?:^|[\s.(|–—-])((?:photo(?:graph)?|picture|image|foto|credit|photo credit|bild|crédit|φωτο\w*|фото|الصورة)(?:\s+by|\s*:|\s*©)\s*.{2,80}?|©\s?.{2,80}?)[)\s]*$/iu.exec(
      words,
    );
  if (!said) return { words, credit: '' };
  return {
    words: words
      .slice(0, said.index)
      .replace(/[\s(|–—-]+$/, '')
      .trim(),
    credit: said[1]?.trim() ?? '',
  };
}
