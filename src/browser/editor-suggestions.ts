/**
 * Suggested statements while someone writes: the list is put anew soon after the last key. F9 confirms the chosen one and
 * goes on to the next, Shift F9 says that it is none, F7 and Shift F7 go round.
 */
import { AskedList, postForm } from './asked-list.ts';
import { showPaneOf } from './desk-pane.ts';
import type { Body } from './editor-body.ts';

const SOON = 900; // ms without a key: who said what is looked at when a sentence is done, not at each letter

export interface SuggestionKeys {
  next(by: 1 | -1): void;
  answer(isSaid: boolean): void;
}

export function startSuggestions(
  form: HTMLFormElement,
  body: Body,
  save: () => Promise<unknown>,
): SuggestionKeys {
  return new SuggestionPane(form, body, save);
}

class SuggestionPane implements SuggestionKeys {
  readonly #body: Body;
  readonly #save: () => Promise<unknown>;
  readonly #list = document.querySelector<HTMLElement>('#suggestions');
  readonly #asked: AskedList;
  #on = 0;

  constructor(form: HTMLFormElement, body: Body, save: () => Promise<unknown>) {
    this.#body = body;
    this.#save = save;
    const shown = () => this.#shown();
    const [list, filling] = [this.#list, 'details[open] :focus'];
    this.#asked = new AskedList({ list, form, part: 'suggestions', soon: SOON, filling, shown });
    if (!this.#list) return;
    body.editor.on('update', () => this.#asked.soon());
    this.#list.addEventListener('submit', (event) => void this.#submitted(event));
    this.#list.addEventListener('click', (event) => this.#clicked(event));
    this.#shown();
  }

  next(by: 1 | -1): void {
    const all = this.#items();
    if (all.length === 0) return;
    this.#on = (this.#on + by + all.length) % all.length;
    this.#shown();
    this.#goTo(all[this.#on]);
  }

  answer(isSaid: boolean): void {
    const form = this.#items()[this.#on]?.querySelector<HTMLFormElement>('[data-confirm]');
    const button = form?.querySelector<HTMLButtonElement>(isSaid ? '[type="submit"]' : '[data-refuse]');
    if (form && button) form.requestSubmit(button);
  }

  #items(): HTMLElement[] {
    return [...(this.#list?.querySelectorAll<HTMLElement>('.suggestion') ?? [])];
  }

  #shown(): void {
    const all = this.#items();
    this.#on = Math.max(0, Math.min(this.#on, all.length - 1));
    for (const [index, item] of all.entries()) item.classList.toggle('on', index === this.#on);
  }

  /** The words in the copy, selected, so that an editor reads them in their place. */
  #goTo(item: HTMLElement | undefined): void {
    item?.scrollIntoView({ block: 'nearest' });
    const range = item && placeOf(this.#body, item.dataset.words ?? '');
    if (range) this.#body.editor.chain().setTextSelection(range).scrollIntoView().run();
  }

  #clicked(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const item = target?.closest<HTMLElement>('.suggestion');
    if (!item) return;
    this.#on = this.#items().indexOf(item);
    this.#shown();
    if (!target?.closest('[data-suggestion]')) return;
    event.preventDefault();
    showPaneOf(this.#body.editor.view.dom);
    this.#goTo(item);
    this.#body.editor.commands.focus();
  }

  async #submitted(event: SubmitEvent): Promise<void> {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    await this.#save(); // a statement stands in saved words
    const address = button?.hasAttribute('data-refuse') ? button.formAction : form.action;
    const answer = await postForm(address, new FormData(form)).catch(() => null);
    if (answer?.ok) form.closest('.suggestion')?.remove();
    else form.querySelector('details')?.setAttribute('open', '');
    this.#shown();
    await this.#asked.look();
  }
}

/** Where words stand in the body; null where they run over paragraphs, or are no longer there. */
function placeOf({ editor }: Body, words: string): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null;
  editor.state.doc.descendants((node, at) => {
    if (found || !node.isTextblock) return !found;
    const start = node.textContent.indexOf(words);
    if (words !== '' && start >= 0) found = { from: at + 1 + start, to: at + 1 + start + words.length };
    return false;
  });
  return found;
}
