/** Pictures that stand in the HTML of an item: a body has no place for them, so they go with its other media. */
import { Parser } from 'htmlparser2';
import { isPixel } from '../../kit/counting-pictures.ts';
import { creditAtEnd } from '../../kit/credit-line.ts';
import { letterOfPicture } from '../../kit/emoji-pictures.ts';
import { pictureAddress } from '../../kit/picture-address.ts';
import { withoutTracking } from '../../kit/plain-link.ts';
import { htmlToText } from '../../kit/safe-html.ts';
import type { ParsedMedia } from '../parse/feed.ts';
import { repaired, tidyLine } from '../parse/words.ts';

const MOST = 20; // pictures of one item's text
const CAPTION = 2_000; // characters of a caption; more is the copy, in a caption that was not closed

/** In the order in which they stand, with the words of their figure. Pixels that count readers and emoji are left out. */
export function inlineMedia(html: string, base: string | null): ParsedMedia[] {
  if (!/<(?:img|amp-img)\b/i.test(html)) return [];
  const found = new Map<string, ParsedMedia>();
  for (const picture of new PictureReader(html, base).pictures) {
    if (found.size >= MOST) break;
    if (!isPixel(picture) && !found.has(picture.href)) found.set(picture.href, picture);
  }
  return [...found.values()];
}

/** A picture of a figure waits for the figure's words; they are of the last before them. */
class PictureReader {
  readonly pictures: ParsedMedia[] = [];
  readonly #html: string;
  readonly #base: string | null;
  #sources: string[] = [];
  #captionFrom = -1;
  #inFigure: ParsedMedia[] = [];

  constructor(html: string, base: string | null) {
    this.#html = html;
    this.#base = base;
    const parser: Parser = new Parser(
      {
        onopentag: (name, marks) => this.#open(name, marks, parser.endIndex + 1),
        onclosetag: (name) => this.#close(name, parser.startIndex),
      },
      { decodeEntities: true },
    );
    parser.end(html);
  }

  #open(name: string, marks: Record<string, string>, innerStart: number): void {
    if (name === 'figure') this.#inFigure = [];
    else if (name === 'picture') this.#sources = [];
    else if (name === 'source') this.#sources.push(marks.srcset ?? marks['data-srcset'] ?? '');
    else if (name === 'figcaption') this.#captionFrom = innerStart;
    else if (name === 'img' || name === 'amp-img') this.#picture(marks);
  }

  #picture(marks: Record<string, string>): void {
    const href = letterOfPicture(marks) === null ? pictureAddress(marks, this.#sources, this.#base) : null;
    this.#sources = [];
    if (href === null) return;
    const size = (said = ''): number | null => (/^\d+(?:px)?$/.test(said) ? Number.parseInt(said, 10) : null);
    const picture = {
      href: withoutTracking(href),
      kind: 'image',
      caption: (marks.alt ?? '').trim(),
      credit: '',
      width: size(marks.width),
      height: size(marks.height),
    };
    this.pictures.push(picture);
    this.#inFigure.push(picture);
  }

  #close(name: string, at: number): void {
    if (name === 'figure') this.#inFigure = [];
    if (name !== 'figcaption' || this.#captionFrom === -1) return;
    const caption = this.#html.slice(this.#captionFrom, at);
    const [picture] = this.#inFigure.length === 1 ? this.#inFigure : [];
    this.#captionFrom = -1;
    if (!picture || caption.length > CAPTION) return;
    const { words, credit } = creditIn(caption);
    picture.caption = words || picture.caption;
    picture.credit = credit;
  }
}

function captionLine(html: string): string {
  return tidyLine(repaired(htmlToText(html)));
}

/** A caption often ends with whose picture it is: in an element of its own, after a sign, or in brackets. */
export function creditIn(caption: string): { words: string; credit: string } {
  const marked =
    /<(\w+)\b[^<>]*class\s*=\s*["'][^"']*(?:credit|copyright|source|autor|photographer)[^"']*["'][^<>]*>([\s\S]*?)<\/\1>/i.exec(
      caption,
    );
  const words = captionLine(caption.replace(marked?.[0] ?? /$^/, ' '));
  if (marked) return { words, credit: captionLine(marked[2] ?? '') };
  const { end, credit } = creditAtEnd(words);
  return { words: words.slice(0, end).trim(), credit };
}
