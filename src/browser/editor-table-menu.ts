/** What can be done with the table in which the cursor is: a menu in the bar of tools, which is there as long as it is. */
import type { Editor } from '@tiptap/core';
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  isInTable,
  mergeCells,
  splitCell,
  toggleHeader,
} from '@tiptap/pm/tables';
import { tableAt } from './editor-tables.ts';

type Wish = [words: string, act: Command];

const remove: Command = (state, dispatch) => {
  const table = tableAt(state);
  if (!table) return false;
  dispatch?.(state.tr.delete(table.pos, table.pos + table.node.nodeSize).scrollIntoView());
  return true;
};

/** Past the block beside it, with the cursor in the cell where it was. */
const move =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const table = tableAt(state);
    const $at = table && state.doc.resolve(table.pos);
    const beside = $at?.parent.maybeChild($at.index() + by);
    if (!table || !beside) return false;
    const to = by === 1 ? table.pos + beside.nodeSize : table.pos - beside.nodeSize;
    const change = state.tr.delete(table.pos, table.pos + table.node.nodeSize).insert(to, table.node);
    const cursor = to + state.selection.from - table.pos;
    change.setSelection(TextSelection.near(change.doc.resolve(cursor)));
    dispatch?.(change.scrollIntoView());
    return true;
  };

const WISHES: Wish[] = [
  ['Row below (Ctrl Alt R)', addRowAfter],
  ['Row above', addRowBefore],
  ['Column after (Ctrl Alt K)', addColumnAfter],
  ['Column before', addColumnBefore],
  ['Remove row', deleteRow],
  ['Remove column', deleteColumn],
  ['First row heads columns', toggleHeader('row')],
  ['First column heads rows', toggleHeader('column')],
  ['Join cells', mergeCells],
  ['Part cells', splitCell],
  ['Move up', move(-1)],
  ['Move down', move(1)],
  ['Remove table', remove],
];

export function makeTableMenu(editor: Editor): HTMLElement {
  const menu = document.createElement('select');
  menu.setAttribute('aria-label', 'Table');
  menu.append(new Option('Table…', ''), ...WISHES.map(([words]) => new Option(words, words)));
  menu.addEventListener('change', () => {
    const act = WISHES.find(([words]) => words === menu.value)?.[1];
    menu.selectedIndex = 0;
    act?.(editor.state, editor.view.dispatch);
    editor.commands.focus();
  });
  const show = () => {
    const { state } = editor;
    const isIn = tableAt(state) !== null;
    // It keeps its place: a bar that grew by a line would move the table from under the pointer, and another cell were chosen.
    menu.style.visibility = isIn ? '' : 'hidden';
    if (isIn) for (const [at, [, act]] of WISHES.entries()) setFit(menu, at + 1, fits(act, state));
  };
  editor.on('transaction', show);
  show();
  return menu;
}

/** In the caption nothing of the cells can be done. */
function fits(act: Command, state: EditorState): boolean {
  return act === remove || isInTable(state) ? act(state) : false;
}

function setFit(menu: HTMLSelectElement, at: number, isFit: boolean): void {
  const option = menu.options[at];
  if (option) option.disabled = !isFit;
}
