/** What can be put into the copy: the menu in the bar of tools. */
import type { Editor } from '@tiptap/core';
import { readCopy } from '../kit/body-blocks.ts';
import type { Block, FigureBlock, RecordingBlock } from '../kit/body-shape.ts';
import { plainRun } from '../kit/runs.ts';
import { writeBlocks } from '../kit/write-blocks.ts';
import { chooseMedia } from './choose-media.ts';
import { afterBlock, FIRST_LINE, NEW_BOX } from './editor-boxes.ts';
import { editPost, editPre, editPull } from './editor-frame-edit.ts';
import { elementOf } from './editor-frames.ts';
import { leaveAfter, NEW_TABLE } from './editor-tables.ts';
import type { ChosenMedia } from './upload-media.ts';
import { askForWords } from './words-form.ts';

type Wish = [name: string, act: (editor: Editor) => void];

const WISHES: Wish[] = [
  ['Pictures or recordings', (editor) => void insertMedia(editor)],
  [
    'Post or film from elsewhere',
    async (editor) => insertBlocks(editor, afterBlock(editor), await editPost(null)),
  ],
  ['Table', (editor) => insertWithCursor(editor, afterBlock(editor), NEW_TABLE, FIRST_CELL)],
  ['Pulled quotation', async (editor) => insertBlocks(editor, afterBlock(editor), await editPull(null))],
  ['Verse', async (editor) => insertBlocks(editor, afterBlock(editor), await editPre('verse', null))],
  ['Code', async (editor) => insertBlocks(editor, afterBlock(editor), await editPre('code', null))],
  ['Box', (editor) => insertWithCursor(editor, afterBlock(editor, true), NEW_BOX, FIRST_LINE)],
  ['Rule', (editor) => insertBlocks(editor, afterBlock(editor), [{ kind: 'rule' }])],
  ['Footnote', (editor) => void insertNote(editor)],
];

const FIRST_CELL = 7; // from where a table begins: caption, its end, rows, row, cell, paragraph

export function makeInsertMenu(editor: Editor): HTMLElement {
  const menu = document.createElement('select');
  menu.setAttribute('aria-label', 'Insert');
  for (const name of ['Insert…', ...WISHES.map(([name]) => name)]) menu.append(new Option(name, name));
  menu.addEventListener('change', () => {
    const act = WISHES.find(([name]) => name === menu.value)?.[1];
    menu.selectedIndex = 0;
    act?.(editor);
  });
  return menu;
}

function insertBlocks(editor: Editor, at: number, blocks: Block[] | null): void {
  if (!blocks || blocks.length === 0) return;
  const [first] = blocks;
  // A rule that stands between nothing is read as none.
  const html =
    first?.kind === 'rule' ? writeBlocks(blocks) : writeBlocks(readCopy(writeBlocks(blocks)).blocks);
  editor
    .chain()
    .insertContentAt(at, html)
    .command(({ tr, state }) => {
      // The cursor goes on below: left on what was put in, the next letter would take its place.
      leaveAfter(tr, tr.mapping.map(at), state);
      return true;
    })
    .focus()
    .run();
}

function insertWithCursor(editor: Editor, at: number, html: string, within: number): void {
  editor
    .chain()
    .insertContentAt(at, html)
    .setTextSelection(at + within)
    .focus()
    .run();
}

async function insertMedia(editor: Editor): Promise<void> {
  const at = afterBlock(editor);
  const blocks = (await chooseMedia({ many: true })).map(blockOf);
  const figures = blocks.filter((block) => block.kind === 'figure');
  const isGallery = figures.length > 1 && figures.length === blocks.length;
  insertBlocks(editor, at, isGallery ? [{ kind: 'gallery', figures, caption: [] }] : blocks);
}

function blockOf({ id, kind, alt, caption }: ChosenMedia): FigureBlock | RecordingBlock {
  const said = {
    media: id,
    href: null,
    size: 'text' as const,
    caption: caption === '' ? [] : [plainRun(caption)],
    credit: '',
  };
  return kind === 'picture' ? { kind: 'figure', ...said, alt } : { kind, ...said };
}

async function insertNote(editor: Editor): Promise<void> {
  const [text = ''] =
    (await askForWords('Footnote', [{ label: 'The words of the footnote', value: '' }])) ?? [];
  const words = text.replace(/\s*\n\s*/g, ' ').trim();
  if (words === '') return;
  let [count, at, size, html] = [0, editor.state.doc.content.size, 0, ''];
  editor.state.doc.descendants((node, pos) => {
    if (node.type.name === 'noteMark') count = Math.max(count, Number(node.attrs.note));
    if (node.type.name === 'frame' && String(node.attrs.html).startsWith('<section'))
      [at, size, html] = [pos, node.nodeSize, String(node.attrs.html)];
  });
  const section = elementOf(html || '<section role="doc-endnotes"><ol></ol></section>');
  const item = document.createElement('li');
  item.id = `fn-${count + 1}`;
  item.textContent = words;
  section.querySelector('ol')?.append(item);
  const cursor = editor.state.selection.to;
  editor
    .chain()
    .insertContentAt({ from: at, to: at + size }, section.outerHTML)
    .insertContentAt(cursor, { type: 'noteMark', attrs: { note: String(count + 1) } })
    .focus()
    .run();
}
