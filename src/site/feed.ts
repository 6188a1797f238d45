/** What a feed tells, whichever its format: whole stories with their source, newest first. */
import { isSaidAlways } from '../kit/story-kind.ts';
import type { PublishedStory } from '../stories/read.ts';
import type { Kin } from '../translation/kin.ts';
import { wordsFor } from '../views/words/words.ts';

export interface Feed {
  title: string;
  description: string;
  language: string;
  /** Addresses in full: of the page the feed is of, and of the feed itself. */
  page: string;
  self: string;
  paper: string;
  address: string;
  /** When it was made. */
  made: number;
  /** The same feed in the paper's other languages: addresses in full. */
  others: { language: string; self: string }[];
  entries: FeedEntry[];
}

export interface FeedEntry {
  story: PublishedStory;
  /** In full. */
  link: string;
  html: string;
  /** In plain text: the dek, or how the story begins. */
  summary: string;
  /** 'Radio Thalassa — Aegean News Agency', or empty for our own report. */
  chain: string;
  /** Who stands in the byline, one each. */
  authors: string[];
  kin: Kin;
  /** What the feeds of another house called it; null for what is ours from the beginning. */
  guid: string | null;
}

/** What translated it, and who read the translation: nobody for what is no translation. */
export function contributorsOf({ kin: { translation } }: FeedEntry): string[] {
  if (!translation) return [];
  const engines = translation.engines.map(({ name, version }) =>
    version === null ? name : `${name} ${version}`,
  );
  return translation.checked ? [...engines, translation.checked.name] : engines;
}

/**
 * Identity of an entry: for ever the same, wherever the story moves, also from another house. RFC 4122 names need no domain. What
 * Atom takes is an IRI (RFC 4287 section 4.2.6): a name that is none is given in the other formats only.
 */
export function entryId({ story, guid }: Pick<FeedEntry, 'story' | 'guid'>, isIri = false): string {
  const own = `urn:uuid:${story.editionId}`;
  return guid === null || (isIri && !URL.canParse(guid)) ? own : guid;
}

/** The headline, with the label of a kind that a reader has to know where nothing but this line is read. */
export function titleIn({ kind, language, headline }: PublishedStory): string {
  const { kinds } = wordsFor(language);
  return isSaidAlways(kind) ? kinds.labelled(kinds[kind], headline) : headline;
}

/** When anything in the feed last changed; with nothing in it, when it was made: readers would show 1970 otherwise. */
export const changedAt = ({ entries, made }: Feed): number =>
  entries.length === 0 ? made : Math.max(...entries.map(({ story }) => story.publishedAt));
