/** Remarks in the browser: names that complete themselves, the sentence at the caret, and a word on the screen when one is called. */
import { fillFolds } from './desk-folds.ts';
import type { DeskNews } from './desk-live.ts';
import { deskWorker, helpScreen } from './desk-screen.ts';

interface Unseen {
  unseen: { id: string; words: string; byName: string; storyId: string }[];
  names: { name: string; slug: string }[];
}

export function helpRemarks(): void {
  completeNames();
  sendByKey();
  remarkAtCaret();
  tellWhenCalled();
  helpScreen();
}

async function ask(): Promise<Unseen | null> {
  const answer = await fetch('/desk/remarks/unseen', { headers: { accept: 'application/json' } }).catch(
    () => null,
  );
  return answer?.ok ? ((await answer.json()) as Unseen) : null;
}

const BEGUN = /(?:^|\s)@([\p{L}\p{N}\p{M}'’-]*)$/u;

/** After an @ the names that begin so are offered: arrows choose, Enter and Tab take, Escape leaves it. */
function completeNames(): void {
  let names: Promise<Unseen['names']> | null = null;
  let list: HTMLUListElement | null = null;
  let field: HTMLTextAreaElement | null = null;
  const close = () => {
    list?.remove();
    list = null;
  };
  const take = (slug: string) => {
    if (!field) return;
    const end = field.selectionStart;
    const begun = BEGUN.exec(field.value.slice(0, end))?.[1] ?? '';
    field.setRangeText(`${slug} `, end - begun.length, end, 'end');
    close();
    field.focus();
  };
  const offer = async (at: HTMLTextAreaElement) => {
    const begun = BEGUN.exec(at.value.slice(0, at.selectionStart))?.[1];
    if (begun === undefined) return close();
    names ??= ask().then((told) => told?.names ?? []);
    const all = await names;
    const wanted = begun.toLowerCase();
    const fits = all.filter(({ name, slug }) =>
      [slug, ...name.toLowerCase().split(/\s+/)].some((part) => part.startsWith(wanted)),
    );
    close();
    if (fits.length === 0) return;
    field = at;
    list = document.createElement('ul');
    list.className = 'names';
    list.setAttribute('role', 'listbox');
    for (const [index, { name, slug }] of fits.slice(0, 6).entries()) {
      const line = document.createElement('li');
      line.setAttribute('role', 'option');
      line.setAttribute('aria-selected', String(index === 0));
      line.dataset.slug = slug;
      line.textContent = name;
      line.addEventListener('mousedown', (event) => {
        event.preventDefault();
        take(slug);
      });
      list.append(line);
    }
    at.after(list);
  };
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.matches('[data-names]')) void offer(target);
  });
  document.addEventListener('focusout', () => setTimeout(close, 100));
  document.addEventListener(
    'keydown',
    (event) => {
      if (!list || event.ctrlKey || event.metaKey) return;
      const lines = [...list.children] as HTMLElement[];
      const at = lines.findIndex((line) => line.getAttribute('aria-selected') === 'true');
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const next = (at + (event.key === 'ArrowDown' ? 1 : lines.length - 1)) % lines.length;
        for (const [index, line] of lines.entries())
          line.setAttribute('aria-selected', String(index === next));
      } else if (event.key === 'Enter' || event.key === 'Tab') take(lines[at]?.dataset.slug ?? '');
      else if (event.key === 'Escape') close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}

/** Ctrl Enter in a remark sends the remark: what the same keys do to the copy is far from the mind of who writes to a colleague. */
function sendByKey(): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (key !== 'Enter' || !(ctrlKey || metaKey) || altKey || event.isComposing) return;
      if (!(target instanceof HTMLTextAreaElement && target.matches('[data-names]'))) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) target.form?.requestSubmit();
    },
    { capture: true },
  );
}

/** Ctrl Alt M goes from the sentence at the caret to the remark about it. */
function remarkAtCaret(): void {
  document.addEventListener('keydown', (event) => {
    if (!event.ctrlKey || !event.altKey || event.code !== 'KeyM') return;
    const place = document.querySelector<HTMLSelectElement>('#remark-place');
    const words = document.querySelector<HTMLTextAreaElement>('#remark-words');
    if (!place || !words) return;
    event.preventDefault();
    const sentence = sentenceAtCaret();
    void choosePlace(place, sentence);
    const tab = document.querySelector<HTMLInputElement>('input.tab-beside');
    if (tab) tab.checked = true;
    words.focus();
    words.scrollIntoView({ block: 'nearest' });
  });
}

/** Of a sentence that is not in the list the list is asked for anew: it was written since, and is saved by now. */
async function choosePlace(place: HTMLSelectElement, sentence: Caret | null): Promise<void> {
  const find = () => [...place.options].find(({ dataset }) => isAt(dataset.words, sentence));
  await fillFolds();
  if (!find() && sentence) {
    place.length = 1; // but for the whole story
    place.dataset.empty = '';
    await fillFolds();
  }
  place.value = find()?.value ?? '';
}

interface Caret {
  text: string;
  at: number;
}

/** The paragraph or field that the caret is in, and where in it. */
function sentenceAtCaret(): Caret | null {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement)
    return { text: active.value.replace(/\s+/g, ' '), at: active.selectionStart ?? 0 };
  const selection = getSelection();
  const node = selection?.anchorNode;
  const block = (node instanceof Element ? node : node?.parentElement)?.closest(
    'p, li, h2, h3, h4, blockquote, td, figcaption',
  );
  if (!block || !selection || !node) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, selection.anchorOffset);
  return {
    text: (block.textContent ?? '').replace(/\s+/g, ' '),
    at: before.toString().replace(/\s+/g, ' ').length,
  };
}

function isAt(words: string | undefined, caret: Caret | null): boolean {
  if (!words || !caret) return false;
  const start = caret.text.indexOf(words);
  return start >= 0 && caret.at >= start && caret.at <= start + words.length;
}

/** On a page out of sight the system says it, once over all tabs and with the push service: each has the remark's own tag. */
function tellWhenCalled(): void {
  if (!('Notification' in window)) return;
  const told = new Set<string>();
  document.addEventListener('crier:changed', (event) => {
    const { what } = (event as CustomEvent<DeskNews>).detail;
    if (!what.includes('remarks') || Notification.permission !== 'granted' || !document.hidden) return;
    void ask().then((answer) => {
      for (const unseen of answer?.unseen ?? []) {
        if (told.has(unseen.id)) continue;
        told.add(unseen.id);
        void showCalled(unseen);
      }
    });
  });
}

async function showCalled({ id, byName, words, storyId }: Unseen['unseen'][number]): Promise<void> {
  const path = `/desk/stories/${storyId}#remarks`;
  const options = { body: words, tag: `remark-${id}`, data: { path, kind: 'remark', revision: 1 } };
  const registration = await deskWorker();
  if (registration?.active) return registration.showNotification(byName, options);
  const notice = new Notification(byName, options);
  notice.addEventListener('click', () => {
    window.focus();
    location.assign(path);
  });
}
