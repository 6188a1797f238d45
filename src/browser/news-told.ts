/** The alerts that open pages hear: which are for this page, and what they do to notifications that stand on the device. */
import { storedDevice } from './device-store.ts';
import { dropBar, showBar } from './news-bar.ts';

/** An alert as open pages are told of it; see alerts/live/live.ts on the server. */
export interface AlertMessage {
  alertId: string;
  storyId: string;
  editionId: string;
  kind: string;
  level: string;
  headline: string;
  path: string;
  language: string;
  /** Of all published editions, the story's own first. */
  languages: string[];
}

const heard = new Set<string>(); // an alert may be told twice

/** Shows the same alert as a bar, unless the page shows that story, or the reader wants to hear no more of it. */
export async function hearAlert(told: AlertMessage, words: (name: string) => string): Promise<void> {
  if (heard.has(told.alertId)) return;
  heard.add(told.alertId);
  if (showsStory(told) || told.kind === 'kill' || !isForPage(told, document.documentElement.lang)) return;
  const device = await storedDevice().catch(() => null); // no storage: nobody stopped anything here
  if (device?.stopped?.includes(told.storyId)) return;
  showBar(
    {
      about: told.storyId,
      text: told.headline,
      language: told.language,
      mark: told.kind === 'news' ? words(`level-${told.level}`) : '',
      act: { word: words('read-alert'), path: told.path },
    },
    words('close'),
  );
}

/** The page is the story, or a page of its entries. */
function showsStory({ storyId, path }: AlertMessage): boolean {
  if (location.pathname === path.replace(/#.*$/, '')) return true;
  return document.querySelector<HTMLElement>('[data-live-story]')?.dataset.liveStory === storyId;
}

/** Of several editions the one in the page's language, `here`; where there is none, the story's own. */
export function isForPage(
  { language, languages }: Pick<AlertMessage, 'language' | 'languages'>,
  here: string,
): boolean {
  if (primary(language) === primary(here)) return true;
  return !languages.some((one) => primary(one) === primary(here)) && language === (languages[0] ?? language);
}

const primary = (language: string) => language.toLowerCase().split('-')[0];

/** A story was withdrawn: its bar goes, and so do notifications that still say it; the plain line of the kill stays. */
export async function takeBackNews(told: { storyId: string; editionId: string }): Promise<void> {
  dropBar(told.storyId);
  const registration = await navigator.serviceWorker?.getRegistration();
  const standing = (await registration?.getNotifications({ tag: `story-${told.editionId}` })) ?? [];
  for (const notification of standing) if (notification.data?.kind !== 'kill') notification.close();
}
