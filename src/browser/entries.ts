/**
 * Writing entries of a live story on a phone: what is typed is kept at every letter; what is sent is kept until the newsroom has
 * answered, and sent again until it has. The newsroom knows an entry by its id, so it arrives once.
 */
import { helpPicture, smallPicture } from './entry-picture.ts';
import {
  forgetUnsent,
  keepUnsent,
  listUnsent,
  rememberTyped,
  typedBefore,
  type UnsentEntry,
} from './entry-store.ts';
import { untilLetGo, watchPresses } from './pressed.ts';

const AGAIN = 5_000; // ms before the next try when the newsroom does not answer

const form = document.querySelector<HTMLFormElement>('[data-entry-form]');
if (form && 'indexedDB' in window) startWriting(form);

function startWriting(form: HTMLFormElement): void {
  watchPresses();
  const storyId = form.dataset.story ?? '';
  const text = form.querySelector<HTMLTextAreaElement>('[name="text"]');
  const state = form.querySelector<HTMLElement>('[data-entry-state]');
  const picture = helpPicture(form);
  let again: ReturnType<typeof setTimeout> | undefined;

  const say = (words: string, isLost = false) => {
    if (!state) return;
    state.textContent = words;
    state.classList.toggle('lost', isLost);
  };
  if (text && text.value === '') text.value = typedBefore(storyId);
  text?.addEventListener('input', () => rememberTyped(storyId, text.value));
  text?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
    if (event.key === 'Escape') text.blur();
  });
  const field = (name: string) => String(new FormData(form).get(name) ?? '');

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });

  /** Between a press and the form that is empty again: a second press of a hasty hand sends nothing. */
  let isTaking = false;

  async function send(): Promise<void> {
    if (isTaking) return;
    const data = new FormData(form);
    const file = picture.file();
    const isEmpty = ['text', 'headline', 'pictureId'].every(
      (name) => String(data.get(name) ?? '').trim() === '',
    );
    if (isEmpty && !file) {
      say('Write something, or add a picture.');
      text?.focus();
      return;
    }
    if (picture.asksForWords()) {
      say('Say what the picture shows, for those who cannot see it.', true);
      return;
    }
    const clientId = crypto.randomUUID();
    const fields = [...data].filter(
      (pair): pair is [string, string] =>
        typeof pair[1] === 'string' && pair[0] !== '_form' && pair[0] !== 'clientId',
    );
    const entry: UnsentEntry = {
      clientId,
      storyId,
      action: form.getAttribute('action') ?? '',
      at: Date.now(),
      fields,
      picture: file ? { bytes: file, name: file.name } : null,
      refused: null,
    };
    isTaking = true;
    try {
      await keepUnsent(entry); // before anything leaves: from here on it is not lost
    } catch {
      // Nothing can be kept in this browser: then the form goes as it would without script.
      form.submit();
      return;
    }
    clearForm();
    isTaking = false;
    await flush();
  }

  function clearForm(): void {
    form.reset();
    for (const name of ['text', 'headline', 'speakerName', 'saidWords', 'standingNote', 'override']) {
      const control = form.elements.namedItem(name);
      if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = '';
    }
    const key = form.elements.namedItem('isKey');
    if (key instanceof HTMLInputElement) key.checked = false;
    rememberTyped(storyId, '');
    picture.takeOut();
    text?.focus();
  }

  /** One tab of this browser sends at a time, the first written first. */
  function flush(): Promise<void> {
    clearTimeout(again);
    return 'locks' in navigator ? navigator.locks.request('crier-entries', sendAll) : sendAll();
  }

  async function sendAll(): Promise<void> {
    for (const entry of await listUnsent()) {
      if (entry.refused !== null) continue;
      const outcome = await sendOne(entry);
      if (outcome === 'away') break; // in their order: what was written later waits too
    }
    await show();
  }

  async function sendOne(entry: UnsentEntry): Promise<'sent' | 'refused' | 'away'> {
    say('sending…');
    const body = new FormData();
    body.set('_form', formToken());
    body.set('clientId', entry.clientId);
    for (const [name, value] of entry.fields) body.append(name, value);
    if (entry.picture) body.set('picture', entry.picture.bytes, entry.picture.name);
    const answer = await fetch(entry.action, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
    }).catch(() => null);
    if (answer?.ok) {
      const { words } = (await answer.json()) as { words: string };
      await forgetUnsent(entry.clientId);
      say(words);
      return 'sent';
    }
    const problem = (await answer?.json().catch(() => null)) as Problem | null | undefined;
    if (problem?.code === 'form-expired' && (await freshToken())) return sendOne(entry);
    if (
      !answer ||
      !problem ||
      answer.status >= 500 ||
      answer.status === 429 ||
      answer.status === 401 ||
      answer.status === 403
    ) {
      const isOut = answer?.status === 401 || answer?.status === 403;
      say(
        isOut
          ? 'Not sent: sign in again. What you wrote is kept on this phone.'
          : 'No net. What you wrote is kept on this phone, and is sent when there is one.',
        true,
      );
      again = setTimeout(() => void flush(), AGAIN);
      return 'away';
    }
    const words = [...new Set([problem.detail, ...Object.values(problem.fields ?? {})])].join(' ');
    await keepUnsent({ ...entry, refused: words });
    say('Not sent: see below.', true);
    return 'refused';
  }

  async function show(): Promise<void> {
    const place = document.querySelector<HTMLElement>('[data-unsent]');
    const list = place?.querySelector('[data-unsent-list]');
    if (!place || !list) return;
    await untilLetGo();
    const mine = (await listUnsent()).filter((entry) => entry.storyId === storyId);
    place.hidden = mine.length === 0;
    list.replaceChildren(...mine.map(lineOf));
  }

  function lineOf(entry: UnsentEntry): HTMLElement {
    const line = document.createElement('li');
    const words = document.createElement('p');
    words.dir = 'auto';
    words.textContent = textOf(entry);
    const why = document.createElement('p');
    why.className = 'small';
    why.textContent = entry.refused ?? 'Kept on this phone; it is sent by itself.';
    line.append(words, ...pictureOf(entry), why);
    if (entry.refused === null) return line;
    const actions = document.createElement('p');
    actions.className = 'actions';
    actions.append(
      button('Change it', () => void takeBack(entry)),
      button('Send all the same…', () => void sendAnyway(entry)),
      button('Throw it away', () => void throwAway(entry)),
    );
    line.append(actions);
    return line;
  }

  /** Into the form again, as it was typed. */
  async function takeBack(entry: UnsentEntry): Promise<void> {
    for (const [name, value] of entry.fields) {
      const control = form.elements.namedItem(name);
      if (control instanceof HTMLInputElement && control.type === 'checkbox')
        control.checked = value === control.value;
      else if (
        control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement
      )
        control.value = value;
    }
    if (entry.picture) {
      const { bytes, name } = entry.picture;
      picture.put(new File([bytes], name, { type: bytes.type }));
    } else picture.show();
    rememberTyped(storyId, textOf(entry));
    await forgetUnsent(entry.clientId);
    await show();
    text?.focus();
  }

  async function sendAnyway(entry: UnsentEntry): Promise<void> {
    const reason = window.prompt('Why it goes out all the same. The reason is kept.')?.trim();
    if (!reason) return;
    const fields = [
      ...entry.fields.filter(([name]) => name !== 'override'),
      ['override', reason] as [string, string],
    ];
    await keepUnsent({ ...entry, fields, refused: null });
    await flush();
  }

  async function throwAway(entry: UnsentEntry): Promise<void> {
    if (!window.confirm('Throw this entry away?')) return;
    await forgetUnsent(entry.clientId);
    await show();
  }

  function formToken(): string {
    return field('_form');
  }

  /** The page may have been open for longer than its token lasts. */
  async function freshToken(): Promise<boolean> {
    const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const token = page.querySelector<HTMLMetaElement>('meta[name="desk-form"]')?.content ?? '';
    const hidden = form.elements.namedItem('_form');
    if (token === '' || token === formToken() || !(hidden instanceof HTMLInputElement)) return false;
    hidden.value = token;
    return true;
  }

  window.addEventListener('online', () => void flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void flush();
  });
  void listUnsent().then((unsent) => (unsent.length > 0 ? flush() : show()));
}

interface Problem {
  code: string;
  detail: string;
  fields?: Record<string, string>;
}

function textOf(entry: UnsentEntry): string {
  return entry.fields.find(([name]) => name === 'text')?.[1] ?? '';
}

/** That a picture goes with it, which one, and what it is said to show. */
function pictureOf(entry: UnsentEntry): HTMLElement[] {
  const has = (name: string) => entry.fields.find(([field]) => field === name)?.[1] ?? '';
  if (!entry.picture && has('pictureId') === '') return [];
  const line = document.createElement('p');
  line.className = 'small';
  line.dir = 'auto';
  line.textContent = `With a picture: ${has('alt') || entry.picture?.name || 'from the library'}`;
  return entry.picture ? [smallPicture(entry.picture.bytes), line] : [line];
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet small';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}
