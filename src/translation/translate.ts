/**
 * Translates sentences: what we published before comes first, then what an engine said before, then the engines in order.
 * Each answer is looked at before anyone sees it; a sentence that one engine failed at is given to the next. What none can do
 * stays untranslated, with words for the desk: a draft is never lost.
 */
import { createHash } from 'node:crypto';
import type { Run } from '../kit/body-blocks.ts';
import type { Newsroom } from '../newsroom.ts';
import { problemOf, wrongAnswer } from './answer-problems.ts';
import type { EngineRequest, EngineSentence, Term } from './engine.ts';
import { type EngineState, engineOf, enginesFor, noteFailure, noteUse } from './engines.ts';
import { termsIn } from './glossary.ts';
import { type Marked, markUp, readMarks } from './marks.ts';

export interface ToTranslate {
  /** Sentences in order, each as runs. */
  sentences: Run[][];
  from: string;
  to: string;
  /** Whether the source's contract lets the copy leave the building. */
  mayLeave: boolean;
  register?: 'formal' | 'informal' | null;
  /** Only this engine, and not what is remembered: an editor asked for another try. */
  engineId?: string;
}

export interface Translated {
  runs: Run[];
  state: 'machine' | 'memory' | 'untranslated';
  engineName: string | null;
  version: string | null;
  score: number | null;
  marksLost: boolean;
  /** Words that the engine said it did not know. */
  unknown: string[];
}

export interface TranslationOutcome {
  sentences: Translated[];
  /** What went wrong, for the desk; null when every sentence is translated. */
  words: string | null;
}

/** A sentence and its pair of languages, by which a published translation of it is found again. */
export function sourceKey(text: string, from: string, to: string): string {
  return hash([from, to, text.normalize('NFC').replace(/\s+/g, ' ').trim()]);
}

export async function translateSentences(
  newsroom: Newsroom,
  asked: ToTranslate,
): Promise<TranslationOutcome> {
  const plain = asked.sentences.map(textOf);
  const glossary = await termsIn(newsroom, plain.join('\n'), asked);
  const keep = glossary.filter(({ term, translation }) => term === translation).map(({ term }) => term);
  const marked = asked.sentences.map((runs) => markUp(runs, keep));
  const work = new Work(asked, plain, marked, glossary);
  if (!asked.engineId) {
    await fromMemory(newsroom, work);
    await fromCache(newsroom, work);
  }
  const words = await fromEngines(newsroom, work);
  return { sentences: work.done.map((each, at) => each ?? untranslated(asked.sentences[at] ?? [])), words };
}

const textOf = (runs: Run[]): string => runs.map((run) => run.text).join('');

function untranslated(_runs: Run[]): Translated {
  const nothing = { engineName: null, version: null, score: null, marksLost: false, unknown: [] };
  return { ...nothing, runs: [], state: 'untranslated' };
}

class Work {
  readonly done: (Translated | null)[];
  readonly asked: ToTranslate;
  readonly plain: string[];
  readonly marked: Marked[];
  readonly glossary: Term[];

  constructor(asked: ToTranslate, plain: string[], marked: Marked[], glossary: Term[]) {
    this.asked = asked;
    this.plain = plain;
    this.marked = marked;
    this.glossary = glossary;
    this.done = plain.map((text) =>
      /[\p{L}\p{N}]/u.test(text)
        ? null
        : { ...untranslated([]), runs: [{ text, href: null, strong: false, em: false }], state: 'machine' },
    );
  }

  open(): number[] {
    return this.done.flatMap((each, at) => (each === null ? [at] : []));
  }

  /** The key of a sentence among its neighbours, with this glossary. */
  cacheKey(at: number): string {
    const { from, to, register } = this.asked;
    const around = [this.plain[at - 1] ?? '', this.plain[at + 1] ?? ''];
    return hash([
      from,
      to,
      register ?? '',
      this.marked[at]?.text ?? '',
      ...around,
      JSON.stringify(this.glossary),
    ]);
  }

  put(
    at: number,
    text: string,
    from: {
      name: string | null;
      version: string | null;
      score: number | null;
      unknown: string[];
      state: 'machine' | 'memory';
    },
  ): void {
    const { runs, complete } = readMarks(text, this.marked[at]?.marks ?? new Map());
    this.done[at] = {
      runs,
      state: from.state,
      engineName: from.name,
      version: from.version,
      score: from.score,
      marksLost: !complete,
      unknown: from.unknown,
    };
  }
}

/** Exact matches among what we have published, the newest first. */
async function fromMemory(newsroom: Newsroom, work: Work): Promise<void> {
  const { from, to } = work.asked;
  for (const at of work.open()) {
    const found = await newsroom.store
      .selectFrom('sentence_pairs')
      .innerJoin('translations', 'translations.edition_id', 'sentence_pairs.edition_id')
      .innerJoin('editions', 'editions.id', 'sentence_pairs.edition_id')
      .innerJoin('stories', 'stories.id', 'editions.story_id')
      .select(['sentence_pairs.target_html', 'sentence_pairs.target_text'])
      .where('source_key', '=', sourceKey(work.plain[at] ?? '', from, to))
      .where('sentence_pairs.target_text', '<>', '')
      .where('sentence_pairs.stale_at', 'is', null)
      .where('translations.read_at', 'is not', null)
      .where('stories.status', '=', 'published')
      .orderBy('sentence_pairs.updated_at', 'desc')
      .executeTakeFirst();
    const marks = work.marked[at]?.marks.size ?? 0;
    if (found && marks === 0)
      work.put(at, escapeTags(found.target_text), {
        name: null,
        version: null,
        score: null,
        unknown: [],
        state: 'memory',
      });
  }
}

const escapeTags = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

async function fromCache(newsroom: Newsroom, work: Work): Promise<void> {
  const keys = new Map(work.open().map((at) => [work.cacheKey(at), at]));
  if (keys.size === 0) return;
  const rows = await newsroom.store
    .selectFrom('translation_cache')
    .selectAll()
    .where('key', 'in', [...keys.keys()])
    .execute();
  for (const row of rows) {
    const at = keys.get(row.key);
    if (at !== undefined)
      work.put(at, row.text, {
        name: row.engine_name,
        version: row.version,
        score: row.score,
        unknown: JSON.parse(row.unknown_json) as string[],
        state: 'machine',
      });
  }
}

/** Asks engine after engine for what is still open. Gives back what to tell the desk. */
async function fromEngines(newsroom: Newsroom, work: Work): Promise<string | null> {
  const open = work.open();
  if (open.length === 0) return null;
  const { from, to, mayLeave, engineId } = work.asked;
  const characters = open.reduce((sum, at) => sum + (work.plain[at]?.length ?? 0), 0);
  const engines = (await enginesFor(newsroom, { from, to, mayLeave, characters })).filter(
    (engine) => !engineId || engine.id === engineId,
  );
  if (engines.length === 0)
    return nobody(await newsroom.store.selectFrom('engines').select('id').execute(), mayLeave);
  let words: string | null = null;
  for (const engine of engines) {
    if (work.open().length === 0) return null;
    words = (await askOne(newsroom, work, engine)) ?? words;
  }
  const left = work.open().length;
  if (left === 0) return null;
  return words ?? `${left} ${left === 1 ? 'sentence was' : 'sentences were'} not translated by any engine.`;
}

function nobody(all: unknown[], mayLeave: boolean): string {
  if (all.length === 0) return 'No translation engine is set up.';
  return mayLeave
    ? 'No translation engine can be asked for these languages now.'
    : 'No translation engine inside the house can be asked now, and this source’s copy may not leave it.';
}

const CHUNK = 40; // sentences asked for at once, so that one failure does not cost a whole story

async function askOne(newsroom: Newsroom, work: Work, engine: EngineState): Promise<string | null> {
  const adapter = await engineOf(newsroom, engine.id);
  const open = work.open();
  for (let from = 0; from < open.length; from += CHUNK) {
    const places = open.slice(from, from + CHUNK);
    const request = requestFor(work, places);
    const answer = await adapter.translate(request);
    if (!answer.ok) {
      await noteFailure(newsroom, engine.id, answer);
      return answer.words;
    }
    await noteUse(newsroom, engine, answer.characters);
    const wrong = wrongAnswer(request, answer);
    if (wrong) {
      await noteFailure(newsroom, engine.id, {
        ok: false,
        why: 'answer-wrong',
        words: wrong,
        retryAfterMs: null,
      });
      return wrong;
    }
    await takeAnswers(newsroom, work, {
      places,
      engine,
      version: answer.version,
      sentences: answer.sentences,
    });
  }
  return null;
}

function requestFor(work: Work, places: number[]): EngineRequest {
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
  return {
    sentences: places.map((at) => work.marked[at]?.text ?? ''),
    before: work.plain.slice(Math.max(0, first - 2), first).join(' '),
    after: work.plain[last + 1] ?? '',
    from: work.asked.from,
    to: work.asked.to,
    glossary: work.glossary,
    register: work.asked.register ?? null,
  };
}

async function takeAnswers(
  newsroom: Newsroom,
  work: Work,
  got: {
    places: number[];
    engine: EngineState;
    version: string | null;
    sentences: EngineSentence[];
  },
): Promise<void> {
  const { from, to } = work.asked;
  for (const [index, at] of got.places.entries()) {
    const { text, score, unknown = [] } = got.sentences[index] ?? { text: '', score: null };
    if (problemOf(work.marked[at]?.text ?? '', text, from, to) !== null) continue; // left open: the next engine may do it
    const { engine, version } = got;
    work.put(at, text, { name: engine.name, version, score, unknown, state: 'machine' });
    const unknown_json = JSON.stringify(unknown);
    const row = { text, score, engine_name: engine.name, version, unknown_json, at: newsroom.clock.now() };
    await newsroom.store
      .insertInto('translation_cache')
      .values({ key: work.cacheKey(at), ...row })
      .onConflict((clash) => clash.column('key').doUpdateSet(row))
      .execute();
  }
}

function hash(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
