/**
 * The frame of pages kept until something on it changes, by the same rings that empty the page cache, and for seconds at most: what a
 * process beside wrote into an embedded store rings nowhere.
 */
import { SECOND } from '../kit/clock.ts';
import type { Newsroom, PageName } from '../newsroom.ts';
import type { Frame } from './frame.tsx';

const KEPT_FOR = 10 * SECOND;
const ON_IT: ReadonlySet<PageName> = new Set(['everything', 'masthead', 'banner']);

interface Known {
  frame: Frame;
  /** When its reading began. */
  begun: number;
  /** When the first of its banners is over. */
  until: number;
}

interface KeptFrame {
  known: Known | null;
  /** How often it was touched: what was read meanwhile is not kept. */
  touched: number;
  hears: boolean;
}

/** As `find` reads it, or as it was found before. What is read at a replica is not kept: it may be older than what was heard. */
export async function keptFrame(
  newsroom: Newsroom,
  find: (newsroom: Newsroom) => Promise<Frame | null>,
): Promise<Frame | null> {
  if (newsroom.replica) return find(newsroom);
  const kept = keptIn(newsroom);
  const begun = newsroom.clock.now();
  const { known } = kept;
  if (known && isFresh(newsroom, known, begun)) return known.frame;
  const before = kept.touched;
  const frame = await find(newsroom);
  const until = Math.min(Number.POSITIVE_INFINITY, ...(frame?.banners ?? []).map((banner) => banner.until));
  if (kept.touched === before) kept.known = frame && { frame, begun, until };
  return frame;
}

const nothingYet = (): KeptFrame => ({ known: null, touched: 0, hears: false });

function keptIn({ bell, memory }: Newsroom): KeptFrame {
  const kept = memory.of(nothingYet);
  if (kept.hears) return kept;
  kept.hears = true;
  bell.on('pages', ({ touched }) => {
    if (!touched.some((name) => ON_IT.has(name))) return;
    kept.touched += 1;
    kept.known = null;
  });
  return kept;
}

function isFresh({ bell }: Newsroom, { begun, until }: Known, now: number): boolean {
  return bell.trusts(begun) && Math.abs(now - begun) < KEPT_FOR && now < until;
}
