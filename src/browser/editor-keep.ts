/**
 * Keeping what is written: on this computer at once, at the newsroom as a take every so often. A copy leaves this
 * computer only when the newsroom has answered that it has it.
 */
import type { Body } from './editor-body.ts';
import { forget, offerBack, rememberDraft } from './editor-store.ts';

const QUIET = 4_000; // ms without a keystroke before a take is saved
const BETWEEN = 20_000; // ms at least between two takes that nobody asked for
const AGAIN = 5_000; // ms before the next try when the newsroom does not answer

export interface Keeping {
  /** Saves what changed; true when everything is kept. */
  save(): Promise<boolean>;
  /** Whether the newsroom has what the page has. */
  isKept(): boolean;
  /** How often it was saved on this page. */
  saves(): number;
  /** Stops saving by itself, and says why. */
  stop(words: string, way: Way): void;
}

/** What an editor can do about it. */
type Way = 'locked' | 'outdated';

interface Saved {
  takeId: string;
  number: number;
  savedAt: string;
  gate: string;
  gateClass: string;
}

interface Problem {
  code: string;
  detail: string;
  fields?: Record<string, string>;
}

export function startKeeping(form: HTMLFormElement, body: Body): Keeping {
  return new Keeper(form, body);
}

class Keeper implements Keeping {
  readonly #form: HTMLFormElement;
  readonly #state = document.querySelector<HTMLElement>('[data-save-state]');
  readonly #gate = document.querySelector<HTMLElement>('[data-gate-unsaved]');
  /** Counts changes, so that an answer knows whether it is about the latest. */
  #changes = 0;
  #kept = 0;
  #saves = 0;
  #stopped = false;
  #lastSave = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<boolean> | null = null;

  constructor(form: HTMLFormElement, body: Body) {
    this.#form = form;
    this.#state?.setAttribute('aria-live', 'polite');
    offerBack(form, body);
    body.editor.on('update', () => this.#changed());
    for (const event of ['input', 'change'])
      document.addEventListener(event, ({ target }) => {
        if (target instanceof Element && 'form' in target && target.form === form && target.matches('[name]'))
          this.#changed();
      });
    window.addEventListener('online', () => void this.#saveSoon(0));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.save();
    });
    this.#saveBeforeForms();
  }

  async save(): Promise<boolean> {
    clearTimeout(this.#waiting);
    if (this.#stopped) return false;
    if (this.#saving) await this.#saving;
    if (this.isKept()) return true;
    this.#saving = this.#send().finally(() => {
      this.#saving = null;
    });
    return this.#saving;
  }

  isKept(): boolean {
    return this.#kept === this.#changes;
  }

  saves(): number {
    return this.#saves;
  }

  stop(words: string, way: Way): void {
    this.#stopped = true;
    clearTimeout(this.#waiting);
    this.#say(`not saved: ${words}`, true);
    showWayOut(this.#form, words, way);
  }

  #changed(): void {
    this.#changes += 1;
    rememberDraft(this.#form);
    if (this.#stopped) return;
    this.#say('not saved yet');
    this.#sayUnsaved('Not saved yet.');
    const sinceLast = performance.now() - this.#lastSave;
    void this.#saveSoon(Math.max(QUIET, BETWEEN - sinceLast));
  }

  #saveSoon(wait: number): void {
    clearTimeout(this.#waiting);
    if (this.#stopped || this.isKept()) return;
    this.#waiting = setTimeout(() => void this.save(), wait);
  }

  async #send(): Promise<boolean> {
    const upTo = this.#changes;
    this.#say('saving…');
    this.#lastSave = performance.now();
    const sent = new URLSearchParams(new FormData(this.#form) as unknown as Record<string, string>);
    const answer = await fetch(this.#form.action, {
      method: 'POST',
      body: sent,
      headers: { accept: 'application/json' },
      keepalive: document.visibilityState === 'hidden' && sent.toString().length < 60_000,
    }).catch(() => null);
    if (!answer) return this.#failed('no answer from the newsroom; it is kept on this computer');
    if (answer.ok) return this.#succeeded(upTo, (await answer.json()) as Saved);
    const problem = (await answer.json().catch(() => null)) as Problem | null;
    return this.#refused(problem);
  }

  #succeeded(upTo: number, saved: Saved): boolean {
    this.#kept = upTo;
    this.#saves += 1;
    const basedOn = this.#form.querySelector<HTMLInputElement>('[name="basedOn"]');
    if (basedOn) basedOn.value = saved.takeId;
    const gate = document.querySelector<HTMLElement>('#gate .gate');
    if (gate) {
      gate.textContent = saved.gate;
      gate.className = saved.gateClass;
    }
    if (this.#changes !== upTo) {
      this.#saveSoon(BETWEEN);
      return false;
    }
    forget(this.#form);
    this.#say(`saved ${saved.savedAt}, take ${saved.number}`);
    this.#sayUnsaved(null);
    return true;
  }

  #refused(problem: Problem | null): boolean {
    if (problem?.code === 'story-locked') this.stop(problem.detail, 'locked');
    else if (problem?.code === 'take-outdated') this.stop(problem.detail, 'outdated');
    else {
      const words = [
        problem?.detail ?? 'the newsroom could not take it',
        ...Object.values(problem?.fields ?? {}),
      ];
      this.#failed(`${words.join(' ')} It is kept on this computer.`);
    }
    return false;
  }

  #failed(words: string): boolean {
    this.#say(`not saved: ${words}`, true);
    this.#saveSoon(AGAIN);
    return false;
  }

  #say(words: string, isBad = false): void {
    if (isBad) this.#sayUnsaved(`${words.charAt(0).toUpperCase()}${words.slice(1)}`);
    if (!this.#state) return;
    this.#state.textContent = words;
    this.#state.title = words; // the bar may cut it
    this.#state.classList.toggle('live', isBad);
  }

  /** What is on the page and not at the newsroom is not ready: the foot says so in place of what it says of the last take. */
  #sayUnsaved(words: string | null): void {
    if (!this.#gate) return;
    this.#gate.hidden = words === null;
    this.#gate.textContent = words;
  }

  /**
   * A form beside the copy loads the page anew: what is written is saved first. The form of the copy brings it along itself, and waits
   * for a save that is on its way: it goes on from that take.
   */
  #saveBeforeForms(): void {
    document.addEventListener('submit', (event) => {
      const form = event.target as HTMLFormElement;
      if (event.defaultPrevented || form.method !== 'post') return;
      const isOwn = form === this.#form;
      if (isOwn ? !this.#saving : this.isKept() || this.#stopped) return;
      event.preventDefault();
      const button = event.submitter;
      void (isOwn ? this.#saving : this.save())?.then((kept) => {
        if (kept || isOwn) form.requestSubmit(button);
      });
    });
  }
}

/** The words, and a way on: both ways send the form, so that the newsroom decides with all of it in hand. */
function showWayOut(form: HTMLFormElement, words: string, way: Way): void {
  const notices = document.querySelector('#notices');
  if (!notices || notices.querySelector('.way-out')) return;
  const notice = document.createElement('div');
  notice.className = 'notice bad way-out';
  notice.setAttribute('role', 'alert');
  const said = document.createElement('p');
  said.textContent = `Not saved: ${words} What you wrote is kept on this computer.`;
  const actions = document.createElement('p');
  actions.className = 'actions';
  const button = document.createElement('button');
  button.type = 'submit';
  button.className = 'small';
  button.setAttribute('form', form.id);
  button.textContent = way === 'locked' ? 'Take over and save' : 'Compare and save';
  if (way === 'locked') button.setAttribute('formaction', `${form.getAttribute('action')}?anyway=yes`);
  actions.append(button);
  notice.append(said, actions);
  notices.append(notice);
}
