/**
 * The alert as it is composed: lengths, where devices cut it and how they show it, as one types; who would hear it at the
 * level chosen. Without this script the page shows the same after each save.
 */
import { FILLED } from './desk-folds.ts';
import { fetchPlace } from './desk-live.ts';

type Part = 'headline' | 'body';

interface Device {
  name: string;
  headline: number;
  body: number;
}

const SOON = 150; // ms after the last change of level, before the newsroom is asked to count

export function startAlert(form: HTMLFormElement): void {
  const panel = document.querySelector<HTMLElement>('[data-alert-panel]');
  if (!panel) return;
  const devices = JSON.parse(panel.dataset.devices ?? '[]') as Device[];
  const show = () => {
    for (const words of panel.querySelectorAll<HTMLElement>('[data-alert-words]'))
      for (const part of ['headline', 'body'] as const) showPart(form, { words, part, devices });
  };
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.form === form) show();
  });
  document.addEventListener(FILLED, show);
  followLevel(panel);
  leadThere(panel);
  sayAudience(panel);
}

/** The field's own words; where it is empty what the copy says, as it stands in its fields now. */
function showPart(
  form: HTMLFormElement,
  { words, part, devices }: { words: HTMLElement; part: Part; devices: Device[] },
): void {
  const field = words.querySelector<HTMLTextAreaElement>(`[data-alert-part="${part}"]`);
  if (!field) return;
  if (words.dataset.follows !== undefined) {
    const copy = form.querySelector<HTMLTextAreaElement>(
      `[name="${part === 'headline' ? 'headline' : 'dek'}"]`,
    );
    if (copy) field.placeholder = part === 'body' ? credited(line(copy.value), words) : line(copy.value);
  }
  const own = line(field.value);
  const text = own === '' ? field.placeholder : part === 'body' ? credited(own, words) : own;
  for (const place of words.querySelectorAll(`[data-shows="${part}"]`)) place.textContent = text;
  const cuts = words.querySelector<HTMLElement>(`[data-cuts="${part}"]`);
  if (cuts) sayCuts(cuts, text, { part, devices });
}

const line = (text: string) => text.replace(/\s+/g, ' ').trim();

function credited(body: string, words: HTMLElement): string {
  const credit = words.dataset.credit ?? '';
  return credit === '' || body.includes(credit) ? body : `${body} (${credit})`.trim();
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

function sayCuts(
  place: HTMLElement,
  text: string,
  { part, devices }: { part: Part; devices: Device[] },
): void {
  let [length, width] = [0, 0];
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    length += 1;
    width += wide.test(segment) ? 2 : 1;
  }
  const cut = devices.filter((device) => width > device[part]);
  const most = Number(place.dataset.most);
  place.replaceChildren(`${length} of ${most}`);
  if (cut.length === 0) place.append('; whole on every device');
  else {
    const mark = document.createElement('span');
    mark.dataset.cut = '';
    mark.textContent = `cut on ${cut.map((device) => `${device.name} (${device[part]})`).join(', ')}`;
    place.append('; ', mark);
  }
  place.classList.toggle('wrong', length > most);
}

/** What hangs on the level: the word of a flash, what the publish panel says, and who would hear it. */
function followLevel(panel: HTMLElement): void {
  const level = panel.querySelector<HTMLSelectElement>('[data-alert-level]');
  const audience = panel.querySelector<HTMLElement>('[data-audience]');
  if (!level) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  level.addEventListener('change', () => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-flash]'))
      place.hidden = level.value !== 'flash';
    for (const said of document.querySelectorAll('[data-alert-said]'))
      said.textContent = level.value === '' ? 'no alert' : level.value;
    const details = panel.querySelector<HTMLDetailsElement>('[data-fold="alert"]');
    if (details && level.value !== '') details.open = true;
    if (!audience) return;
    audience.dataset.liveFrom = `${audience.dataset.audience}?level=${encodeURIComponent(level.value)}`;
    clearTimeout(waiting);
    waiting = setTimeout(() => void fetchPlace(audience), SOON);
  });
}

/** The last thing seen before publishing: how many it would reach now, as they were counted. */
function sayAudience(panel: HTMLElement): void {
  document.querySelector('#publish')?.addEventListener('toggle', () => {
    const count = panel.querySelector('#audience b')?.textContent;
    const level = panel.querySelector<HTMLSelectElement>('[data-alert-level]')?.value;
    for (const said of document.querySelectorAll('[data-audience-said]'))
      said.textContent = count && level ? `, ${count} now` : '';
  });
}

/** From the publish panel, and by its key, to the alert: on a narrow screen it stands in another pane. */
function leadThere(panel: HTMLElement): void {
  const go = () => {
    document.querySelector<HTMLElement>('#publish:popover-open')?.hidePopover();
    const tab = document.querySelector<HTMLInputElement>('.tab-beside');
    if (tab) tab.checked = true;
    panel.scrollIntoView({ block: 'start' });
    panel.querySelector<HTMLElement>('[data-alert-level]')?.focus();
  };
  for (const button of document.querySelectorAll('[data-to-alert]')) button.addEventListener('click', go);
  document.addEventListener('keydown', (event) => {
    if (!event.ctrlKey || !event.altKey || event.code !== 'KeyA') return;
    event.preventDefault();
    go();
  });
}
