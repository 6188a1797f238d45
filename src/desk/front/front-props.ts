/** What the page of a front is handed, and its address. */
import type { LibraryLine } from '../../media/library.ts';
import type { WayCount } from '../../readership/readership.ts';
import type { PublishedSummary } from '../../stories/read.ts';
import type { DeskFrame } from '../views/desk-layout.tsx';
import type { ReadersBeside } from '../views/readers-now.tsx';
import type { PageTime } from '../views/words.ts';
import type { FrontView } from './front-view.ts';

export interface FrontPageProps {
  frame: DeskFrame;
  when: PageTime;
  view: FrontView;
  words: string;
  /** The story whose hand is being written, with what was typed. */
  open: HandTyping | null;
  /** Pictures that may stand in place of the story's own, the newest first. */
  pictures: Pick<LibraryLine, 'id' | 'card' | 'caption' | 'name' | 'headline'>[];
  /** How many read each story now, and the ways on which they came. */
  readers: ReadonlyMap<string, ReadersBeside>;
  ways: ReadonlyMap<string, WayCount[]>;
  proof: string;
  done?: string | undefined;
  refused?: { words: string; fields: Record<string, string>; of: 'hand' | 'banner' | 'front' } | undefined;
}

/** A hand as it stands in its form. */
export interface HandTyping {
  storyId: string;
  story: PublishedSummary | null;
  basedOn: string;
  place: string;
  hold: string;
  until: string;
  untilUrgent: boolean;
  headline: string;
  kicker: string;
  size: string;
  picture: string;
  /** Of the library, in place of the story's own. */
  pictureId: string;
  related: string[];
  packageName: string;
  isLaid: boolean;
}

export function frontAddress({ front, section }: Pick<FrontView, 'front' | 'section'>, more = ''): string {
  const query = new URLSearchParams({ language: front.language });
  if (section) query.set('section', section.slug);
  return `/desk/front?${query}${more}`;
}
