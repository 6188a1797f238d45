/**
 * What open desk pages are told: that items, stories, replies, alerts or sources changed. They look again by themselves.
 * One beat for all of them, and one question to the store however many are open.
 */
import type { ServerResponse } from 'node:http';
import { SECOND } from '../../kit/clock.ts';
import type { DeskSignal, Newsroom } from '../../newsroom.ts';
import { countWaiting } from '../../replies/count-waiting.ts';

const GATHER = 200; // ms in which what is rung becomes one message; a burst of items is one look at the wire
const HEARTBEAT = 25 * SECOND; // shorter than the minute after which proxies close a silent line
const TOO_SLOW = 64 * 1024; // bytes that a page has not read yet; it is dropped, comes back and looks at everything

export interface DeskLive {
  /** Takes the response over; ends with the page. */
  attach(response: ServerResponse): void;
  /** How many pages listen. */
  readonly size: number;
  close(): void;
}

export function openDeskLive(newsroom: Newsroom): DeskLive {
  const pages = new Set<ServerResponse>();
  const changed = new Set<DeskSignal['what']>();
  const stories = new Set<string | null>();
  let gathering: NodeJS.Timeout | undefined;

  const tell = (message: string) => {
    for (const page of pages) {
      if (page.writableLength > TOO_SLOW) page.destroy();
      else page.write(message);
    }
  };
  const send = async () => {
    gathering = undefined;
    const [what, which] = [[...changed], [...stories]];
    changed.clear();
    stories.clear();
    if (pages.size === 0) return;
    tell(`event: changed\ndata: ${JSON.stringify({ what, stories: namedOf(which) })}\n\n`);
    if (what.includes('replies')) tell(`event: held\ndata: ${await countWaiting(newsroom)}\n\n`);
  };
  const stop = newsroom.bell.on('desk', (said) => {
    changed.add(said.what);
    if (said.what === 'stories') stories.add(said.storyId);
    gathering ??= setTimeout(() => {
      send().catch((error: unknown) => newsroom.log.error('desk live failed', { error }));
    }, GATHER);
  });
  const beat = setInterval(() => tell(': still here\n\n'), HEARTBEAT);
  beat.unref();

  return {
    attach(response) {
      response.write('retry: 2000\n\n');
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    get size() {
      return pages.size;
    },
    close() {
      stop();
      clearInterval(beat);
      clearTimeout(gathering);
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}

const MOST_NAMED = 200; // stories in one message; where more change at once every page looks

/** Which stories changed; null for any. */
function namedOf(stories: (string | null)[]): string[] | null {
  const named = stories.filter((id) => id !== null);
  return named.length < stories.length || named.length > MOST_NAMED ? null : named;
}
