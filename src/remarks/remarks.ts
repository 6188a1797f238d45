/**
 * Remarks: what the desk says among itself, at a sentence of an edition or about a story, to whoever `@name` calls. They are the
 * desk's alone: nothing of them stands in a take, a page, a feed or an export.
 */
import { MINUTE } from '../kit/clock.ts';
import { cleanLetters } from '../kit/letters.ts';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce } from '../runner/work.ts';
import { staffNamed } from '../staff/named.ts';
import { listStaff } from '../staff/staff.ts';
import { getForDesk } from '../stories/desk-read.ts';
import {
  findTakeText,
  getRemarkRow,
  listRemarkRows,
  listTakeTexts,
  listWriters,
  moveRemarkRow,
  putMentionRows,
  putRemarkRow,
  setSettledRow,
  type TakeText,
} from './remark-queries.ts';
import { placeAfter, sentencesOfTake } from './sentence-place.ts';

/** Someone of the staff who writes. */
type Writer = Actor & { id: string };

export interface Remark {
  id: string;
  words: string;
  byName: string;
  at: number;
}

export interface RemarkThread extends Remark {
  editionId: string | null;
  /** The sentence as it reads now; empty of one about the whole story. */
  sentence: string;
  /** The sentence is no more: those were its words. */
  isGone: boolean;
  answers: Remark[];
  settledAt: number | null;
  settledByName: string | null;
}

const LONGEST_REMARK = 2_000; // characters
const MOST_CALLED = 20; // people in one remark; a newsroom of twelve has eleven others
const TO_LOOK = 2 * MINUTE; // before mail: whoever sits at the desk has seen it by then
const MOST_REMARKS = 300; // of one story, answers with them; the oldest are no longer shown

export interface NewRemark {
  storyId: string;
  words: string;
  /** The take that its writer looks at, and which sentence of it; null for the whole story. */
  at: { takeId: string; place: number } | null;
  by: Writer;
}

/**
 * Writes a remark. Refuses with `form-incomplete` what says nothing or calls nobody's name, and with `staff-left` what calls someone
 * who works here no more.
 */
export async function makeRemark(newsroom: Newsroom, given: NewRemark): Promise<{ remarkId: string }> {
  const words = checkedWords(given.words);
  const called = await calledIn(newsroom, words);
  return newsroom.transact(async (inner) => {
    await getForDesk(inner, given.storyId);
    const anchor = given.at ? await anchorAt(inner, given.storyId, given.at) : null;
    const id = inner.ids.next();
    await putRemarkRow(inner, {
      id,
      story_id: given.storyId,
      edition_id: anchor?.editionId ?? null,
      take_id: anchor?.takeId ?? null,
      place: anchor?.place ?? null,
      sentence: anchor?.sentence ?? '',
      answers_id: null,
      words,
      by_id: given.by.id,
      at: inner.clock.now(),
      settled_at: null,
      settled_by_id: null,
    });
    await tell(inner, { remarkId: id, storyId: given.storyId, called, by: given.by, act: 'remark' });
    return { remarkId: id };
  });
}

/** Answers in a thread: whoever wrote in it is called, too. Opens again what was settled. Refuses as `makeRemark` does. */
export async function answerRemark(
  newsroom: Newsroom,
  given: { remarkId: string; words: string; by: Writer },
): Promise<{ remarkId: string; storyId: string }> {
  const words = checkedWords(given.words);
  const called = await calledIn(newsroom, words);
  return newsroom.transact(async (inner) => {
    const root = await getRemarkRow(inner, given.remarkId);
    const rootId = root.answers_id ?? root.id;
    const id = inner.ids.next();
    await putRemarkRow(inner, {
      id,
      story_id: root.story_id,
      edition_id: null,
      take_id: null,
      place: null,
      sentence: '',
      answers_id: rootId,
      words,
      by_id: given.by.id,
      at: inner.clock.now(),
      settled_at: null,
      settled_by_id: null,
    });
    await setSettledRow(inner, rootId, { settled_at: null, settled_by_id: null });
    const all = new Set([...called, ...(await listWriters(inner, rootId))]);
    await tell(inner, {
      remarkId: id,
      storyId: root.story_id,
      called: [...all],
      by: given.by,
      act: 'answer remark',
    });
    return { remarkId: id, storyId: root.story_id };
  });
}

/** Says that a thread is dealt with, or that it is not after all; anyone may. */
export async function settleRemark(
  newsroom: Newsroom,
  { remarkId, back = false, by }: { remarkId: string; back?: boolean; by: Writer },
): Promise<{ storyId: string }> {
  return newsroom.transact(async (inner) => {
    const row = await getRemarkRow(inner, remarkId);
    const settled = back
      ? { settled_at: null, settled_by_id: null }
      : { settled_at: inner.clock.now(), settled_by_id: by.id };
    if (await setSettledRow(inner, row.answers_id ?? row.id, settled)) {
      const act = back ? 'open remark' : 'settle remark';
      await recordAct(inner, { by, act, subjectKind: 'remark', subjectId: row.id });
      ringOf(inner, row.story_id);
    }
    return { storyId: row.story_id };
  });
}

function checkedWords(given: string): string {
  const words = cleanLetters(given).trim();
  if (words === '') refuse('form-incomplete', { because: 'remarkWithoutWords' });
  if (words.length > LONGEST_REMARK)
    refuse('form-incomplete', { because: because('noLongerThan', { most: LONGEST_REMARK }) });
  return words;
}

const CALL = /(?<![\p{L}\p{N}._%+-])@([\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*)/gu;

/** The ids of those whose names stand after an @; an address of mail calls nobody. */
async function calledIn(newsroom: Newsroom, words: string): Promise<string[]> {
  const names = [...new Set([...words.matchAll(CALL)].map(([, name = '']) => name))];
  if (names.length === 0) return [];
  if (names.length > MOST_CALLED) refuse('form-incomplete', { because: 'tooManyCalled' });
  const people = await listStaff(newsroom);
  return names.map((name) => {
    const found = staffNamed(people, name);
    if (found.ok) return found.staff.id;
    if (found.why === 'left') return refuse('staff-left', { because: because('hasLeft', { name }) });
    const reason = found.why === 'several' ? 'severalOfThatName' : 'nobodyOfThatName';
    return refuse('form-incomplete', { because: because(reason, { name }) });
  });
}

async function anchorAt(
  inner: Newsroom,
  storyId: string,
  { takeId, place }: { takeId: string; place: number },
): Promise<{ editionId: string; takeId: string; place: number; sentence: string }> {
  const take = await findTakeText(inner, takeId);
  if (take?.storyId !== storyId) return refuse('not-found', { because: 'noSuchSentence' });
  const sentence = textsOf(take, take.language)[place] ?? '';
  if (sentence === '') return refuse('not-found', { because: 'noSuchSentence' });
  return { editionId: take.editionId, takeId, place, sentence };
}

const textsOf = (take: Pick<TakeText, 'headline' | 'dek' | 'bodyHtml'>, language: string): string[] =>
  sentencesOfTake(take, language);

interface Telling {
  remarkId: string;
  storyId: string;
  called: string[];
  by: Writer;
  act: string;
}

async function tell(inner: Newsroom, { remarkId, storyId, called, by, act }: Telling): Promise<void> {
  const at = inner.clock.now();
  const others = [...new Set(called)].filter((id) => id !== by.id);
  await putMentionRows(
    inner,
    others.map((staff_id) => ({
      remark_id: remarkId,
      staff_id,
      at,
      seen_at: null,
      mailed_at: null,
      mail_failure: null,
    })),
  );
  await recordAct(inner, { by, act, subjectKind: 'remark', subjectId: remarkId, facts: { story: storyId } });
  if (others.length > 0) {
    await announce(inner, { event: 'remark-made', facts: { remarkId } });
    await announce(inner, { event: 'remark-waits', facts: { remarkId }, runAt: at + TO_LOOK });
  }
  ringOf(inner, storyId);
}

function ringOf(inner: Newsroom, storyId: string): void {
  inner.bell.ring('desk', { what: 'stories', storyId });
  inner.bell.ring('desk', { what: 'remarks' });
}

/**
 * The threads of a story, newest first, each at its sentence as that reads in the take that is worked on now. `ask` reads the rows,
 * with what else is asked at the time; where a sentence went is kept by `newsroom`.
 */
export async function listRemarks(
  newsroom: Newsroom,
  storyId: string,
  ask: Newsroom = newsroom,
): Promise<RemarkThread[]> {
  const rows = await listRemarkRows(ask, storyId, MOST_REMARKS);
  const answers = new Map<string, Remark[]>();
  for (const row of rows.toReversed())
    if (row.answers_id !== null)
      answers.set(row.answers_id, [...(answers.get(row.answers_id) ?? []), remarkOf(row)]);
  const threads: RemarkThread[] = [];
  for (const row of rows) {
    if (row.answers_id !== null) continue;
    const { sentence, isGone } = await followed(newsroom, row);
    threads.push({
      ...remarkOf(row),
      editionId: row.edition_id,
      sentence,
      isGone,
      answers: answers.get(row.id) ?? [],
      settledAt: row.settled_at,
      settledByName: row.settledByName,
    });
  }
  return threads;
}

type RemarkRow = Awaited<ReturnType<typeof listRemarkRows>>[number];

const remarkOf = ({ id, words, byName, at }: RemarkRow): Remark => ({ id, words, byName, at });

const MOST_TAKES = 60; // walked through at once; of more, the earlier ones are jumped over

/** Follows the sentence from take to take, and keeps where it is now: takes never change, so whoever does it finds the same. */
async function followed(newsroom: Newsroom, row: RemarkRow): Promise<{ sentence: string; isGone: boolean }> {
  const { sentence, edition_id, take_id, place } = row;
  if (edition_id === null) return { sentence, isGone: false };
  if (take_id === null || place === null) return { sentence, isGone: true };
  const takes = (await listTakeTexts(newsroom, edition_id, take_id, MOST_TAKES)).toReversed();
  if (takes.length <= 1) return { sentence, isGone: false };
  const known = await findTakeText(newsroom, take_id);
  if (!known) return { sentence, isGone: true };
  let before = textsOf(known, known.language);
  let at: number | null = place;
  let words = sentence;
  for (const take of takes) {
    if (take.id === take_id) continue;
    const after = textsOf(take, known.language);
    at = placeAfter(before, after, at);
    if (at === null) break;
    words = after[at] ?? words;
    before = after;
  }
  const last = takes.at(-1)?.id ?? take_id;
  await moveRemarkRow(newsroom, row.id, { take_id: at === null ? null : last, place: at, sentence: words });
  return { sentence: words, isGone: at === null };
}
