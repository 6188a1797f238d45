/** Places held “until something urgent”, given up for good when it comes: a hand that was driven away does not come back. */
import { type Newsroom, recordAct, theNewsroomItself } from '../newsroom.ts';
import type { StoryFacts } from '../runner/work.ts';
import { listPublished } from '../stories/read.ts';
import { isDisplaced } from './arrange.ts';
import { type FrontDoing, type FrontState, MOST_DOINGS, readFrontState } from './front.ts';
import type { Hand } from './hands.ts';
import { isUrgent } from './machine.ts';
import { changeFrontRow, putStep } from './queries.ts';
import type { FrontName } from './read-front.ts';

/** Follows a publication. What an editor is working on gives its places up too. */
export async function giveUpPlaces(newsroom: Newsroom, { storyId }: StoryFacts): Promise<void> {
  const editions = await listPublished(newsroom, { storyIds: [storyId], isRead: true, limit: 50 });
  for (const { language, section, firstPublishedAt: at, ...story } of editions.filter(isUrgent)) {
    const fronts: FrontName[] = [{ language, sectionId: null }];
    if (section) fronts.push({ language, sectionId: section.id });
    for (const front of fronts)
      await giveUp(newsroom, { front, urgent: [{ storyId, at }], headline: story.headline });
  }
}

async function giveUp(
  newsroom: Newsroom,
  {
    front,
    urgent,
    headline,
  }: { front: FrontName; urgent: { storyId: string; at: number }[]; headline: string },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const state = await readFrontState(inner, front);
    if (!state.row) return;
    const isGone = (hand: Hand) => hand.place !== null && isDisplaced(hand, urgent);
    if (![...state.out, ...state.draft].some(isGone)) return;
    const without = (hands: Hand[]) =>
      hands.map((hand) => (isGone(hand) ? { ...hand, place: null, gaveUp: hand.place } : hand));
    const number = state.row.last_step + 1;
    await write(inner, state, { number, before: state.row.out_step, kind: 'out', hands: without(state.out) });
    const draft = state.isPending ? number + 1 : number;
    if (state.isPending)
      await write(inner, state, {
        number: draft,
        before: number,
        kind: 'draft',
        hands: without(state.draft),
      });
    const { id, version } = state.row;
    const [by, now] = [theNewsroomItself, inner.clock.now()];
    const doing: FrontDoing = { version: version + 1, what: 'give up', headline, byName: by.name, at: now };
    const doings_json = JSON.stringify([...state.doings, doing].slice(-MOST_DOINGS));
    const steps = { out_step: number, draft_step: draft, last_step: draft };
    // Somebody was quicker: the runner comes again.
    if (!(await changeFrontRow(inner, { id, version }, { ...steps, doings_json })))
      throw new Error(`the front ${id} was changed meanwhile`);
    await recordAct(inner, {
      by,
      act: 'front: give up',
      subjectKind: 'front',
      subjectId: id,
      facts: { headline },
    });
    inner.bell.ring('desk', { what: 'fronts' });
  });
}

function write(
  inner: Newsroom,
  { row }: FrontState,
  step: { number: number; before: number; kind: 'draft' | 'out'; hands: Hand[] },
): Promise<void> {
  const { hands, ...rest } = step;
  const hands_json = JSON.stringify(hands);
  return putStep(inner, { ...rest, front_id: row?.id ?? '', hands_json, by_id: null, at: inner.clock.now() });
}
