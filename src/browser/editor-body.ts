/** The body as an editor sees it: TipTap with the few kinds of text that a body is made of, and its buttons. */
import { Editor, Extension } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import './address-marks.ts'; // before the first editor
import { addressOffer, RESTORED } from './editor-address.ts';
import { boxNode } from './editor-boxes.ts';
import { frameNode, noteMark } from './editor-frames.ts';
import { makeInsertMenu } from './editor-insert.ts';
import { makeLinkTool } from './editor-link.ts';
import { makePasteNotice, pasteReader } from './editor-paste.ts';
import { makeTableMenu } from './editor-table-menu.ts';
import { tableParts } from './editor-tables.ts';

export interface Body {
  editor: Editor;
  html(): string;
  set(html: string): void;
}

/** Puts the editor in the textarea's place; the form then sends HTML instead of copy text. */
export function startBody(form: HTMLFormElement): Body {
  const plain = form.querySelector<HTMLTextAreaElement>('[name="bodyText"]');
  const saved = form.querySelector<HTMLElement>('#body-html');
  const place = document.createElement('div');
  plain?.after(place);
  const notice = makePasteNotice();
  const editor = new Editor({
    element: place,
    injectCSS: false, // the policy of the page allows no style but the desk's own file
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] },
        code: false,
        codeBlock: false,
        horizontalRule: false,
        strike: false,
        underline: false,
        dropcursor: false,
        link: {
          openOnClick: false,
          autolink: true,
          defaultProtocol: 'https',
          protocols: ['mailto', 'tel'],
          HTMLAttributes: { target: null, rel: 'noopener' }, // as the newsroom keeps it
        },
      }),
      frameNode,
      boxNode,
      ...tableParts,
      noteMark,
      itemNumbers,
      cursorAtOnce,
      pasteReader(plain?.lang || null, notice.tell),
      addressOffer,
    ],
    content: saved?.innerHTML ?? '',
    editorProps: {
      attributes: {
        class: 'prose body-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Body',
        lang: plain?.lang ?? '',
        dir: plain?.dir ?? 'auto',
      },
    },
  });
  plain?.setAttribute('hidden', '');
  plain?.setAttribute('disabled', '');
  notice.join(editor);
  const tools = makeTools(editor);
  place.before(tools, notice.line);
  const body: Body = {
    editor,
    html: () => (editor.isEmpty ? '<p></p>' : editor.getHTML()),
    set: (html) => editor.chain().setMeta(RESTORED, true).setContent(html, { emitUpdate: true }).run(),
  };
  sendHtml(form, body);
  return body;
}

/** The number of an item that is not the next one: a body keeps it. The list's own beginning is known to the editor. */
const itemNumbers = Extension.create({
  name: 'itemNumbers',
  addGlobalAttributes: () => [
    {
      types: ['listItem'],
      attributes: {
        value: {
          default: null,
          keepOnSplit: false,
          parseHTML: (element: HTMLElement) => element.getAttribute('value'),
        },
      },
    },
  ],
});

/**
 * The cursor is in the copy as soon as it is asked for: TipTap's own command gives it a frame later, and a key pressed
 * or a paste made before that frame goes nowhere or to the wrong place.
 */
const cursorAtOnce = Extension.create({
  name: 'cursorAtOnce',
  addCommands: () => ({
    focus:
      () =>
      ({ tr, view, dispatch }) => {
        if (!dispatch) return true;
        view.focus();
        tr.scrollIntoView();
        return true;
      },
  }),
});

function sendHtml(form: HTMLFormElement, body: Body): void {
  const sent = form.querySelector<HTMLInputElement>('[name="bodyHtml"]');
  if (!sent) return;
  sent.disabled = false;
  const fill = () => {
    sent.value = body.html();
  };
  fill();
  body.editor.on('update', fill);
}

interface Tool {
  words: string;
  label: string;
  keys: string;
  isOn: () => boolean;
  act: () => void;
}

function toolsOf(editor: Editor): Tool[] {
  const chain = () => editor.chain().focus();
  const block = (words: string, label: string, keys: string, level: 2 | 3): Tool => ({
    words,
    label,
    keys,
    isOn: () => editor.isActive('heading', { level }),
    act: () => chain().toggleHeading({ level }).run(),
  });
  return [
    {
      words: 'B',
      label: 'Bold',
      keys: 'Ctrl B',
      isOn: () => editor.isActive('bold'),
      act: () => chain().toggleBold().run(),
    },
    {
      words: 'I',
      label: 'Italic',
      keys: 'Ctrl I',
      isOn: () => editor.isActive('italic'),
      act: () => chain().toggleItalic().run(),
    },
    block('H2', 'Heading', 'Ctrl Alt 2', 2),
    block('H3', 'Smaller heading', 'Ctrl Alt 3', 3),
    {
      words: '“ ”',
      label: 'Quotation',
      keys: 'Ctrl Shift B',
      isOn: () => editor.isActive('blockquote'),
      act: () => chain().toggleBlockquote().run(),
    },
    {
      words: '•',
      label: 'List',
      keys: 'Ctrl Shift 8',
      isOn: () => editor.isActive('bulletList'),
      act: () => chain().toggleBulletList().run(),
    },
    {
      words: '1.',
      label: 'Numbered list',
      keys: 'Ctrl Shift 7',
      isOn: () => editor.isActive('orderedList'),
      act: () => chain().toggleOrderedList().run(),
    },
  ];
}

function makeTools(editor: Editor): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'tools';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Text');
  const buttons = toolsOf(editor).map((tool) => ({
    tool,
    button: makeButton(tool.words, tool.label, tool.keys),
  }));
  for (const { tool, button } of buttons) button.addEventListener('click', tool.act);
  const link = makeButton('Link', 'Link', 'Ctrl K');
  const linkBox = makeLinkTool(editor, link);
  const said = makeButton('Who says this', 'Who says this, of the selected words', 'Ctrl Shift X');
  said.dataset.whoSays = '';
  const words = document.createElement('span');
  words.className = 'words';
  bar.append(
    ...buttons.map(({ button }) => button),
    link,
    makeInsertMenu(editor),
    makeTableMenu(editor),
    said,
    words,
    linkBox,
  );
  const show = () => {
    for (const { tool, button } of buttons) button.setAttribute('aria-pressed', String(tool.isOn()));
    link.setAttribute('aria-pressed', String(editor.isActive('link')));
    said.disabled = editor.state.selection.empty;
  };
  const count = () => {
    words.textContent = wordsIn(editor.getText());
  };
  editor.on('transaction', show);
  editor.on('update', count);
  show();
  count();
  return bar;
}

/** Its name begins with the words on it, for whoever speaks what they see (WCAG 2.5.3); a mere sign has its own name. */
function makeButton(words: string, label: string, keys: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.title = `${label} (${keys})`;
  const isSign = !/[\p{L}\p{N}]/u.test(words);
  if (isSign) button.append(sign(words));
  else button.textContent = words;
  button.setAttribute('aria-label', label.startsWith(words) || isSign ? label : `${words} ${label}`);
  // The selection stays in the copy while the button is pressed.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  return button;
}

/** Drawn, not read. */
function sign(words: string): HTMLElement {
  const drawn = document.createElement('span');
  drawn.setAttribute('aria-hidden', 'true');
  drawn.textContent = words;
  return drawn;
}

function wordsIn(text: string): string {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  let words = 0;
  for (const segment of segments) if (segment.isWordLike) words += 1;
  return `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`;
}
