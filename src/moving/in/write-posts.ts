/** Writes a batch of posts: editions, what remembers them, where they stood. In one transaction, handed in. */

import { Refusal } from '../../kit/refusal.ts';
import { type Newsroom, theNewsroomItself } from '../../newsroom.ts';
import { announce } from '../../runner/work.ts';
import { scheduleStory } from '../../stories/schedule.ts';
import type { Copy } from '../../stories/story.ts';
import {
  type EditionPlace,
  type ForeignEdition,
  languagesHere,
  takeInChange,
  takeInEditions,
} from '../../stories/take-in.ts';
import { oldKey } from '../addresses/old-address.ts';
import { lineOfHtml } from '../markup/copy-of-post.ts';
import {
  keepMoved,
  keepOldAddresses,
  keepSpareAddresses,
  type MovedRow,
  movedRows,
  type OldAddressRow,
} from '../moved-queries.ts';
import type { PostRecord } from '../records.ts';
import type { People } from './people.ts';
import type { Places } from './places.ts';
import type { OpenPost } from './reading.ts';
import { doubtPost, instantOf, type MoveWorld } from './world.ts';

/** A post with everything that is written of it. */
export interface ReadyPost {
  open: OpenPost;
  known: MovedRow | null;
  place: EditionPlace | null;
  copy: Copy;
  /** Pictures that it wants and that are not here. */
  lacks: number;
  /** By which its copy is known to be as it was written. */
  written: string;
  /** When readers had it first and last; null for a draft. */
  out: { first: number; last: number } | null;
  createdAt: number;
  /** When it is to go out. */
  schedule: number | null;
}

export interface Hands {
  places: Places;
  people: People;
  /** When search is to know what came: pages and the move itself come first. */
  fileAt: number;
}

/** One edition that was written, by whichever way. */
interface WrittenEdition {
  ready: ReadyPost;
  editionId: string;
  storyId: string;
}

export async function writePosts(
  inner: Newsroom,
  world: MoveWorld,
  hands: Hands,
  ready: ReadyPost[],
): Promise<void> {
  const stories = await storiesOfGroups(inner, world, ready);
  const fresh = ready.filter(({ known }) => known === null);
  const editions: ForeignEdition[] = [];
  const written: WrittenEdition[] = [];
  const there = new Set<string>();
  for (const each of fresh) {
    const edition = await editionOf(inner, world, hands, { ready: each, stories, there });
    there.add(`${edition.storyId} ${edition.language}`);
    editions.push(edition);
    written.push({ ready: each, editionId: edition.editionId, storyId: edition.storyId });
  }
  const waited = await takeInEditions(inner, { editions, by: world.by, from: world.from });
  for (const { ready, storyId } of written) if (waited.has(storyId)) sayScheduleIsOver(world, ready, storyId);
  for (const each of ready) {
    const { place } = each;
    if (!place) continue;
    await changeEdition(inner, world, each, place);
    written.push({ ready: each, editionId: place.edition_id, storyId: place.story_id });
  }
  await fileThem(inner, written, hands.fileAt);
  await remember(inner, world, written, stories);
  for (const each of written) await scheduleThen(inner, world, each);
}

/** Stories of groups that came before, and those that this batch begins: by group. */
async function storiesOfGroups(
  inner: Newsroom,
  world: MoveWorld,
  ready: ReadyPost[],
): Promise<Map<string, string>> {
  const groups = [...new Set(ready.flatMap(({ open }) => open.group ?? []))];
  const rows = await movedRows(inner, { origin: world.survey.site.origin, kind: 'group', ids: groups });
  return new Map([...rows].map(([group, row]) => [group, row.our_id]));
}

async function editionOf(
  inner: Newsroom,
  world: MoveWorld,
  hands: Hands,
  { ready, stories, there }: { ready: ReadyPost; stories: Map<string, string>; there: ReadonlySet<string> },
): Promise<ForeignEdition> {
  const { open, copy, out } = ready;
  const { post, plan, group } = open;
  const { filing, pairs } = world.survey;
  const terms = pairs.ownTerms(post.terms);
  const topicIds = await hands.places.topicIds(inner, filing.topicsOf({ terms }, plan.category));
  await hands.places.keepTopics(inner, termsOf(terms, hands.places));
  const sectionId = await hands.places.sectionId(inner, plan.category);
  const authorId = await hands.people.staffId(inner, post.authors[0]);
  const begun = group === null ? undefined : stories.get(group);
  // Of what this batch begins, nothing is written yet: `there` says which languages it has.
  const isThere =
    begun !== undefined &&
    (there.has(`${begun} ${open.language}`) || (await languagesHere(inner, begun)).includes(open.language));
  if (isThere)
    doubtPost(
      world,
      post,
      'two-of-a-language',
      'Its group has an edition in this language already: a story of its own.',
    );
  const joins = begun !== undefined && !isThere;
  const storyId = joins ? begun : inner.ids.next();
  // The first of a group may stand in this very batch: then its story is not written yet, and this one waits for it.
  if (group !== null && begun === undefined) stories.set(group, storyId);
  return {
    storyId,
    editionId: inner.ids.next(),
    takeId: inner.ids.next(),
    sectionId,
    topicIds,
    story: joins ? null : { repliesOpen: post.repliesOpen, authorId },
    language: open.language,
    slug: plan.slug,
    copy,
    firstPublishedAt: out?.first ?? null,
    publishedAt: out?.last ?? null,
    createdAt: ready.createdAt,
    corrections: noticesOf(world, ready),
  };
}

function noticesOf(world: MoveWorld, { open, out }: ReadyPost): ForeignEdition['corrections'] {
  if (!out) return [];
  return open.post.corrections.flatMap(({ text, at }) => {
    const notice = lineOfHtml(text);
    return notice === '' ? [] : [{ notice, at: instantOf(world, at) ?? out.last }];
  });
}

/** The post's terms that are topics here. */
function termsOf(
  terms: PostRecord['terms'],
  places: Places,
): { taxonomy: 'category' | 'tag'; slug: string; id: string }[] {
  return terms.flatMap(({ taxonomy, slug, name }) => {
    const id = places.topicIdOf(lineOfHtml(name));
    return id === null ? [] : [{ taxonomy, slug, id }];
  });
}

async function changeEdition(
  inner: Newsroom,
  world: MoveWorld,
  { open, copy, out }: ReadyPost,
  place: EditionPlace,
): Promise<void> {
  const isNew = place.published_take_id === null;
  await takeInChange(inner, {
    place,
    copy,
    published: out && {
      first: place.first_published_at ?? out.first,
      at: out.last,
      slug: isNew ? open.plan.slug : null,
    },
    by: world.by,
    from: world.from,
  });
}

/** Search knows what readers have soon after: reading all words of a paper takes longer than moving it. */
async function fileThem(inner: Newsroom, written: WrittenEdition[], runAt: number): Promise<void> {
  const storyIds = [...new Set(written.filter(({ ready }) => ready.out).map(({ storyId }) => storyId))];
  if (storyIds.length > 0) await announce(inner, { event: 'stories-moved', facts: { storyIds }, runAt });
}

async function remember(
  inner: Newsroom,
  world: MoveWorld,
  written: WrittenEdition[],
  stories: ReadonlyMap<string, string>,
): Promise<void> {
  const { origin } = world.survey.site;
  const moved_at = inner.clock.now();
  const things = written.map(
    ({ ready, editionId }): MovedRow => ({
      origin,
      kind: 'post',
      foreign_id: ready.open.post.id,
      our_id: editionId,
      guid: ready.open.post.guid,
      taken_hash: ready.open.hash,
      written_hash: ready.written,
      lacks: ready.lacks,
      moved_at,
    }),
  );
  const none = { guid: null, taken_hash: '', written_hash: '', lacks: 0, moved_at };
  const groups = [...stories].map(
    ([group, our_id]): MovedRow => ({
      origin,
      kind: 'group',
      foreign_id: group,
      our_id,
      ...none,
    }),
  );
  await keepMoved(inner, [...things, ...groups]);
  const addresses = new Map<string, OldAddressRow>();
  for (const { ready, editionId } of written) {
    if (!ready.out) continue;
    for (const address of [ready.open.post.address ?? '', ...ready.open.post.alsoAt]) {
      const path = oldKey(address);
      if (path !== '' && !addresses.has(path))
        addresses.set(path, { path, kind: 'edition', our_id: editionId, moved_at });
    }
  }
  await keepOldAddresses(inner, [...addresses.values()]);
  await keepSpareAddresses(inner, pagesOfFiles(world, written, moved_at));
}

/** A file's own page leads to the post that it was put into, until the file itself is here. */
function pagesOfFiles({ spool }: MoveWorld, written: WrittenEdition[], moved_at: number): OldAddressRow[] {
  const rows = new Map<string, OldAddressRow>();
  for (const { ready, editionId } of written) {
    if (!ready.out) continue;
    for (const page of spool.list<string>('pages of files of', ready.open.post.id)) {
      const path = oldKey(page);
      if (path !== '') rows.set(path, { path, kind: 'edition', our_id: editionId, moved_at });
    }
  }
  return [...rows.values()];
}

function sayScheduleIsOver(world: MoveWorld, { open }: ReadyPost, storyId: string): void {
  const words =
    'Its story was to go out later in another language, and is out with this one: look at what waits there.';
  doubtPost(world, open.post, 'not-scheduled', words, storyId);
}

/** What was to go out there goes out here at its hour, as far as nothing stands in the way. */
async function scheduleThen(
  inner: Newsroom,
  world: MoveWorld,
  { ready, storyId }: WrittenEdition,
): Promise<void> {
  if (ready.schedule === null) return;
  const { post } = ready.open;
  try {
    await scheduleStory(inner, {
      storyId,
      publishAt: ready.schedule,
      by: theNewsroomItself,
      override: `Scheduled in ${world.from}.`,
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    doubtPost(
      world,
      post,
      'not-scheduled',
      `It could not be scheduled, and is a draft: ${error.words}`,
      storyId,
    );
  }
}
