/** A front as editors have it: the hands that are out, those they work on, and who did what last. */

import type { Newsroom } from '../newsroom.ts';
import { readRecords } from '../store/json-column.ts';
import { type Hand, liveHands } from './hands.ts';
import { type FrontRow, findFrontRow, listOutSteps, listSteps } from './queries.ts';
import { type FrontName, frontId } from './read-front.ts';

/** What was done to a front, for whoever comes with a page from before. */
export interface FrontDoing {
  /** The version that it made. */
  version: number;
  what: 'lay' | 'move' | 'let go' | 'put out' | 'undo draft' | 'undo out' | 'drop' | 'give up';
  /** Of the story that it was done to; empty where it was done to all. */
  headline: string;
  byName: string;
  at: number;
}

export const MOST_DOINGS = 20; // an older page is told of these, and that there was more

export interface FrontState {
  front: FrontName;
  /** What a page is made from; a change says which one it saw. */
  version: number;
  /** The hands that editors work on. */
  draft: Hand[];
  /** The hands that readers see. */
  out: Hand[];
  /** Whether the two differ. */
  isPending: boolean;
  /** Whether there is a state of the draft, or one that was out, to go back to. */
  mayUndo: boolean;
  mayUndoOut: boolean;
  doings: FrontDoing[];
  row: FrontRow | null;
}

export async function readFrontState(newsroom: Newsroom, front: FrontName): Promise<FrontState> {
  const id = frontId(front);
  const row = (await findFrontRow(newsroom, id)) ?? null;
  const empty = { front, version: 0, draft: [], out: [], doings: [], row };
  if (!row) return { ...empty, isPending: false, mayUndo: false, mayUndoOut: false };
  const steps = await listSteps(newsroom, { id, numbers: [row.draft_step, row.out_step] });
  const handsOf = (number: number): Hand[] => {
    const step = steps.find((each) => each.number === number);
    return step ? readRecords<Hand>('front_steps.hands_json', `${id} ${number}`, step.hands_json) : [];
  };
  const draft = handsOf(row.draft_step);
  const out = handsOf(row.out_step);
  const isPending = row.draft_step !== row.out_step && !sameHands(draft, out);
  return {
    front,
    version: row.version,
    draft,
    out,
    isPending,
    mayUndo: row.draft_step !== row.out_step,
    mayUndoOut: row.out_step > 0,
    doings: readRecords<FrontDoing>('fronts.doings_json', id, row.doings_json),
    row,
  };
}

const sameHands = (one: readonly Hand[], other: readonly Hand[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The hands that readers see, and whose time is not over. */
export async function listHandsOut(newsroom: Newsroom, front: FrontName): Promise<Hand[]> {
  const id = frontId(front);
  const row = await findFrontRow(newsroom, id);
  if (!row || row.out_step === 0) return [];
  const [step] = await listSteps(newsroom, { id, numbers: [row.out_step] });
  if (!step) return [];
  const hands = readRecords<Hand>('front_steps.hands_json', `${id} ${step.number}`, step.hands_json);
  return liveHands(hands, newsroom.clock.now());
}

/** When it was put out, and by whom; the newest first. */
export function listPutOuts(newsroom: Newsroom, { front, limit }: { front: FrontName; limit: number }) {
  return listOutSteps(newsroom, { id: frontId(front), limit });
}

/** The row of a front on which there is no hand yet. */
export const newFrontRow = (front: FrontName): FrontRow => ({
  id: frontId(front),
  language: front.language,
  section_id: front.sectionId,
  version: 0,
  draft_step: 0,
  out_step: 0,
  last_step: 0,
  doings_json: '[]',
  due_at: null,
  stood_hash: '',
});
