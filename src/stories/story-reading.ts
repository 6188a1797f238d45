/**
 * A story read once: its editions as they are worked on, how it came to us, who says what in it, what may be done with it and
 * what editors answered. The gate, the findings, a schedule and the desk's page are told of it and ask nothing more.
 */
import { asking, type Newsroom } from '../newsroom.ts';
import type { Rights } from '../rights/rights.ts';
import type { Statement } from '../sourcing/statement.ts';
import { type Answers, answersFor } from './finding-answers.ts';
import { type KeptRule, listHouseRules } from './house-style.ts';
import {
  type EditionRow,
  getStoryRow,
  listEditionRows,
  listHopRows,
  type StoryRow,
  type TakeRow,
} from './queries.ts';
import { findReleaseRow, type ReleaseRow } from './release-queries.ts';
import { rightsOfStory } from './rights-of-story.ts';
import { listStatementsOfStory } from './statements.ts';
import {
  bodyMediaOf,
  headPicturesOf,
  originOf,
  staleSentencesOf,
  topicIdsOf,
  translationsOf,
  workingTakesOf,
} from './story-reading-queries.ts';
import { findMerger, isTiedAs } from './tie-queries.ts';

export interface TranslationReading {
  originalLanguage: string;
  state: 'translating' | 'ready' | 'failed';
  /** The take that a person has read; null for none. */
  readTakeId: string | null;
  /** Sentences whose original has changed. */
  stale: number;
}

export interface EditionReading extends EditionRow {
  /** The one that is worked on. */
  take: TakeRow;
  /** Null for an edition that is no translation of ours. */
  translation: TranslationReading | null;
  statements: Statement[];
  /** At its head; null where it has none. */
  picture: Awaited<ReturnType<typeof headPicturesOf>>[number] | null;
  /** In its body, besides the one at its head; without what was withdrawn. */
  bodyMedia: Awaited<ReturnType<typeof bodyMediaOf>>;
}

export interface StoryReading {
  story: StoryRow;
  /** As they were made, oldest first. */
  editions: EditionReading[];
  hops: Awaited<ReturnType<typeof listHopRows>>;
  /** As readers have them. */
  topicIds: string[];
  rights: Rights;
  source: { id: string; slug: string; name: string; credit: string } | null;
  /** What it was made of; null for a story of our own. */
  item: { headline: string; language: string | null } | null;
  answers: Answers;
  houseRules: KeptRule[];
  /** What partners have of it; null where they never had it. */
  release: ReleaseRow | null;
  /** Whether it is tied to a story as its correction. */
  corrects: boolean;
  /** The story that it goes on in; null where it was not merged. */
  mergedInto: string | null;
}

/** Refuses with `not-found`. */
export async function readStory(newsroom: Newsroom, storyId: string): Promise<StoryReading> {
  const ask = asking(newsroom);
  const editions = readEditions(ask, storyId);
  const [story, hops, topicIds, rights, origin, answers, houseRules, release, corrects, merger] =
    await Promise.all([
      getStoryRow(ask, storyId),
      listHopRows(ask, [storyId]),
      topicIdsOf(ask, storyId),
      rightsOfStory(ask, storyId),
      originOf(ask, storyId),
      answersFor(ask, storyId),
      listHouseRules(ask),
      findReleaseRow(ask, storyId),
      isTiedAs(ask, storyId, 'corrects'),
      findMerger(ask, storyId),
      editions,
    ]);
  const { id, slug, name, credit, headline, language } = origin ?? {};
  return {
    story,
    editions: await editions,
    hops,
    topicIds,
    rights,
    source: id && slug && name ? { id, slug, name, credit: credit ?? '' } : null,
    item: typeof headline === 'string' ? { headline, language: language ?? null } : null,
    answers,
    houseRules,
    release: release ?? null,
    corrects,
    mergedInto: merger?.into_id ?? null,
  };
}

async function readEditions(ask: Newsroom, storyId: string): Promise<EditionReading[]> {
  const [rows, takes, translations, stale, statements, pictures, media] = await Promise.all([
    listEditionRows(ask, storyId),
    workingTakesOf(ask, storyId),
    translationsOf(ask, storyId),
    staleSentencesOf(ask, storyId),
    listStatementsOfStory(ask, storyId),
    headPicturesOf(ask, storyId),
    bodyMediaOf(ask, storyId),
  ]);
  return rows.flatMap((row) => {
    const take = takes.find(({ id }) => id === row.working_take_id);
    if (!take) return []; // the store lets no edition be without one
    const made = translations.find(({ edition_id }) => edition_id === row.id);
    const translation = made && {
      originalLanguage: made.original_language,
      state: made.state,
      readTakeId: made.read_take_id,
      stale: Number(stale.find(({ edition_id }) => edition_id === row.id)?.count ?? 0),
    };
    const said = statements.filter(({ editionId }) => editionId === row.id);
    const picture = pictures.find(({ edition_id }) => edition_id === row.id) ?? null;
    const bodyMedia = media.filter(({ edition_id }) => edition_id === row.id);
    return [{ ...row, take, translation: translation ?? null, statements: said, picture, bodyMedia }];
  });
}
