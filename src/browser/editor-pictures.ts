/**
 * Pictures and recordings of a block, looked at as they are: each with its caption, credit and alternative text, put earlier or later,
 * taken out, and joined by others of the library. One picture is a figure, several are a gallery.
 */
import type { FigureBlock, GalleryBlock, MediaSize, RecordingBlock } from '../kit/body-shape.ts';
import { readFormWords, writeFormWords } from '../kit/copy-marks.ts';
import { chooseMedia } from './choose-media.ts';
import { shownMedia } from './shown-media.ts';
import { formEnds, quietButton, wordsInput } from './words-form.ts';

export type MediaBlock = FigureBlock | GalleryBlock | RecordingBlock;

const SIZES: [MediaSize, string][] = [
  ['text', 'As wide as the text'],
  ['wide', 'Wider'],
  ['full', 'From edge to edge'],
];

/** Asks for another state of the block; null where it was closed, `[]` where nothing is left of it. */
export function askForPictures(block: MediaBlock): Promise<MediaBlock[] | null> {
  return new Promise((answer) => new PicturesForm(block, answer).open());
}

/** A picture or recording in the form, with its fields. */
interface Line {
  block: FigureBlock | RecordingBlock;
  item: HTMLElement;
  caption: HTMLTextAreaElement;
  credit: HTMLTextAreaElement;
  alt: HTMLTextAreaElement | null;
}

class PicturesForm {
  readonly #answer: (blocks: MediaBlock[] | null) => void;
  readonly #block: MediaBlock;
  readonly #dialog = document.createElement('dialog');
  readonly #list = document.createElement('ul');
  readonly #size = document.createElement('select');
  readonly #sizeLine = document.createElement('label');
  readonly #whole: ReturnType<typeof wordsInput>;
  #lines: Line[];

  constructor(block: MediaBlock, answer: (blocks: MediaBlock[] | null) => void) {
    this.#block = block;
    this.#answer = answer;
    const [figures, caption] = block.kind === 'gallery' ? [block.figures, block.caption] : [[block], []];
    this.#whole = wordsInput({ label: 'Caption of the gallery', value: writeFormWords(caption), rows: 2 });
    for (const [value, words] of SIZES) this.#size.append(new Option(words, value));
    this.#size.value = block.kind === 'gallery' ? 'text' : block.size;
    this.#sizeLine.append('Width', this.#size);
    this.#lines = figures.map((figure) => this.#line(figure));
  }

  open(): void {
    const isRecording = this.#block.kind === 'video' || this.#block.kind === 'audio';
    this.#dialog.className = 'frame-form pictures-form';
    this.#dialog.setAttribute('aria-label', isRecording ? 'Recording' : 'Pictures');
    const add = quietButton('Add pictures', () => void this.#add());
    this.#dialog.append(
      this.#list,
      ...(isRecording ? [] : [add]),
      this.#whole.line,
      this.#sizeLine,
      formEnds(this.#dialog),
    );
    this.#dialog.addEventListener('close', () => {
      this.#dialog.remove();
      this.#answer(this.#dialog.returnValue === 'use' ? this.#made() : null);
    });
    this.#show();
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    this.#lines[0]?.caption.focus();
  }

  async #add(): Promise<void> {
    for (const { id, alt, caption } of await chooseMedia({ many: true, kinds: ['picture'] }))
      this.#lines.push(
        this.#line({
          kind: 'figure',
          media: id,
          href: null,
          size: 'text',
          alt,
          caption: runsOf(caption),
          credit: '',
        }),
      );
    this.#show();
  }

  #line(block: FigureBlock | RecordingBlock): Line {
    const item = document.createElement('li');
    const [caption, credit] = [
      wordsInput({ label: 'Caption', value: writeFormWords(block.caption), rows: 2 }),
      wordsInput({ label: 'Credit, where it is not the picture’s own', value: block.credit, rows: 1 }),
    ];
    const alt =
      block.kind === 'figure'
        ? wordsInput({ label: 'What it shows, for those who do not see it', value: block.alt, rows: 2 })
        : null;
    const words = document.createElement('div');
    words.append(caption.line, ...(alt ? [alt.line] : []), credit.line, this.#moves(item));
    item.append(shownMedia(block), words);
    return { block, item, caption: caption.input, credit: credit.input, alt: alt?.input ?? null };
  }

  #moves(item: HTMLElement): HTMLElement {
    const moves = document.createElement('p');
    moves.className = 'frame-tools';
    moves.append(
      quietButton('Earlier', () => this.#move(item, -1)),
      quietButton('Later', () => this.#move(item, 1)),
      quietButton('Remove', () => {
        this.#lines = this.#lines.filter((line) => line.item !== item);
        this.#show();
      }),
    );
    return moves;
  }

  #move(item: HTMLElement, by: 1 | -1): void {
    const at = this.#lines.findIndex((line) => line.item === item);
    const [moved] = this.#lines.splice(at, 1);
    if (moved) this.#lines.splice(Math.max(0, at + by), 0, moved);
    this.#show();
    moved?.item
      .querySelector<HTMLElement>(by === 1 ? '.frame-tools :nth-child(2)' : '.frame-tools button')
      ?.focus();
  }

  #show(): void {
    this.#list.replaceChildren(...this.#lines.map(({ item }) => item));
    const isGallery = this.#lines.length > 1;
    this.#whole.line.hidden = !isGallery;
    this.#sizeLine.hidden = isGallery;
    for (const [at, { item }] of this.#lines.entries()) {
      const [earlier, later] = item.querySelectorAll<HTMLButtonElement>('.frame-tools button');
      if (earlier) [earlier.hidden, earlier.disabled] = [!isGallery, at === 0];
      if (later) [later.hidden, later.disabled] = [!isGallery, at === this.#lines.length - 1];
    }
  }

  #made(): MediaBlock[] {
    const blocks = this.#lines.map(({ block, caption, credit, alt }) => ({
      ...block,
      ...(alt === null ? {} : { alt: oneLine(alt.value) }),
      caption: runsOf(caption.value),
      credit: oneLine(credit.value),
    }));
    const [first] = blocks;
    if (!first) return [];
    if (blocks.length === 1) return [{ ...first, size: this.#size.value as MediaSize }];
    const figures = blocks.filter((block) => block.kind === 'figure');
    return [{ kind: 'gallery', figures, caption: runsOf(this.#whole.input.value) }];
  }
}

function runsOf(words: string) {
  return readFormWords(words.trim(), `${window.location.origin}/`);
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
