/**
 * The noun: a translation engine, and the one contract that all of them keep. Sentences go in with what stands around
 * them, the glossary and the register; as many sentences come out, each with a score where the engine gives one. What goes
 * wrong outside is a value with words for the desk.
 */
import { type OutsideReason, sayOutside } from '../kit/outside.ts';
import type { EngineKind } from '../store/closed-sets.ts';

export interface Term {
  /** As it stands in the original. */
  term: string;
  /** As it is to stand in the translation; the same word where it must stay as it is. */
  translation: string;
}

export interface EngineRequest {
  /** Each may hold `<g id="1">…</g>` and `<x id="2"/>`, which must come back; see marks.ts. */
  sentences: string[];
  /** What stands before the first and after the last of them, to be understood and not translated. */
  before: string;
  after: string;
  /** Whole tags ('el', 'pt-BR', 'zh-Hant'): each adapter makes its engine's own code of them. */
  from: string;
  to: string;
  glossary: Term[];
  register: 'formal' | 'informal' | null;
}

export type EngineFailure =
  | 'unreachable'
  | 'too-slow'
  | 'key-refused'
  | 'quota-spent'
  | 'asked-too-often'
  | 'pair-unknown'
  | 'answer-broken'
  | 'answer-wrong';

export interface EngineSentence {
  text: string;
  /** How sure the engine is, from 0 to 1, where it says so. */
  score: number | null;
  /** Words of the text that the engine says it did not know. */
  unknown?: string[];
}

export interface EngineSentences {
  ok: true;
  sentences: EngineSentence[];
  /** The engine's own word for what translated: a model, a version; null where it does not say. */
  version: string | null;
  /** Characters that the engine counts, where it says so; else those that were sent. */
  characters: number;
}

export interface EngineRefusal {
  ok: false;
  why: EngineFailure;
  because: OutsideReason;
  /** For the desk, in a sentence: ours in English, or the engine's own. */
  words: string;
  /** How long the engine asked to be left alone; null where it did not. */
  retryAfterMs: number | null;
}

export type EngineAnswer = EngineSentences | EngineRefusal;

/** One engine, ready to be asked. */
export interface Engine {
  translate(request: EngineRequest): Promise<EngineAnswer>;
}

export const engineKinds = [
  'libretranslate',
  'deepl',
  'chat',
  'apertium',
  'bergamot',
  'eye',
] as const satisfies readonly EngineKind[];
/** A reader's eye, `eye`, translates nothing: it reads what others have, see readers-eye.ts. */
export type { EngineKind };

/** What an engine is set up with. */
export interface EngineSetup {
  kind: EngineKind;
  /** Where it answers, without a slash at the end; for Bergamot the folder of its models. */
  address: string;
  key: string | null;
  /** Which model is asked, where the engine has several. */
  model: string | null;
}

/** `because` says more than the kind of failure does; `words` are the engine's own. */
export function refused(
  why: EngineFailure,
  more: { because?: OutsideReason; words?: string; retryAfterMs?: number | null } = {},
): EngineRefusal {
  const because: OutsideReason = more.because ?? { name: `engine:${why}`, facts: {} };
  return {
    ok: false,
    why,
    because,
    words: more.words ?? sayOutside(because),
    retryAfterMs: more.retryAfterMs ?? null,
  };
}
