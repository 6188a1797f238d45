/**
 * What open pages do by themselves, on top of pages that read well without it: front and lists bring themselves up to
 * date, a story says quietly that it was changed, and new replies wait behind a button. Nothing moves under the reader.
 */

import { type BannerNews, dropBannerAbout, hearBanner, keepBanner } from './banner-live.ts';
import { type EntryMessage, openLive } from './live-story.ts';
import { showBar } from './news-bar.ts';
import { type AlertMessage, hearAlert, takeBackNews } from './news-told.ts';
import { lookAtOwnEnd } from './own-end.ts';
import { untilLetGo, watchPresses } from './pressed.ts';
import { openSentences } from './sentences.ts';
import { offerShare } from './share.ts';
import { shareLine } from './shared-line.ts';

interface Told {
  storyId: string;
  editionId?: string;
  headline?: string;
  state?: string;
  first?: boolean;
}

const SPREAD = [100, 900] as const; // ms, so that all open pages do not ask in the same instant
const page = document.querySelector<HTMLElement>('[data-page]');
const kind = page?.dataset.page ?? '';
const isList = kind === 'front' || kind === 'list' || kind === 'corrections';
const storyId = page?.dataset.story;
let newReplies = 0;
watchPresses();
const live = openLive({
  words,
  voice,
  refresh: (regions, change) => refresh((region) => regions.includes(region), change),
});

const awaitEnd = lookAtOwnEnd(() => soon());
if (page && isList) awaitEnd(page);

openSentences();
offerShare();
keepBanner();

if ('EventSource' in window) {
  shareLine({
    path: '/live',
    events: [
      'alert',
      'published',
      'corrected',
      'killed',
      'merged',
      'reply',
      'entry',
      'coverage',
      'front',
      'banner',
      'reload',
    ],
    story: storyId,
    after: live?.after ?? null,
    hear(name, data) {
      if (name === 'alert') void hearAlert(JSON.parse(data) as AlertMessage, words);
      else if (name === 'entry') hearEntry(JSON.parse(data) as EntryMessage);
      else if (name === 'coverage') live?.turned();
      else if (name === 'banner') void untilLetGo().then(() => hearBanner(JSON.parse(data) as BannerNews));
      else if (name === 'front') hearFront(JSON.parse(data) as { path: string });
      else if (name !== 'reload') hear(name, JSON.parse(data) as Told);
      // Too much was missed to be told one by one.
      else if (isList) soon();
      else if (live) void live.catchUp();
      else if (kind === 'story') offerMissed();
    },
  });
}

/** The first entry of a story gives its page another shape. */
function hearEntry(told: EntryMessage): void {
  if (live) live.hear(told);
  else if (kind === 'story' && told.storyId === storyId && told.what === 'added') offer('published');
}

/** The front that this page is was put otherwise by hand. */
function hearFront({ path }: { path: string }): void {
  if (isList && decodeURI(location.pathname) === path) soon();
}

function hear(name: string, told: Told): void {
  if (name === 'killed') dropBannerAbout(told.storyId);
  if (name === 'killed' && told.editionId)
    void takeBackNews({ storyId: told.storyId, editionId: told.editionId }).catch(() => {}); // nothing stands there then
  if (kind === 'entries' && (name === 'killed' || name === 'merged') && told.storyId === storyId) offer(name);
  if (kind !== 'story') {
    if (isList && name !== 'reply') soon(name === 'published' && told.first ? told.headline : undefined);
    return;
  }
  if (told.storyId !== storyId) return;
  if (name === 'reply') hearReply(told);
  else offer(name);
}

let _waiting: ReturnType<typeof setTimeout> | undefined;
let news: string | undefined;

/** Looks at this page again in a moment; what is told meanwhile is seen by the same look. */
function soon(headline?: string): void {
  news = headline ?? news;
  _waiting ??= setTimeout(
    () => {
      _waiting = undefined;
      const said = news;
      news = undefined;
      void refresh(() => true).then((changed) => {
        if (changed && said) voice(said);
      });
    },
    SPREAD[0] + Math.random() * (SPREAD[1] - SPREAD[0]),
  );
}

/** Fetches this page and puts in what changed of its live regions, within one call of `change`. True if anything did. */
async function refresh(
  wanted: (region: string) => boolean,
  change = (put: () => void) => put(),
): Promise<boolean> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) return false; // the next event, or the next load, will do
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  await untilLetGo();
  // The first story of a paper, or a column that was not there: the page has another shape now.
  const next = fresh.querySelector<HTMLElement>('[data-page]');
  if (page && next && isList) {
    if (next.dataset.until === undefined) delete page.dataset.until;
    else page.dataset.until = next.dataset.until;
    awaitEnd(page);
  }
  if (page && next && kind !== 'story' && hasMore(fresh)) {
    put(page, next);
    return true;
  }
  let changed = false;
  change(() => {
    for (const region of document.querySelectorAll<HTMLElement>('[data-live]')) {
      const name = region.dataset.live ?? '';
      const there = fresh.querySelector(`[data-live="${CSS.escape(name)}"]`);
      if (there && wanted(name) && there.innerHTML !== region.innerHTML) {
        put(region, there);
        changed = true;
      }
    }
  });
  return changed;
}

function hasMore(fresh: Document): boolean {
  const here = new Set(regionsOf(document));
  return regionsOf(fresh).some((name) => !here.has(name));
}

function regionsOf(of: Document): string[] {
  return [...of.querySelectorAll<HTMLElement>('[data-live]')].map((region) => region.dataset.live ?? '');
}

/** Exchanges a region; a link that had the focus has it again, and opened notes stay open. */
function put(region: HTMLElement, next: Element): void {
  const focused = region.contains(document.activeElement) ? document.activeElement : null;
  const path = focused?.getAttribute('href');
  const open = [...region.querySelectorAll('details')].map((details) => details.open);
  region.replaceChildren(...[...next.childNodes].map((node) => document.importNode(node, true)));
  for (const [index, details] of region.querySelectorAll('details').entries())
    details.open = open[index] ?? false;
  if (path) region.querySelector<HTMLElement>(`[href="${CSS.escape(path)}"]`)?.focus({ preventScroll: true });
}

/** A reply was approved, or taken away. The reader asks for it; nothing is put in by itself. */
function hearReply(told: Told): void {
  if (told.state === 'approved') newReplies += 1;
  const region = document.querySelector<HTMLElement>('[data-live="replies"]');
  if (!region || newReplies === 0) return;
  let button = document.querySelector<HTMLButtonElement>('[data-new-replies]');
  if (!button) {
    button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.dataset.newReplies = '';
    button.addEventListener('click', () => void showReplies(region));
    region.after(button);
  }
  const form = new Intl.PluralRules(document.documentElement.lang).select(newReplies);
  button.textContent = words(`replies-${form}`).replace('{count}', String(newReplies));
}

async function showReplies(region: HTMLElement): Promise<void> {
  newReplies = 0;
  await refresh((name) => name === 'replies');
  document.querySelector('[data-new-replies]')?.remove();
  const last = [...region.querySelectorAll<HTMLElement>('article')].at(-1);
  last?.setAttribute('tabindex', '-1');
  last?.focus();
}

/** What happened to the story that is read, and a button that brings it up to date. */
function offer(name: string): void {
  const word = words(name === 'merged' ? 'read-there' : 'read');
  const act = { word, do: (bar: HTMLElement) => void readAnew(name, bar) };
  showBar({ about: 'page', text: words(name), act }, words('close'));
}

/** The page slept longer than the newsroom remembers: it cannot say what was missed, so it says that. */
function offerMissed(): void {
  const act = { word: words('look'), do: (bar: HTMLElement) => void readAnew('missed', bar) };
  showBar({ about: 'page', text: words('missed'), act }, words('close'));
}

async function readAnew(name: string, bar: HTMLElement): Promise<void> {
  if (name === 'killed' || name === 'merged') {
    location.reload(); // its address says what became of it, or leads on
    return;
  }
  // Only the story's own region: a reply that is being written stays as it is.
  await refresh((region) => region === 'story');
  bar.remove();
  const head = document.querySelector<HTMLElement>('.changes') ?? document.querySelector<HTMLElement>('h1');
  head?.setAttribute('tabindex', '-1');
  head?.focus();
}

/** Words of the page's language, which the page brings along. */
function words(name: string): string {
  return (
    document.querySelector<HTMLTemplateElement>(`template[data-say="${name}"]`)?.content.textContent ?? ''
  );
}

function voice(said: string): void {
  const region = document.querySelector('[data-voice]');
  if (region) region.textContent = said;
}
