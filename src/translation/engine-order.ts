/** Which engines are asked, and in which order: paused, asked again, moved up; and one tried with a sentence. */
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { wrongAnswer } from './answer-problems.ts';
import { refused } from './engine.ts';
import { updateEngine } from './engine-queries.ts';
import { type EngineState, listEngines, noteFailure, noteUse } from './engines.ts';
import { markUp, readMarks } from './marks.ts';
import { engineOf } from './open-engines.ts';
import { plainRuns, textOfRuns } from './sentence-units.ts';

/** Leaves an engine alone until it is resumed. */
export async function pauseEngine(newsroom: Newsroom, asked: { engineId: string; by: Actor }): Promise<void> {
  await change(newsroom, asked, 'pause engine', { paused_at: newsroom.clock.now() });
}

/** Has an engine asked again, also one that is left alone because it failed. */
export async function resumeEngine(
  newsroom: Newsroom,
  asked: { engineId: string; by: Actor },
): Promise<void> {
  await change(newsroom, asked, 'resume engine', {
    paused_at: null,
    rest_until: 0,
    failure: null,
    failure_words: null,
    failed_at: null,
  });
}

async function change(
  newsroom: Newsroom,
  { engineId, by }: { engineId: string; by: Actor },
  act: string,
  to: {
    paused_at: number | null;
    rest_until?: number;
    failure?: null;
    failure_words?: null;
    failed_at?: null;
  },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    await getEngine(inner, engineId);
    await updateEngine(inner, engineId, to);
    await recordAct(inner, { by, act, subjectKind: 'masthead', subjectId: engineId });
  });
}

/** Has an engine asked before the one that stands above it. */
export async function moveEngineUp(
  newsroom: Newsroom,
  asked: { engineId: string; by: Actor },
): Promise<void> {
  const { engineId, by } = asked;
  await newsroom.transact(async (inner) => {
    await getEngine(inner, engineId);
    const ids = (await listEngines(inner)).map(({ id }) => id);
    const at = ids.indexOf(engineId);
    if (at > 0) ids.splice(at - 1, 2, engineId, ids[at - 1] as string);
    for (const [position, id] of ids.entries()) await updateEngine(inner, id, { position: position + 1 });
    await recordAct(inner, { by, act: 'move engine', subjectKind: 'masthead', subjectId: engineId });
  });
}

async function getEngine(newsroom: Newsroom, engineId: string): Promise<EngineState> {
  const found = (await listEngines(newsroom)).find(({ id }) => id === engineId);
  return found ?? refuse('not-found', { because: 'noSuchEngine' });
}

export type EngineAttempt =
  | { ok: true; text: string; version: string | null; score: number | null; unknown: string[] }
  | { ok: false; words: string };

/** Asks one engine for one sentence, whatever its state, and counts it. What it answers is shown and kept nowhere. */
export async function tryEngine(
  newsroom: Newsroom,
  asked: { engineId: string; text: string; from: string; to: string },
): Promise<EngineAttempt> {
  const engine = await getEngine(newsroom, asked.engineId);
  const { text, marks } = markUp(plainRuns(asked.text.trim()), []);
  if (text === '') return refuse('form-incomplete', { fields: { text: because('sentenceMissing') } });
  const around = { before: '', after: '', glossary: [], register: null };
  const request = { sentences: [text], from: asked.from, to: asked.to, ...around };
  const answer = await (await engineOf(newsroom, engine.id)).translate(request);
  const wrong = answer.ok ? wrongAnswer(request, answer) : null;
  const failure = !answer.ok ? answer : wrong === null ? null : refused('answer-wrong', { because: wrong });
  if (answer.ok) await noteUse(newsroom, engine, answer.characters);
  if (failure) {
    await noteFailure(newsroom, engine.id, failure);
    return { ok: false, words: failure.words };
  }
  const [said] = answer.ok ? answer.sentences : [];
  const read = textOfRuns(readMarks(said?.text ?? '', marks).runs);
  const version = answer.ok ? answer.version : null;
  return { ok: true, text: read, version, score: said?.score ?? null, unknown: said?.unknown ?? [] };
}
