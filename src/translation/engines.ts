/** The newsroom's engines: set up by an administrator, asked in order, their state and cost kept for the desk. */
import { isAbsolute } from 'node:path';
import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { type EngineRefusal, engineKinds } from './engine.ts';
import {
  addUsage,
  deleteEngine,
  listEverUsed,
  listUsage,
  putEngine,
  updateEngine,
} from './engine-queries.ts';
import { knowsPair } from './engines/language-codes.ts';
import { listEngineRows } from './queries.ts';

export interface EngineDraft {
  kind: string;
  name: string;
  address: string;
  /** Null keeps none; it is sealed at rest and never shown again. */
  key: string | null;
  model: string | null;
  /** Whether what is sent there stays in the building: such an address may be inside the own network. */
  isInside: boolean;
  /** 'el>en es>en', or empty for every pair. */
  pairs: string;
  /** Millionths of its currency for a million characters. */
  priceMicros: number;
  /** The three letters of ISO 4217; empty where nobody said. */
  currency?: string;
  monthlyCharacters: number | null;
}

export interface EngineState {
  id: string;
  name: string;
  kind: string;
  address: string;
  model: string | null;
  isInside: boolean;
  pairs: string;
  priceMicros: number;
  monthlyCharacters: number | null;
  isPaused: boolean;
  /** Whether it has ever answered: before, nothing is known of its state. */
  isTried: boolean;
  /** What its price is in, `EUR`; empty where nobody said. */
  currency: string;
  /** What is wrong with it now, in a sentence. */
  failureWords: string | null;
  restUntil: number;
  /** This month. */
  characters: number;
  costMicros: number;
}

export const ENGINE_KEY = 'engine key'; // what such a value is sealed for

/** Adds an engine after those there are. Refuses what is not an address, a kind or a list of pairs. */
export async function addEngine(
  newsroom: Newsroom,
  { draft, by }: { draft: EngineDraft; by: Actor },
): Promise<string> {
  const fields = wrongFields(draft);
  if (Object.keys(fields).length > 0) refuse('form-incomplete', { fields });
  return newsroom.transact(async (inner) => {
    const id = inner.ids.next();
    const position = (await listEngineRows(inner)).length + 1;
    await putEngine(inner, {
      id,
      position,
      created_at: inner.clock.now(),
      ...kept(draft),
      key_sealed: draft.key ? inner.seal.close(ENGINE_KEY, draft.key) : null,
    });
    const facts = { engine: draft.name, address: draft.address };
    await recordAct(inner, { by, act: 'add engine', subjectKind: 'masthead', subjectId: id, facts });
    return id;
  });
}

function kept(draft: EngineDraft) {
  return {
    kind: engineKinds.find((kind) => kind === draft.kind) ?? refuse('form-incomplete'),
    name: draft.name.trim(),
    address: draft.address.trim().replace(/\/+$/, ''),
    model: draft.model?.trim() || null,
    is_inside: draft.isInside || runsHere(draft.kind) ? 1 : 0,
    pairs: draft.pairs.trim(),
    price_micros: Math.round(draft.priceMicros),
    currency: draft.currency?.trim().toUpperCase() ?? '',
    monthly_characters: draft.monthlyCharacters,
  };
}

/** Changes what an engine is set up with; an empty key leaves the one that is kept. Refuses what `addEngine` refuses. */
export async function changeEngine(
  newsroom: Newsroom,
  { engineId, draft, by }: { engineId: string; draft: EngineDraft; by: Actor },
): Promise<void> {
  const fields = wrongFields(draft);
  if (Object.keys(fields).length > 0) refuse('form-incomplete', { fields });
  await newsroom.transact(async (inner) => {
    const row = (await listEngineRows(inner)).find(({ id }) => id === engineId);
    if (!row) refuse('not-found', { because: 'noSuchEngine' });
    const key = draft.key ? { key_sealed: inner.seal.close(ENGINE_KEY, draft.key) } : {};
    // What was wrong with it was wrong as it stood: it is asked anew.
    const anew = { failure: null, failure_words: null, failed_at: null, rest_until: 0 };
    await updateEngine(inner, engineId, { ...kept(draft), ...key, ...anew });
    const facts = { engine: draft.name, address: draft.address };
    await recordAct(inner, { by, act: 'change engine', subjectKind: 'masthead', subjectId: engineId, facts });
  });
}

function wrongFields(draft: EngineDraft): Record<string, string> {
  const fields: Record<string, string> = {};
  if (draft.name.trim() === '') fields.name = 'Give it a name.';
  if (!(engineKinds as readonly string[]).includes(draft.kind)) fields.kind = 'Choose one of the kinds.';
  const address = draft.address.trim();
  if (runsHere(draft.kind)) {
    if (!isAbsolute(address)) fields.address = 'Give the folder of the models by its whole path.';
  } else if (!/^https?:\/\/[^\s/]+/.test(address) || !URL.canParse(address))
    fields.address = 'Give its address, beginning with https:// or http://.';
  if (!PAIRS.test(draft.pairs)) fields.pairs = 'Write pairs as el>en es>en.';
  if (!/^(?:[a-z]{3})?$/i.test(draft.currency?.trim() ?? ''))
    fields.currency = 'Write the three letters of the currency: EUR.';
  if ((draft.monthlyCharacters ?? 1) < 1) fields.monthlyCharacters = 'A ceiling is a number of characters.';
  return fields;
}

/** Whether it is a reader's eye. */
export const reads = ({ kind }: Pick<EngineState, 'kind'>): boolean => kind === 'eye';

/** Whether it is no server, but works in this process with what lies in a folder. */
export const runsHere = (kind: string): boolean => kind === 'bergamot';

export async function removeEngine(
  newsroom: Newsroom,
  { engineId, by }: { engineId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    await deleteEngine(inner, engineId);
    await recordAct(inner, { by, act: 'remove engine', subjectKind: 'masthead', subjectId: engineId });
  });
}

/** Every engine with its state and what it has cost this month. */
export async function listEngines(newsroom: Newsroom): Promise<EngineState[]> {
  const usage = await listUsage(newsroom, monthOf(newsroom.clock.now()));
  const ever = await listEverUsed(newsroom);
  const tried = new Set(ever.map(({ engine_id }) => engine_id));
  const used = new Map(usage.map((row) => [row.engine_id, row]));
  return (await listEngineRows(newsroom)).map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    address: row.address,
    model: row.model,
    isInside: row.is_inside === 1,
    pairs: row.pairs,
    priceMicros: Number(row.price_micros),
    monthlyCharacters: row.monthly_characters === null ? null : Number(row.monthly_characters),
    isPaused: row.paused_at !== null,
    isTried: tried.has(row.id),
    currency: row.currency,
    failureWords: row.failure_words,
    restUntil: Number(row.rest_until),
    characters: Number(used.get(row.id)?.characters ?? 0),
    costMicros: Number(used.get(row.id)?.cost_micros ?? 0),
  }));
}

/** For what engines are wanted. */
export interface EngineNeed {
  from: string;
  to: string;
  /** Whether the copy may leave the building. */
  mayLeave: boolean;
  characters: number;
  /** Only this one. */
  engineId?: string;
  /** Those that read translations, and not those that make them. */
  toRead?: boolean;
}

/** Engines that may be asked now for this pair, in order. */
export async function enginesFor(newsroom: Newsroom, wanted: EngineNeed): Promise<EngineState[]> {
  const now = newsroom.clock.now();
  const all = await listEngines(newsroom);
  return all.filter(
    (engine) =>
      reads(engine) === (wanted.toRead ?? false) &&
      (wanted.engineId ?? engine.id) === engine.id &&
      knowsPair(engine.pairs, wanted.from, wanted.to) &&
      whyNot(engine, wanted, now) === null,
  );
}

/** Why none of them may be asked now, for the desk. */
export async function whyNone(newsroom: Newsroom, wanted: EngineNeed): Promise<string> {
  const now = newsroom.clock.now();
  const all = (await listEngines(newsroom)).filter(
    (engine) => (wanted.engineId ?? engine.id) === engine.id && !reads(engine),
  );
  if (all.length === 0) return 'No translation engine is set up.';
  const able = all.filter(({ pairs }) => knowsPair(pairs, wanted.from, wanted.to));
  if (able.length === 0) return 'No translation engine is set up for these languages.';
  return able.map((engine) => `${engine.name} is not asked now: ${whyNot(engine, wanted, now)}`).join(' ');
}

function whyNot(engine: EngineState, { mayLeave, characters }: EngineNeed, now: number): string | null {
  if (engine.isPaused) return 'it is paused.';
  if (!engine.isInside && !mayLeave) return 'this source’s copy may not leave the house.';
  if (engine.restUntil > now) return engine.failureWords ?? 'it wants a rest.';
  const most = engine.monthlyCharacters ?? Number.POSITIVE_INFINITY;
  return engine.characters + characters > most ? 'its characters of this month are used up.' : null;
}

const PAIRS = /^\s*(?:[a-z]{2,3}(?:-[a-z\d]{2,8})*>[a-z]{2,3}(?:-[a-z\d]{2,8})*(?:[\s,]+|$))*$/i;

const REST: Readonly<Record<string, number>> = {
  unreachable: 60_000, // a minute: it may be starting
  'too-slow': 60_000,
  'asked-too-often': 60_000,
  'key-refused': 600_000, // until someone has looked at the key
  'quota-spent': 3_600_000,
  'answer-broken': 0,
  'answer-wrong': 0,
};

/** Notes that an engine failed, for the desk, and leaves it alone for a while. One that lacks a language is well, though. */
export async function noteFailure(
  newsroom: Newsroom,
  engineId: string,
  failure: EngineRefusal,
): Promise<void> {
  if (failure.why === 'pair-unknown') return;
  const now = newsroom.clock.now();
  await updateEngine(newsroom, engineId, {
    failure: failure.why,
    failure_words: failure.words,
    failed_at: now,
    rest_until: now + (failure.retryAfterMs ?? REST[failure.why] ?? 0),
  });
}

/** Counts what was sent; the state of an engine that answered is clean again. */
export async function noteUse(newsroom: Newsroom, engine: EngineState, characters: number): Promise<void> {
  const month = monthOf(newsroom.clock.now());
  const cost = Math.round((characters * engine.priceMicros) / 1_000_000);
  await addUsage(
    newsroom,
    { engine_id: engine.id, month, characters, requests: 1, cost_micros: cost },
    characters,
    cost,
  );
  await updateEngine(newsroom, engine.id, {
    failure: null,
    failure_words: null,
    failed_at: null,
    rest_until: 0,
  });
}

function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}
