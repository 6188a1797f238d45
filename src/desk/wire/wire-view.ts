/** What the wire's page shows of an item, as its parts take it. */

import type { BodyHtml } from '../../kit/safe-html.ts';
import type { ClusterAct } from '../../wire/events/cluster-hand.ts';
import type { ClusterMember } from '../../wire/events/clusters.ts';
import type { ItemPicture } from '../../wire/items/item-pictures.ts';
import type { WireNotice } from '../../wire/notices/notices.ts';
import type { ItemFacts } from '../../wire/parse/facts.ts';
import type { Aside } from '../../wire/reading/clean.ts';
import type { WordRun } from '../views/word-diff.ts';
import type { PageTime } from '../views/words.ts';
import type { WireFilter } from './wire-pane.tsx';
import type { PickUpChoice } from './wire-pick-up.tsx';

/** An item that is held while another is looked for. */
export interface HeldItem {
  id: string;
  headline: string;
  language: string | null;
}

/** The item beside the list. */
export interface WireItem {
  id: string;
  headline: string;
  summary: string;
  language: string | null;
  /** Made safe, without what was set aside. */
  bodyHtml: BodyHtml;
  aside: Aside[];
  byline: string;
  link: string | null;
  status: string;
  embargoUntil: number | null;
  receivedAt: number;
  publishedAt: number | null;
  storyId: string | null;
  /** Live stories under way that it can be an entry of. */
  liveStories: { storyId: string; headline: string; language: string }[];
  /** The others: in languages that it is not in. */
  liveInOthers: { storyId: string; headline: string; language: string }[];
  /** In which language a story can be made of it. */
  pickUp: PickUpChoice;
  /** When its source wants it gone; when its headline last became another. */
  expiresAt: number | null;
  headlineChangedAt: number | null;
  clusterId: string | null;
  /** Others who tell of the same event, newest first, and what was decided of that by hand. */
  others: ClusterMember[];
  acts: ClusterAct[];
  /** The item that another is looked for to be put together with. */
  held: HeldItem | null;
  /** What its source did to it since a story was made of it. */
  notices: WireNotice[];
  /** What it forbids for itself, in its own words. */
  terms: string[];
  /** What only agencies say. */
  facts: Partial<ItemFacts> | null;
  source: { id: string; name: string; credit: string };
  /** By the contract and the item's own terms. */
  mayAlert: boolean;
  /** The agency's mark that trained software made the text; null where it says no such thing. */
  generated: string | null;
  /** Parties the copy names before the source. */
  hops: { party: string }[];
  /** That came with it, and may be taken with it. */
  pictures: ItemPicture[];
  /** Newest first. */
  versions: {
    number: number;
    headline: string;
    receivedAt: number;
    bytes: number;
    type: string;
    changed: string;
  }[];
  shownVersion: number;
  /** What changed since the version before the shown one; null for the first. */
  changes: { headline: WordRun[]; text: WordRun[] } | null;
}

export interface BesideProps {
  item: WireItem;
  filter: WireFilter;
  when: PageTime;
  form: string;
}
