/** What runs in the thread of the models: reads those of a pair when they are first asked for, keeps the last few, translates. */
import { once } from '../../kit/once.ts';
import type { EngineFailure } from '../engine.ts';
import {
  findModels,
  ModelFault,
  type ModelFiles,
  modelStamp,
  NO_MEMORY,
  readModelFile,
  refuseIfBroken,
  shortHash,
} from './bergamot-models.ts';
import { type BergamotEngine, type Model, type ModelMemory, startBergamot } from './bergamot-runtime.ts';

export interface BergamotJob {
  folder: string;
  from: string;
  to: string;
  /** With marks, as in marks.ts. */
  sentences: string[];
}

export type BergamotAnswer =
  | { ok: true; sentences: { text: string; score: number | null }[]; version: string }
  | { ok: false; why: EngineFailure; words: string };

const keeper = once(() => new Keeper()); // one a thread: what it has loaded must outlive a job

export async function translate(job: BergamotJob): Promise<BergamotAnswer> {
  return keeper().translate(job);
}

const MOST_MODELS = 3; // the two of a way by English and one more; each holds some 150 MB

interface Kept {
  model: Model;
  stamp: string;
  /** 'esen 3f9a1c2b' */
  name: string;
}

class Keeper {
  #started: BergamotEngine | null = null;
  readonly #models = new Map<string, Kept>();

  async translate(job: BergamotJob): Promise<BergamotAnswer> {
    try {
      this.#started ??= await startBergamot();
      const started = this.#started;
      if (!started) return { ok: false, why: 'unreachable', words: NOT_INSTALLED };
      const found = findModels(job.folder, job.from, job.to);
      if (found.length === 0) return { ok: false, why: 'pair-unknown', words: wordsOfNoWay(job) };
      const models = found.map((files) => this.#open(started, files));
      const sentences = run(started, models, job.sentences);
      return {
        ok: true,
        sentences,
        version: [started.version, ...models.map(({ name }) => name)].join(', '),
      };
    } catch (fault) {
      if (fault instanceof ModelFault) return { ok: false, why: 'answer-broken', words: fault.message };
      return this.#gaveUp(fault);
    }
  }

  /** A runtime that gave up is of no more use: the next job has a new one. */
  #gaveUp(fault: unknown): BergamotAnswer {
    const said = `${this.#started?.lastWords() ?? ''} ${String(fault)}`;
    this.#started = null;
    this.#models.clear();
    if (/memory|alloc|OOM/i.test(said)) return { ok: false, why: 'unreachable', words: NO_MEMORY };
    const cause = said.replace(/^\[[^\]]*\]\s*/, '').slice(0, LONGEST_SAID);
    return { ok: false, why: 'answer-broken', words: `The model cannot be used: ${cause}` };
  }

  #open(started: BergamotEngine, files: ModelFiles): Kept {
    const stamp = modelStamp(files);
    const known = this.#models.get(files.model);
    if (known) this.#models.delete(files.model);
    if (known?.stamp === stamp) {
      this.#models.set(files.model, known); // the last that was asked for is the last that goes
      return known;
    }
    known?.model.delete();
    for (const [path, { model }] of [...this.#models].slice(0, this.#models.size - MOST_MODELS + 1)) {
      this.#models.delete(path);
      model.delete();
    }
    const kept = { ...load(started, files), stamp };
    this.#models.set(files.model, kept);
    return kept;
  }
}

const NOT_INSTALLED =
  'Bergamot is not installed. In the folder of Crier: npm install --no-save @browsermt/bergamot-translator@0.4.9';

const LONGEST_SAID = 200; // of the engine's own words at the desk

function wordsOfNoWay({ folder, from, to }: BergamotJob): string {
  return `There is no model ${from}${to} in ${folder}, nor two that lead there by way of English.`;
}

function load({ runtime }: BergamotEngine, files: ModelFiles): { model: Model; name: string } {
  const memoryOf = (bytes: Uint8Array, alignment: number): ModelMemory => {
    const memory = new runtime.AlignedMemory(bytes.length, alignment);
    memory.getByteArrayView().set(bytes);
    return memory;
  };
  const bytes = readModelFile(files.model);
  refuseIfBroken(files.model, bytes);
  const vocabularies = new runtime.AlignedMemoryList();
  for (const path of files.vocabularies) vocabularies.push_back(memoryOf(readModelFile(path), 64));
  const shortList = files.shortList ? readModelFile(files.shortList) : new Uint8Array();
  const model = new runtime.TranslationModel(
    configOf(files),
    memoryOf(bytes, 256),
    memoryOf(shortList, 64),
    vocabularies,
    null,
  );
  return { model, name: `${files.pair} ${shortHash(bytes)}` };
}

/** Marian's settings: what the file's name says of its numbers, and what Mozilla's own translator sets. */
function configOf({ model, config }: ModelFiles): string {
  const precision = model.includes('alphas') ? 'int8shiftAlphaAll' : 'int8shiftAll';
  const settings = {
    'beam-size': 1,
    normalize: 1.0,
    'word-penalty': 0,
    'cpu-threads': 0,
    'gemm-precision': precision,
    'skip-cost': false, // the cost is the score
    alignment: 'soft', // marks find their words by it
    quiet: true,
    'quiet-translation': true,
    'max-length-break': 128,
    'mini-batch-words': 1024,
    workspace: 128,
    'max-length-factor': 2.0,
    ...config,
  };
  return Object.entries(settings)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}

function run(
  { runtime }: BergamotEngine,
  models: Kept[],
  sentences: string[],
): { text: string; score: number | null }[] {
  const service = new runtime.BlockingService({ cacheSize: 0 });
  const [texts, options] = [new runtime.VectorString(), new runtime.VectorResponseOptions()];
  for (const sentence of sentences) {
    texts.push_back(withHtmlMarks(sentence));
    options.push_back({ alignment: false, html: true, qualityScores: true });
  }
  const [first, second] = models.map(({ model }) => model) as [Model, Model?];
  const answers = second
    ? service.translateViaPivoting(first, second, texts, options)
    : service.translate(first, texts, options);
  const read = sentences.map((_sentence, at) => readAnswer(answers.get(at).getTranslatedText()));
  for (const each of [answers, options, texts, service]) each.delete();
  return read;
}

/** Bergamot takes any tag but those of HTML's running text for the end of a sentence. */
function withHtmlMarks(sentence: string): string {
  return sentence
    .replace(/<g id="(\d+)">/g, '<b id="$1">')
    .replaceAll('</g>', '</b>')
    .replace(/<x id="(\d+)"\/>/g, '<img id="$1">');
}

const SCORE = /<font x-bergamot-sentence-index="(\d+)" x-bergamot-sentence-score="(-?[\d.e+-]+)">/g;

/** Our marks again, and how sure the model is: the mean probability of a word, of the sentence it is least sure of. */
function readAnswer(html: string): { text: string; score: number | null } {
  const scores = [...html.matchAll(SCORE)].map(([, , logarithm]) => Math.exp(Number(logarithm)));
  const text = html
    .replace(/<\/?font[^>]*>/g, '')
    .replace(/<b id="(\d+)">/g, '<g id="$1">')
    .replaceAll('</b>', '</g>')
    .replace(/<img id="(\d+)">/g, '<x id="$1"/>')
    .trim();
  return { text, score: scores.length > 0 ? Math.min(...scores) : null };
}
