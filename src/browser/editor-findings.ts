/**
 * Findings while someone writes: the newsroom looks at the copy soon after the last key, the list beside it is put anew,
 * and each finding in the body is underlined at its place. Keys go round them, put suggestions in and dismiss.
 */
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { AskedList, postForm } from './asked-list.ts';
import { fillFolds, openFold } from './desk-folds.ts';
import { showPaneOf } from './desk-pane.ts';
import type { Body } from './editor-body.ts';
import { changeOf, documentInks, fieldInks } from './finding-changes.ts';
import { changesFor, type InkPlace, type Inks, rangeIn } from './ink-range.ts';

const SOON = 350; // ms without a key after which the copy is looked at: short enough to feel live, long enough to type
const STILL_FOUND = 409; // what the newsroom answers when the check still speaks where a suggestion was put in
const marks = new PluginKey<DecorationSet>('findings');

export interface FindingKeys {
  next(by: 1 | -1): void;
  apply(): void;
  dismiss(): void;
}

export function startFindings(form: HTMLFormElement, body: Body): FindingKeys {
  const list = document.querySelector<HTMLElement>('#findings');
  body.editor.registerPlugin(markPlugin());
  return new FindingPane(form, body, list);
}

class FindingPane implements FindingKeys {
  readonly #form: HTMLFormElement;
  readonly #body: Body;
  readonly #list: HTMLElement | null;
  readonly #asked: AskedList;
  #on = -1;

  constructor(form: HTMLFormElement, body: Body, list: HTMLElement | null) {
    this.#form = form;
    this.#body = body;
    this.#list = list;
    const shown = () => this.#shown();
    const filling = '.dismiss[open] :focus'; // someone writes a reason
    this.#asked = new AskedList({ list, form, part: 'findings', soon: SOON, filling, shown });
    if (!list) return;
    body.editor.on('update', () => this.#asked.soon());
    form.addEventListener('input', () => this.#asked.soon());
    list.addEventListener('click', (event) => this.#clicked(event));
    list.addEventListener('submit', (event) => void this.#dismissed(event));
    this.#shown();
  }

  next(by: 1 | -1): void {
    const all = this.#items();
    if (all.length === 0) return;
    this.#on = (this.#on + by + all.length) % all.length;
    this.#choose(all[this.#on], true);
  }

  apply(): void {
    this.#items()[this.#on]?.querySelector<HTMLElement>('[data-apply]')?.click();
  }

  dismiss(): void {
    const box = this.#items()[this.#on]?.querySelector<HTMLDetailsElement>('.dismiss');
    if (box) openFold(box, '[name="reason"]');
  }

  #items(): HTMLElement[] {
    return [...(this.#list?.querySelectorAll<HTMLElement>('.finding') ?? [])];
  }

  #shown(): void {
    this.#on = Math.min(this.#on, this.#items().length - 1);
    for (const button of this.#list?.querySelectorAll<HTMLElement>('[data-apply]') ?? [])
      button.hidden = false;
    this.#mark();
  }

  #mark(): void {
    const chosen = this.#items()[this.#on];
    const inks = documentInks(this.#body.editor.state.doc);
    const found = this.#items()
      .filter(({ dataset }) => dataset.part === 'body')
      .flatMap((item) => {
        const range = rangeIn(inks, placeOf(item));
        return range ? [{ ...range, severity: item.dataset.severity ?? 'minor', isOn: item === chosen }] : [];
      });
    const { view, state } = this.#body.editor;
    view.dispatch(state.tr.setMeta(marks, found).setMeta('addToHistory', false));
  }

  #choose(item: HTMLElement | undefined, mayFocus: boolean): void {
    for (const other of this.#items()) other.classList.toggle('on', other === item);
    this.#on = item ? this.#items().indexOf(item) : -1;
    this.#mark();
    if (!item) return;
    if (item.querySelector('[data-empty]')) void fillFolds(); // its key may be the next
    item.scrollIntoView({ block: 'nearest' });
    if (mayFocus) goTo(this.#body, item);
  }

  #clicked(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const item = target?.closest<HTMLElement>('.finding');
    if (!item) return;
    if (target?.closest('[data-apply]')) void this.#putIn(item);
    else if (target?.closest('[data-finding]')) {
      event.preventDefault();
      this.#choose(item, true);
    }
  }

  /** Only where the copy still says what was found. Whether it was the cure, the newsroom finds out by looking again. */
  async #putIn(item: HTMLElement): Promise<void> {
    const words = item.querySelector<HTMLElement>('[data-apply]')?.dataset.apply ?? '';
    if (!replaceWords(this.#body, item, words)) return this.#asked.look();
    item.remove();
    this.#on -= 1; // the next key goes to what has moved into its place
    await this.#tellTaken(item, words);
  }

  async #tellTaken(item: HTMLElement, words: string): Promise<void> {
    const { check = '', part = '', text = '', from = '' } = item.dataset;
    const message = item.querySelector('[data-finding]')?.textContent ?? '';
    const sent = new FormData(this.#form);
    for (const [name, value] of Object.entries({ check, part, text, message, from, words }))
      sent.set(name, value);
    // Not told: it counts nowhere, and the copy is as the editor wanted it.
    const answer = await postForm(`/desk/stories/${this.#form.dataset.story}/findings/taken`, sent).catch(
      () => null,
    );
    if (answer?.status === STILL_FOUND) await this.#asked.look();
  }

  async #dismissed(event: Event): Promise<void> {
    const told = event.target as HTMLFormElement;
    if (!told.matches('[data-dismiss]')) return;
    event.preventDefault();
    event.stopPropagation();
    const sent = new FormData(told, (event as SubmitEvent).submitter);
    const answer = await postForm(told.action, sent).catch(() => null);
    if (!answer?.ok) return;
    told.closest('.finding')?.remove();
    this.#on -= 1;
    await this.#asked.look();
    this.#body.editor.commands.focus();
  }
}

/** A part of the copy as it stands in the page: the body, or a field of one line. */
function inksIn(body: Body, part: string | undefined): Inks | null {
  if (part === 'body') return documentInks(body.editor.state.doc);
  const field = document.querySelector(`#${part}`);
  return isField(field) ? fieldInks(field.value) : null;
}

function rangeOf(body: Body, item: HTMLElement): { from: number; to: number } | null {
  const inks = inksIn(body, item.dataset.part);
  return inks && rangeIn(inks, placeOf(item));
}

function placeOf({ dataset }: HTMLElement): InkPlace {
  return { from: Number(dataset.from), to: Number(dataset.to), text: dataset.text ?? '' };
}

function goTo(body: Body, item: HTMLElement): void {
  const range = rangeOf(body, item);
  if (item.dataset.part === 'body') {
    showPaneOf(body.editor.view.dom);
    if (range) body.editor.chain().focus().setTextSelection(range).scrollIntoView().run();
    return;
  }
  const hash = item.querySelector<HTMLAnchorElement>('[data-finding]')?.hash ?? '';
  const place = hash === '' ? null : document.querySelector<HTMLElement>(hash);
  if (place) showPaneOf(place);
  place?.scrollIntoView({ block: 'nearest' });
  if (isField(place)) {
    place.focus();
    if (range) place.setSelectionRange(range.from, range.to);
  } else place?.querySelector<HTMLElement>('summary')?.focus();
}

/** Whether the copy reads otherwise now. */
function replaceWords(body: Body, item: HTMLElement, words: string): boolean {
  const { view, state } = body.editor;
  if (item.dataset.part === 'body') {
    const change = changeOf(state, placeOf(item), words);
    if (!change) return false;
    view.dispatch(change);
    body.editor.commands.focus();
    return true;
  }
  const field = document.querySelector(`#${item.dataset.part}`);
  if (!isField(field)) return false;
  const before = field.value;
  for (const { from, to, words: written } of changesFor(fieldInks(before), placeOf(item), words))
    field.setRangeText(written, from, to, 'end');
  if (field.value === before) return false;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
  return true;
}

function isField(place: Element | null): place is HTMLInputElement | HTMLTextAreaElement {
  return place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement;
}

interface Marked {
  from: number;
  to: number;
  severity: string;
  isOn: boolean;
}

/** Underlines that move with the text until the next look. */
function markPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: marks,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const found = transaction.getMeta(marks) as Marked[] | undefined;
        if (!found) return before.map(transaction.mapping, transaction.doc);
        const made = found.map(({ from, to, severity, isOn }) =>
          Decoration.inline(from, to, { class: `found ${severity}${isOn ? ' on' : ''}` }),
        );
        return DecorationSet.create(transaction.doc, made);
      },
    },
    props: { decorations: (state) => marks.getState(state) },
  });
}
