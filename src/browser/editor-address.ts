/**
 * An address that stands on a line of its own, pasted or typed: the editor offers to show what is there as a still, with its title and
 * author, which the newsroom asks for; or to leave it the link that it is. Nothing is asked before somebody says so.
 */
import { type Editor, Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node as Part } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EmbedBlock } from '../kit/body-shape.ts';
import { siteOf } from '../kit/embed-address.ts';
import { plainRun } from '../kit/runs.ts';
import { writeBlocks } from '../kit/write-blocks.ts';
import { askForPost } from './editor-embed.ts';
import { findPost } from './library-asks.ts';

/** Which line is offered, and of which addresses nothing is asked any more. */
interface OfferState {
  line: LoneLine | null;
  settled: ReadonlySet<string>;
}

interface LoneLine {
  href: string;
  /** Where its paragraph begins. */
  at: number;
  size: number;
}

const key = new PluginKey<OfferState>('addressOffer');

/** Marks a change that puts earlier copy back: its addresses were left links before. */
export const RESTORED = 'copyRestored';

/** Paragraphs of the copy that are an address and nothing else; those in boxes, lists and tables stay what they are. */
function loneLines(doc: Part): LoneLine[] {
  const found: LoneLine[] = [];
  doc.forEach((node, at) => {
    const text = node.type.name === 'paragraph' ? node.textContent.trim() : '';
    if (/^https?:\/\/[^\s/]+\S*$/i.test(text) && URL.canParse(text) && !isOurs(text))
      found.push({ href: text, at, size: node.nodeSize });
  });
  return found;
}

function isOurs(href: string): boolean {
  return new URL(href).origin === window.location.origin;
}

function hrefsIn(doc: Part): string[] {
  return loneLines(doc).map(({ href }) => href);
}

/** One that is typed is offered once the cursor has left it; one that is pasted at once. */
function lineToOffer(change: Transaction, { doc, selection }: EditorState, settled: ReadonlySet<string>) {
  const isPaste = change.getMeta('uiEvent') === 'paste' || change.getMeta('paste') === true;
  return (
    loneLines(doc).find(
      ({ href, at, size }) =>
        !settled.has(href) && (isPaste || selection.from < at || selection.to > at + size),
    ) ?? null
  );
}

function nextState(change: Transaction, had: OfferState, state: EditorState): OfferState {
  const closed = change.getMeta(key) as string | undefined;
  const restored = change.getMeta(RESTORED) ? hrefsIn(state.doc) : [];
  const settled =
    closed === undefined && restored.length === 0
      ? had.settled
      : new Set([...had.settled, ...restored, ...(closed === undefined ? [] : [closed])]);
  const line = had.line && !settled.has(had.line.href) ? lineOf(state.doc, had.line.href) : null;
  return { settled, line: line ?? lineToOffer(change, state, settled) };
}

function lineOf(doc: Part, href: string): LoneLine | null {
  return loneLines(doc).find((line) => line.href === href) ?? null;
}

export const addressOffer = Extension.create({
  name: 'addressOffer',
  addProseMirrorPlugins() {
    const { editor } = this;
    let shown: { href: string; element: HTMLElement } | null = null;
    const elementFor = (href: string): HTMLElement => {
      if (shown?.href !== href) shown = { href, element: offerFor(editor, href) };
      return shown.element;
    };
    return [
      new Plugin<OfferState>({
        key,
        state: {
          init: (_, { doc }) => ({ line: null, settled: new Set(hrefsIn(doc)) }),
          apply: (change, had, _, state) => nextState(change, had, state),
        },
        props: {
          decorations(state) {
            const line = key.getState(state)?.line;
            if (!line) return null;
            const widget = Decoration.widget(line.at + line.size, () => elementFor(line.href), {
              side: -1,
              key: line.href,
              stopEvent: () => true,
              ignoreSelection: true,
            });
            return DecorationSet.create(state.doc, [widget]);
          },
        },
      }),
    ];
  },
});

function offerFor(editor: Editor, href: string): HTMLElement {
  const offer = document.createElement('div');
  offer.className = 'address-offer';
  offer.contentEditable = 'false';
  offer.setAttribute('role', 'group');
  offer.setAttribute('aria-label', 'An address on a line of its own');
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  told.textContent = 'An address on a line of its own.';
  const show = button('Show it as a still', () => void showIt());
  const keep = button('Keep the link', () => settle(editor, href));
  offer.append(told, show, keep);
  const put = (block: EmbedBlock): void => replaceLine(editor, href, block);
  const showIt = async (): Promise<void> => {
    show.disabled = true;
    told.className = 'dim';
    told.textContent = 'The newsroom is asking there …';
    try {
      const { embed } = await findPost(href);
      const { title, author, site, still } = embed;
      put({ kind: 'embed', href: embed.href, title: title ? [plainRun(title)] : [], author, site, still });
    } catch (refusal) {
      told.className = 'wrong';
      told.textContent = (refusal as Error).message;
      show.replaceWith(button('Type its words', () => void typeIt()));
    }
  };
  const typeIt = async (): Promise<void> => {
    const empty: EmbedBlock = { kind: 'embed', href, title: [], author: '', site: siteOf(href), still: null };
    const block = await askForPost(empty);
    if (block) put(block);
  };
  return offer;
}

/** The line may have moved, changed or gone while its site was asked. */
function replaceLine(editor: Editor, href: string, block: EmbedBlock): void {
  const line = lineOf(editor.state.doc, href);
  if (!line) return;
  const range = { from: line.at, to: line.at + line.size };
  const isLast = range.to === editor.state.doc.content.size;
  editor
    .chain()
    .command(({ tr }) => {
      closeHistory(tr); // one step back is the address again
      return true;
    })
    .insertContentAt(range, writeBlocks([block]) + (isLast ? '<p></p>' : ''))
    .setMeta(key, href)
    .focus()
    .run();
}

/** It is a link, also where it was typed and nothing made it one. */
function settle(editor: Editor, href: string): void {
  const line = lineOf(editor.state.doc, href);
  const change = editor.state.tr.setMeta(key, href);
  const mark = editor.schema.marks.link?.create({ href });
  if (line && mark) change.addMark(line.at + 1, line.at + line.size - 1, mark);
  editor.view.dispatch(change);
  editor.view.focus();
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}
