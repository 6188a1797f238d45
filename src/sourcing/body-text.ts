/**
 * The text of a body with the place of every character in its HTML, so that words can be found in the text and marked in
 * the HTML without touching anything else of it.
 */
import { Parser } from 'htmlparser2';
import { foldCharacter, isSpace } from './fold.ts';

/** A stretch of text without a tag in it: a mark may stand anywhere inside, and never reaches over its ends. */
export interface TextRun {
  /** Index of the top-level block that holds it. */
  block: number;
  /** Where the outermost link around it ends in the HTML, its end tag included; null outside links. */
  linkEnd: number | null;
}

export interface BodyText {
  html: string;
  /** The text as it is compared, see fold.ts: paragraphs are parted by one '\n', other whitespace is one space. */
  folded: string;
  /** For each unit of `folded`, the HTML it stands for, and its run; -1 for what has no HTML of its own. */
  starts: number[];
  ends: number[];
  runOf: number[];
  runs: TextRun[];
  /** Where each top-level block begins in the HTML; the first at 0, so that the blocks are the whole body. */
  blockStarts: number[];
}

// These flow with the text around them; every other element begins and ends a paragraph.
const inline = new Set(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
// What is in these is not text of the body, and a mark in it would not be a mark.
const silent = new Set(
  'iframe math noembed noframes noscript object plaintext script select style svg template textarea title xmp'.split(
    ' ',
  ),
);

/** Reads a body. Broken HTML gives the text that can be had, never an error. */
export function readBody(html: string): BodyText {
  const reader = new BodyReader(html);
  const parser = new Parser(
    {
      onopentag: (name, { role }) => reader.open(name, parser.startIndex, isNoteLink(role)),
      onclosetag: (name, implied) => reader.close(name, implied ? parser.startIndex : parser.endIndex + 1),
      ontext: (text) => reader.text(text, parser.startIndex, parser.endIndex + 1),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return reader.body;
}

/** The mark of a footnote, and the way back from one, are no words of the text. */
function isNoteLink(role: string | undefined): boolean {
  return role === 'doc-noteref' || role === 'doc-backlink';
}

class BodyReader {
  readonly body: BodyText;
  #depth = 0;
  #silentDepth = 0;
  /** How deep the mark of a footnote stands; 0 outside of one. */
  #noteLinkDepth = 0;
  #links: { depth: number; runs: TextRun[] }[] = [];
  #readTo = 0; // end of the last text, to see whether the next one follows on without a tag between
  #gap: 'none' | 'paragraph' | { start: number; end: number; run: number } = 'none';
  #blockHasContent = false;
  #blockIsOver = false;

  constructor(html: string) {
    this.body = { html, folded: '', starts: [], ends: [], runOf: [], runs: [], blockStarts: [0] };
  }

  open(name: string, at: number, isNoteLink = false): void {
    if (this.#depth === 0) this.#content(at, !inline.has(name));
    this.#depth += 1;
    if (silent.has(name)) this.#silentDepth += 1;
    if (isNoteLink) this.#noteLinkDepth = this.#depth;
    if (name === 'a') this.#links.push({ depth: this.#depth, runs: [] });
    if (!inline.has(name)) this.#gap = 'paragraph';
    else if (name === 'br' && this.#gap === 'none') this.#gap = { start: at, end: at, run: -1 };
  }

  close(name: string, end: number): void {
    const link = this.#links.at(-1);
    if (name === 'a' && link?.depth === this.#depth) {
      for (const run of link.runs) run.linkEnd = end; // an outer link, closed later, overwrites
      this.#links.pop();
      this.#links.at(-1)?.runs.push(...link.runs);
    }
    if (this.#noteLinkDepth === this.#depth) this.#noteLinkDepth = 0;
    this.#depth -= 1;
    if (silent.has(name)) this.#silentDepth -= 1;
    if (inline.has(name)) return;
    this.#gap = 'paragraph';
    if (this.#depth === 0) this.#blockIsOver = true;
  }

  text(text: string, start: number, end: number): void {
    if (this.#silentDepth > 0 || this.#noteLinkDepth > 0) return;
    if (this.#depth === 0 && !isSpace(text)) this.#content(start, false);
    const asItStands = end - start === text.length; // otherwise it is an entity, and is marked whole or not at all
    let at = start;
    for (const character of text) {
      const next = asItStands ? at + character.length : end;
      this.#character(character, asItStands ? at : start, next);
      at = next;
    }
  }

  #character(character: string, start: number, end: number): void {
    const folded = foldCharacter(character);
    const run = this.#runAt(start, end);
    if (folded === ' ') {
      if (this.#gap === 'none') this.#gap = { start, end, run };
      else if (this.#gap !== 'paragraph' && this.#gap.run === run) this.#gap.end = end;
    } else if (folded !== '') {
      this.#closeGap();
      this.#add(folded, start, end, run);
    }
  }

  #runAt(start: number, end: number): number {
    if (start !== this.#readTo || this.body.runs.length === 0) {
      const run: TextRun = { block: this.body.blockStarts.length - 1, linkEnd: null };
      this.body.runs.push(run);
      this.#links.at(-1)?.runs.push(run);
    }
    this.#readTo = end;
    return this.body.runs.length - 1;
  }

  #closeGap(): void {
    const gap = this.#gap;
    this.#gap = 'none';
    if (gap === 'none' || this.body.folded === '') return;
    if (gap === 'paragraph') this.#add('\n', -1, -1, -1);
    else this.#add(' ', gap.start, gap.end, gap.run);
  }

  #add(folded: string, start: number, end: number, run: number): void {
    this.body.folded += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      this.body.starts.push(start);
      this.body.ends.push(end);
      this.body.runOf.push(run);
    }
  }

  /** Something begins at the top of the body: a new block, if the one before it is over or this is one of its own. */
  #content(at: number, ownBlock: boolean): void {
    if (this.#blockHasContent && (ownBlock || this.#blockIsOver)) this.body.blockStarts.push(at);
    this.#blockHasContent = true;
    this.#blockIsOver = false;
  }
}
