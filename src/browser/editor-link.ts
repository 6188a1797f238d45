/** The link box: an address as people type it, made whole, or the reason why readers cannot be sent there. */
import type { Editor } from '@tiptap/core';
import { typedAddress } from '../kit/safe-href.ts';

/** A link is written in a box under the tools; empty takes it away. */
export function makeLinkTool(editor: Editor, button: HTMLButtonElement): HTMLElement {
  const box = document.createElement('div');
  box.className = 'link-box';
  box.hidden = true;
  const input = document.createElement('input');
  input.type = 'text'; // a browser's own check would refuse /city/x before we can say what it is
  input.inputMode = 'url';
  input.spellcheck = false;
  input.dir = 'ltr';
  input.autocapitalize = 'none';
  input.placeholder = 'https://, /a-page-of-ours, name@post.example';
  input.setAttribute('aria-label', 'Address of the link; empty takes it away');
  const problem = document.createElement('p');
  problem.className = 'wrong';
  problem.setAttribute('role', 'alert');
  box.append(input, problem);
  const open = () => {
    box.hidden = false;
    problem.textContent = '';
    input.value = String(editor.getAttributes('link').href ?? '');
    input.focus();
  };
  const close = () => {
    box.hidden = true;
    editor.commands.focus();
  };
  const apply = () => {
    const typed = input.value.trim();
    const found = typed === '' ? null : typedAddress(typed, `${window.location.origin}/`);
    if (found && 'problem' in found) {
      problem.textContent = found.problem;
      return;
    }
    const chain = editor.chain().focus().extendMarkRange('link');
    if (found) chain.setLink({ href: found.href }).run();
    else chain.unsetLink().run();
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
  return box;
}
