/** What a piece of work is, in the desk's words, and which page of the desk its subject stands on. */
import type { Newsroom } from '../../newsroom.ts';
import { findHeadline } from '../../stories/editions.ts';

/** Where its subject is looked at. */
export interface WorkSubject {
  href: string;
  words: string;
  language?: string;
}

/** A verb that is not here is said by its own name, which is English too. */
const verbWords: Record<string, string> = {
  poll: 'Read a new source for the first time',
  'publish unread': 'Publish an item unread',
  'fetch full text': 'Fetch the full text of an item',
  'tell the desk': 'Tell the desk what a source changed',
  'mark what is stale': 'Mark what a change makes stale in translations',
  translate: 'Translate',
  'ask a second engine': 'Ask a second engine',
  read: 'Read in what a source delivered',
  publish: 'Publish at the time it was scheduled for',
  alert: 'Write the alert',
  'tell open pages': 'Tell pages that are open',
  file: 'File in the morgue, for search',
  'take pictures away': 'Take the pictures of a withdrawn story away',
  'settle objections': 'Settle objections',
  'fan out': 'Send the alert',
  probe: 'Probe the canaries',
  welcome: 'Welcome a device that follows',
  mail: 'Mail whom a remark calls',
  'mail administrators': 'Mail administrators what was given up',
};

export function workWords({ event, verb }: { event: string; verb: string | null }): string {
  if (verb === null) return `Begin what follows from “${event}”`;
  return verbWords[verb] ?? verb;
}

/** Who waits for what a lane does, as runner/lanes.ts has it. */
export const laneWords: Record<string, string> = {
  spread: 'Acts whose follow-ups have not begun',
  readers: 'What readers wait for: pages, alerts to be written, schedules',
  alerts: 'Alerts on their way',
  devices: 'What a single device is told',
  editors: 'The desk’s own: what is read in, marked, filed',
  wire: 'Other people’s servers: feeds, full texts',
  engines: 'Translation',
};

/** Null where it has no page. */
export async function subjectOf(
  newsroom: Newsroom,
  { facts }: { facts: Record<string, unknown> },
): Promise<WorkSubject | null> {
  const id = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null);
  const found = await findHeadline(newsroom, { storyId: id('storyId'), editionId: id('editionId') });
  if (found) {
    const { storyId, headline, language } = found;
    return { href: `/desk/stories/${storyId}`, words: headline || 'the story', language };
  }
  const itemId = id('itemId');
  if (itemId) return { href: `/desk/wire/${itemId}`, words: 'the item' };
  const sourceId = id('sourceId');
  if (sourceId) return { href: `/desk/sources/${sourceId}`, words: 'the source' };
  const alertId = id('alertId');
  if (alertId) return { href: `/desk/alerts#alert-${alertId}`, words: 'the alert' };
  if (id('replyId')) return { href: '/desk/replies', words: 'the replies' };
  if (id('deviceId')) return { href: '/desk/alerts/devices', words: 'the devices' };
  if (id('deliveryId')) return { href: '/desk/sources', words: 'the sources' };
  return null;
}
