/** The copy on this computer: written at every change, offered back after a crash, thrown away once it is saved. */
import type { Body } from './editor-body.ts';

interface Kept {
  at: number;
  basedOn: string;
  fields: Record<string, string>;
}

const copied = ['headline', 'dek', 'byline', 'dateline', 'bodyHtml'];

function keyOf(form: HTMLFormElement): string {
  return `crier:copy:${form.dataset.story}`;
}

function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const data = new FormData(form);
  return Object.fromEntries(copied.map((name) => [name, String(data.get(name) ?? '')]));
}

export function rememberDraft(form: HTMLFormElement): void {
  const basedOn = String(new FormData(form).get('basedOn') ?? '');
  const kept: Kept = { at: Date.now(), basedOn, fields: fieldsOf(form) };
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(kept));
  } catch {
    // A full or forbidden store: the newsroom still gets its takes, and the state line says how that goes.
  }
}

export function forget(form: HTMLFormElement): void {
  localStorage.removeItem(keyOf(form));
}

/** Shows what was written here and never saved, if it is not what the page shows anyway. */
export function offerBack(form: HTMLFormElement, body: Body): void {
  const kept = read(form);
  if (!kept) return;
  const now = fieldsOf(form);
  const isSame = copied.every((name) => (kept.fields[name] ?? '').trim() === (now[name] ?? '').trim());
  if (isSame) {
    forget(form);
    return;
  }
  const isOlder = kept.basedOn !== String(new FormData(form).get('basedOn'));
  const notice = document.createElement('div');
  notice.className = 'notice unsure';
  notice.setAttribute('role', 'status');
  const said = document.createElement('p');
  const time = new Date(kept.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  said.textContent = `What was written on this computer at ${time} was not saved.${
    isOlder ? ' The story has been saved since by another way.' : ''
  }`;
  const actions = document.createElement('p');
  actions.className = 'actions';
  const back = button('Put it back', () => {
    putBack(form, body, kept);
    notice.remove();
  });
  const away = button('Throw it away', () => {
    forget(form);
    notice.remove();
  });
  away.classList.add('quiet');
  actions.append(back, away);
  notice.append(said, actions);
  document.querySelector('#notices')?.append(notice);
}

function read(form: HTMLFormElement): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(form)) ?? 'null') as Kept | null;
  } catch {
    return null; // not ours, or no store at all
  }
}

function putBack(form: HTMLFormElement, body: Body, kept: Kept): void {
  for (const name of copied) {
    const field = form.elements.namedItem(name);
    const value = kept.fields[name] ?? '';
    if (name === 'bodyHtml') body.set(value);
    else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'small';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}
