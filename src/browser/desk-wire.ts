/** The wire page: choosing an item shows it beside the list, without a new page. */

const PAUSE = 90; // ms without another j or k before the item is fetched

interface Coming {
  /** The id of the item. */
  item: string;
  shown: Promise<void>;
}

let coming: Coming | null = null;

/** The item that was chosen and is not there yet; null where it is. */
export const chosenComing = (): Coming | null => coming;

/** Does nothing on other pages. */
export function readWireInPlace(): void {
  const list = document.querySelector<HTMLElement>('#wire-rows');
  const beside = document.querySelector<HTMLElement>('#beside');
  // In the editor the wire stands beside the copy: there an item opens as a page of its own.
  if (!list || !beside || !location.pathname.startsWith('/desk/wire')) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  list.addEventListener('crier:row', ({ target }) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void choose(list, target as HTMLAnchorElement), PAUSE);
  });
  list.addEventListener('click', (event) => {
    const row = (event.target as Element).closest<HTMLAnchorElement>('[data-item]');
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void choose(list, row).then(() => showTab('copy'));
  });
  new MutationObserver(() => chooseFirst(list)).observe(list, { childList: true });
  beside.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href*="version="]');
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void show(link.href).then(() => showTab('copy'));
  });
}

/**
 * A list that was empty is read from its top on as soon as something stands in it, as one that is opened full; not where one pane
 * is shown at a time, and it is the list.
 */
function chooseFirst(list: HTMLElement): void {
  const first = list.querySelector<HTMLAnchorElement>('[data-item]');
  const isShown = document.querySelector('#copy')?.checkVisibility() === true;
  if (first && isShown && list.dataset.selected === '') void choose(list, first);
}

async function choose(list: HTMLElement, row: HTMLAnchorElement): Promise<void> {
  list.dataset.selected = row.dataset.item ?? '';
  for (const other of list.querySelectorAll('[data-item]')) {
    other.classList.remove('on');
    if (other === row) other.setAttribute('aria-current', 'true');
    else other.removeAttribute('aria-current');
  }
  const mine = { item: row.dataset.item ?? '', shown: show(row.href) };
  coming = mine;
  await mine.shown;
  if (coming === mine) coming = null;
}

/** Fetches the item's page and takes its two panes. A slower answer to an earlier choice is dropped. */
async function show(address: string): Promise<void> {
  // Until the chosen one is there, the buttons are still those of the one before it.
  for (const button of document.querySelectorAll<HTMLButtonElement>('#copy button, #beside button'))
    button.disabled = true;
  history.replaceState(null, '', address);
  const answer = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => null);
  if (location.href !== new URL(address, location.href).href) return;
  if (!answer?.ok || answer.redirected) return location.assign(address); // the browser says why
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const id of ['copy', 'beside']) {
    const [here, there] = [document.getElementById(id), page.getElementById(id)];
    if (!here || !there) continue;
    here.replaceChildren(...there.childNodes);
    here.scrollTop = 0;
  }
}

function showTab(pane: string): void {
  const tab = document.querySelector<HTMLInputElement>(`.tab-${pane}`);
  if (tab) tab.checked = true;
}
