/** The verbs of a front: lay a hand on, move, let go, put out, undo. Each says which version its page was made from. */
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, type PageName, recordAct } from '../newsroom.ts';
import { announce } from '../runner/work.ts';
import { checkHand, getHandedStory } from './check-hand.ts';
import { type FrontDoing, type FrontState, MOST_DOINGS, newFrontRow, readFrontState } from './front.ts';
import { type Hand, liveHands, MOST_HANDS, plainHand, withHand, withoutHand, withStep } from './hands.ts';
import { packagesChanged } from './packages.ts';
import type { FrontPlace } from './places.ts';
import { changeFrontRow, ensureFrontRow, listSteps, putStep } from './queries.ts';
import { type FrontName, frontId } from './read-front.ts';

/** Who changes which front, and what they saw of it. */
export interface FrontActor {
  front: FrontName;
  /** The version of the page that it was done on. */
  basedOn: number;
  by: Actor;
}

/**
 * What goes before readers, and how their open pages are told: in the same transaction, so that what is put out is told with the
 * commit, and never lost.
 */
export interface FrontRelease extends FrontActor {
  /** Where readers have the front. */
  path: string;
  tell: (inner: Newsroom, front: { path: string }) => Promise<void>;
}

/** What a form says of a story; what it does not say stays as it is. */
export type HandWords = Partial<Omit<Hand, 'storyId' | 'headlineThen' | 'since' | 'byName'>>;

/**
 * Lays a hand on a story, or changes the one that is there. Refuses a story that readers do not have in the language of the
 * front, an end that is past or too far, and words that are too long, in words.
 */
export async function layHand(
  newsroom: Newsroom,
  asked: FrontActor & { storyId: string; says: HandWords },
): Promise<void> {
  await changeDraft(newsroom, asked, async (inner, { draft }) => {
    const { storyId, says, by, front } = asked;
    const now = inner.clock.now();
    const story = await getHandedStory(inner, { storyId, front });
    const had = liveHands(draft, now).find((hand) => hand.storyId === storyId);
    const begun = had ?? plainHand(storyId, { now, byName: by.name, place: null });
    const hand: Hand = { ...begun, ...says, storyId, since: now, byName: by.name };
    if (says.place) hand.gaveUp = null;
    // The headline of the front was written, or looked at again, beside the story's as it is now.
    hand.headlineThen = hand.headline === '' ? '' : story.headline;
    await checkHand(inner, { hand, had: had ?? null, front });
    const hands = withHand(liveHands(draft, now), hand);
    if (hands.length > MOST_HANDS)
      refuse('form-incomplete', { because: because('frontFull', { most: MOST_HANDS }) });
    return { hands, what: 'lay', headline: story.headline };
  });
}

/**
 * Moves a story one place up or down from where it stands, which is what the page shows: where the machine put it there, a hand
 * holds it from now on. Nothing to move to is refused.
 */
export async function moveHand(
  newsroom: Newsroom,
  asked: FrontActor & { storyId: string; from: FrontPlace; step: -1 | 1 },
): Promise<void> {
  await changeDraft(newsroom, asked, async (inner, { draft }) => {
    const { storyId, from, step, by, front } = asked;
    const now = inner.clock.now();
    const story = await getHandedStory(inner, { storyId, front });
    const live = liveHands(draft, now);
    const had = live.find((hand) => hand.storyId === storyId);
    const begun = had ?? plainHand(storyId, { now, byName: by.name, place: from });
    const moved = { ...begun, place: from, gaveUp: null, since: now, byName: by.name };
    const hands = withStep(live, moved, step) ?? refuse('form-incomplete', { because: 'noPlaceThere' });
    return { hands, what: 'move', headline: story.headline };
  });
}

/** Puts a story back on the place that it gave up for something urgent; what was urgent then drives it away no more. */
export async function putStoryBack(
  newsroom: Newsroom,
  asked: FrontActor & { storyId: string },
): Promise<void> {
  const { draft } = await readFrontState(newsroom, asked.front);
  const live = liveHands(draft, newsroom.clock.now());
  const hand = live.find(({ storyId }) => storyId === asked.storyId);
  const place = hand?.place ?? hand?.gaveUp ?? null;
  if (place === null) refuse('not-found', { because: 'noSuchHand' });
  await layHand(newsroom, { ...asked, says: { place } });
}

/** Takes the hand from a story: the machine decides about it again. */
export async function letGoOf(newsroom: Newsroom, asked: FrontActor & { storyId: string }): Promise<void> {
  await changeDraft(newsroom, asked, async (inner, { draft }) => {
    const { storyId, front } = asked;
    if (!draft.some((hand) => hand.storyId === storyId)) refuse('not-found', { because: 'noSuchHand' });
    // Its story may be gone by now: then the line does without its headline.
    const story = await getHandedStory(inner, { storyId, front }).catch(() => null);
    return { hands: withoutHand(draft, storyId), what: 'let go', headline: story?.headline ?? '' };
  });
}

/** Puts what editors worked on before readers, at once. */
export async function putOut(newsroom: Newsroom, asked: FrontRelease): Promise<void> {
  await newsroom.transact(async (inner) => {
    const state = await openFront(inner, asked);
    if (!state.isPending) refuse('form-incomplete', { because: 'nothingToPutOut' });
    const { row } = state;
    const number = row.last_step + 1;
    const hands = liveHands(state.draft, inner.clock.now());
    await writeStep(inner, { state, number, kind: 'out', before: row.out_step, hands, by: asked.by });
    await step(inner, asked, state, {
      values: { out_step: number, draft_step: number, last_step: number },
      doing: { what: 'put out', headline: '' },
    });
    await tellFront(inner, asked, { act: 'put out', step: number, before: state.out, after: hands });
  });
}

/** Goes back to what readers saw before the last time it was put out; what is worked on stays, if it is something else. */
export async function undoPutOut(newsroom: Newsroom, asked: FrontRelease): Promise<void> {
  await newsroom.transact(async (inner) => {
    const state = await openFront(inner, asked);
    const { row } = state;
    const [out] = await listSteps(inner, { id: row.id, numbers: [row.out_step] });
    if (!out) refuse('form-incomplete', { because: 'nothingToUndo' });
    const draft_step = state.isPending ? row.draft_step : out.before;
    await step(inner, asked, state, {
      values: { out_step: out.before, draft_step },
      doing: { what: 'undo out', headline: '' },
    });
    const { out: after } = await readFrontState(inner, asked.front);
    await tellFront(inner, asked, { act: 'undo put out', step: out.number, before: state.out, after });
  });
}

/** Goes back to the state of the draft before the last change. */
export async function undoDraft(newsroom: Newsroom, asked: FrontActor): Promise<void> {
  await newsroom.transact(async (inner) => {
    const state = await openFront(inner, asked);
    const { row } = state;
    const [draft] = await listSteps(inner, { id: row.id, numbers: [row.draft_step] });
    if (!draft || row.draft_step === row.out_step) refuse('form-incomplete', { because: 'nothingToUndo' });
    await step(inner, asked, state, {
      values: { draft_step: draft.before },
      doing: { what: 'undo draft', headline: '' },
    });
  });
}

/** Drops what was worked on: the draft is what readers see. */
export async function dropDraft(newsroom: Newsroom, asked: FrontActor): Promise<void> {
  await newsroom.transact(async (inner) => {
    const state = await openFront(inner, asked);
    await step(inner, asked, state, {
      values: { draft_step: state.row.out_step },
      doing: { what: 'drop', headline: '' },
    });
  });
}

interface DraftChange {
  hands: Hand[];
  what: FrontDoing['what'];
  headline: string;
}

async function changeDraft(
  newsroom: Newsroom,
  asked: FrontActor,
  work: (inner: Newsroom, state: FrontState) => Promise<DraftChange>,
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const state = await openFront(inner, asked);
    const { hands, what, headline } = await work(inner, state);
    const number = state.row.last_step + 1;
    await writeStep(inner, {
      state,
      number,
      kind: 'draft',
      before: state.row.draft_step,
      hands,
      by: asked.by,
    });
    await step(inner, asked, state, {
      values: { draft_step: number, last_step: number },
      doing: { what, headline },
    });
  });
}

type OpenFront = FrontState & { row: NonNullable<FrontState['row']> };

/** The front for a change. One whose page is older than what was done since is refused, with who did what. */
async function openFront(inner: Newsroom, { front, basedOn }: FrontActor): Promise<OpenFront> {
  await ensureFrontRow(inner, newFrontRow(front));
  const state = await readFrontState(inner, front);
  if (!state.row) throw new Error(`the front ${frontId(front)} has no row`);
  if (state.version !== basedOn) refuseStale(state, basedOn);
  return { ...state, row: state.row };
}

function refuseStale({ doings }: FrontState, basedOn: number): never {
  const last = doings.at(-1);
  const since = doings.filter(({ version }) => version > basedOn);
  refuse('front-changed', {
    ...(last
      ? {
          because: because('frontChanged', {
            name: last.byName,
            what: last.what,
            headline: last.headline,
            more: Math.max(0, since.length - 1),
          }),
        }
      : {}),
  });
}

async function writeStep(
  inner: Newsroom,
  {
    state,
    number,
    kind,
    before,
    hands,
    by,
  }: {
    state: OpenFront;
    number: number;
    kind: 'draft' | 'out';
    before: number;
    hands: Hand[];
    by: Actor;
  },
): Promise<void> {
  await putStep(inner, {
    front_id: state.row.id,
    number,
    before,
    kind,
    hands_json: JSON.stringify(hands),
    by_id: by.id,
    at: inner.clock.now(),
  });
}

/** Writes the row, if nobody was quicker, with the line of who did what. */
async function step(
  inner: Newsroom,
  { by, front }: FrontActor,
  state: OpenFront,
  change: {
    values: Parameters<typeof changeFrontRow>[2];
    doing: Pick<FrontDoing, 'what' | 'headline'>;
  },
): Promise<void> {
  const { id, version } = state.row;
  const doing = { ...change.doing, version: version + 1, byName: by.name, at: inner.clock.now() };
  const doings_json = JSON.stringify([...state.doings, doing].slice(-MOST_DOINGS));
  const isFirst = await changeFrontRow(inner, { id, version }, { ...change.values, doings_json });
  if (!isFirst) refuseStale(await readFrontState(inner, front), version);
  const { what: act, headline } = change.doing;
  if (act !== 'put out' && act !== 'undo out')
    await recordAct(inner, {
      by,
      act: `front: ${act}`,
      subjectKind: 'front',
      subjectId: id,
      facts: { headline },
    });
  inner.bell.ring('desk', { what: 'fronts' });
}

/** The line of the audit, and everyone who shows it. */
async function tellFront(
  inner: Newsroom,
  { by, front, path, tell }: FrontRelease,
  { act, step: number, before, after }: { act: string; step: number; before: Hand[]; after: Hand[] },
): Promise<void> {
  const subjectId = frontId(front);
  await recordAct(inner, {
    by,
    act: `front: ${act}`,
    subjectKind: 'front',
    subjectId,
    facts: { step: number },
  });
  const shows: PageName = front.sectionId === null ? 'front' : `section:${front.sectionId}`;
  inner.bell.ring('pages', { touched: [shows, ...packagesChanged(before, after)] });
  await tell(inner, { path });
  await announce(inner, { event: 'front-put-out', facts: { ...front } });
}
