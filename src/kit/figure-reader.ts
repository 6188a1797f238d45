/** Figures, boxes, pulled quotations, posts, tables' captions and footnotes, as the reader of copy meets their elements. */
import type { BlockBuilder } from './block-builder.ts';
import { type Block, linesOf, type Run, wordsOfRuns } from './body-shape.ts';
import { isPixel } from './counting-pictures.ts';
import { CREDIT_CLASS } from './credit-line.ts';
import { playerPage } from './embed-address.ts';
import { Footnotes, footnoteKey } from './footnotes.ts';
import { framed, joinedLines, type OpenFigure, sizeSaid } from './framed.ts';
import type { Attributes } from './html-styles.ts';
import type { LeftOutKind } from './left-out.ts';
import { isNoteName } from './office-marks.ts';
import type { Away, BodyReading, OpenElement } from './open-element.ts';
import { pictureAddress } from './picture-address.ts';
import { enterPre } from './preformatted.ts';
import { safeHref } from './safe-href.ts';

/** What these rules need of the reader. */
export interface FigureHost {
  runs: Run[];
  flushes: number;
  readonly builder: BlockBuilder;
  readonly frames: { put(block: Block): void };
  endLeaf(): void;
  leave(kind: LeftOutKind, text?: string): void;
}

const PULL = /(?:^|[\s_-])(?:pull-?quote|wp-block-pullquote|kg-blockquote-alt)(?=\s|$)/i;
const POST =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|text-post-media|fb-post|fb-video|reddit-embed-bq|reddit-card)(?=\s|$)/i;
const BOX = /(?:^|[\s_])(?:(?:fact|info|text|side)[-_]?box|call-?out|kg-callout-card)(?=\s|$)/i;
const CAPTIONED = /(?:^|\s)wp-caption(?=\s|$)/;
const ICON = 40; // pixels; a smaller picture is a sign among the words
const OWN_ID = /^[\w-]{1,64}$/;

export class FigureReader {
  readonly notes = new Footnotes();
  readonly #host: FigureHost;
  readonly #reading: BodyReading;
  readonly #frames: OpenFigure[] = [];
  /** Pictures that stand among the words of a paragraph: they follow it. */
  #waiting: Block[] = [];
  #sources: string[] = [];
  /** The note that is being read, where paragraphs of its own follow. */
  #lastNote: string | null = null;

  constructor(host: FigureHost, reading: BodyReading) {
    this.#host = host;
    this.#reading = reading;
  }

  /** Whether what elsewhere holds no copy is read here: a caption of a figure that is open, the notes of a text. */
  reads(kind: LeftOutKind | 'silent'): boolean {
    return (
      kind === 'footnote' || (kind === 'caption' && /^(?:figure|pull)$/.test(this.#frames.at(-1)?.kind ?? ''))
    );
  }

  /** Reads an element that is one of these; false where it is none. */
  enter(here: OpenElement, attributes: Attributes): boolean {
    const { name } = here;
    const classes = attributes.class ?? '';
    if (isNoteName(attributes.id ?? '')) here.noteKey = footnoteKey(attributes.id ?? '');
    if (name === 'figure' || CAPTIONED.test(classes))
      this.#open(
        here,
        PULL.test(classes) || attributes['data-block'] === 'pull' ? 'pull' : 'figure',
        attributes,
      );
    else if (/^(?:blockquote|aside)$/.test(name) && PULL.test(classes)) this.#open(here, 'pull', attributes);
    else if (/^(?:blockquote|div)$/.test(name) && POST.test(classes)) this.#open(here, 'post', attributes);
    else if (name === 'figcaption' || /(?:^|\s)wp-caption-text(?=\s|$)/.test(classes))
      return this.#caption(here);
    else if (name === 'caption') return this.#tableCaption(here);
    else if (
      attributes['data-block'] === 'box' ||
      (/^(?:aside|div|section)$/.test(name) && BOX.test(classes))
    )
      this.#box(here);
    else if (enterPre(here, attributes, this.#host)) return true;
    else if (name === 'hr') this.#rule();
    else if (name === 'fn') this.#noteHere(here);
    else if (name === 'picture') this.#sources = [];
    else if (name === 'source') this.#sources.push(attributes.srcset ?? attributes['data-srcset'] ?? '');
    else return this.#named(here, attributes);
    return true;
  }

  #open(here: OpenElement, kind: OpenFigure['kind'], attributes: Attributes): void {
    const { builder } = this.#host;
    this.#host.endLeaf();
    builder.openPlace();
    const frame: OpenFigure = {
      kind,
      attributes,
      caption: [],
      credit: '',
      author: [],
      isCaptionOpen: false,
      inner: [],
    };
    this.#frames.push(frame);
    here.end = () => {
      this.#host.endLeaf();
      this.#frames.splice(this.#frames.indexOf(frame));
      const { blocks, lost } = framed(frame, builder.closePlace());
      for (const block of blocks) this.put(block);
      for (const { kind: left, text } of lost) this.#host.leave(left, text);
    };
  }

  /** Puts a block where it may stand: into the figure around it, or here; a list and a quotation hold none. */
  put(block: Block): void {
    const { builder } = this.#host;
    const around = this.#frames.at(-1);
    if (
      around &&
      !around.isCaptionOpen &&
      around.kind === 'figure' &&
      (block.kind === 'figure' || block.kind === 'gallery')
    )
      around.inner.push(block);
    else if (builder.mayHold || 'runs' in block || 'paragraphs' in block || 'items' in block)
      builder.add(block);
    else this.#notHeld(block);
  }

  #notHeld(block: Block): void {
    if (block.kind === 'figure') this.#host.leave('picture', block.alt);
    else if (block.kind === 'gallery')
      for (const figure of block.figures) this.#host.leave('picture', figure.alt);
    else if (block.kind === 'video' || block.kind === 'audio') this.#host.leave('recording');
    else if (block.kind === 'embed') this.#host.leave('embed', wordsOfRuns(block.title));
    if (block.kind === 'embed') return;
    for (const runs of linesOf(block)) this.#host.builder.put('p', runs);
  }

  #caption(here: OpenElement): boolean {
    const frame = this.#frames.at(-1);
    if (!frame || frame.kind === 'post') return false;
    this.#linesInto(here, (lines) => {
      frame.isCaptionOpen = false;
      frame.caption = joinedLines([frame.caption, ...lines]);
    });
    frame.isCaptionOpen = true;
    return true;
  }

  #tableCaption(here: OpenElement): boolean {
    const { table } = this.#host.builder;
    if (!table) return false;
    this.#linesInto(here, (lines) => {
      table.caption = joinedLines([table.caption, ...lines]);
    });
    return true;
  }

  #linesInto(here: OpenElement, take: (lines: Run[][]) => void): void {
    const { builder } = this.#host;
    this.#host.endLeaf();
    builder.openPlace();
    here.end = () => {
      this.#host.endLeaf();
      take(builder.closePlace().flatMap(linesOf));
    };
  }

  #box(here: OpenElement): void {
    const { builder } = this.#host;
    this.#host.endLeaf();
    builder.openPlace();
    here.end = () => {
      this.#host.endLeaf();
      const blocks = builder.closePlace().flatMap((block) => (block.kind === 'box' ? block.blocks : [block]));
      if (blocks.length > 0 && builder.mayHold && this.#frames.length === 0)
        builder.add({ kind: 'box', blocks });
      else for (const block of blocks) this.put(block);
    };
  }

  #rule(): void {
    this.#host.endLeaf();
    if (this.#host.builder.mayHold) this.#host.builder.add({ kind: 'rule' });
  }

  /** Credit and author stand in elements of their own, in a caption or beside a quotation. */
  #named(here: OpenElement, attributes: Attributes): boolean {
    const frame = this.#frames.at(-1);
    if (!frame) return false;
    const isOwnEmbed = frame.attributes['data-block'] === 'embed';
    const isAuthor = here.name === 'cite' && (frame.kind === 'pull' || (isOwnEmbed && frame.isCaptionOpen));
    const isCredit =
      frame.isCaptionOpen &&
      frame.kind === 'figure' &&
      (here.name === 'small' || (here.name !== 'a' && CREDIT_CLASS.test(attributes.class ?? '')));
    if (!isAuthor && !isCredit) return false;
    const [from, flushes] = [this.#host.runs.length, this.#host.flushes];
    here.end = () => {
      if (this.#host.flushes !== flushes) return;
      const runs = this.#host.runs.splice(from);
      if (isAuthor)
        frame.author = runs.map((run) => ({ ...run, em: false })); // `cite` itself is set in italics
      else
        frame.credit = [frame.credit, wordsOfRuns(runs).replace(/\s+/g, ' ').trim()]
          .filter(Boolean)
          .join(' ');
    };
    return true;
  }

  /** NITF's note stands where its mark would. */
  #noteHere(here: OpenElement): void {
    const [from, flushes] = [this.#host.runs.length, this.#host.flushes];
    here.end = () => {
      if (this.#host.flushes !== flushes) return;
      const runs = this.#host.runs.splice(from);
      const words = wordsOfRuns(runs).trim();
      if (words === '') return;
      // A mark that would stand alone in a paragraph is nobody's.
      if (this.#host.runs.every(({ text }) => text.trim() === '')) return this.#host.leave('footnote', words);
      const key = this.notes.ownKey();
      this.#host.runs.push(this.notes.call(key));
      this.notes.put(key, runs);
    };
  }

  /** True of a paragraph that is a note's: it is kept there. `back` is where its own link leads. */
  takesNote(paragraph: Run[], { back, here }: { back: string | null; here: OpenElement }): boolean {
    const key = here.noteKey ?? back ?? (here.isInNotes ? this.#lastNote : null);
    if (key !== null) {
      this.#lastNote = key;
      this.notes.put(key, paragraph);
    } else if (here.isInNotes) this.#host.leave('footnote', wordsOfRuns(paragraph));
    return key !== null || here.isInNotes;
  }

  /** A picture with an address, or of our own; null where it has none that can be kept. */
  #pictureOf(attributes: Attributes): Block | null {
    const own = attributes['data-media'] ?? '';
    const [sources, alt] = [this.#sources, (attributes.alt ?? '').replace(/\s+/g, ' ').trim()];
    this.#sources = [];
    const isOwn = !this.#reading.isForeign && OWN_ID.test(own);
    const address = isOwn
      ? null
      : safeHref(pictureAddress(attributes, sources, this.#reading.base ?? null) ?? '');
    const sides = [attributes.width, attributes.height].map((side) => Number.parseInt(side ?? '', 10));
    const [width = null, height = null] = sides.map((side) => (Number.isNaN(side) ? null : side));
    if (!isOwn && (address === null || isPixel({ href: address, width, height }))) return null;
    if (!isOwn && sides.some((side) => side < ICON)) return null;
    return {
      kind: 'figure',
      media: isOwn ? own : null,
      href: address,
      size: sizeSaid(attributes),
      alt,
      caption: [],
      credit: '',
    };
  }

  /** True of a picture that is kept: here, or after the paragraph in which it stands. */
  picture(attributes: Attributes): boolean {
    const block = this.#pictureOf(attributes);
    if (!block || (this.#frames.length === 0 && !this.#host.builder.mayHold)) return false;
    if (this.#host.runs.every(({ text }) => text.trim() === '')) this.put(block);
    else this.#waiting.push(block);
    return true;
  }

  /** Pictures that waited for the end of their paragraph. */
  putWaiting(): void {
    for (const block of this.#waiting.splice(0)) this.put(block);
  }

  /** True of a frame, a video or a sound that is kept. */
  elsewhere(name: string, attributes: Attributes, away: Away): boolean {
    const block = this.#playerPage(name, attributes, away);
    if (!block || (this.#frames.length === 0 && !this.#host.builder.mayHold)) return false;
    this.put(block);
    return true;
  }

  #playerPage(name: string, attributes: Attributes, away: Away): Block | null {
    const own = attributes['data-media'] ?? '';
    if ((name === 'video' || name === 'audio') && !this.#reading.isForeign && OWN_ID.test(own))
      return { kind: name, media: own, href: null, size: 'text', caption: [], credit: '' };
    const title = (attributes.title ?? attributes['aria-label'] ?? '').replace(/\s+/g, ' ').trim();
    const runs = title === '' ? [] : [{ text: title, href: null, strong: false, em: false }];
    const embed = { kind: 'embed' as const, title: runs, author: '', still: null };
    if (name === 'video' || name === 'audio') {
      const href = safeHref(attributes.src ?? away.source ?? '', this.#reading.base);
      if (href === null || !/^https?:/.test(href)) return null;
      return { kind: name, media: null, href, size: 'text', caption: runs, credit: '' };
    }
    const shown = playerPage(attributes.src ?? attributes['data-src'] ?? '', this.#reading.base ?? null);
    const href = shown && safeHref(shown.href);
    return shown && href ? { ...embed, href, site: shown.site } : null;
  }
}
