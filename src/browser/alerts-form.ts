/** Between the form of the reader's own page and what the newsroom keeps of a device. */
import type { DeviceState, Follow } from './device.ts';
import { timeZoneHere } from './device-calls.ts';
import type { DeviceSettings } from './device-store.ts';

const HOUR = 60; // minutes

/** What is chosen to be followed; single stories, which have buttons of their own, come from the device. */
export function followsIn(form: HTMLFormElement, device: DeviceState | null): Follow[] {
  const chosen = wishesOf(form).flatMap((select): Follow[] => {
    const [kind = '', subjectId = ''] = (select.dataset.wish ?? '').split(':');
    return select.value === '' ? [] : [{ kind, subjectId, level: select.value }];
  });
  const shown = new Set(wishesOf(form).map((select) => select.dataset.wish));
  const others = (device?.follows ?? []).filter(({ kind, subjectId }) => !shown.has(`${kind}:${subjectId}`));
  return [...chosen, ...others.map(({ kind, subjectId, level }) => ({ kind, subjectId, level }))];
}

/** Puts the selects as the device follows; a fold with something chosen inside stands open. */
export function showFollows(form: HTMLFormElement, device: DeviceState): void {
  const levels = new Map(device.follows.map((one) => [`${one.kind}:${one.subjectId}`, one.level]));
  for (const select of wishesOf(form)) select.value = levels.get(select.dataset.wish ?? '') ?? '';
  for (const fold of form.querySelectorAll<HTMLDetailsElement>('details[data-wishes]'))
    fold.open ||= [...fold.querySelectorAll('select')].some((select) => select.value !== '');
}

const wishesOf = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLSelectElement>('[data-wish]')];

export function settingsIn(form: HTMLFormElement): DeviceSettings {
  const part = partOf(form);
  const from = minutesOf(part<HTMLInputElement>('quiet-from')?.value);
  const to = minutesOf(part<HTMLInputElement>('quiet-to')?.value);
  const wanted = part<HTMLInputElement>('quiet')?.checked && from !== null && to !== null;
  const cap = Number(part<HTMLSelectElement>('cap')?.value);
  return {
    languages: languagesIn(form),
    timeZone: timeZoneHere(),
    quiet: wanted ? { from, to } : null,
    breaks: part<HTMLSelectElement>('breaks')?.value ?? 'flash',
    cap: cap > 0 ? cap : null,
  };
}

/** The first empty choice ends the list. */
function languagesIn(form: HTMLFormElement): string[] {
  const chosen = languageSelects(form).map((select) => select.value);
  const end = chosen.indexOf('');
  return [...new Set(end === -1 ? chosen : chosen.slice(0, end))];
}

const languageSelects = (form: HTMLFormElement) => [
  ...form.querySelectorAll<HTMLSelectElement>('select[data-language]'),
];

export function showSettings(form: HTMLFormElement, settings: DeviceSettings): void {
  const part = partOf(form);
  for (const [place, select] of languageSelects(form).entries()) {
    const language = settings.languages[place] ?? '';
    // A language without an edition any more is kept, and can be seen.
    if (language !== '' && ![...select.options].some((option) => option.value === language))
      select.add(new Option(language, language));
    select.value = language;
  }
  const quiet = part<HTMLInputElement>('quiet');
  if (quiet) quiet.checked = settings.quiet !== null;
  if (settings.quiet) {
    const { from, to } = settings.quiet;
    for (const [name, minutes] of Object.entries({ 'quiet-from': from, 'quiet-to': to })) {
      const input = part<HTMLInputElement>(name);
      if (input) input.value = clockOf(minutes);
    }
  }
  const breaks = part<HTMLSelectElement>('breaks');
  if (breaks) breaks.value = settings.breaks;
  showCap(part<HTMLSelectElement>('cap'), settings.cap);
}

function showCap(select: HTMLSelectElement | null, cap: number | null): void {
  if (!select) return;
  const value = cap === null ? '' : String(cap);
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
  select.value = value;
}

/** Parts that make sense only with another choice are shown with it. */
export function showDependents(form: HTMLFormElement): void {
  const part = partOf(form);
  const hours = part<HTMLElement>('quiet-hours');
  if (hours) {
    hours.hidden = !part<HTMLInputElement>('quiet')?.checked;
    // A time that was cleared holds nothing up where it is out of sight, and stands there again when it is wanted.
    for (const time of hours.querySelectorAll('input')) {
      time.disabled = hours.hidden;
      if (hours.hidden && time.value === '') time.value = time.defaultValue;
    }
  }
  const selects = languageSelects(form);
  for (const [place, select] of selects.entries()) {
    const before = selects[place - 1];
    const field = select.closest<HTMLElement>('[data-language-field]');
    if (field) field.hidden = before !== undefined && (before.value === '' || before.value === '*');
    if (field?.hidden) select.value = '';
  }
  const zone = part<HTMLElement>('zone');
  if (zone)
    zone.textContent = (zone.dataset.zone ?? '').replace('{zone}', timeZoneHere().replaceAll('_', ' '));
}

function partOf(form: HTMLFormElement) {
  return <E extends HTMLElement>(name: string) => form.querySelector<E>(`[data-${name}]`);
}

function minutesOf(clock: string | undefined): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(clock ?? '') ?? [];
  return hours === undefined ? null : Number(hours) * HOUR + Number(minutes);
}

const two = (number: number) => String(number).padStart(2, '0');

const clockOf = (minutes: number) => `${two(Math.floor(minutes / HOUR))}:${two(minutes % HOUR)}`;
