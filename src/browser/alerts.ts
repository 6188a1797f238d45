/** Alerts on a page: the box that asks for them, and the reader's own page of them. Nothing is asked before a click. */
import { openAlertsPage } from './alerts-page.ts';
import { healOnVisit, tickedIn, turnOn, whatPrevents } from './device.ts';
import { say } from './say.ts';

const box = document.querySelector<HTMLElement>('[data-follow]');
const page = document.querySelector<HTMLElement>('[data-alerts-page]');

// A visit must not fail because healing did: it is tried again on the next.
if (whatPrevents() === null) healOnVisit().catch(() => {});
if (box) openBox(box);
if (page) void openAlertsPage(page);

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
  } catch {
    say(of, 'failed'); // no network, or the push service did not answer: the words say what to do
  }
  form.ariaBusy = null;
}
