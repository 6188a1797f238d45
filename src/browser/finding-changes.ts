/** Findings in the body's document: their places there, and the change that puts a suggestion in. */
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { frameWords } from './editor-frames.ts';
import { changesFor, type InkPlace, type Inks, inksOf, type Piece } from './ink-range.ts';

/** The words of a field of one line. */
export function fieldInks(value: string): Inks {
  return inksOf([{ text: value, at: 0, block: 0 }], [{ start: 0, end: value.length }]);
}

/** The words of a document, block by block. */
export function documentInks(doc: Node): Inks {
  const pieces: Piece[] = [];
  const bounds: Inks['bounds'] = [];
  doc.descendants((node, at) => {
    if (node.isTextblock) bounds.push({ start: at + 1, end: at + 1 + node.content.size });
    if (node.type.name === 'frame') {
      pieces.push({ text: frameWords(String(node.attrs.html)), at, block: -1, isWhole: true });
    }
    if (node.isText) pieces.push({ text: node.text ?? '', at, block: bounds.length - 1 });
  });
  return inksOf(pieces, bounds);
}

/** One step of undoing; null where the copy would stay as it is, or says something else by now. */
export function changeOf(state: EditorState, place: InkPlace, words: string): Transaction | null {
  const change = closeHistory(state.tr);
  for (const { from, to, words: written } of changesFor(documentInks(state.doc), place, words)) {
    if (written === '') change.deleteRange(from, to);
    else change.insertText(written, from, to);
  }
  return change.doc.eq(state.doc) ? null : change;
}
