/**
 * Folds of a story's page that are empty until somebody opens one: the page is asked for whole, once, and every fold that is
 * empty is filled from it. A part that came anew since, and is lean again, is filled when one of its folds is opened.
 */
export function fillFoldsOnOpening(): void {
  let isAsked = false;
  document.addEventListener(ASKED, async () => {
    if (isAsked) return;
    isAsked = true;
    await fetchWhole().catch(() => {}); // cut off on its way: the next opening asks again
    isAsked = false;
    document.dispatchEvent(new Event(FILLED));
  });
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.open && isEmpty(target)) void fillFolds();
    },
    { capture: true }, // it does not bubble
  );
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLSelectElement && isEmpty(target)) void fillFolds();
  });
  document.addEventListener('mousedown', (press) => {
    const { target } = press;
    if (!(target instanceof HTMLSelectElement) || !isEmpty(target)) return;
    press.preventDefault(); // the list would open with what it has now
    void fillFolds().then(() => {
      target.focus();
      openChoice(target);
    });
  });
}

const ASKED = 'crier:folds-asked';
/** Told of when the folds are filled, or the newsroom did not answer. */
export const FILLED = 'crier:folds-filled';

/** Settled when nothing is empty any more, or the newsroom did not answer; asked of the one script that fills them. */
export function fillFolds(): Promise<void> {
  return new Promise((done) => {
    document.addEventListener(FILLED, () => done(), { once: true });
    document.dispatchEvent(new Event(ASKED));
  });
}

/** Opens a fold and puts the focus on a field in it; on its head while it comes, so that nothing is typed elsewhere. */
export function openFold(fold: HTMLDetailsElement, field: string): void {
  const focus = () => fold.querySelector<HTMLElement>(field)?.focus();
  fold.open = true;
  if (isEmpty(fold)) {
    fold.querySelector('summary')?.focus();
    void fillFolds().then(focus);
  } else focus();
}

async function fetchWhole(): Promise<void> {
  const empty = [...document.querySelectorAll<HTMLElement>('[data-fold][data-empty]')];
  const story = document.querySelector<HTMLElement>('[data-of-story]')?.dataset.ofStory;
  if (empty.length === 0 || !story) return;
  // A page that is written in takes the lock as its opening does: it may just have been given back by the page before.
  const look = document.querySelector('#copy-form') ? '' : '&look=1';
  const address = `/desk/stories/${story}?whole=1${look}`;
  const answer = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return; // the next opening asks again
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const fold of empty) fill(fold, page);
}

/** With what the whole page has in it behind what is there already. */
function fill(fold: HTMLElement, page: Document): void {
  const whole = page.querySelector(`[data-fold="${CSS.escape(fold.dataset.fold ?? '')}"]`);
  if (!whole || whole.hasAttribute('data-empty')) return;
  fold.append(...[...whole.children].slice(fold.children.length));
  delete fold.dataset.empty;
}

const isEmpty = (fold: HTMLElement) => fold.dataset.empty !== undefined;

/** With its list shown, where the browser can. */
export function openChoice(select: HTMLSelectElement): void {
  try {
    select.showPicker();
  } catch {
    // an older browser: the focus is on it, and its own keys open it
  }
}
