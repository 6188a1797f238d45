/** Every sentence that nobody's eye has read as it stands is given to the reader's eye, if one is set up and the contract lets it. */

import type { Newsroom } from '../newsroom.ts';
import { announce } from '../runner/work.ts';
import { readableRows, readRecords } from '../store/json-column.ts';
import type { EngineRefusal } from './engine.ts';
import { type EngineState, enginesFor, noteFailure, noteUse } from './engines.ts';
import { engineSetup } from './open-engines.ts';
import { countEyeAnswers, keepReading, listPairReadingRows } from './pair-reading-queries.ts';
import { holds } from './pair-readings.ts';
import { ringStoryOf } from './queries.ts';
import { findTranslation } from './read-translation.ts';
import { EYE, readPair } from './readers-eye.ts';
import { wayOf } from './translate-pairs.ts';

const AT_ONCE = 3; // sentences: a model on one machine answers few at a time
const MOST_WRONG = 3; // answers in a row that cannot be used, until it is let alone

/** Asks for what has changed since it was last read; the answers appear at the desk as they come. */
export async function askEyeAgain(newsroom: Newsroom, { editionId }: { editionId: string }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const key = `translation-filled:${editionId}`;
    await announce(inner, { event: 'translation-filled', facts: { editionId }, key });
  });
}

/** Follows `translation-filled`. Run again, it asks only for what was not read. */
export async function askEye(newsroom: Newsroom, { editionId }: { editionId: string }): Promise<void> {
  const open = await unread(newsroom, editionId);
  if (open.length === 0) return;
  const way = await wayOf(newsroom, editionId);
  const characters = open.reduce((sum, { source, target }) => sum + source.length + target.length, 0);
  const [engine] = await enginesFor(newsroom, { ...way, characters, toRead: true });
  if (!engine) return; // it is opt-in: without one nothing is missing
  const asked = { ...(await engineSetup(newsroom, engine.id)), engine, way, editionId };
  let wrong = 0;
  for (let from = 0; from < open.length; from += AT_ONCE) {
    const outcomes = await Promise.all(
      open.slice(from, from + AT_ONCE).map((sentence) => readOne(newsroom, asked, sentence)),
    );
    await newsroom.transact((inner) => ringStoryOf(inner, editionId));
    const failures = outcomes.filter((outcome) => outcome !== null);
    wrong = failures.length === outcomes.length ? wrong + failures.length : 0;
    const [failure] = failures;
    if (failure) await noteFailure(newsroom, engine.id, failure);
    if (failure && (wrong >= MOST_WRONG || !/^answer-/u.test(failure.why))) return; // said at the engines' page
  }
}

/** How far it can be believed. */
export interface EyeRecord {
  /** Places that it points at in what stands at the desk. */
  pointed: number;
  /** Those of which an editor said that the translation is right. */
  setAside: number;
}

/** Of all that it has read and that is still there. */
export async function readEyeRecord(newsroom: Newsroom): Promise<EyeRecord> {
  const { answers, settled } = await countEyeAnswers(newsroom, EYE);
  const places = readableRows(newsroom.log, answers, ({ pair_id, answer_json }) =>
    readRecords('pair_readings.answer_json', pair_id, answer_json),
  );
  return { pointed: places.flat().length, setAside: settled };
}

interface Unread {
  pairId: string;
  source: string;
  target: string;
}

async function unread(newsroom: Newsroom, editionId: string): Promise<Unread[]> {
  const translation = await findTranslation(newsroom, editionId, { checked: false });
  const rows = (await listPairReadingRows(newsroom, editionId)).filter(({ way }) => way === 'eye');
  return (translation?.pairs ?? [])
    .map(({ id, sourceText, targetText }) => ({ pairId: id, source: sourceText, target: targetText }))
    .filter(({ source, target }) => source !== '' && target !== '')
    .filter((pair) => !rows.some((row) => row.pair_id === pair.pairId && holds(row, pair)));
}

interface Asked extends Awaited<ReturnType<typeof engineSetup>> {
  engine: EngineState;
  way: { from: string; to: string };
  editionId: string;
}

/** Null when it was read and kept; why not, where it was not. */
async function readOne(newsroom: Newsroom, asked: Asked, sentence: Unread): Promise<EngineRefusal | null> {
  const { setup, door, engine, way, editionId } = asked;
  const { pairId, source, target } = sentence;
  const reading = await readPair(setup, door, { source, target, from: way.from, to: way.to });
  if (!reading.ok) return reading;
  await noteUse(newsroom, engine, source.length + target.length);
  await keepReading(newsroom, {
    pairId,
    editionId,
    source,
    target,
    way: 'eye',
    answer: reading.findings,
    engineName: engine.name,
    version: reading.version,
  });
  return null;
}
