/** The library's page: files dropped on it, pasted or chosen are sent one by one; what arrives stands at its head at once. */
import { chooseMedia } from './choose-media.ts';
import { sendWithLines } from './media-lines.ts';
import { filesIn } from './upload-media.ts';

export function takeDroppedMedia(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-media-drop]');
  const list = form?.querySelector<HTMLElement>('[data-media-lines]');
  if (!form || !list) return;
  const send = async (files: File[]) => {
    if (files.length === 0) return;
    await sendWithLines(list, files);
    await showAnew();
  };
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  input?.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    input.value = '';
    void send(files);
  });
  for (const event of ['dragover', 'dragenter'])
    document.addEventListener(event, (drag) => {
      if (!(drag as DragEvent).dataTransfer?.types.includes('Files')) return;
      drag.preventDefault();
      form.classList.add('over');
    });
  document.addEventListener('dragleave', (drag) => {
    if (drag.relatedTarget === null) form.classList.remove('over');
  });
  document.addEventListener('drop', (drop) => {
    form.classList.remove('over');
    const files = filesIn(drop.dataTransfer);
    if (files.length === 0) return;
    drop.preventDefault();
    void send(files);
  });
  document.addEventListener('paste', (paste) => {
    const files = filesIn(paste.clipboardData);
    if (files.length === 0) return;
    paste.preventDefault();
    void send(files);
  });
}

/** The list as the newsroom has it now; the lines of what was sent stay. */
async function showAnew(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [now, next] = [document, page].map((each) => each.querySelector('#library, main .empty'));
  if (now && next) now.replaceWith(document.adoptNode(next));
}

/** While a shape is cut by hand, its part of the picture is shown. */
export function showCuts(): void {
  for (const details of document.querySelectorAll<HTMLElement>('[data-cut]')) {
    const form = details.querySelector('form');
    const shown = details.parentElement?.querySelector<HTMLImageElement>('img');
    const whole = document.querySelector<HTMLImageElement>('.media-whole img');
    if (!form || !shown || !whole) continue;
    const canvas = document.createElement('canvas');
    const draw = () => {
      const value = (name: string) => Number(new FormData(form).get(name)) / 100;
      const ratio = shown.width / shown.height || 1;
      const [wide, high] = [whole.naturalWidth, whole.naturalHeight];
      const width = Math.min(value('width') * wide, high * ratio);
      const left = Math.min(value('x') * wide, wide - width);
      const top = Math.min(value('y') * high, high - width / ratio);
      canvas.width = shown.clientWidth || 320;
      canvas.height = canvas.width / ratio;
      canvas
        .getContext('2d')
        ?.drawImage(whole, left, top, width, width / ratio, 0, 0, canvas.width, canvas.height);
      if (!canvas.isConnected) form.prepend(canvas);
    };
    form.addEventListener('input', draw);
  }
}

/** Beside a story the library opens over the page, where there is script; its link leads to the library's own page else. */
export function chooseFromLibrary(): void {
  document.addEventListener('click', (click) => {
    const link = click.target instanceof Element ? click.target.closest('[data-choose-media] a') : null;
    const form = link?.closest('form');
    const field = form?.querySelector<HTMLInputElement>('[name="mediaId"]');
    if (!form || !field) return;
    click.preventDefault();
    void chooseMedia({ kinds: ['picture'] }).then(([chosen]) => {
      if (!chosen) return;
      field.value = chosen.id;
      form.requestSubmit();
    });
  });
}

/** The eye as it is set, on the picture that it is set on. */
export function showEye(): void {
  const input = document.querySelector<HTMLInputElement>('input.eye[data-eye]');
  const form = input?.form;
  const [x = 0, y = 0] = (input?.dataset.eye ?? '').split(' ').map(Number);
  if (!input || !form) return;
  const mark = document.createElement('span');
  mark.className = 'eye-mark';
  mark.style.left = `${x * input.width}px`;
  mark.style.top = `${y * input.height}px`;
  form.append(mark);
}
