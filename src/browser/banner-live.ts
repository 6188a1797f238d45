/** The banner of an open page: put up, changed and taken down as the newsroom says so. Nothing moves under the reader. */
import { dismiss, isDismissed } from './banner-dismissal.ts';

/** What the newsroom says of a banner; see alerts/live/live.ts on the server. */
export interface BannerNews {
  language: string;
  banner: { id: string; words: string; path: string | null; storyId: string | null; until: number } | null;
}

const root = document.documentElement;
const place = document.querySelector<HTMLElement>('.banner-place');
const LONGEST_WAIT = 2 ** 31 - 1; // ms; browsers fire a longer timer at once
let end: ReturnType<typeof setTimeout> | undefined;

/** For a banner that the page came with. */
export function keepBanner(): void {
  place?.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('.close')) return;
    const banner = place.querySelector<HTMLElement>('.banner');
    if (!banner) return;
    dismiss(banner.dataset.banner ?? '');
    banner.remove();
  });
  const banner = place?.querySelector<HTMLElement>('.banner');
  if (banner) endAt(Number(banner.dataset.until));
}

export function hearBanner({ language, banner }: BannerNews): void {
  if (!place || place.dataset.bannerLanguage !== language) return;
  const there = place.querySelector<HTMLElement>('.banner');
  if (!banner) {
    drop();
    return;
  }
  if (isDismissed(banner.id) || there?.dataset.banner === banner.id) return;
  root.classList.remove('banner-dismissed');
  root.classList.add('can-dismiss');
  // In the place of another it takes that one's room; else it stands at the foot of the window, over nothing that is read.
  const element = there ?? document.createElement('section');
  element.style.visibility = '';
  element.className = there && !there.classList.contains('floating') ? 'banner' : 'banner floating';
  element.setAttribute('aria-label', place.dataset.now ?? '');
  element.setAttribute('role', 'status');
  element.dataset.banner = banner.id;
  element.dataset.about = banner.storyId ?? '';
  if (!there) place.append(element);
  element.replaceChildren(...partsOf(banner, place.dataset));
  endAt(banner.until);
}

/** A story was withdrawn: what leads to it goes with it. */
export function dropBannerAbout(storyId: string): void {
  if (place?.querySelector<HTMLElement>('.banner')?.dataset.about === storyId) drop();
}

function partsOf(banner: NonNullable<BannerNews['banner']>, say: DOMStringMap): HTMLElement[] {
  const line = document.createElement('p');
  const mark = document.createElement('span');
  mark.className = 'live';
  const dot = document.createElement('span');
  dot.className = 'dot';
  mark.append(dot, say.now ?? '');
  const words = document.createElement('bdi');
  words.className = 'words';
  if (say.bannerLanguage) words.lang = say.bannerLanguage;
  const link = banner.path === null ? null : document.createElement('a');
  if (link && banner.path !== null) {
    link.href = banner.path;
    link.textContent = banner.words;
  }
  words.append(link ?? banner.words);
  line.append(mark, ' ', words);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'close quiet';
  close.setAttribute('aria-label', say.close ?? '');
  close.textContent = '×';
  return [line, close];
}

/** One that the page came with leaves its room: what is read below it stays where it is. */
function drop(): void {
  clearTimeout(end);
  const banner = place?.querySelector<HTMLElement>('.banner');
  if (banner?.classList.contains('floating')) banner.remove();
  else if (banner) {
    banner.style.visibility = 'hidden';
    delete banner.dataset.banner;
  }
}

function endAt(until: number): void {
  clearTimeout(end);
  end = setTimeout(drop, Math.min(LONGEST_WAIT, Math.max(0, until - Date.now())));
}
