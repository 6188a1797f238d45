/**
 * Alerts on a page: the box that asks for them. Nothing is asked before a click. The reader's own page of them has a script of its
 * own (own-alerts.ts): what it takes is as much again, and no other page needs it.
 */
import {
  CallRefusal,
  healIfPossible,
  hearStory,
  loadDevice,
  stopStory,
  tickedIn,
  turnOn,
  whatPrevents,
} from './device.ts';
import { storedDevice } from './device-store.ts';
import { say } from './say.ts';

const box = document.querySelector<HTMLElement>('[data-follow]');

void healIfPossible();
if (box) openBox(box);

function openBox(of: HTMLElement): void {
  const form = of.querySelector<HTMLFormElement>('[data-follow-form]');
  if (!form) return;
  of.hidden = false;
  const prevents = whatPrevents();
  if (prevents) {
    say(of, prevents);
    form.hidden = prevents !== 'denied';
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void follow(of, form);
  });
  const storyId = of.dataset.follow;
  if (prevents === null) void offerMore(form);
  if (storyId && prevents === null) {
    void showStory(of, storyId);
    for (const button of of.querySelectorAll<HTMLButtonElement>('[data-story-do]'))
      button.addEventListener('click', () => void changeStory(of, storyId, button.dataset.storyDo ?? ''));
  }
}

/** Where alerts are on already, the button adds to them. */
async function offerMore(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('[data-words-more]');
  const device = await storedDevice().catch(() => null); // no storage: then the first words fit
  if (button && device) button.textContent = button.dataset.wordsMore ?? '';
}

/** What this device hears of the story, as it remembers; the newsroom is not asked on each story that is read. */
async function showStory(of: HTMLElement, storyId: string): Promise<void> {
  const device = await storedDevice().catch(() => null); // no storage: then nothing is remembered either
  const stopped = device?.stopped?.includes(storyId) ?? false;
  const follows = device?.follows?.some((one) => one.kind === 'story' && one.subjectId === storyId) ?? false;
  const shown = stopped ? 'stopped' : follows ? 'follows' : '';
  for (const words of of.querySelectorAll<HTMLElement>('[data-story-is]'))
    words.hidden = words.dataset.storyIs !== shown;
  const wanted = stopped ? 'hear' : device ? 'stop' : '';
  for (const button of of.querySelectorAll<HTMLElement>('[data-story-do]'))
    button.hidden = button.dataset.storyDo !== wanted;
  // Whoever follows more below does not follow what they have just stopped.
  if (stopped) tickStory(of, false);
}

function tickStory(of: HTMLElement, isWanted: boolean): void {
  const chip = of.querySelector<HTMLInputElement>('input[name="follow"][value^="story:"]');
  if (chip) chip.checked = isWanted;
}

async function changeStory(of: HTMLElement, storyId: string, what: string): Promise<void> {
  say(of, null);
  try {
    const done = what === 'stop' ? await stopStory(storyId) : await hearStory(storyId);
    if (!done) say(of, 'failed');
    else if (what === 'hear') tickStory(of, true);
  } catch {
    say(of, 'failed'); // no network: the words say what to do
  }
  await showStory(of, storyId);
}

async function follow(of: HTMLElement, form: HTMLFormElement): Promise<void> {
  const follows = tickedIn(form);
  if (follows.length === 0) return say(of, 'nothing');
  const had = Notification.permission === 'granted';
  say(of, had ? null : 'asking');
  form.ariaBusy = 'true';
  try {
    const outcome = await turnOn(follows);
    say(of, outcome === 'on' ? (had ? 'added' : 'on') : 'denied');
    if (outcome === 'on') await loadDevice().catch(() => null); // so that it is remembered; the page does without
    await offerMore(form);
    if (of.dataset.follow) await showStory(of, of.dataset.follow);
  } catch (error) {
    // No network, or the push service did not answer, or the newsroom refused: the words say what to do.
    say(of, error instanceof CallRefusal && error.code === 'too-many-tries' ? 'crowded' : 'failed');
  }
  form.ariaBusy = null;
}
