/** Words selected in the copy go to the form of statements beside it, which asks who says them. */
import type { Body } from './editor-body.ts';

const BEFORE = 80; // characters before the words, by which the right place is found when they stand there twice

export function startSaying({ editor }: Body): void {
  document.querySelector<HTMLElement>('[data-who-says]')?.addEventListener('click', () => {
    const { from, to } = editor.state.selection;
    const words = editor.state.doc.textBetween(from, to, ' ', ' ').trim();
    if (words === '') return;
    const start = Math.max(0, from - BEFORE);
    fill(words, editor.state.doc.textBetween(start, from, ' ', ' '));
  });
}

function fill(words: string, before: string): void {
  const place = document.querySelector<HTMLDetailsElement>('#add-statement');
  const form = place?.querySelector('form');
  if (!place || !form) return;
  place.open = true;
  put(form, 'words', words);
  put(form, 'wordsBefore', before);
  put(form, 'form', formOf(words));
  const tab = document.querySelector<HTMLInputElement>('.tab-beside');
  if (tab) tab.checked = true;
  place.scrollIntoView({ block: 'nearest' });
  form.querySelector<HTMLElement>('[name="speakerName"]')?.focus();
}

function put(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  )
    field.value = value;
}

/** A guess for the editor to look at: all in quotation marks, some, or none. */
function formOf(words: string): string {
  const quote = /["“”„«»‹›‘’「」『』]/;
  if (/^["“„«‹‘「『].*["”“»›’」』][.,!?]?$/su.test(words)) return 'direct';
  return quote.test(words) ? 'mixed' : 'indirect';
}
