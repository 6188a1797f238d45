/**
 * What is pasted or dropped into the body. The clipboard's HTML goes the way of the wire's: it is read by the same
 * rules (kit/body-blocks.ts), which run here as they run at the newsroom; the editor is handed the blocks. What did not
 * become copy is said, and can be put back.
 */
import { type Editor, Extension } from '@tiptap/core';
import { DOMParser as BlockParser, type Schema, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { readCopy } from '../kit/body-blocks.ts';
import { type LeftOut, leftOutName, leftOutWords } from '../kit/left-out.ts';
import { cleanLetters } from '../kit/letters.ts';
import { plainBlocks } from '../kit/plain-blocks.ts';
import { escapeText, writeBlocks } from '../kit/write-blocks.ts';

const MOST_MARKUP = 12_000_000; // characters of a clipboard; a Word file of a hundred pages comes to a tenth of that
const MOST_WORDS = 1_000_000; // characters of a body, as the newsroom takes it

export interface PasteResult {
  html: string;
  leftOut: LeftOut[];
  /** Why nothing of it was taken; empty where it was. */
  problem: string;
}

/** Reads a clipboard's HTML. What holds more than a body may is refused, never cut in silence. */
export function readPaste(html: string, language: string | null): PasteResult {
  const tooLong = (signs: number): PasteResult => ({
    html: '',
    leftOut: [],
    problem: `Not pasted: the clipboard holds ${(signs / 1_000_000).toFixed(1)} million signs, and a body at most one million. Paste it in parts.`,
  });
  if (html.length > MOST_MARKUP) return tooLong(html.length);
  const { blocks, leftOut } = readCopy(withTable(html), { language, isPasted: true, longest: MOST_MARKUP });
  const read = isPdfLayer(html)
    ? writeBlocks(plainBlocks(wordsOf(writeBlocks(blocks))))
    : writeBlocks(blocks);
  if (read.length > MOST_WORDS) return tooLong(read.length);
  return { html: asCutFrom(html, read), leftOut, problem: '' };
}

/** Cells that were copied in an editor like this come without the table that they stood in. */
function withTable(html: string): string {
  const cells = /^(?:<meta[^<>]*>)?(<t[rdh][ >][\s\S]*)$/i.exec(html.trim())?.[1];
  return cells === undefined ? html : `<table data-block="table">${cells}</table>`;
}

/** Firefox's PDF viewer lays each line of a page over its picture. */
function isPdfLayer(html: string): boolean {
  return /<br role="presentation"/i.test(html);
}

function wordsOf(body: string): string {
  return new DOMParser().parseFromString(
    body.replaceAll('<br />', '\n').replaceAll('</p>', '\n\n</p>'),
    'text/html',
  ).body.textContent;
}

/** Part of a paragraph that was copied in an editor like this goes into another without a break, spaces and all. */
function asCutFrom(html: string, read: string): string {
  const cut = /^[\s\S]{0,400}?<[^<>]*\sdata-pm-slice="(\d+ \d+[^"<>]*)"/.exec(html)?.[1];
  if (cut === undefined || !/^<\w+/.test(read)) return read;
  const words = html.replace(/<[^<>]*>/g, '');
  const isLine = /^<p>(?:(?!<p>)[\s\S])*<\/p>$/.test(read);
  const edge = (pattern: RegExp): string => (isLine && pattern.test(words) ? ' ' : '');
  return read
    .replace(/^<(\w+)/, `<$1 data-pm-slice="${cut}"`)
    .replace(/^<[^<>]*>/, (tag) => tag + edge(/^[\r\n]*[ \u00a0]/))
    .replace(/(<\/\w+>)$/, (tag) => edge(/[ \u00a0][\r\n]*$/) + tag);
}

/** Plain text: words of one line as they stand, more as paragraphs. */
function readText(text: string, schema: Schema): Slice {
  const isLine = !/[\r\n\u2028\u2029]/.test(text);
  const holder = document.createElement('div');
  holder.innerHTML = isLine ? `<p>${escapeText(cleanLetters(text))}</p>` : writeBlocks(plainBlocks(text));
  const parsed = BlockParser.fromSchema(schema).parse(holder, {
    preserveWhitespace: isLine ? 'full' : false,
  });
  return Slice.maxOpen(parsed.content, true);
}

/** Reads what is pasted into the editor, and hands on what is to be said of it. */
export function pasteReader(language: string | null, tell: (pasted: PasteResult) => void): Extension {
  let isRefused = false;
  const plugin = (schema: Schema) =>
    new Plugin({
      props: {
        transformPastedHTML: (html) => {
          const pasted = readPaste(html, language);
          isRefused = pasted.problem !== '';
          tell(pasted);
          return pasted.html;
        },
        clipboardTextParser: (text) => {
          isRefused = text.length > MOST_WORDS;
          tell(
            isRefused
              ? readPaste(escapeText(text).slice(0, MOST_MARKUP), null)
              : { html: '', leftOut: [], problem: '' },
          );
          return isRefused ? Slice.empty : readText(text, schema);
        },
        handlePaste: () => isRefused,
        handleDrop: () => isRefused,
      },
    });
  return Extension.create({
    name: 'pasteReader',
    addProseMirrorPlugins() {
      return [plugin(this.editor.schema)];
    },
  });
}

/** The line under the tools that says what was left out, with its words and a button that puts them back. */
export function makePasteNotice(): {
  line: HTMLElement;
  tell: (pasted: PasteResult) => void;
  join: (editor: Editor) => void;
} {
  const line = document.createElement('div');
  line.className = 'paste-notice';
  line.setAttribute('role', 'status');
  let editor: Editor | null = null;
  /** The end of what was pasted, as the copy changes around it. */
  let end = 0;
  const tell = ({ leftOut, problem }: PasteResult): void => {
    const words = problem || leftOutWords(leftOut);
    line.replaceChildren();
    if (words === '') return;
    const close = madeButton('Close', () => line.replaceChildren());
    const lines = leftOut.filter(({ text, kind }) => text !== '' && kind !== 'link');
    const putBack = madeButton('Put back', () => {
      if (editor) insertAfter(editor, end, lines);
      line.replaceChildren();
    });
    line.append(listOf(words, leftOut), ...(lines.length > 0 ? [putBack] : []), close);
    // The paste itself comes after this; what is typed later moves the place.
    queueMicrotask(() => {
      end = editor?.state.selection.to ?? 0;
    });
  };
  const join = (joined: Editor): void => {
    editor = joined;
    joined.on('transaction', ({ transaction }) => {
      end = transaction.mapping.map(end, -1);
    });
  };
  return { line, tell, join };
}

function listOf(words: string, leftOut: LeftOut[]): HTMLElement {
  const said = leftOut.filter(({ text }) => text !== '');
  const sentence = document.createElement(said.length > 0 ? 'summary' : 'span');
  sentence.textContent = words;
  if (said.length === 0) return sentence;
  const details = document.createElement('details');
  const list = document.createElement('ul');
  for (const { kind, text } of said.slice(0, MOST_SHOWN)) {
    const item = document.createElement('li');
    const name = document.createElement('span');
    name.className = 'dim';
    name.textContent = `${leftOutName(kind)}: `;
    const quoted = document.createElement('bdi');
    quoted.textContent = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)} …` : text;
    item.append(name, quoted);
    list.append(item);
  }
  details.append(sentence, list);
  return details;
}

const MOST_SHOWN = 20; // lines of what was left out; the sentence counts them all
const LONGEST_SHOWN = 200; // characters of one

/** Each as a paragraph of its own, behind the one in which the paste ended. One step back takes them away again. */
function insertAfter(editor: Editor, end: number, lines: LeftOut[]): void {
  const at = editor.state.doc.resolve(Math.min(end, editor.state.doc.content.size));
  const after = at.depth > 0 ? at.after(1) : at.pos;
  const html = lines.map(({ text }) => `<p>${escapeText(text)}</p>`).join('');
  editor.chain().focus().insertContentAt(after, html).run();
}

function madeButton(words: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = words;
  button.addEventListener('click', act);
  return button;
}
