/** Pages that are made again as soon as something on them changed, while readers ask for them: no reader waits for their making. */
import { MINUTE } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';

const ASKED_LATELY = 10 * MINUTE; // a page that nobody has asked for since waits until somebody does

/** How a page is made; `P` is the page. */
type Work<P> = () => Promise<P>;

interface Known<P> {
  work: Work<P>;
  askedAt: number;
  isUnderway: boolean;
}

/** Of a page cache: how it begins a making, whose `touched` fills with what changed meanwhile, and whether it keeps a page. */
interface CacheSide<P> {
  begin(key: string, work: Work<P>): { entry: Promise<unknown>; touched: ReadonlySet<string> };
  isKept(key: string): boolean;
}

export function pagesAhead<P>(newsroom: Newsroom, { begin, isKept }: CacheSide<P>) {
  const all = new Map<string, Known<P>>();
  return {
    /** It was made, and is one of those. */
    remember(key: string, work: Work<P>): void {
      const known = all.get(key);
      if (known) known.work = work;
      else all.set(key, { work, askedAt: newsroom.clock.now(), isUnderway: false });
    },
    asked(key: string): void {
      const known = all.get(key);
      if (known) known.askedAt = newsroom.clock.now();
    },
    /** Makes it again; once more where something changed while it was made, one making after the other. */
    async changed(key: string): Promise<void> {
      const known = all.get(key);
      if (!known || known.isUnderway) return;
      if (newsroom.clock.now() - known.askedAt > ASKED_LATELY) return void all.delete(key);
      known.isUnderway = true;
      try {
        for (let making = begin(key, known.work); ; making = begin(key, known.work)) {
          await making.entry;
          if (isKept(key) || making.touched.size === 0 || !all.has(key)) break;
        }
      } catch (error) {
        // Nobody waits for it: who asks for the page is told what is wrong.
        newsroom.log.warn('a page could not be made ahead', { key, error });
      } finally {
        known.isUnderway = false;
      }
    },
    clear: () => all.clear(),
  };
}
