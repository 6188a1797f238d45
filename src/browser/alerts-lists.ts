/** The lists of the reader's own page that come from the newsroom: single stories, and the last alerts. */
import type { AlertEntry, DeviceState, NamedStory } from './device.ts';
import { deviceTime } from './device-time.ts';

/** Words of the page's language that it brings along. */
export function wordOf(page: HTMLElement, name: string): string {
  const found = page.querySelector<HTMLTemplateElement>(`template[data-word="${CSS.escape(name)}"]`);
  return found?.content.textContent ?? '';
}

export interface StoryActs {
  /** By the list that a story stands in: what its button does. */
  [list: string]: (storyId: string) => void;
}

/** Fills the lists of single stories; an empty one is hidden. */
export function listStories(page: HTMLElement, device: DeviceState | null, acts: StoryActs): void {
  const followed = (device?.follows ?? []).flatMap((follow): NamedStory[] =>
    follow.kind === 'story'
      ? [{ storyId: follow.subjectId, headline: follow.name, path: follow.path ?? '' }]
      : [],
  );
  const lists: Record<string, [NamedStory[], string]> = {
    stories: [followed, 'unfollow'],
    ended: [device?.ended ?? [], 'follow-again'],
    stopped: [device?.stopped ?? [], 'hear-again'],
  };
  for (const [name, [stories, word]] of Object.entries(lists)) {
    const field = page.querySelector<HTMLElement>(`[data-list="${name}"]`);
    if (!field) continue;
    field.hidden = stories.length === 0;
    const rows = stories.map((story) =>
      storyRow(story, wordOf(page, word), () => acts[name]?.(story.storyId)),
    );
    field.querySelector('ul')?.replaceChildren(...rows);
  }
}

function storyRow(story: NamedStory, word: string, act: () => void): HTMLElement {
  const row = document.createElement('li');
  const link = document.createElement('a');
  link.textContent = story.headline;
  link.dir = 'auto';
  if (story.path !== '') link.href = story.path;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = word;
  button.setAttribute('aria-label', `${word}: ${story.headline}`);
  button.addEventListener('click', act);
  row.append(link, button);
  return row;
}

/** The last alerts to this device, newest first. */
export function listSent(page: HTMLElement, device: DeviceState | null): void {
  const part = <E extends HTMLElement>(name: string) => page.querySelector<E>(`[data-${name}]`);
  const section = part('sent');
  const none = part('sent-none');
  if (section) section.hidden = device === null;
  if (none) none.hidden = (device?.sent ?? []).length > 0;
  part('sent-list')?.replaceChildren(...(device?.sent ?? []).map((alert) => sentRow(page, alert)));
}

function sentRow(page: HTMLElement, alert: AlertEntry): HTMLElement {
  const row = document.createElement('li');
  const time = document.createElement('time');
  time.dateTime = new Date(alert.at).toISOString();
  time.textContent = clockTime(alert.at);
  const mark = document.createElement('span');
  mark.className = 'level';
  mark.textContent = wordOf(page, `kind-${alert.kind}`) || wordOf(page, `level-${alert.level}`);
  const head = document.createElement('p');
  head.className = 'when';
  head.append(time, ...(mark.textContent === '' ? [] : [' ', mark]));
  const link = document.createElement('a');
  link.href = alert.path;
  link.textContent = alert.headline;
  const headline = document.createElement('p');
  headline.className = 'headline';
  Object.assign(link, { lang: alert.language, dir: 'auto' });
  headline.append(link);
  row.append(head, headline);
  const state = stateOf(page, alert);
  if (state !== '') {
    const said = document.createElement('p');
    said.className = 'small';
    said.textContent = state;
    row.append(said);
  }
  return row;
}

function stateOf(page: HTMLElement, alert: AlertEntry): string {
  const name = alert.state === 'held' ? (alert.why === 'cap' ? 'heldCap' : 'heldQuiet') : alert.state;
  const time = alert.until === null ? '' : clockTime(alert.until);
  return wordOf(page, `state-${name}`).replace('{time}', time);
}

/** In the page's language, on this device's clock; the day only where it is not today. */
const clockTime = (at: number): string => deviceTime(at, document.documentElement.lang || 'en');
