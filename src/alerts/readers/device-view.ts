/** What the reader's own page shows of a device: what it follows, how it is told, what was sent to it and what waits. */

import type { Newsroom } from '../../newsroom.ts';
import { readWords } from '../../store/json-column.ts';
import type { ReaderFollow } from '../alert-rules.ts';
import { decodeOutcomes } from '../chunk.ts';
import { alertsHeldFor, alertsSentTo, type Device, followsOf, namesOf } from './device-queries.ts';
import { getDevice } from './known-device.ts';
import { type ReaderSettings, settingsOf } from './reader-settings.ts';
import { endedStories, type FollowableStory, stoppedStories } from './wish-queries.ts';

const SENT_SHOWN = 20; // last alerts
const STORIES_SHOWN = 20; // stopped or ended

/** One alert, as the reader sees it. */
export interface AlertToDevice {
  alertId: string;
  headline: string;
  body: string;
  path: string;
  /** Of the edition. */
  language: string;
  kind: string;
  level: string;
  at: number;
  /** The push service took it; it is on its way there; it waits until then; it was one of several in one; or it never came. */
  state: 'told' | 'underway' | 'held' | 'gathered' | 'expired' | 'withdrawn' | 'failed';
  /** Of a held one: until when and why. */
  until: number | null;
  why: 'quiet' | 'cap' | null;
}

export interface DeviceView {
  follows: (ReaderFollow & { name: string; path: string | null })[];
  settings: ReaderSettings;
  /** Of the page it asked on. */
  language: string;
  /** Whether a first alert has reached it. */
  welcomed: boolean;
  /** Why the push service no longer knows it; null while it does. */
  goneWhy: string | null;
  /** The VAPID key it subscribed with; when it is not the current one, the browser should subscribe anew. */
  keyId: string;
  stopped: FollowableStory[];
  /** Follows that ended by themselves. */
  ended: FollowableStory[];
  /** Newest first. */
  sent: AlertToDevice[];
}

/** Refuses with `device-unknown`. */
export async function readDevice(newsroom: Newsroom, token: string): Promise<DeviceView> {
  const device = await getDevice(newsroom, token);
  const follows = await followsOf(newsroom, device.id);
  const names = await namesOf(newsroom, follows);
  return {
    follows: follows.map((follow) => ({
      ...follow,
      ...(names.get(`${follow.kind}:${follow.subjectId}`) ?? { name: '', path: null }),
    })),
    settings: settingsOf(device),
    language: device.language,
    welcomed: device.welcomed_at !== null,
    goneWhy: device.gone_at === null ? null : device.gone_why,
    keyId: device.vapid_key_id,
    stopped: await stoppedStories(newsroom, device.id, STORIES_SHOWN),
    ended: await endedStories(newsroom, device.id, STORIES_SHOWN),
    sent: await alertsOf(newsroom, device),
  };
}

/** What was sent and what waits or waited, each alert once. */
async function alertsOf(newsroom: Newsroom, device: Device): Promise<AlertToDevice[]> {
  const sent = await alertsSentTo(newsroom, device, SENT_SHOWN);
  const held = await alertsHeldFor(newsroom, device.id, SENT_SHOWN);
  const found = new Map<string, AlertToDevice>();
  for (const row of sent) {
    const place = readWords('alert_chunks.device_ids_json', row.alertId, row.device_ids_json).indexOf(
      device.id,
    );
    if (place < 0) continue;
    const outcome = decodeOutcomes(row.outcomes)[place] ?? 'waiting';
    const { device_ids_json: _ids, outcomes: _outcomes, ...alert } = row;
    found.set(row.alertId, { ...alert, state: stateOf(outcome), until: null, why: null });
  }
  for (const { became, until, ...alert } of held)
    found.set(alert.alertId, {
      ...alert,
      state: became ?? 'held',
      until: became === null ? until : null,
    });
  return [...found.values()].sort((one, other) => other.at - one.at).slice(0, SENT_SHOWN);
}

function stateOf(outcome: ReturnType<typeof decodeOutcomes>[number]): AlertToDevice['state'] {
  if (outcome === 'accepted') return 'told';
  return outcome === 'gone' || outcome === 'quarantined' || outcome === 'dropped' ? 'failed' : 'underway';
}
