/**
 * Findings while someone writes: the newsroom looks at the copy soon after the last key, the list beside it is put anew,
 * and each finding in the body is underlined at its place. Keys go round them, put suggestions in and dismiss.
 */
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { AskedList, send } from './asked-list.ts';
import type { Body } from './editor-body.ts';

const SOON = 350; // ms without a key after which the copy is looked at: short enough to feel live, long enough to type
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
    if (!box) return;
    box.open = true;
    box.querySelector<HTMLElement>('[name="reason"]')?.focus();
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
    const found = this.#items()
      .filter(({ dataset }) => dataset.part === 'body' && dataset.to !== '0')
      .flatMap((item) => {
        const range = rangeOf(this.#body, item);
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

  /** Only where the copy still says what was found. */
  async #putIn(item: HTMLElement): Promise<void> {
    const words = item.querySelector<HTMLElement>('[data-apply]')?.dataset.apply ?? '';
    if (!replaceWords(this.#body, item, words)) return this.#asked.look();
    const told = item.querySelector<HTMLFormElement>('[data-dismiss]');
    item.remove();
    this.#on -= 1; // the next key goes to what has moved into its place
    if (told)
      await send(`/desk/stories/${this.#form.dataset.story}/findings/taken`, new FormData(told)).catch(
        () => null,
      );
  }

  async #dismissed(event: Event): Promise<void> {
    const told = event.target as HTMLFormElement;
    if (!told.matches('[data-dismiss]')) return;
    event.preventDefault();
    event.stopPropagation();
    const sent = new FormData(told, (event as SubmitEvent).submitter);
    const answer = await send(told.action, sent).catch(() => null);
    if (!answer?.ok) return;
    told.closest('.finding')?.remove();
    this.#on -= 1;
    await this.#asked.look();
    this.#body.editor.commands.focus();
  }
}

/** Where a finding stands in the document, counted without spaces; null when the words there are others by now. */
function rangeOf({ editor }: Body, item: HTMLElement): { from: number; to: number } | null {
  const [first, last] = [Number(item.dataset.from), Number(item.dataset.to)];
  let ink = 0;
  let range: { from: number; to: number } | null = null;
  let from = -1;
  let words = '';
  editor.state.doc.descendants((node, at) => {
    if (!node.isText || range) return;
    for (const [index, unit] of [...(node.text ?? '')].flatMap((sign) => [...sign.split('')]).entries()) {
      if (/\s/u.test(unit)) continue;
      if (ink === first) from = at + index;
      if (ink >= first && ink < last) words += unit;
      ink += 1;
      if (ink === last) {
        range = { from, to: at + index + 1 };
        return;
      }
    }
  });
  return words === (item.dataset.text ?? '').replace(/\s+/gu, '') && first < last ? range : null;
}

function goTo(body: Body, item: HTMLElement): void {
  if (item.dataset.part === 'body') {
    const range = rangeOf(body, item);
    if (range) body.editor.chain().focus().setTextSelection(range).scrollIntoView().run();
    return;
  }
  const hash = item.querySelector<HTMLAnchorElement>('[data-finding]')?.hash ?? '';
  const place = hash === '' ? null : document.querySelector<HTMLElement>(hash);
  place?.scrollIntoView({ block: 'nearest' });
  if (isField(place)) {
    place.focus();
    place.setSelectionRange(Number(item.dataset.from), Number(item.dataset.to));
  } else place?.querySelector<HTMLElement>('summary')?.focus();
}

function replaceWords(body: Body, item: HTMLElement, words: string): boolean {
  if (item.dataset.part === 'body') {
    const range = rangeOf(body, item);
    if (!range) return false;
    const { view, state } = body.editor;
    view.dispatch(
      words === '' ? state.tr.delete(range.from, range.to) : state.tr.insertText(words, range.from, range.to),
    );
    body.editor.commands.focus();
    return true;
  }
  const field = document.querySelector(`#${item.dataset.part}`);
  const [from, to] = [Number(item.dataset.from), Number(item.dataset.to)];
  if (!isField(field) || field.value.slice(from, to) !== item.dataset.text) return false;
  field.setRangeText(words, from, to, 'end');
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
