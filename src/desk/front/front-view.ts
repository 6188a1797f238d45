/** What the page of a front shows: read from the store, as editors have it now. */
import { type PlacedStory, showsPicture } from '../../fronts/arrange.ts';
import { type Banner, listBanners } from '../../fronts/banner.ts';
import { type FrontState, listPutOuts, readFrontState } from '../../fronts/front.ts';
import { type Hand, liveHands } from '../../fronts/hands.ts';
import { FRONT_LIMIT } from '../../fronts/machine.ts';
import { type FrontPlace, stripOf } from '../../fronts/places.ts';
import { type FrontName, readPaperFront, readSectionFront } from '../../fronts/read-front.ts';
import { type LookupSearch, lookUp } from '../../lookup/lookup.ts';
import type { Newsroom } from '../../newsroom.ts';
import { listPaperLanguages } from '../../stories/languages.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { listPublished, type PublishedSummary } from '../../stories/read.ts';
import { listSections, type Section } from '../../stories/sections.ts';

/** A place with what stands on it. */
export interface FrontRowView extends PlacedStory {
  place: FrontPlace;
  hasPicture: boolean;
  /** What its hand wants under it and does not get. */
  leftOut: NotUnder[];
}

/** Where it stands instead; null where readers do not have it here, or it is too old to stand anywhere. */
export interface NotUnder {
  storyId: string;
  stands: { headline: string; place: FrontPlace } | null;
}

export interface FrontView {
  front: FrontName;
  section: Section | null;
  sections: Section[];
  languages: string[];
  /** Where readers have it. */
  path: string;
  state: FrontState;
  rows: FrontRowView[];
  /** Hands that stand on no place of it now, and the story if readers have it. */
  idle: { hand: Hand; story: PublishedSummary | null }[];
  pool: PublishedSummary[];
  banner: Banner | null;
  outs: Awaited<ReturnType<typeof listPutOuts>>;
}

const LISTED = 20; // of a section's page, as readers have its first
const RECENT = 5; // times it was put out

/** Which front an address means; the paper's own in its own language where it says nothing, or nothing that there is. */
export async function frontNamed(
  newsroom: Newsroom,
  asked: { language: string; section: string },
): Promise<Pick<FrontView, 'front' | 'section' | 'sections' | 'languages' | 'path'>> {
  const masthead = await findMasthead(newsroom);
  const sections = await listSections(newsroom);
  const own = masthead?.language ?? 'en';
  const languages = [...new Set([own, ...(await listPaperLanguages(newsroom))])];
  const language = languages.find((each) => each === asked.language) ?? own;
  const section = sections.find(({ slug }) => slug === asked.section) ?? null;
  const under = language === own ? '' : `/${language.toLowerCase()}`;
  const path = section ? `${under}/${section.slug}` : under || '/';
  return { front: { language, sectionId: section?.id ?? null }, section, sections, languages, path };
}

export async function viewFront(
  newsroom: Newsroom,
  asked: { language: string; section: string; search?: PoolSearch | undefined },
): Promise<FrontView> {
  const named = await frontNamed(newsroom, asked);
  const { front, sections } = named;
  const state = await readFrontState(newsroom, front);
  const rows = await rowsOf(newsroom, front, sections, state.draft);
  const { language, sectionId } = front;
  const only = sectionId === null ? {} : { sectionId };
  const newest = await listPublished(newsroom, { ...only, language, limit: FRONT_LIMIT });
  const standing = new Set(rows.map(({ hand }) => hand?.storyId));
  const live = liveHands(state.draft, newsroom.clock.now()).filter(({ storyId }) => !standing.has(storyId));
  const storyIds = live.map(({ storyId }) => storyId);
  const known =
    storyIds.length === 0
      ? []
      : await listPublished(newsroom, { storyIds, language, limit: storyIds.length });
  const idle = live.map((hand) => ({
    hand,
    story: known.find(({ storyId }) => storyId === hand.storyId) ?? null,
  }));
  const pool = asked.search ? await findPool(newsroom, { ...asked.search, language, newest }) : newest;
  const banner = (await listBanners(newsroom)).find((each) => each.language === language) ?? null;
  const outs = await listPutOuts(newsroom, { front, limit: RECENT });
  return { ...named, state, rows, idle, pool, banner, outs };
}

/** Words to look for among all that was published, and what the desk's search is asked with. */
export type PoolSearch = Omit<LookupSearch, 'limit' | 'only'>;

/** Of the newest at once, since search learns of a story a moment later; then of everything, as the desk's search finds it. */
async function findPool(
  newsroom: Newsroom,
  { language, newest, ...search }: PoolSearch & { language: string; newest: PublishedSummary[] },
): Promise<PublishedSummary[]> {
  const looked = search.typed.trim().toLowerCase();
  const seen = newest.filter(({ headline }) => headline.toLowerCase().includes(looked));
  const { groups } = await lookUp(newsroom, { ...search, only: { kind: 'published' }, limit: FRONT_LIMIT });
  const found = groups.flatMap(({ hits }) => hits.flatMap(({ storyId }) => storyId ?? []));
  const storyIds = [...new Set(found)].filter((id) => !seen.some(({ storyId }) => storyId === id));
  if (storyIds.length === 0) return seen;
  const known = await listPublished(newsroom, { storyIds, language, limit: storyIds.length });
  const byId = new Map(known.map((story) => [story.storyId, story]));
  return [...seen, ...storyIds.flatMap((id) => byId.get(id) ?? [])];
}

async function rowsOf(
  newsroom: Newsroom,
  front: FrontName,
  sections: Section[],
  hands: Hand[],
): Promise<FrontRowView[]> {
  const { language, sectionId } = front;
  const row = (area: string, placed: readonly PlacedStory[]) =>
    placed.map((one, index) => ({ ...one, place: { area, at: index + 1 }, hasPicture: showsPicture(one) }));
  if (sectionId !== null) {
    const stories = await listPublished(newsroom, { language, sectionId, limit: LISTED });
    const { stories: own } = await readSectionFront(newsroom, { front, stories, hands });
    return withLeftOut(row('list', own.slice(0, LISTED)));
  }
  const paper = await readPaperFront(newsroom, { language, sections, hands });
  if (!paper.isOwn) return [];
  const strips = paper.strips.flatMap(({ sectionId: of, stories }) => row(stripOf(of), stories));
  return withLeftOut([
    ...row('lead', paper.lead ? [paper.lead] : []),
    ...row('pair', paper.pair),
    ...row('middle', paper.middle),
    ...strips,
  ]);
}

/** A story stands once on a front. Where a hand wants one under another and it stands elsewhere, whoever chose it is to know why. */
function withLeftOut(rows: Omit<FrontRowView, 'leftOut'>[]): FrontRowView[] {
  const stands = new Map(
    rows.flatMap(({ story, related, place }) =>
      [story, ...related].map(({ storyId, headline }) => [storyId, { headline, place }] as const),
    ),
  );
  return rows.map((row) => {
    const here = new Set([row.story, ...row.related].map(({ storyId }) => storyId));
    const missing = (row.hand?.related ?? []).filter((storyId) => !here.has(storyId));
    return {
      ...row,
      leftOut: missing.map((storyId) => ({ storyId, stands: stands.get(storyId) ?? null })),
    };
  });
}
