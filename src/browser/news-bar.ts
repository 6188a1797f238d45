/** A quiet bar at the foot of the window: one line, one thing to do, and a cross. It takes no focus and moves nothing. */

export interface Bar {
  /** What it is about, so that it can be taken away again. */
  about: string;
  text: string;
  /** Of the text, where it is not the page's. */
  language?: string;
  /** Set before the text, in the colour of what is live. */
  mark?: string;
  /** A link, or something to do. */
  act: { word: string; path: string } | { word: string; do: (bar: HTMLElement) => void };
}

/** Shows it in place of the one before. */
export function showBar(bar: Bar, closeWord: string): void {
  document.querySelector('.news-bar')?.remove();
  const element = document.createElement('div');
  element.className = 'news-bar';
  element.dataset.about = bar.about;
  element.setAttribute('role', 'status'); // read out when there is time for it
  const text = document.createElement('span');
  text.className = 'text';
  if (bar.mark) {
    const mark = document.createElement('b');
    mark.className = 'level';
    mark.textContent = bar.mark;
    text.append(mark, ' ');
  }
  const line = document.createElement('bdi');
  line.textContent = bar.text;
  if (bar.language) line.lang = bar.language;
  text.append(line);
  element.append(text, actOf(bar, element), closer(element, closeWord));
  // Put in empty and then filled: a region that comes with its words is not read out everywhere.
  const words = [...element.childNodes];
  element.replaceChildren();
  document.querySelector('main')?.append(element);
  requestAnimationFrame(() => element.append(...words));
}

/** Takes the bar away if it is about this. */
export function dropBar(about: string): void {
  document.querySelector(`.news-bar[data-about="${CSS.escape(about)}"]`)?.remove();
}

function actOf({ act }: Bar, bar: HTMLElement): HTMLElement {
  if ('path' in act) {
    const link = document.createElement('a');
    link.className = 'button act';
    link.href = act.path;
    link.textContent = act.word;
    return link;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'act';
  button.textContent = act.word;
  button.addEventListener('click', () => act.do(bar));
  return button;
}

function closer(bar: HTMLElement, word: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'close quiet';
  button.setAttribute('aria-label', word);
  button.textContent = '×';
  button.addEventListener('click', () => bar.remove());
  return button;
}
