/**
 * Tickets for the alert that is likely next. The desk says that a story is being worked on; whoever holds a sender makes
 * tickets for the devices that would hear of it, page by page, while the editor writes. Nothing depends on it: a device
 * without a ticket is encrypted on the spot.
 */
import { HOUR, MINUTE } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Sender } from '../../push/sender.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { type FollowTarget, heardBy, targetsOf } from '../alert-rules.ts';
import { STRIKES } from '../chunk.ts';
import { followersAfter } from '../queries.ts';
import { recipientsOf } from '../recipient-queries.ts';

/**
 * Says that an alert of this story is likely soon. Call it when an editor opens or saves a story that has an alert level,
 * as often as you like: it costs nothing, answers at once, and what is prepared already is not prepared again.
 */
export function prepareTickets(newsroom: Newsroom, asked: { storyId: string }): void {
  newsroom.bell.ring('alert-likely', asked);
}

const PAGE = 1_000; // devices read at once; the next page is read when their tickets are made
const AGAIN = 2 * MINUTE; // after which the same story is looked through again: devices came, tickets were used
const UNUSED = HOUR; // then the editor went home, and the memory is given back

export interface TicketOffice {
  /** Resolves when all that was asked for so far is made; for tests. */
  settled(): Promise<void>;
  close(): void;
}

/** Hears `prepareTickets` in this process and has the sender make them, one story after another. */
export function openTicketOffice(newsroom: Newsroom, sender: Sender): TicketOffice {
  const madeAt = new Map<string, number>();
  let queue: Promise<void> = Promise.resolve();
  let closed = false;
  let unused: NodeJS.Timeout | undefined;

  const make = async (storyId: string): Promise<void> => {
    if (closed || sender.closed) return;
    clearTimeout(unused);
    unused = setTimeout(() => sender.forget(), UNUSED).unref();
    await prepareFor(newsroom, storyId, { sender, go: () => !closed && !sender.closed });
  };
  const silence = newsroom.bell.on('alert-likely', ({ storyId }) => {
    const now = newsroom.clock.now();
    for (const [id, at] of madeAt) if (now - at >= AGAIN) madeAt.delete(id);
    // Which story was missed is not known: whoever works on it says so again with the next save.
    if (storyId === null) return madeAt.clear();
    if (madeAt.has(storyId)) return;
    madeAt.set(storyId, now);
    queue = queue
      .then(() => make(storyId))
      // Nothing depends on tickets, so an editor's work is not held up for them.
      .catch((error: unknown) => newsroom.log.warn('tickets not made', { story: storyId, error }));
  });
  return {
    settled: () => queue,
    close() {
      closed = true;
      silence();
      clearTimeout(unused);
    },
  };
}

async function prepareFor(
  newsroom: Newsroom,
  storyId: string,
  { sender, go }: { sender: Sender; go: () => boolean },
): Promise<void> {
  const story = await getForDesk(newsroom, storyId);
  const { alertLevel } = story;
  if (!alertLevel || story.status === 'killed' || story.status === 'spiked') return;
  const targets: FollowTarget[] = targetsOf({ ...story, storyId });
  const levels = heardBy(alertLevel);
  let after: string | undefined = '';
  while (after !== undefined && go()) {
    const page = await followersAfter(newsroom, { targets, levels, after, limit: PAGE, strikes: STRIKES });
    const recipients = await recipientsOf(
      newsroom,
      page.reachable.map(({ id }) => id),
    );
    const ready = await sender.prepare(recipients);
    after = ready >= sender.mostTickets ? undefined : page.ids.at(-1);
  }
}
