/** A post or a film from elsewhere, put into the copy: its address is asked by the newsroom, and every word of it can be typed. */
import { type EmbedBlock, wordsOfRuns } from '../kit/body-shape.ts';
import { plainRun } from '../kit/runs.ts';
import { typedAddress } from '../kit/safe-href.ts';
import { findPost } from './library-asks.ts';

const NAMES = ['address', 'title', 'author', 'site'] as const;
type Name = (typeof NAMES)[number];
const LABELS: Record<Name, string> = {
  address: 'Address of the post or film',
  title: 'Title, or its words',
  author: 'Author',
  site: 'Site',
};

/** Asks for a post, or for another state of one; null where it was closed. */
export function askForPost(had: EmbedBlock | null): Promise<EmbedBlock | null> {
  return new Promise((answer) => new PostForm(had, answer).open());
}

class PostForm {
  readonly #answer: (block: EmbedBlock | null) => void;
  readonly #had: EmbedBlock | null;
  readonly #dialog = document.createElement('dialog');
  readonly #fields: Record<Name, HTMLInputElement>;
  readonly #told = document.createElement('p');
  readonly #still = document.createElement('p');
  #stillId: string | null;

  constructor(had: EmbedBlock | null, answer: (block: EmbedBlock | null) => void) {
    this.#answer = answer;
    this.#had = had;
    this.#stillId = had?.still ?? null;
    const values: Record<Name, string> = {
      address: had?.href ?? '',
      title: had ? wordsOfRuns(had.title) : '',
      author: had?.author ?? '',
      site: had?.site ?? '',
    };
    const field = (name: Name): HTMLInputElement => {
      const input = document.createElement('input');
      input.type = 'text';
      input.value = values[name];
      input.dir = name === 'address' ? 'ltr' : 'auto';
      return input;
    };
    this.#fields = {
      address: field('address'),
      title: field('title'),
      author: field('author'),
      site: field('site'),
    };
  }

  open(): void {
    const form = document.createElement('form');
    form.method = 'dialog';
    this.#told.setAttribute('role', 'status');
    this.#still.className = 'post-still';
    const use = button('Use');
    use.addEventListener('click', () => this.#use());
    const close = button('Close');
    close.classList.add('quiet');
    close.addEventListener('click', () => this.#dialog.close());
    const ends = document.createElement('p');
    ends.className = 'post-ends';
    ends.append(use, close);
    const [first, ...others] = NAMES.map((name) => this.#line(name));
    form.append(first ?? '', this.#finder(), this.#told, ...others, this.#still, ends);
    this.#dialog.className = 'post-form';
    this.#dialog.setAttribute('aria-label', 'Post or film from elsewhere');
    this.#dialog.append(form);
    this.#dialog.addEventListener('close', () => {
      this.#dialog.remove();
      this.#answer(this.#dialog.returnValue === 'use' ? this.#block() : null);
    });
    this.#showStill('');
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    this.#fields.address.focus();
  }

  /** The button beside the address; Enter and a paste press it. */
  #finder(): HTMLButtonElement {
    const { address } = this.#fields;
    address.inputMode = 'url';
    address.placeholder = 'https://';
    const find = button('Find its words');
    find.classList.add('quiet');
    find.addEventListener('click', () => void this.#find(find));
    address.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      void this.#find(find);
    });
    address.addEventListener('paste', () => setTimeout(() => void this.#find(find)));
    return find;
  }

  #line(name: Name): HTMLElement {
    const label = document.createElement('label');
    label.append(LABELS[name], this.#fields[name]);
    return label;
  }

  async #find(find: HTMLButtonElement): Promise<void> {
    if (find.disabled || this.#fields.address.value.trim() === '') return;
    find.disabled = true;
    this.#told.className = 'dim';
    this.#told.textContent = 'The newsroom is asking there …';
    try {
      const { embed, words } = await findPost(this.#fields.address.value.trim());
      const { href, title, author, site, still, thumb } = embed;
      this.#fields.address.value = href;
      // What was typed stays where nothing is said.
      for (const [name, said] of [
        ['title', title],
        ['author', author],
        ['site', site],
      ] as const)
        if (said !== '') this.#fields[name].value = said;
      this.#stillId = still;
      this.#showStill(thumb);
      this.#told.textContent = words ?? '';
    } catch (refusal) {
      this.#told.className = 'wrong';
      this.#told.textContent = (refusal as Error).message;
    }
    find.disabled = false;
  }

  #showStill(thumb: string): void {
    this.#still.replaceChildren();
    if (this.#stillId === null) return;
    if (thumb === '') this.#still.append('With its picture. ');
    else {
      const image = document.createElement('img');
      image.src = thumb;
      image.alt = '';
      this.#still.append(image);
    }
    const without = button('Without its picture');
    without.classList.add('quiet');
    without.addEventListener('click', () => {
      this.#stillId = null;
      this.#still.replaceChildren();
    });
    this.#still.append(without);
  }

  #use(): void {
    const found = typedAddress(this.#fields.address.value, null);
    const isOfTheWeb = 'href' in found && /^https?:/.test(found.href);
    if (isOfTheWeb) {
      this.#dialog.close('use');
      return;
    }
    this.#told.className = 'wrong';
    this.#told.textContent =
      'problem' in found ? found.problem : 'A post has an address that begins with https://.';
    this.#fields.address.focus();
  }

  #block(): EmbedBlock | null {
    const found = typedAddress(this.#fields.address.value, null);
    if ('problem' in found) return null;
    const said = (name: Name) => this.#fields[name].value.replace(/\s+/g, ' ').trim();
    const title = said('title');
    const isAsItWas = this.#had !== null && title === wordsOfRuns(this.#had.title);
    return {
      kind: 'embed',
      href: found.href,
      title: isAsItWas ? (this.#had?.title ?? []) : title === '' ? [] : [plainRun(title)],
      author: said('author'),
      site: said('site'),
      still: this.#stillId,
    };
  }
}

function button(words: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  return made;
}
