/** What a post of another house says, as copy of ours; what of it is no copy is said in words. */

import { readCopy } from '../../kit/body-blocks.ts';
import { everyRun } from '../../kit/body-shape.ts';
import { leftOutWords } from '../../kit/left-out.ts';
import { type BodyHtml, htmlToText, writeBody } from '../../kit/safe-html.ts';
import { type PostRecord, UNKNOWN_HOUSE } from '../records.ts';
import { withCaptions } from './captions.ts';
import { foreignCodes } from './foreign-codes.ts';
import { withShownMedia } from './frames.ts';
import { lostPrograms } from './lost-programs.ts';
import { type OurFile, picturesIn, withOurPictures, withOurRecordings } from './pictures.ts';
import { withPreformatted } from './preformatted-lines.ts';
import type { ShortcodeWorld } from './shapes.ts';
import { wordpressMarkup } from './wordpress.ts';

export interface PostMarkup {
  html: string;
  odd: string[];
}

/** The post's HTML as readers saw it, before anything is looked up or fetched. */
export function markupOf(post: Pick<PostRecord, 'markup' | 'html'>, world: ShortcodeWorld): PostMarkup {
  const { html, odd } =
    post.markup === 'wordpress'
      ? wordpressMarkup(post.html, world)
      : { html: withShownMedia(withCaptions(post.html)), odd: [] };
  const lines = withPreformatted(html);
  return { html: lines.html, odd: [...odd, ...lines.odd, ...lostPrograms(html), ...foreignCodes(html)] };
}

export interface CopyWorld {
  /** Where the post stood: what its links and pictures are relative to. */
  base: string | null;
  language: string | null;
  /** Our pictures by what `picturesIn` calls theirs. */
  pictures: ReadonlyMap<string, string>;
  /** Our films, sounds and documents by their addresses there. */
  files?: ReadonlyMap<string, OurFile>;
  /** Where a page of the other house stands here; null for a page that is none of it. */
  addressHere(href: string): string | null;
}

const NO_FILES: ReadonlyMap<string, OurFile> = new Map();

export interface PostBody {
  bodyHtml: BodyHtml;
  /** What became of it that a person should know, in words; empty where all came along. */
  odd: string[];
}

export function bodyOfPost(html: string, world: CopyWorld): PostBody {
  const pictured = withOurPictures(html, world.base, world.pictures);
  const shown = withOurRecordings(pictured, world.base, world.files ?? NO_FILES);
  const { blocks, leftOut } = readCopy(shown, { base: world.base, language: world.language });
  for (const run of blocks.flatMap(everyRun)) {
    if (run.href === null) continue;
    run.href = world.addressHere(run.href) ?? run.href;
    if (!run.href.startsWith(UNKNOWN_HOUSE)) continue;
    leftOut.push({ kind: 'link', text: run.href, after: 0 });
    run.href = null;
  }
  const shows = new Set<string>(['table', 'comment']);
  // A picture that is not here yet stands in a list of its own, or in the number of those to come; its caption waits with it.
  if (picturesIn(html, world.base).some(({ key }) => !world.pictures.has(key)))
    shows.add('picture').add('caption');
  const gone = leftOut.filter(({ kind }) => !shows.has(kind));
  return { bodyHtml: writeBody(blocks), odd: gone.length === 0 ? [] : [leftOutWords(gone)] };
}

/** A title or a name of another house, which may hold markup and entities, as one line of words. */
export function lineOfHtml(html: string): string {
  return /[<&]/.test(html) ? htmlToText(html).replace(/\s+/g, ' ').trim() : html.replace(/\s+/g, ' ').trim();
}

/** The first sentence or two of a dek, where an excerpt is a whole text. */
export function dekOf(html: string): string {
  const line = lineOfHtml(html.replace(/\[(?:\.{3}|…|&hellip;)\]/g, '…'));
  if (line.length <= LONGEST_DEK) return line;
  const cut = line.slice(0, LONGEST_DEK);
  const end = Math.max(
    cut.lastIndexOf('. '),
    cut.lastIndexOf('! '),
    cut.lastIndexOf('? '),
    cut.lastIndexOf('。'),
  );
  return end > LONGEST_DEK / 3 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

const LONGEST_DEK = 500; // letters

export { picturesIn };
