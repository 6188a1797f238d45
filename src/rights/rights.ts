/**
 * Rights: what a contract with a source and an item's own terms let us do with copy. One pure rule; whoever publishes,
 * alerts, translates, fetches or shows asks it and derives nothing. An item only ever narrows its contract.
 */
import { DAY } from '../kit/clock.ts';
import type { IndexPolicy } from './index-policy.ts';
import type { ItemTerms } from './item-terms.ts';

/** What the contract with a source says, as far as rights go. */
export interface ContractRights {
  /** The source's name, for words at the desk. */
  source: string;
  mayAlert: boolean;
  mayTranslate: boolean;
  mayUseCloud: boolean;
  mayFullText: boolean;
  publishUnread: boolean;
  /** Whether copy that its agency marks as made by trained software may be published unread too. */
  takesGenerated: boolean;
  indexPolicy: IndexPolicy;
  /** How many days what we made of it may stand; null for ever. */
  keepDays: number | null;
}

/** What an item says of its own use. */
export interface ItemRights {
  status: string;
  /** Instants in milliseconds, or null where it names none. */
  embargoUntil: number | null;
  expiresAt: number | null;
  terms: ItemTerms;
}

/** Whether something may be done, and who forbids it. */
export interface Leave {
  allowed: boolean;
  /** Who says no; null where nobody does. The contract is named where both do: it is what the desk can change. */
  by: 'contract' | 'item' | null;
}

export interface Rights {
  /** Whose contract it is; null for copy of our own, which may everything. */
  source: string | null;
  /** Published at all on a site. */
  web: Leave;
  alert: Leave;
  translate: Leave;
  /** Shown to an engine outside the house. */
  cloud: Leave;
  fullText: Leave;
  /** Published without an editor. */
  unread: Leave;
  index: IndexPolicy;
  /** The agency's mark that trained software made the text; null where it says no such thing. */
  generated: string | null;
  /** What the source says of the item: usable, withheld, canceled; null for copy of our own. */
  status: string | null;
  /** Not before this instant, and only until that one; null where nobody says. */
  embargoUntil: number | null;
  expiresAt: number | null;
  /** How many days a story made of it may stand; null for ever. */
  keepDays: number | null;
  /** The item's own lines that forbid something. */
  words: string[];
}

const yes: Leave = { allowed: true, by: null };

/** `contract` is null for copy of our own; `item` is null where nothing was received, as for a source that is only quoted. */
export function rightsOf(contract: ContractRights | null, item: ItemRights | null): Rights {
  const terms = contract && item ? item.terms : {};
  const generated = terms.generated ?? null;
  const web = leave(true, terms.online);
  return {
    source: contract?.source ?? null,
    web,
    alert: leave(contract?.mayAlert, terms.alert),
    translate: leave(contract?.mayTranslate, terms.translate),
    cloud: leave(contract?.mayUseCloud, terms.cloud),
    fullText: leave(contract?.mayFullText, undefined),
    unread: unreadLeave(contract, web, generated),
    index: contract?.indexPolicy ?? 'index',
    generated,
    status: item?.status ?? null,
    embargoUntil: item?.embargoUntil ?? null,
    expiresAt: item?.expiresAt ?? null,
    keepDays: contract?.keepDays ?? null,
    words: terms.words ?? [],
  };
}

/** Copy of our own has no contract, and nobody to ask. */
function leave(contract: boolean | undefined, item: false | undefined): Leave {
  if (contract === false) return { allowed: false, by: 'contract' };
  return item === false ? { allowed: false, by: 'item' } : yes;
}

function unreadLeave(contract: ContractRights | null, web: Leave, generated: string | null): Leave {
  if (!contract?.publishUnread) return { allowed: false, by: 'contract' };
  if (!web.allowed) return web;
  return generated !== null && !contract.takesGenerated ? { allowed: false, by: 'item' } : yes;
}

/** Whether the source lets the item out at an instant: usable, and its embargo over. */
export function isReleased(
  { status, embargoUntil }: Pick<Rights, 'status' | 'embargoUntil'>,
  at: number,
): boolean {
  return (status ?? 'usable') === 'usable' && (embargoUntil ?? 0) <= at;
}

/** The instant after which what was first published then may no longer stand by its contract; null for ever. */
export function standsUntil({ keepDays }: Rights, firstPublishedAt: number | null): number | null {
  return keepDays === null || firstPublishedAt === null ? null : firstPublishedAt + keepDays * DAY;
}
