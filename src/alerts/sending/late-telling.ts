/** What is said of alerts that waited: of one as its edition reads now, of several in one line that leads to the reader's page. */
import { HOUR, SECOND } from '../../kit/clock.ts';
import { directionOf } from '../../kit/language-tag.ts';
import type { Newsroom } from '../../newsroom.ts';
import { topicOf } from '../../push/message-text.ts';
import type { Telling } from '../../push/sender.ts';
import { contactOf } from '../../push/vapid.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { tagOf } from '../alert-rules.ts';
import { type PayloadNotice, payloadOf } from '../payload.ts';
import type { HeldFor, waitedAlerts } from '../readers/held-queries.ts';
import { GATHERED_TAG, gather, type WaitingAlert } from './gathered.ts';
import { hasGatheredWords } from './gathered-words.ts';

export type WaitedAlert = Awaited<ReturnType<typeof waitedAlerts>>[number];

const LIFETIME = 6 * HOUR; // it waited already; who does not look until then finds it on the page

export interface LateTelling extends Telling {
  /** The same for devices that are told the same. */
  key: string;
  alerts: WaitedAlert[];
}

export interface LateTellings {
  /** What a device is told of these, in the language it wants most. */
  of(held: readonly HeldFor[], language: string): LateTelling;
}

/** For one run; the same telling is made once. */
export async function openLateTellings(
  newsroom: Newsroom,
  alerts: ReadonlyMap<string, WaitedAlert>,
): Promise<LateTellings> {
  const { settings, seal } = newsroom;
  const masthead = await findMasthead(newsroom);
  const contact = contactOf(settings.contact, masthead?.contact ?? null, settings.address);
  const made = new Map<string, LateTelling>();

  const tellingOf = (notice: PayloadNotice, key: string, told: WaitedAlert[]): LateTelling => ({
    key,
    alerts: told,
    payload: payloadOf(notice),
    topic: topicOf(seal.hash, notice.tag),
    ttl: LIFETIME / SECOND,
    urgency: 'normal',
    contact,
  });
  const one = (alert: WaitedAlert, key: string) => tellingOf(noticeOf(alert, settings.address), key, [alert]);
  const several = (held: readonly HeldFor[], key: string, language: string) => {
    const waited = held.flatMap((row) => waitedOf(row, alerts));
    const notice = gatheredNotice(waited, language, settings.address);
    const told = waited.flatMap(({ alertId }) => alerts.get(alertId) ?? []);
    return tellingOf(notice, key, told);
  };

  return {
    of(held, wanted) {
      const [first] = held;
      const alone = held.length === 1 && first ? alerts.get(first.alertId) : undefined;
      const language = hasGatheredWords(wanted) ? wanted : (masthead?.language ?? 'en');
      const key = alone
        ? alone.id
        : `${language} ${held.map(({ alertId, why }) => `${alertId}${why}`).join()}`;
      const known = made.get(key);
      if (known) return known;
      const telling = alone ? one(alone, key) : several(held, key, language);
      made.set(key, telling);
      return telling;
    },
  };
}

function waitedOf(row: HeldFor, alerts: ReadonlyMap<string, WaitedAlert>): WaitingAlert[] {
  const alert = alerts.get(row.alertId);
  if (!alert) return [];
  const { headline } = wordsNow(alert);
  return [
    {
      alertId: alert.id,
      storyId: alert.storyId,
      level: alert.level,
      headline,
      why: row.why,
      at: alert.at,
    },
  ];
}

/** As the desk wrote it; once the story was corrected, as the story reads now. */
function wordsNow(alert: WaitedAlert): { headline: string; body: string } {
  const corrected = alert.kind === 'news' && alert.revision > 1 && alert.headlineNow !== null;
  return corrected
    ? { headline: alert.headlineNow ?? '', body: alert.dekNow ?? '' }
    : { headline: alert.headline, body: alert.body };
}

function noticeOf(alert: WaitedAlert, address: string): PayloadNotice {
  const { headline, body } = wordsNow(alert);
  return {
    title: headline,
    body,
    navigate: `${address}${alert.path}`,
    language: alert.language,
    direction: directionOf(alert.language),
    tag: tagOf(alert.editionId),
    revision: alert.revision,
    alert: alert.id,
    story: alert.storyId,
    kind: 'news',
  };
}

function gatheredNotice(waited: readonly WaitingAlert[], language: string, address: string): PayloadNotice {
  const { title, body, revision } = gather(waited, language);
  return {
    title,
    body,
    navigate: `${address}/alerts#sent`,
    language,
    direction: directionOf(language),
    tag: GATHERED_TAG,
    revision,
    alert: GATHERED_TAG,
    story: null,
    kind: 'gathered',
  };
}
