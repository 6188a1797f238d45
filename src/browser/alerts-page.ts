/**
 * The reader's own page of alerts. Before alerts are on, the form is a wish that the button sends; from then on each
 * change is saved by itself, and the page says so.
 */
import { followsIn, settingsIn, showDependents, showFollows, showSettings } from './alerts-form.ts';
import { listSent, listStories, wordOf } from './alerts-lists.ts';
import {
  CallRefusal,
  type DeviceState,
  hearStory,
  loadDevice,
  saveFollows,
  saveSettings,
  stopStory,
  turnOff,
  turnOn,
  whatPrevents,
} from './device.ts';
import { say } from './say.ts';

export async function openAlertsPage(element: HTMLElement): Promise<void> {
  const form = element.querySelector<HTMLFormElement>('[data-alerts-form]');
  if (!form) return;
  const prevents = whatPrevents();
  if (prevents) say(element, prevents);
  if (prevents && prevents !== 'denied') return;
  const page = new AlertsPage(element, form);
  await page.open();
  form.hidden = false;
  if (location.hash === '#sent') element.querySelector('#sent')?.scrollIntoView();
}

class AlertsPage {
  readonly #page: HTMLElement;
  readonly #form: HTMLFormElement;
  #device: DeviceState | null = null;
  #saving: Promise<void> = Promise.resolve();

  constructor(page: HTMLElement, form: HTMLFormElement) {
    this.#page = page;
    this.#form = form;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#attempt(() => this.#begin());
    });
    form.addEventListener('change', (event) => {
      showDependents(form);
      const isWish = event.target instanceof HTMLElement && event.target.dataset.wish !== undefined;
      if (this.#isOn()) this.#save(isWish);
    });
    this.#part('end')?.addEventListener('click', () => void this.#attempt(() => this.#end()));
    document.addEventListener('visibilitychange', () => {
      // Whoever comes back to the page sees what was sent meanwhile, but not a form that changes under their hands.
      if (document.visibilityState === 'visible') void this.#look();
    });
  }

  async load(): Promise<void> {
    this.#device = await loadDevice().catch(() => null); // no network: as for a new reader, and saving says so
    this.#fill();
    this.#state(this.#device === null ? 'off' : stateOf(this.#device));
  }

  async open(): Promise<void> {
    await this.load();
    this.#offerStop();
  }

  async #look(): Promise<void> {
    const device = await loadDevice().catch(() => null);
    if (!device || !this.#isOn()) return;
    this.#device = device;
    listSent(this.#page, device);
    this.#state(stateOf(device));
  }

  #isOn(): boolean {
    return this.#device !== null && this.#device.goneWhy === null;
  }

  async #begin(): Promise<void> {
    if (!this.#form.reportValidity()) return;
    const follows = followsIn(this.#form, this.#device);
    if (follows.length === 0) return say(this.#page, 'nothing');
    say(this.#page, 'asking');
    const outcome = await turnOn(follows, settingsIn(this.#form));
    if (outcome === 'denied') return say(this.#page, 'denied');
    await this.load();
    say(this.#page, 'on');
  }

  /** One after another, so that the last change is the one that stays. */
  #save(isWish: boolean): void {
    if (!this.#form.reportValidity()) {
      this.#tell(null); // the browser says what is missing
      return;
    }
    this.#tell('saving');
    this.#saving = this.#saving.then(() =>
      this.#attempt(async () => {
        const known = isWish
          ? await saveFollows(followsIn(this.#form, this.#device))
          : await saveSettings(settingsIn(this.#form));
        if (!known) return this.load();
        this.#tell('saved');
      }),
    );
  }

  async #end(): Promise<void> {
    await this.#saving;
    await turnOff();
    this.#device = null;
    this.#fill();
    this.#state('ended');
    this.#part('state')?.scrollIntoView({ block: 'center' });
  }

  /** `?stop=` and a story's id: where a notification's button leads if its worker could not act. */
  #offerStop(): void {
    const storyId = new URLSearchParams(location.search).get('stop');
    const part = this.#part('stop-one');
    if (!storyId || !part || !this.#isOn()) return;
    part.hidden = false;
    part.querySelector('[data-stop-yes]')?.addEventListener('click', () => {
      void this.#attempt(async () => {
        await stopStory(storyId);
        part.hidden = true;
        history.replaceState(null, '', location.pathname);
        await this.load();
      });
    });
  }

  #fill(): void {
    const isOn = this.#isOn();
    if (this.#device) {
      showFollows(this.#form, this.#device);
      showSettings(this.#form, this.#device.settings);
    }
    showDependents(this.#form);
    for (const [name, hidden] of Object.entries({ begin: isOn, 'end-part': this.#device === null })) {
      const part = this.#part(name);
      if (part) part.hidden = hidden;
    }
    this.#lists();
  }

  #lists(): void {
    const act = (work: (storyId: string) => Promise<unknown>) => (storyId: string) =>
      void this.#attempt(async () => {
        await work(storyId);
        await this.load();
        this.#tell('saved');
      });
    listStories(this.#page, this.#device, {
      stories: act((storyId) => saveFollows(this.#follows().filter((one) => one.subjectId !== storyId))),
      ended: act((subjectId) =>
        saveFollows([...this.#follows(), { kind: 'story', subjectId, level: 'routine' }]),
      ),
      stopped: act(hearStory),
    });
    listSent(this.#page, this.#device);
  }

  #follows() {
    return followsIn(this.#form, this.#device);
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    say(this.#page, null);
    try {
      await work();
    } catch (error) {
      this.#tell(null);
      // No network, or a refusal: the words say what to do.
      say(this.#page, error instanceof CallRefusal && error.code === 'too-many-tries' ? 'crowded' : 'failed');
    }
  }

  #state(name: string): void {
    for (const words of this.#page.querySelectorAll<HTMLElement>('[data-state-is]'))
      words.hidden = words.dataset.stateIs !== name;
  }

  /** A line that comes and goes at the foot of the window, and is read out. */
  #tell(word: 'saved' | 'saving' | null): void {
    let line = this.#page.querySelector<HTMLElement>('[data-saved-line]');
    if (!line) {
      line = document.createElement('p');
      line.className = 'saved-line';
      line.dataset.savedLine = '';
      line.setAttribute('role', 'status');
      this.#page.append(line);
    }
    line.textContent = word === null ? '' : wordOf(this.#page, word);
    line.hidden = word === null;
    for (const fading of line.getAnimations()) fading.currentTime = 0; // the line was there from the change before
  }

  #part(name: string): HTMLElement | null {
    return this.#page.querySelector<HTMLElement>(`[data-${name}]`);
  }
}

function stateOf(device: DeviceState): string {
  if (device.goneWhy !== null) return 'gone';
  return device.welcomed ? 'is-on' : 'waiting';
}
