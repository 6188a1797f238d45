/**
 * A box in the editor: its headings, paragraphs, lists, pictures and tables are typed and placed in it as in the copy around it. Enter in
 * an empty line at its end goes on below it.
 */
import { type Editor, mergeAttributes, Node } from '@tiptap/core';
import { frameTools } from './editor-frame-tools.ts';
import { type FramePlace, moveFrame } from './frame-place.ts';

/** A box to begin with. */
export const NEW_BOX = '<aside data-block="box"><h3></h3><p></p></aside>';
export const FIRST_LINE = 2; // from where a box begins: its own beginning, its heading

export const boxNode = Node.create({
  name: 'box',
  group: 'block',
  content: '(paragraph | heading | blockquote | bulletList | orderedList | frame | tableFrame)+', // no box stands in a box
  defining: true,
  parseHTML: () => [{ tag: 'aside[data-block="box"]', priority: 95 }],
  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes, { 'data-block': 'box' }), 0],
  addNodeView() {
    return ({ editor, getPos }) => {
      const place = { editor, getPos };
      const view = document.createElement('div');
      view.className = 'box-in-copy';
      const inner = document.createElement('aside');
      inner.dataset.block = 'box';
      const tools = frameTools([
        ['Up', () => moveFrame(place, -1)],
        ['Down', () => moveFrame(place, 1)],
        ['Unbox', () => unbox(place)],
        ['Remove', () => remove(place)],
      ]);
      tools.contentEditable = 'false';
      view.append(tools, inner);
      return {
        dom: view,
        contentDOM: inner,
        stopEvent: ({ target }) => tools.contains(target as HTMLElement),
        ignoreMutation: ({ target }) => !inner.contains(target),
      };
    };
  },
});

/** What stands in it stays, without the box. */
function unbox({ editor, getPos }: FramePlace): void {
  const at = getPos();
  const node = at === undefined ? null : editor.state.doc.nodeAt(at);
  if (at === undefined || !node) return;
  editor.view.dispatch(editor.state.tr.replaceWith(at, at + node.nodeSize, node.content));
  editor.commands.focus();
}

function remove({ editor, getPos }: FramePlace): void {
  const at = getPos();
  const node = at === undefined ? null : editor.state.doc.nodeAt(at);
  if (at !== undefined && node)
    editor
      .chain()
      .deleteRange({ from: at, to: at + node.nodeSize })
      .focus()
      .run();
}

/** Where what is put in goes: after the block in which the cursor is, within a box in the box. */
export function afterBlock(editor: Editor, isForBox = false): number {
  const { $to } = editor.state.selection;
  if ($to.depth === 0) return $to.pos;
  const isInBox = !isForBox && $to.node(1).type.name === 'box' && $to.depth > 1;
  return $to.after(isInBox ? 2 : 1);
}
