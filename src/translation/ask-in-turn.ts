/** The engines in turn: each is asked for what is still open, in parts that are kept as they come, and its answers are looked at. */
import { primaryLanguage } from '../kit/language-tag.ts';
import type { Newsroom } from '../newsroom.ts';
import { type Problem, problemOf, wrongAnswer } from './answer-problems.ts';
import { type EngineSentence, refused } from './engine.ts';
import { putCached } from './engine-queries.ts';
import { type EngineState, enginesFor, noteFailure, noteUse, whyNone } from './engines.ts';
import { engineOf } from './open-engines.ts';
import type { SentenceWork } from './sentence-work.ts';

/** Asks engine after engine for what is still open. Gives back what to tell the desk; null when nothing is open any more. */
export async function askInTurn(newsroom: Newsroom, work: SentenceWork): Promise<string | null> {
  const open = work.open();
  if (open.length === 0) return null;
  const characters = open.reduce((sum, at) => sum + (work.plain[at]?.length ?? 0), 0);
  const asked = { ...work.asked, characters };
  const engines = await enginesFor(newsroom, asked);
  if (engines.length === 0) return whyNone(newsroom, asked);
  const failures: string[] = [];
  for (const engine of engines) {
    if (work.open().length === 0) return null;
    const words = await askOne(newsroom, work, engine);
    if (words !== null) failures.push(`${engine.name}: ${words}`);
  }
  return work.open().length === 0 ? null : [...failures, ...problemsOf(work)].join(' ');
}

const SAID: Readonly<Record<Problem, string>> = {
  empty: 'it gave nothing back',
  echo: 'it gave the original back',
  loop: 'it said the same again and again',
  length: 'it left out or made up too much',
  language: 'it answered in another language',
  markup: 'it put markup in',
  refusal: 'it would not translate',
};

/** Why sentences are still open though an engine answered: once for each engine and kind. */
function problemsOf(work: SentenceWork): string[] {
  const counts = new Map<string, number>();
  for (const at of work.open()) {
    const found = work.problems.get(at);
    const words = found ? `${found.name}: ${SAID[found.problem]}` : '';
    if (words !== '') counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(
    ([words, count]) => `${words}, in ${count} ${count === 1 ? 'sentence' : 'sentences'}.`,
  );
}

const PART = 20; // sentences asked for at once: a language model keeps count of so many, and a failure costs no more

/** Null when it answered all; what is wrong with the engine, or with its whole answer, where it did not. */
async function askOne(newsroom: Newsroom, work: SentenceWork, engine: EngineState): Promise<string | null> {
  const adapter = await engineOf(newsroom, engine.id);
  const open = work.open();
  for (let from = 0; from < open.length; from += PART) {
    const places = open.slice(from, from + PART);
    const request = work.requestFor(places);
    const answer = await adapter.translate(request);
    if (answer.ok) await noteUse(newsroom, engine, answer.characters);
    const wrong = answer.ok ? wrongAnswer(request, answer) : null;
    const failure = !answer.ok ? answer : wrong === null ? null : refused('answer-wrong', { because: wrong });
    if (failure) {
      await noteFailure(newsroom, engine.id, failure);
      return failure.words;
    }
    if (answer.ok) await takeAnswers(newsroom, work, { ...answer, places, engine });
  }
  return null;
}

/** Keeps each sentence that can be used, also for the next time; the others stay open, and the next engine may do them. */
async function takeAnswers(
  newsroom: Newsroom,
  work: SentenceWork,
  got: { places: number[]; engine: EngineState; version: string | null; sentences: EngineSentence[] },
): Promise<void> {
  const [from, to] = [primaryLanguage(work.asked.from), primaryLanguage(work.asked.to)];
  const { name } = got.engine;
  for (const [index, at] of got.places.entries()) {
    const { text, score, unknown = [] } = got.sentences[index] ?? { text: '', score: null };
    const problem = problemOf(work.marked[at]?.text ?? '', text, from, to);
    if (problem !== null) {
      work.problems.set(at, { name, problem });
      continue;
    }
    const { version } = got;
    work.put(at, { text, name, version, score, unknown, state: 'machine' });
    const said = { text, score, engine_name: name, version, unknown_json: JSON.stringify(unknown) };
    const row = { ...said, at: newsroom.clock.now() };
    await putCached(newsroom, work.cacheKey(at), row);
  }
}
