/** The picture of an entry that is being written: seen before it leaves, taken out again, and asked for its words. */

export interface EntryPicture {
  /** A file that was chosen; null where there is none. */
  file(): File | null;
  /** As if it had been chosen here. */
  put(file: File): void;
  /** No picture, and no words of one. */
  takeOut(): void;
  /** True once for each picture without words: said before a large one is on its way through a thin net; who sends it again means it. */
  asksForWords(): boolean;
  /** After the form was filled by something else than a person. */
  show(): void;
}

export function helpPicture(form: HTMLFormElement): EntryPicture {
  const input = form.querySelector<HTMLInputElement>('[data-entry-picture]');
  const part = form.querySelector<HTMLElement>('[data-entry-alt]');
  const alt = form.querySelector<HTMLInputElement>('[name="alt"]');
  const known = form.querySelector<HTMLInputElement>('[name="pictureId"]');
  let isAsked = false;

  const file = () => [...(input?.files ?? [])].find(({ size }) => size > 0) ?? null;
  const show = () => {
    const isIn = file() !== null || known?.value !== '';
    const name = form.querySelector('[data-picture-name]');
    if (name) name.textContent = isIn ? 'Another' : 'Picture';
    part?.classList.toggle('shown', isIn);
    part?.querySelector('img')?.remove();
    const chosen = file();
    if (chosen) part?.prepend(smallPicture(chosen));
  };
  const takeOut = () => {
    if (input) input.value = '';
    if (alt) alt.value = '';
    if (known) known.value = '';
    isAsked = false;
    show();
  };

  input?.addEventListener('change', () => {
    isAsked = false;
    show();
  });
  form.querySelector('[data-picture-out]')?.addEventListener('click', () => {
    takeOut();
    input?.focus();
  });
  show();
  return {
    file,
    put(given) {
      const files = new DataTransfer();
      files.items.add(given);
      if (input) input.files = files.files;
      show();
    },
    takeOut,
    asksForWords() {
      if (file() === null || alt?.value.trim() !== '' || isAsked) return false;
      isAsked = true;
      alt.focus();
      return true;
    },
    show,
  };
}

/** As it is on this device; a browser that cannot draw its format shows nothing of it. */
export function smallPicture(bytes: Blob): HTMLImageElement {
  const image = new Image();
  const address = URL.createObjectURL(bytes);
  image.className = 'entry-thumb';
  image.alt = '';
  image.addEventListener('load', () => URL.revokeObjectURL(address), { once: true });
  image.addEventListener('error', () => image.remove(), { once: true });
  image.src = address;
  return image;
}
