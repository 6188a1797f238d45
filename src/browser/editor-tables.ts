/**
 * Tables in the editor: rows and cells to type in, and the caption above them. What a table does when it is changed is ProseMirror's
 * (prosemirror-tables); its HTML is that of a body, its header cells say of what they are headers.
 */
import { type Editor, Extension, mergeAttributes, Node } from '@tiptap/core';
import { Fragment, type Node as Part, type ResolvedPos, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addRowAfter,
  goToNextCell,
  isInTable,
  TableMap,
  tableEditing,
} from '@tiptap/pm/tables';

const ROLES: Record<string, string> = {
  tableGrid: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHead: 'header_cell',
};

/** A table to begin with: a row of headers and two below it. */
export const NEW_TABLE = `<table data-block="table"><caption></caption><tbody>${'<tr><th scope="col"></th><th scope="col"></th><th scope="col"></th></tr>'}${'<tr><td></td><td></td><td></td></tr>'.repeat(2)}</tbody></table>`;

/** One `tbody` with every row, after a caption that may be empty: as the editor holds it. */
function asHeld(table: HTMLElement): HTMLElement {
  const held = document.createElement('table');
  const body = document.createElement('tbody');
  const caption = table.querySelector(':scope > caption') ?? document.createElement('caption');
  body.append(...[...table.querySelectorAll('tr')].map((row) => row.cloneNode(true)));
  for (const cell of body.querySelectorAll('td, th'))
    if (!cell.hasChildNodes()) cell.append(document.createElement('p')); // a cell that is left open is not filled by itself
  held.append(caption.cloneNode(true), body);
  return held;
}

const frame = Node.create({
  name: 'tableFrame',
  group: 'block',
  content: 'tableCaption tableGrid',
  isolating: true,
  parseHTML: () => [
    {
      tag: 'table[data-block="table"]',
      priority: 100,
      contentElement: (node) => asHeld(node as HTMLElement),
    },
  ],
  renderHTML: () => ['table', { 'data-block': 'table' }, 0],
});

const caption = Node.create({
  name: 'tableCaption',
  content: 'inline*',
  isolating: true,
  parseHTML: () => [{ tag: 'caption' }],
  renderHTML: () => ['caption', {}, 0],
});

const grid = Node.create({
  name: 'tableGrid',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'tbody' }],
  renderHTML: () => ['tbody', {}, 0],
});

const row = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHead)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', {}, 0],
});

/** Cells that it covers; written where it is more than its own. */
const span = (name: string) => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Math.max(1, Number(element.getAttribute(name)) || 1),
  renderHTML: (attributes: Record<string, unknown>) =>
    Number(attributes[name]) > 1 ? { [name]: attributes[name] } : {},
});

const cellOf = (name: string, tag: string) =>
  Node.create({
    name,
    content: 'paragraph',
    isolating: true,
    addAttributes: () => ({
      colspan: span('colspan'),
      rowspan: span('rowspan'),
      colwidth: { default: null, rendered: false },
      ...(tag === 'th' ? { scope: { default: null } } : {}),
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  });

/** Tab goes to the next cell and makes a row after the last; Enter goes to the cell below, and from the last out of the table. */
const tableKeys = Extension.create({
  name: 'tableKeys',
  priority: 200, // before the keys of lists and of the text
  extendNodeSchema: ({ name }) => ({ tableRole: ROLES[name] }),
  addProseMirrorPlugins: () => [heads(), pastes(), tableEditing()],
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      Tab: () => isInTable(editor.state) && (goBy(editor, 1) || (addRow(editor) && goBy(editor, 1))),
      'Shift-Tab': () => isInTable(editor.state) && goBy(editor, -1),
      Enter: () => goDown(editor),
      'Mod-Alt-r': () => isInTable(editor.state) && addRow(editor),
      'Mod-Alt-k': () => isInTable(editor.state) && addColumnAfter(editor.state, editor.view.dispatch),
    };
  },
});

export const tableParts = [
  frame,
  caption,
  grid,
  row,
  cellOf('tableCell', 'td'),
  cellOf('tableHead', 'th'),
  tableKeys,
];

/** Where the table in which a place is begins; null where it is in none. */
export function tableAt({ selection: { $from } }: EditorState): { pos: number; node: Part } | null {
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === 'tableFrame')
      return { pos: $from.before(depth), node: $from.node(depth) };
  return null;
}

function goBy({ state, view }: Editor, by: 1 | -1): boolean {
  return goToNextCell(by)(state, view.dispatch);
}

function addRow({ state, view }: Editor): boolean {
  return addRowAfter(state, view.dispatch);
}

function goDown({ state, view }: Editor): boolean {
  const { $head } = state.selection;
  const table = tableAt(state);
  if (!table) return false;
  const cell = cellAround($head);
  const first = $head.parent.type.name === 'tableCaption';
  const begin = table.pos + 2 + table.node.child(0).nodeSize; // within the grid
  const map = TableMap.get(table.node.child(1));
  const below = first ? (map.map[0] ?? null) : cell === null ? null : underOf(map, cell - begin);
  const change = state.tr;
  if (below !== null) change.setSelection(TextSelection.near(change.doc.resolve(begin + below + 1)));
  else leaveAfter(change, table.pos + table.node.nodeSize, state);
  view.dispatch(change.scrollIntoView());
  return true;
}

function cellAround($at: ResolvedPos): number | null {
  for (let depth = $at.depth; depth > 0; depth -= 1)
    if (/^table(?:Cell|Head)$/.test($at.node(depth).type.name)) return $at.before(depth);
  return null;
}

function underOf(map: TableMap, cell: number): number | null {
  const { left, bottom } = map.findCell(cell);
  return bottom >= map.height ? null : (map.map[bottom * map.width + left] ?? null);
}

/** Into the paragraph after a block that ends there, which is made where there is none. */
export function leaveAfter(change: Transaction, after: number, { schema }: EditorState): void {
  const next = change.doc.nodeAt(after);
  if (!next?.isTextblock) change.insert(after, schema.nodes.paragraph?.create() ?? []);
  change.setSelection(TextSelection.near(change.doc.resolve(after + 1)));
}

/** Rows at the top of header cells alone are headers of their columns; another header cell is its row's. */
function heads(): Plugin {
  return new Plugin({
    appendTransaction(done, _, state) {
      if (!done.some(({ docChanged }) => docChanged)) return null;
      const change = state.tr;
      state.doc.descendants((node, at) => {
        if (node.type.name === 'tableGrid') sayScopes(change, node, at);
        return node.type.name === 'tableFrame' || !node.isTextblock;
      });
      return change.docChanged ? change : null;
    },
  });
}

function sayScopes(change: Transaction, table: Part, at: number): void {
  let isAtTop = true;
  table.forEach((line, offset) => {
    isAtTop &&= isHeadRow(line);
    line.forEach((cell, within) => {
      const scope = isAtTop ? 'col' : 'row';
      if (cell.type.name === 'tableHead' && cell.attrs.scope !== scope)
        change.setNodeAttribute(at + 1 + offset + 1 + within, 'scope', scope);
    });
  });
}

/** A single header over a whole row that heads it stays so. */
function isHeadRow(line: Part): boolean {
  const cells = line.children;
  return (
    cells.length > 0 &&
    cells.every(({ type }) => type.name === 'tableHead') &&
    !cells.every(({ attrs }) => attrs.scope === 'row')
  );
}

/** Into a cell goes a line; a table that is pasted into one fills the cells from there on. */
function pastes(): Plugin {
  return new Plugin({
    props: {
      transformPasted(slice, view) {
        if (!tableAt(view.state)) return slice;
        const [only] = slice.content.childCount === 1 ? slice.content.content : [];
        if (only?.type.name === 'tableFrame' && isInTable(view.state))
          return new Slice(Fragment.from(only.lastChild), 0, 0);
        if (isOfTable(slice)) return slice;
        const line = view.state.schema.nodes.paragraph?.create(null, asLine(slice));
        return line ? new Slice(Fragment.from(line), 1, 1) : slice;
      },
    },
  });
}

/** Cells alone are paragraphs that ProseMirror has made fit in a row. */
function isOfTable(slice: Slice): boolean {
  return /^table(?:Grid|Row)$/.test(slice.content.firstChild?.type.name ?? '');
}

/** The words of blocks, a line break between two. */
function asLine(slice: Slice): Fragment {
  let line = Fragment.empty;
  const add = (content: Fragment): void => {
    const hardBreak = content.firstChild?.type.schema.nodes.hardBreak;
    if (line.size > 0 && content.size > 0 && hardBreak) line = line.addToEnd(hardBreak.create());
    line = line.append(content);
  };
  if (slice.content.firstChild?.isInline) return slice.content;
  slice.content.descendants((node) => {
    if (node.isTextblock) add(node.content);
    return !node.isTextblock;
  });
  return line;
}
