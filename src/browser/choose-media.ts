/**
 * The picker: a piece of the library is chosen without leaving the page. It looks for words, takes what is dropped, pasted or
 * chosen from the disk, and answers with what was picked; nothing, where it was closed.
 */
import { sendWithLines } from './media-lines.ts';
import { type ChosenMedia, filesIn } from './upload-media.ts';

export interface MediaWish {
  kinds?: ChosenMedia['kind'][];
  /** Several, for a gallery. */
  many?: boolean;
}

const QUIET = 250; // ms without a keystroke before it looks
const AGAIN = 2_000; // ms until a library that did not answer is asked again

export function chooseMedia(wish: MediaWish = {}): Promise<ChosenMedia[]> {
  return new Promise((answer) => new Picker(wish, answer).open());
}

class Picker {
  readonly #wish: MediaWish;
  readonly #answer: (chosen: ChosenMedia[]) => void;
  readonly #dialog = document.createElement('dialog');
  readonly #list = element('ul', 'library');
  readonly #lines = element('ul', 'media-lines');
  readonly #chosen = new Map<string, ChosenMedia>();
  readonly #use = button('Use');
  #asked = 0;

  constructor(wish: MediaWish, answer: (chosen: ChosenMedia[]) => void) {
    this.#wish = wish;
    this.#answer = answer;
  }

  open(): void {
    const search = document.createElement('input');
    search.type = 'search';
    search.dir = 'auto';
    search.placeholder = 'Caption, credit, file, person, place, day';
    search.setAttribute('aria-label', search.placeholder);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    search.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void this.#look(search.value), QUIET);
    });
    const file = document.createElement('input');
    file.type = 'file';
    file.multiple = true;
    file.setAttribute('aria-label', 'From this computer');
    file.addEventListener('change', () => this.#send([...(file.files ?? [])]));
    const close = button('Close');
    close.classList.add('quiet');
    close.addEventListener('click', () => this.#dialog.close());
    this.#use.disabled = true;
    this.#use.addEventListener('click', () => this.#dialog.close('use'));
    const head = element('div', 'media-picker-head');
    head.append(search, file, this.#use, close);
    this.#lines.setAttribute('aria-live', 'polite');
    this.#dialog.className = 'media-picker';
    this.#dialog.setAttribute('aria-label', 'Choose from the library');
    this.#dialog.append(head, this.#lines, this.#list);
    this.#dialog.addEventListener('close', () => {
      this.#answer(this.#dialog.returnValue === 'use' ? [...this.#chosen.values()] : []);
      this.#dialog.remove();
    });
    this.#takeDrops();
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    void this.#look('');
  }

  #takeDrops(): void {
    this.#dialog.addEventListener('dragover', (drag) => drag.preventDefault());
    this.#dialog.addEventListener('drop', (drop) => {
      drop.preventDefault();
      drop.stopPropagation();
      this.#send(filesIn(drop.dataTransfer));
    });
    this.#dialog.addEventListener('paste', (paste) => {
      const files = filesIn(paste.clipboardData);
      if (files.length === 0) return;
      paste.preventDefault();
      this.#send(files);
    });
  }

  #send(files: File[]): void {
    if (files.length > 0)
      void sendWithLines(this.#lines, files, (media) => {
        this.#list.prepend(this.#line(media));
        this.#choose(media, true);
      });
  }

  async #look(words: string): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    const query = new URLSearchParams({ q: words });
    if (this.#wish.kinds) query.set('kind', this.#wish.kinds.join(','));
    const media = await inLibrary(query);
    if (mine !== this.#asked) return;
    if (!media) {
      this.#list.textContent = 'The library cannot be reached; it is asked again.';
      setTimeout(() => mine === this.#asked && this.#dialog.isConnected && void this.#look(words), AGAIN);
      return;
    }
    this.#list.replaceChildren(...media.map((each) => this.#line(each)));
    if (media.length === 0) this.#list.textContent = 'No picture has all of these words.';
  }

  #line(media: ChosenMedia): HTMLElement {
    const line = document.createElement('li');
    const pick = document.createElement('button');
    pick.type = 'button';
    pick.className = 'library-pick';
    pick.dataset.media = media.id;
    pick.setAttribute('aria-pressed', String(this.#chosen.has(media.id)));
    const image = document.createElement('img');
    if (media.thumb) image.src = media.thumb;
    image.alt = media.alt;
    image.loading = 'lazy';
    const words = element('span', 'library-title');
    words.dir = 'auto';
    words.textContent = media.caption || media.name || media.credit;
    pick.append(image, words);
    pick.addEventListener('click', () => this.#choose(media, !this.#chosen.has(media.id)));
    pick.addEventListener('dblclick', () => {
      this.#choose(media, true);
      this.#dialog.close('use');
    });
    line.append(pick);
    return line;
  }

  #choose(media: ChosenMedia, isChosen: boolean): void {
    if (!this.#wish.many) this.#chosen.clear();
    if (isChosen) this.#chosen.set(media.id, media);
    else this.#chosen.delete(media.id);
    for (const pick of this.#list.querySelectorAll<HTMLElement>('[data-media]'))
      pick.setAttribute('aria-pressed', String(this.#chosen.has(pick.dataset.media ?? '')));
    this.#use.disabled = this.#chosen.size === 0;
    this.#use.textContent = this.#chosen.size > 1 ? `Use ${this.#chosen.size}` : 'Use';
  }
}

/** What is found, the newest first; null where the newsroom does not answer. */
async function inLibrary(query: URLSearchParams): Promise<ChosenMedia[] | null> {
  try {
    const answer = await fetch(`/desk/media.json?${query}`, { headers: { accept: 'application/json' } });
    return answer.ok ? ((await answer.json()) as { media: ChosenMedia[] }).media : null;
  } catch {
    return null;
  }
}

function element(name: 'ul' | 'div' | 'span', className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

function button(words: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  return made;
}
