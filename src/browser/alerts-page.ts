/** The reader's own page of alerts: shows what this device follows, saves it, ends it. */
import {
  type DeviceShown,
  type Follow,
  loadDevice,
  saveFollows,
  tickedIn,
  turnOff,
  turnOn,
  whatPrevents,
} from './device.ts';
import { say } from './say.ts';

export async function openAlertsPage(page: HTMLElement): Promise<void> {
  const form = page.querySelector<HTMLFormElement>('[data-alerts-form]');
  const end = page.querySelector<HTMLButtonElement>('[data-end]');
  if (!form || !end) return;
  const prevents = whatPrevents();
  if (prevents) say(page, prevents);
  if (prevents && prevents !== 'denied') return;
  let device = await loadDevice().catch(() => null); // no network: the page is as for a new reader, and saving says so
  fill(page, form, device);
  form.hidden = false;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(page, async () => {
      const follows = chosenIn(form);
      if (device && device.goneWhy === null && (await saveFollows(follows))) state(page, 'saved');
      else await begin(page, follows);
      const before = device;
      device = await loadDevice();
      if (device) fill(page, form, device, before !== null);
    });
  });
  end.addEventListener('click', () => {
    void attempt(page, async () => {
      await turnOff();
      device = null;
      fill(page, form, null, true);
      state(page, 'ended');
    });
  });
}

async function begin(page: HTMLElement, follows: Follow[]): Promise<void> {
  if (follows.length === 0) return say(page, 'nothing');
  say(page, 'asking');
  say(page, await turnOn(follows));
}

async function attempt(page: HTMLElement, work: () => Promise<void>): Promise<void> {
  say(page, null);
  try {
    await work();
  } catch {
    say(page, 'failed'); // no network, or a refusal: the words say what to do
  }
}

function chosenIn(form: HTMLFormElement): Follow[] {
  const all = form.querySelector<HTMLSelectElement>('select[name="all"]')?.value ?? '';
  return [...(all === '' ? [] : [{ kind: 'all', subjectId: '', level: all }]), ...tickedIn(form)];
}

function fill(page: HTMLElement, form: HTMLFormElement, device: DeviceShown | null, keepState = false): void {
  const part = <E extends HTMLElement>(name: string) => page.querySelector<E>(`[data-${name}]`);
  const save = part<HTMLButtonElement>('save');
  const end = part<HTMLButtonElement>('end');
  const isOn = device !== null && device.goneWhy === null;
  if (save) save.textContent = (isOn ? save.dataset.wordsSave : save.dataset.wordsOn) ?? '';
  if (end) end.hidden = device === null;
  if (!keepState) state(page, device === null ? 'off' : stateOf(device));
  if (device) tick(form, device);
  listStories(part('stories'), part('stories-list'), device);
  listSent(part('sent'), part('sent-list'), part('sent-none'), device);
}

function stateOf(device: DeviceShown): string {
  if (device.goneWhy !== null) return 'gone';
  return device.welcomed ? 'is-on' : 'waiting';
}

function state(page: HTMLElement, name: string): void {
  for (const words of page.querySelectorAll<HTMLElement>('[data-state-is]'))
    words.hidden = words.dataset.stateIs !== name;
}

function tick(form: HTMLFormElement, device: DeviceShown): void {
  const all = form.querySelector<HTMLSelectElement>('select[name="all"]');
  if (all) all.value = device.follows.find((follow) => follow.kind === 'all')?.level ?? '';
  const followed = new Map(device.follows.map((follow) => [`${follow.kind}:${follow.subjectId}`, follow]));
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name="follow"]')) {
    const [kind, subjectId] = input.value.split(':');
    const follow = followed.get(`${kind}:${subjectId}`);
    input.checked = follow !== undefined;
    if (follow) input.value = `${kind}:${subjectId}:${follow.level}`; // a level chosen elsewhere is kept
  }
}

/** Stories and sources followed have no box on this page yet. */
function listStories(field: HTMLElement | null, list: HTMLElement | null, device: DeviceShown | null): void {
  if (!field || !list) return;
  const stories = (device?.follows ?? []).filter(({ kind }) => kind === 'story' || kind === 'source');
  field.hidden = stories.length === 0;
  list.replaceChildren(
    ...stories.map((follow) => {
      const label = document.createElement('label');
      label.className = 'chip';
      const input = document.createElement('input');
      Object.assign(input, { type: 'checkbox', name: 'follow', checked: true });
      input.value = `${follow.kind}:${follow.subjectId}:${follow.level}`;
      label.append(input, ` ${follow.name}`);
      return label;
    }),
  );
}

function listSent(
  section: HTMLElement | null,
  list: HTMLElement | null,
  none: HTMLElement | null,
  device: DeviceShown | null,
): void {
  if (!section || !list || !none) return;
  section.hidden = device === null;
  const sent = device?.sent ?? [];
  none.hidden = sent.length > 0;
  list.replaceChildren(
    ...sent.map((alert) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = alert.path;
      link.textContent = alert.headline;
      const time = document.createElement('time');
      time.dateTime = new Date(alert.at).toISOString();
      time.textContent = new Date(alert.at).toLocaleString(document.documentElement.lang || 'en');
      const body = document.createElement('p');
      body.textContent = alert.body;
      item.append(time, document.createElement('br'), link, body);
      return item;
    }),
  );
}
