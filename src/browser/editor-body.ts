/** The body as an editor sees it: TipTap with the few kinds of text that a body is made of, and its buttons. */
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { cleanPaste } from './editor-paste.ts';

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
          protocols: ['mailto'],
          HTMLAttributes: { target: null, rel: 'noopener' }, // as the newsroom keeps it
        },
      }),
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
      transformPastedHTML: cleanPaste,
    },
  });
  plain?.setAttribute('hidden', '');
  plain?.setAttribute('disabled', '');
  const tools = makeTools(editor);
  place.before(tools);
  const body: Body = {
    editor,
    html: () => (editor.isEmpty ? '<p></p>' : editor.getHTML()),
    set: (html) => editor.commands.setContent(html, { emitUpdate: true }),
  };
  sendHtml(form, body);
  return body;
}

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
    ...{ words, label, keys, isOn: () => editor.isActive('heading', { level }) },
    act: () => chain().toggleHeading({ level }).run(),
  });
  return [
    {
      ...{ words: 'B', label: 'Bold', keys: 'Ctrl B', isOn: () => editor.isActive('bold') },
      act: () => chain().toggleBold().run(),
    },
    {
      ...{ words: 'I', label: 'Italic', keys: 'Ctrl I', isOn: () => editor.isActive('italic') },
      act: () => chain().toggleItalic().run(),
    },
    block('H2', 'Heading', 'Ctrl Alt 2', 2),
    block('H3', 'Smaller heading', 'Ctrl Alt 3', 3),
    {
      ...{
        words: '“ ”',
        label: 'Quotation',
        keys: 'Ctrl Shift B',
        isOn: () => editor.isActive('blockquote'),
      },
      act: () => chain().toggleBlockquote().run(),
    },
    {
      ...{ words: '•', label: 'List', keys: 'Ctrl Shift 8', isOn: () => editor.isActive('bulletList') },
      act: () => chain().toggleBulletList().run(),
    },
    {
      ...{
        words: '1.',
        label: 'Numbered list',
        keys: 'Ctrl Shift 7',
        isOn: () => editor.isActive('orderedList'),
      },
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
    button: makeButton(tool.words, `${tool.label} (${tool.keys})`),
  }));
  for (const { tool, button } of buttons) button.addEventListener('click', tool.act);
  const link = makeLinkTool(editor);
  const said = makeButton('Who says this', 'Who says the selected words (Ctrl Shift X)');
  said.dataset.whoSays = '';
  const words = document.createElement('span');
  words.className = 'words';
  bar.append(...buttons.map(({ button }) => button), link.button, said, words, link.box);
  const show = () => {
    for (const { tool, button } of buttons) button.setAttribute('aria-pressed', String(tool.isOn()));
    link.button.setAttribute('aria-pressed', String(editor.isActive('link')));
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

function makeButton(words: string, label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.title = label;
  button.setAttribute('aria-label', label);
  // The selection stays in the copy while the button is pressed.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  return button;
}

function wordsIn(text: string): string {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  let words = 0;
  for (const segment of segments) if (segment.isWordLike) words += 1;
  return `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`;
}

/** A link is written in a box under the tools; empty takes it away. */
function makeLinkTool(editor: Editor): { button: HTMLButtonElement; box: HTMLElement } {
  const button = makeButton('Link', 'Link (Ctrl K)');
  const box = document.createElement('div');
  box.className = 'link-box';
  box.hidden = true;
  const input = document.createElement('input');
  input.type = 'url';
  input.placeholder = 'https://';
  input.setAttribute('aria-label', 'Address of the link; empty takes it away');
  box.append(input);
  const open = () => {
    box.hidden = false;
    input.value = String(editor.getAttributes('link').href ?? '');
    input.focus();
  };
  const close = () => {
    box.hidden = true;
    editor.commands.focus();
  };
  const apply = () => {
    const href = input.value.trim();
    const chain = editor.chain().focus().extendMarkRange('link');
    if (href === '') chain.unsetLink().run();
    else chain.setLink({ href: /^[a-z]+:/i.test(href) ? href : `https://${href}` }).run();
    close();
  };
  button.addEventListener('click', () => (box.hidden ? open() : close()));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') apply();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  editor.view.dom.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    open();
  });
  return { button, box };
}
