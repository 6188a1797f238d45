/**
 * Blocks that are more than words, in the editor: pictures, galleries, recordings, posts, pulled quotations, rules and footnotes
 * stand in the copy as they are, can be moved and taken out, and are edited in a form of their own (editor-frame-edit.ts).
 */
import { mergeAttributes, Node } from '@tiptap/core';
import { readCopy } from '../kit/body-blocks.ts';
import { mediaBlocksIn } from '../kit/body-pictures.ts';
import { linesOf, wordsOfRuns } from '../kit/body-shape.ts';
import { editFrame } from './editor-frame-edit.ts';
import { frameTools } from './editor-frame-tools.ts';
import { type FramePlace, moveFrame, replaceFrame, takePictures } from './frame-place.ts';
import { type ShownMedia, shownMedia } from './shown-media.ts';

const FRAMES = ['figure', 'table', 'hr', 'section[role="doc-endnotes"]', 'pre[data-block]'];

/** The words that are copy, in the order in which they are read. */
export function frameWords(html: string): string {
  return readCopy(html).blocks.flatMap(linesOf).map(wordsOfRuns).join('\n');
}

/** The one element of a block's HTML. */
export function elementOf(html: string): HTMLElement {
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
  const shown = elementOf(html);
  for (const media of shown.querySelectorAll<HTMLElement>('img, video, audio')) showMedia(media);
  const { blocks } = readCopy(html);
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  const isElsewhere = mediaBlocksIn(blocks).some(({ href }) => href !== null);
  const bar = frameTools([
    ...(isElsewhere
      ? [['Take into the library', () => void takePictures(html, place, told)] as [string, () => void]]
      : []),
    ...(blocks.length === 0 // a rule that stands between nothing is read as none
      ? []
      : [['Edit', () => void editFrame(blocks, (now) => replaceFrame(place, now))] as [string, () => void]]),
    ['Up', () => moveFrame(place, -1)],
    ['Down', () => moveFrame(place, 1)],
    ['Remove', () => replaceFrame(place, '')],
  ]);
  if (isElsewhere) bar.prepend(told);
  view.append(bar, shown);
  return view;
}

const KINDS: Record<string, ShownMedia['kind']> = { IMG: 'figure', VIDEO: 'video', AUDIO: 'audio' };

function showMedia(media: HTMLElement): void {
  const kind = KINDS[media.tagName] ?? 'figure';
  media.replaceWith(
    shownMedia({ kind, media: media.dataset.media ?? null, alt: media.getAttribute('alt') ?? '' }),
  );
}
