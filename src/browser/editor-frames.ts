/**
 * Blocks that are more than words, in the editor: pictures, galleries, tables, recordings, posts, boxes, rules and footnotes
 * stand in the copy as they are, can be moved and taken out, and are edited in the words of the plain form.
 */
import { type Editor, mergeAttributes, Node } from '@tiptap/core';
import { readCopy } from '../kit/body-blocks.ts';
import { figuresIn } from '../kit/body-pictures.ts';
import { type EmbedBlock, linesOf, wordsOfRuns } from '../kit/body-shape.ts';
import { readFormBlocks, writeFormBlocks } from '../kit/form-blocks.ts';
import { writeBlocks } from '../kit/write-blocks.ts';
import { chooseMedia } from './choose-media.ts';
import { askForPost } from './editor-embed.ts';
import { NEW_TABLE } from './editor-tables.ts';
import { type FramePlace, moveFrame, replaceFrame, takePictures } from './frame-place.ts';
import type { ChosenMedia } from './upload-media.ts';

const FRAMES = ['figure', 'table', 'aside[data-block]', 'hr', 'section[role="doc-endnotes"]'];

/** The words that are copy, in the order in which they are read. */
export function frameWords(html: string): string {
  return readCopy(html).blocks.flatMap(linesOf).map(wordsOfRuns).join('\n');
}

/** What the plain form's words make, as HTML in its normal form. */
function htmlOfForm(text: string): string {
  const blocks = readFormBlocks(text, `${window.location.origin}/`);
  return writeBlocks(readCopy(writeBlocks(blocks)).blocks);
}

function elementOf(html: string): HTMLElement {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const [first] = holder.content.children;
  return first instanceof HTMLElement ? first : document.createElement('hr');
}

/** A block in one piece; its HTML is the newsroom's own. */
export const frameNode = Node.create({
  name: 'frame',
  group: 'block',
  atom: true,
  draggable: true,
  selectable: true,
  addAttributes: () => ({ html: { default: '<hr>', rendered: false } }),
  parseHTML: () =>
    FRAMES.map((tag) => ({
      tag,
      priority: 90,
      getAttrs: (element: HTMLElement) => ({ html: element.outerHTML }),
    })),
  renderHTML: ({ node }) => elementOf(String(node.attrs.html)),
  addNodeView() {
    return ({ node, editor, getPos }) => ({ dom: frameView(String(node.attrs.html), { editor, getPos }) });
  },
});

/** The mark of a footnote. */
export const noteMark = Node.create({
  name: 'noteMark',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ note: { default: '1', rendered: false } }),
  parseHTML: () => [
    {
      tag: 'sup',
      priority: 90,
      getAttrs: (element: HTMLElement) => {
        const link = element.querySelector('a[role="doc-noteref"]');
        return link ? { note: link.getAttribute('href')?.replace('#fn-', '') ?? '1' } : false;
      },
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'sup',
    mergeAttributes(HTMLAttributes),
    ['a', { href: `#fn-${node.attrs.note}`, role: 'doc-noteref' }, String(node.attrs.note)],
  ],
});

function frameView(html: string, place: FramePlace): HTMLElement {
  const view = document.createElement('div');
  view.className = 'frame-in-copy';
  view.contentEditable = 'false';
  const bar = document.createElement('div');
  bar.className = 'frame-tools';
  const shown = elementOf(html);
  for (const media of shown.querySelectorAll<HTMLElement>('img, video, audio')) showMedia(media);
  const act = (words: string, run: () => void): void => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = words;
    button.addEventListener('click', run);
    bar.append(button);
  };
  if (figuresIn(readCopy(html).blocks).some(({ href }) => href !== null)) {
    const told = document.createElement('span');
    told.setAttribute('role', 'status');
    bar.append(told);
    act('Take into the library', () => void takePictures(html, place, told));
  }
  act('Edit', () => editFrame(html, (now) => replaceFrame(place, now)));
  act('Up', () => moveFrame(place, -1));
  act('Down', () => moveFrame(place, 1));
  act('Remove', () => replaceFrame(place, ''));
  view.append(bar, shown);
  return view;
}

const KINDS: Record<string, string> = { IMG: 'Picture', VIDEO: 'Film', AUDIO: 'Sound' };

/** Ours as its smallest file; the editor's page asks nobody else, and says which picture it is that is not shown. */
function showMedia(media: HTMLElement): void {
  const line = document.createElement('p');
  line.className = 'dim';
  const [id, alt] = [media.dataset.media, media.getAttribute('alt') ?? ''];
  const kind = KINDS[media.tagName] ?? '';
  const words = id === undefined ? `${kind} that is not in the library yet; readers will not see it` : kind;
  line.textContent = alt === '' ? words : `${words}: ${alt}`;
  if (id === undefined || media.tagName === 'AUDIO') {
    media.replaceWith(line);
    return;
  }
  const image = document.createElement('img');
  image.alt = alt;
  image.draggable = false;
  image.addEventListener('error', () => image.replaceWith(line)); // it was taken out, or has no still
  image.src = `/desk/media/${encodeURIComponent(id)}/thumb`;
  media.replaceWith(image, ...(media.tagName === 'VIDEO' ? [line] : []));
}

/** Asks for the block in the plain form's words; empty takes it away. */
function editFrame(html: string, done: (html: string) => void): void {
  const [block] = readCopy(html).blocks;
  if (block?.kind === 'embed') return void editPost(block, done);
  askFor('The block in the words of the plain form', writeFormBlocks(readCopy(html).blocks), (text) =>
    done(htmlOfForm(text)),
  );
}

async function editPost(had: EmbedBlock | null, done: (html: string) => void): Promise<void> {
  const block = await askForPost(had);
  if (block) done(writeBlocks([block]));
}

function askFor(label: string, text: string, done: (text: string) => void): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'frame-form';
  dialog.setAttribute('aria-label', label);
  const field = document.createElement('textarea');
  field.rows = 10;
  field.dir = 'auto';
  field.value = text;
  field.setAttribute('aria-label', label);
  const use = document.createElement('button');
  use.type = 'button';
  use.textContent = 'Use';
  use.addEventListener('click', () => dialog.close('use'));
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'quiet';
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  dialog.append(field, use, close);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue === 'use') done(field.value);
  });
  document.body.append(dialog);
  dialog.showModal();
}

const POST = 'Post or film from elsewhere';
const TABLE = 'Table';

/** What can be put in, and what it begins as. */
const SAMPLES: [name: string, text: string][] = [
  ['Pulled quotation', '>> Words of the story\n>>@ Who says them'],
  ['Box', '::: box\n### In short\n\nWhat stands beside the story.\n:::'],
  ['Rule', '---'],
];

function pictureText({ id, kind, alt, caption }: ChosenMedia): string {
  const words = caption === '' ? '' : `\n${caption}`;
  return kind === 'picture'
    ? `![${alt.replace(/[\\[\]]/g, '\\$&')}](media:${id})${words}`
    : `!${kind}(media:${id})${words}`;
}

async function insertMedia(editor: Editor): Promise<void> {
  const chosen = await chooseMedia({ many: true });
  if (chosen.length === 0) return;
  const all = chosen.map(pictureText).join('\n\n');
  const isGallery = chosen.length > 1 && chosen.every(({ kind }) => kind === 'picture');
  insert(editor, htmlOfForm(isGallery ? `::: gallery\n${all}\n:::` : all));
}

/** After the block in which the cursor is. */
function insert(editor: Editor, html: string): void {
  const { $to } = editor.state.selection;
  editor
    .chain()
    .insertContentAt($to.depth > 0 ? $to.after(1) : $to.pos, html)
    .focus()
    .run();
}

/** With the cursor in its first cell. */
function insertTable(editor: Editor): void {
  const { $to } = editor.state.selection;
  const at = $to.depth > 0 ? $to.after(1) : $to.pos;
  editor
    .chain()
    .insertContentAt(at, NEW_TABLE)
    .setTextSelection(at + FIRST_CELL)
    .focus()
    .run();
}

const FIRST_CELL = 7; // from where a table begins: caption, its end, rows, row, cell, paragraph

function insertNote(editor: Editor): void {
  askFor('The words of the footnote', '', (text) => {
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
  });
}

/** The menu of what can be put in, for the bar of tools. */
export function makeInsertMenu(editor: Editor): HTMLElement {
  const menu = document.createElement('select');
  menu.setAttribute('aria-label', 'Insert');
  const names = [
    'Insert…',
    'Pictures or recordings',
    POST,
    TABLE,
    ...SAMPLES.map(([name]) => name),
    'Footnote',
  ];
  for (const name of names) menu.append(new Option(name, name));
  menu.addEventListener('change', () => {
    const name = menu.value;
    const sample = SAMPLES.find(([known]) => known === name)?.[1];
    menu.selectedIndex = 0;
    if (name === 'Pictures or recordings') void insertMedia(editor);
    else if (name === POST) void editPost(null, (html) => insert(editor, html));
    else if (name === TABLE) insertTable(editor);
    else if (name === 'Footnote') insertNote(editor);
    else if (sample === '---') insert(editor, '<hr>');
    else if (sample) askFor(name, sample, (text) => insert(editor, htmlOfForm(text)));
  });
  return menu;
}
