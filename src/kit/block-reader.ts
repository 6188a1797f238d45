/** Elements and words, in the order in which they stand, made into blocks; the rules stand beside it, one kind a file. */
import { Parser } from 'htmlparser2';
import { BlockBuilder, type Leaf } from './block-builder.ts';
import { type Block, type Run, wordsOfRuns } from './body-shape.ts';
import { letterOfPicture } from './emoji-pictures.ts';
import { FigureReader } from './figure-reader.ts';
import { footnoteKey } from './footnotes.ts';
import { BLOCKS, SILENT, wholeNumber } from './html-elements.ts';
import * as style from './html-styles.ts';
import { type InlineReader, inlineEnd, noteCallEnd } from './inline-words.ts';
import type { LeftOut, LeftOutKind } from './left-out.ts';
import { withPlainSpaces } from './letters.ts';
import { type AwayKind, awayOf } from './no-copy.ts';
import { isCommentMark, isNoteName, noteLink, signed, wordItem } from './office-marks.ts';
import { type Away, type BodyReading, type OpenElement, outermost } from './open-element.ts';
import { paragraphsOf } from './runs.ts';
import { copyHref } from './safe-href.ts';

const BREAK = '\n';

export class BlockReader implements InlineReader {
  readonly leftOut: LeftOut[] = [];
  runs: Run[] = [];
  flushes = 0;
  quotesOpen = 0;
  readonly builder = new BlockBuilder();
  readonly frames: FigureReader;
  readonly #reading: BodyReading;
  readonly #open: OpenElement[];
  #leaf: Leaf = 'p';
  #word: { level: number; sign: string } | null = null;
  /** The paragraph that is being read is a reviewer's remark. */
  #isRemark = false;
  /** The footnote that it is, by its link back. */
  #back: string | null = null;
  /** The element in which its last words stand. */
  #spoken: OpenElement | null = null;
  #isNew: LeftOut[] = [];
  #marks: Run[] = [];
  #hasGap = false;

  constructor(reading: BodyReading) {
    this.#reading = reading;
    this.frames = new FigureReader(this, reading);
    this.#open = [outermost(reading.language ?? null)];
  }

  get blocks(): Block[] {
    return this.builder.blocks;
  }

  read(html: string): void {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.#start(name, attributes),
        onclosetag: () => this.#finish(),
        ontext: (text) => this.#text(text),
      },
      { decodeEntities: true },
    );
    parser.end(html);
    this.endLeaf();
  }

  get here(): OpenElement {
    return this.#open.at(-1) as OpenElement;
  }

  /** Adds words with the marks of the element that is open. */
  say(text: string): void {
    const { href, strong, em } = this.here;
    if (text === '') return;
    if (text.trim() !== '') this.#spoken = this.here;
    this.#closeGap(text);
    const words = this.#marks.length > 0 ? text.trimStart() : text;
    if (words !== text) this.runs.push({ text: ' ', href, strong, em }); // the space stands before the mark
    if (words !== '') this.runs.push(...this.#marks.splice(0), { text: words, href, strong, em });
  }

  /** A sign that follows words which went stands at the word before them: `port <s>of Lind</s>, …`. */
  #closeGap(text: string): void {
    const last = this.runs.at(-1);
    if (this.#hasGap && last && /^[,.;:!?)\]]/.test(text)) last.text = last.text.replace(/ $/, '');
    this.#hasGap = false;
  }

  openMark(text: string): Run {
    const { href, strong, em } = this.here;
    const mark = { text, href, strong, em };
    this.#marks.push(mark);
    return mark;
  }

  hasPut(mark: Run): boolean {
    if (this.#marks.at(-1) !== mark) return true;
    this.#marks.pop();
    return false;
  }

  /** Notes a part that is no copy. */
  leave(kind: LeftOutKind, text = ''): void {
    const one = { kind, text: text.replace(/\s+/g, ' ').trim(), after: 0 };
    this.leftOut.push(one);
    this.#isNew.push(one);
  }

  #start(name: string, attributes: style.Attributes): void {
    const above = this.here;
    above.children += 1;
    const here: OpenElement = { ...above, name, children: 0, end: null };
    this.#open.push(here);
    if (above.away) {
      this.#within(above.away, here, attributes);
      return;
    }
    const styles = style.stylesOf(attributes);
    const away = awayOf(name, attributes, styles);
    if (away && !this.frames.reads(away)) this.#goAway(here, away, attributes);
    else this.#enter(here, above, { attributes, styles });
  }

  #finish(): void {
    const here = this.#open.pop();
    if (this.#open.length === 0 && here) this.#open.push(here); // the root stays open
    here?.end?.();
  }

  /** What goes away keeps its words apart, and leaves the marks of its notes behind. */
  #within(away: Away, here: OpenElement, attributes: style.Attributes): void {
    if (here.name === 'source') away.source ??= attributes.src ?? '';
    const isMark = here.name === 'a' && noteLink(attributes) !== null;
    if (isMark || isCommentMark(attributes) || SILENT.has(here.name))
      here.away = { kind: 'silent', texts: [] };
    else if (BLOCKS.has(here.name) || /^(?:td|th|br)$/.test(here.name)) away.texts.push(' ');
  }

  #goAway(here: OpenElement, kind: AwayKind, attributes: style.Attributes): void {
    const away: Away = { kind, texts: [] };
    here.away = away;
    const word = this.#word;
    if (BLOCKS.has(here.name)) this.endLeaf();
    here.end = () => {
      const text = away.texts.join('');
      if (kind === 'silent') {
        if (word && word.sign === '' && here.name === 'span') word.sign = text;
      } else if (
        (kind === 'embed' || kind === 'recording') &&
        this.frames.elsewhere(here.name, attributes, away)
      )
        return;
      else if (text.trim() !== '' || kind === 'picture' || kind === 'embed' || kind === 'recording')
        this.leave(kind, text);
      this.#hasGap = kind === 'struck' || kind === 'hidden';
    };
  }

  #enter(
    here: OpenElement,
    above: OpenElement,
    { attributes, styles }: { attributes: style.Attributes; styles: style.Styles },
  ): void {
    const { name } = here;
    here.keepsLines = style.keepsLines(name, styles) ?? above.keepsLines;
    here.language = attributes.lang || attributes['xml:lang'] || above.language;
    here.strong = style.boldBy(styles) ?? (name === 'strong' || name === 'b' || above.strong);
    here.em = style.italicBy(styles) ?? (/^(?:em|i|cite)$/.test(name) || above.em);
    here.isInNotes ||= name !== 'fn' && awayOf(name, attributes, styles) === 'footnote';
    if (name === 'br') this.say(BREAK);
    else if (name === 'img') this.#picture(attributes);
    else if (name === 'a') this.#link(here, attributes);
    else if (this.frames.enter(here, attributes)) return;
    else if (/^(?:table|t[dh]|thead|tbody|tfoot)$/.test(name)) this.#tablePart(here, attributes);
    else if (BLOCKS.has(name) || /^(?:block|flex|grid|table|list-item)$/.test(styles.get('display') ?? ''))
      this.#block(here, attributes, styles);
    else here.end = inlineEnd(this, { here, above, styles });
  }

  #picture(attributes: style.Attributes): void {
    const letter = letterOfPicture(attributes);
    const isDot = [attributes.width, attributes.height].some((size) => size === '0' || size === '1');
    if (letter !== null) this.say(letter);
    else if (this.frames.picture(attributes)) return;
    else if (!isDot && !/mwe-math/.test(attributes.class ?? '')) this.leave('picture', attributes.alt ?? '');
  }

  #link(here: OpenElement, attributes: style.Attributes): void {
    const note = noteLink(attributes);
    const { href = '' } = attributes;
    if (note === 'back') {
      this.#isRemark = /msoanchor|cmnt/.test(href);
      this.#back = this.#isRemark ? null : footnoteKey(href.slice(href.indexOf('#') + 1));
      here.away = { kind: 'silent', texts: [] };
    } else if (note === 'call') {
      here.href = null;
      const name = href.slice(href.indexOf('#') + 1);
      here.noteCall = footnoteKey(name);
      here.end = noteCallEnd(this, () =>
        isNoteName(name) ? this.frames.notes.call(footnoteKey(name)) : null,
      );
    } else {
      here.href = href.trim() === '' ? null : copyHref(href, this.#reading.base);
      const isMeant = href.trim() !== '' && !/^\s*(?:#|javascript:|about:)/i.test(href);
      if (here.href === null && isMeant) this.leave('link', href);
    }
  }

  #tablePart(here: OpenElement, attributes: style.Attributes): void {
    this.endLeaf();
    const { builder } = this;
    const { name } = here;
    if (name === 'table') {
      const isLayout = /^(?:presentation|none)$/.test(attributes.role ?? '');
      builder.openTable({ isOwn: attributes['data-block'] === 'table', isLayout });
      here.end = () => {
        this.endLeaf();
        const { hasLines, pictures } = builder.closeTable();
        if (hasLines) this.leave('table');
        for (let left = pictures; left > 0; left -= 1) this.leave('picture');
      };
    } else if (name.length > 2) {
      if (builder.table) builder.table.inHead = name === 'thead';
    } else if (
      builder.openCell({
        columns: Number(attributes.colspan ?? 1),
        rows: Number(attributes.rowspan ?? 1),
        isHead: name === 'th',
        headsColumn: name === 'th' && attributes.scope === 'col',
      })
    ) {
      here.end = () => {
        this.endLeaf();
        builder.closePlace();
      };
    }
  }

  #block(here: OpenElement, attributes: style.Attributes, styles: style.Styles): void {
    this.endLeaf();
    const { name } = here;
    const { builder } = this;
    here.end = () => this.endLeaf();
    const then = (end: () => void): void => {
      here.end = () => {
        this.endLeaf();
        end();
      };
    };
    if (name === 'ul' || name === 'ol') {
      builder.openList(name, { start: wholeNumber(attributes.start), isReversed: 'reversed' in attributes });
      then(() => builder.closeList());
    } else if (name === 'li') builder.openItem(wholeNumber(attributes.value));
    else if (name === 'tr') {
      builder.openRow();
      then(() => builder.closeRow());
    } else if (name === 'blockquote') {
      builder.openQuote();
      then(() => builder.closeQuote());
    } else if (name === 'h1' || name === 'h2') this.#leaf = 'h2';
    else if (/^h[3-6]$/.test(name)) this.#leaf = 'h3';
    const item = wordItem(styles);
    if (item) this.#word = { level: item.level, sign: '' };
  }

  #text(text: string): void {
    const { away, keepsLines, keepsSpaces, isMath } = this.here;
    if (away) {
      away.texts.push(text);
      return;
    }
    if (keepsSpaces) this.say(text.replace(/\r\n?/g, '\n'));
    else if (keepsLines) this.say(text.replace(/\r\n?/g, '\n').replace(/[ \t\f]+/g, ' '));
    else this.say(isMath ? text.trim() : text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  endLeaf(): void {
    const { runs } = this;
    const [leaf, word, back, isRemark] = [this.#leaf, this.#word, this.#back, this.#isRemark];
    if (runs.length > 0) {
      this.runs = [];
      this.flushes += 1;
      const paragraphs = paragraphsOf(runs, this.#reading.isPasted ? withPlainSpaces : undefined);
      if (paragraphs.length > 0) {
        this.#word = null;
        this.#back = null;
        this.#isRemark = false;
      }
      for (const [index, paragraph] of paragraphs.entries()) {
        if (isRemark) this.leave('comment', wordsOfRuns(paragraph));
        else if (this.frames.takesNote(paragraph, { back, here: this.#spoken ?? this.here })) continue;
        else if (word && index === 0) this.builder.putWordItem(signed(word, paragraph), paragraph);
        else this.builder.put(leaf, paragraph);
      }
    }
    this.frames.putWaiting();
    this.#leaf = 'p';
    for (const one of this.#isNew) one.after = this.blocks.length;
    this.#isNew = [];
  }
}
