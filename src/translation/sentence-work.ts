/** The sentences of one asking: which are still open, what stands around them, and what came back for each. */
import { createHash } from 'node:crypto';
import type { Run } from '../kit/body-blocks.ts';
import type { Problem } from './answer-problems.ts';
import type { EngineRequest, Term } from './engine.ts';
import { type MarkedText, markUp, readMarks } from './marks.ts';

export interface ToTranslate {
  /** Sentences in order, each as runs. */
  sentences: Run[][];
  /** Which of them; all where it is not given. The others are only looked at, for what stands around. */
  only?: ReadonlySet<number>;
  from: string;
  to: string;
  /** Whether the source's contract lets the copy leave the building. */
  mayLeave: boolean;
  register?: 'formal' | 'informal' | null;
  /** Only this engine, and not what is remembered: an editor asked for another try. */
  engineId?: string;
}

export interface TranslatedSentence {
  runs: Run[];
  state: 'machine' | 'memory' | 'untranslated';
  engineName: string | null;
  version: string | null;
  score: number | null;
  marksLost: boolean;
  /** Words that the engine said it did not know. */
  unknown: string[];
}

/** What came for a sentence, and from where; no name for our own memory. */
export interface SentenceAnswer {
  text: string;
  name: string | null;
  version: string | null;
  score: number | null;
  unknown: string[];
  state: 'machine' | 'memory';
}

export class SentenceWork {
  readonly asked: ToTranslate;
  readonly plain: string[];
  readonly marked: MarkedText[];
  readonly glossary: Term[];
  /** What the last engine that was asked for a sentence did wrong. */
  readonly problems = new Map<number, { name: string; problem: Problem }>();
  readonly #done: (TranslatedSentence | null)[];

  constructor(asked: ToTranslate, glossary: Term[]) {
    const keep = glossary.filter(({ term, translation }) => term === translation).map(({ term }) => term);
    this.asked = asked;
    this.plain = asked.sentences.map((runs) => runs.map((run) => run.text).join(''));
    this.marked = asked.sentences.map((runs) => markUp(runs, keep));
    this.glossary = glossary;
    this.#done = this.plain.map((text, at) => {
      if (asked.only && !asked.only.has(at)) return untranslated;
      const runs = [{ text, href: null, strong: false, em: false }];
      return /[\p{L}\p{N}]/u.test(text) ? null : { ...untranslated, runs, state: 'machine' };
    });
  }

  open(): number[] {
    return this.#done.flatMap((each, at) => (each === null ? [at] : []));
  }

  outcome(): TranslatedSentence[] {
    return this.#done.map((each) => each ?? untranslated);
  }

  /** The key of a sentence among its neighbours, with this glossary. */
  cacheKey(at: number): string {
    const { from, to, register } = this.asked;
    const around = [this.plain[at - 1] ?? '', this.plain[at + 1] ?? ''];
    const own = this.marked[at]?.text ?? '';
    return hash([from, to, register ?? '', own, ...around, JSON.stringify(this.glossary)]);
  }

  put(at: number, { text, name, version, score, unknown, state }: SentenceAnswer): void {
    const { runs, complete } = readMarks(text, this.marked[at]?.marks ?? new Map());
    this.#done[at] = { runs, state, engineName: name, version, score, unknown, marksLost: !complete };
  }

  /** What an engine is asked: these sentences, and what stands before the first and after the last of them. */
  requestFor(places: number[]): EngineRequest {
    const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
    return {
      sentences: places.map((at) => this.marked[at]?.text ?? ''),
      before: this.plain.slice(Math.max(0, first - 2), first).join(' '),
      after: this.plain[last + 1] ?? '',
      from: this.asked.from,
      to: this.asked.to,
      glossary: this.glossary,
      register: this.asked.register ?? null,
    };
  }
}

const untranslated: TranslatedSentence = {
  runs: [],
  state: 'untranslated',
  engineName: null,
  version: null,
  score: null,
  marksLost: false,
  unknown: [],
};

export function hash(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
