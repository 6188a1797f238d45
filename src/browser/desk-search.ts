/**
 * The desk's search over any page: `/` opens the box, what is typed is looked for at once, arrows choose, Enter opens. Without script
 * the link in the bar leads to the page of it.
 */

import { untilLetGo } from './pressed.ts';

const PAUSE = 90; // ms after the last key; a fast typist makes one in a hundred

/** Opens the box for `/` and for the link in the bar. */
export function offerSearch(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-search]');
  const template = document.querySelector<HTMLTemplateElement>('template[data-search-box]');
  if (!link || !template) return;
  let box: SearchBox | null = null;
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // in a tab of its own it is a page
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('main [data-search-field]');
    if (field) return field.select(); // the page is the search
    box ??= makeBox(template);
    box.open();
  });
  showAllowNotices();
  followBell();
}

interface SearchBox {
  open(): void;
}

function makeBox(template: HTMLTemplateElement): SearchBox {
  const dialog = document.createElement('dialog');
  dialog.id = 'search-box';
  dialog.setAttribute('aria-label', 'Search');
  dialog.append(template.content.cloneNode(true));
  document.body.append(dialog);
  const field = dialog.querySelector<HTMLInputElement>('input[name="q"]');
  const found = dialog.querySelector<HTMLElement>('[data-found-here]');
  const menu = dialog.querySelector<HTMLElement>('.field-menu');
  if (!field || !found) throw new Error('the box has no field');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  const look = async (): Promise<void> => {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    const typed = field.value.trim();
    if (menu) menu.hidden = typed !== '' && !/:$/.test(typed);
    if (typed === '') return found.replaceChildren();
    const answer = await fetch(`/desk/search/found?${new URLSearchParams({ q: typed })}`, {
      signal,
    }).catch(() => null); // typed on meanwhile, or no net: Enter leads to the page, which says so
    if (!answer?.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    await untilLetGo();
    if (!signal.aborted) found.replaceChildren(...page.body.childNodes);
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), PAUSE);
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(dialog, field, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      event.preventDefault(); // the field would be emptied first, and the box closed by a second one
      dialog.close();
    } else if (event.key === '/' && event.target !== field) {
      event.preventDefault();
      field.select();
    }
  });
  dialog.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const help = target?.closest<HTMLElement>('[data-field]');
    if (help) {
      event.preventDefault();
      field.value = `${field.value.trim()} ${help.dataset.field ?? ''}`.trim();
      field.focus();
    } else if (target === dialog) dialog.close(); // beside it
  });
  return {
    open() {
      dialog.showModal();
      field.select();
    },
  };
}

/** The next line that was found; above the first one is the box. */
function step(dialog: HTMLElement, field: HTMLElement, by: number): void {
  const lines = [...dialog.querySelectorAll<HTMLElement>('[data-found]')];
  const at = lines.indexOf(document.activeElement as HTMLElement) + by;
  (at < 0 || lines.length === 0 ? field : lines[Math.min(at, lines.length - 1)])?.focus();
}

/** Notices of the browser are asked for by a button, never on load. */
function showAllowNotices(): void {
  const button = document.querySelector<HTMLElement>('[data-allow-notices]');
  if (!button || !('Notification' in window) || Notification.permission !== 'default') return;
  button.hidden = false;
  button.addEventListener('click', () => {
    void Notification.requestPermission().then(() => {
      button.hidden = true;
    });
  });
}

/** What rings while a page is open is told once for all its tabs. */
function followBell(): void {
  const place = document.querySelector<HTMLElement>('#bell');
  if (!place) return;
  const countOf = () => Number(place.querySelector<HTMLElement>('[data-bell]')?.dataset.bell ?? 0);
  let had = countOf();
  new MutationObserver(() => {
    const now = countOf();
    const mark = place.querySelector<HTMLAnchorElement>('[data-bell]');
    if (now > had && mark && 'Notification' in window && Notification.permission === 'granted') {
      const notice = new Notification(mark.dataset.said ?? '', { tag: 'crier-bell' });
      notice.addEventListener('click', () => {
        window.focus();
        location.assign(mark.href);
      });
    }
    had = now;
  }).observe(place, { childList: true });
}
