/**
 * Bergamot's models on the disk, as Mozilla gives them out: a folder a pair (`esen/`) with model, vocabulary and short list, each
 * plain or packed with gzip; or a `registry.json` that names the files of each pair.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { bergamotCodes } from './language-codes.ts';

export interface ModelFiles {
  /** 'esen' */
  pair: string;
  model: string;
  /** One for both languages, or one each. */
  vocabularies: string[];
  /** Which words may stand for which: an answer comes sooner with it. */
  shortList: string | null;
  /** Marian's own settings, where the registry has some. */
  config: Record<string, string | number | boolean>;
}

export const NO_MEMORY = 'There is not memory enough for the model.';

/** A model that cannot be used, in words for the desk. */
export class ModelFault extends Error {}

const PIVOT = 'en'; // Mozilla's models go from or to English, nearly all of them

/** The models of the way from one language to the other: one, or two by way of English; empty where there is no way. */
export function findModels(folder: string, from: string, to: string): ModelFiles[] {
  const [given, wanted] = [bergamotCodes(from), bergamotCodes(to)];
  const direct = findFirst(folder, given, wanted);
  if (direct) return [direct];
  if (given.includes(PIVOT) || wanted.includes(PIVOT)) return [];
  const [first, second] = [findFirst(folder, given, [PIVOT]), findFirst(folder, [PIVOT], wanted)];
  return first && second ? [first, second] : [];
}

function findFirst(folder: string, from: string[], to: string[]): ModelFiles | null {
  for (const one of from)
    for (const other of to) {
      const found = findModel(folder, `${one}${other}`);
      if (found) return found;
    }
  return null;
}

function findModel(folder: string, pair: string): ModelFiles | null {
  if (existsSync(join(folder, 'registry.json'))) return findInRegistry(folder, pair);
  const own = join(folder, pair);
  if (!existsSync(own) || !statSync(own).isDirectory()) return null;
  const names = readdirSync(own).toSorted();
  const named = (pattern: RegExp) =>
    names.filter((name) => pattern.test(name)).map((name) => join(own, name));
  const [model] = [
    ...named(/^model\..*intgemm\.alphas\.bin(\.gz)?$/),
    ...named(/^model\..*intgemm8?\.bin(\.gz)?$/),
  ];
  if (!model) throw new ModelFault(`There is no model.*.intgemm*.bin in ${own}.`);
  const vocabularies = (kind: string) => named(new RegExp(`^${kind}\\..*spm(\\.gz)?$`));
  return complete({
    pair,
    model,
    vocabularies:
      pairOf(vocabularies('srcvocab'), vocabularies('trgvocab')) ?? vocabularies('vocab').slice(0, 1),
    shortList: named(/^lex\..*\.bin(\.gz)?$/)[0] ?? null,
    config: {},
  });
}

const pairOf = ([one]: string[], [other]: string[]): string[] | null => (one && other ? [one, other] : null);

const file = z.object({ name: z.string() });
const registry = z.record(
  z.string(),
  z.object({
    model: file,
    lex: file.optional(),
    vocab: file.optional(),
    srcvocab: file.optional(),
    trgvocab: file.optional(),
    config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  }),
);

function findInRegistry(folder: string, pair: string): ModelFiles | null {
  const read = registry.safeParse(jsonIn(join(folder, 'registry.json')));
  if (!read.success) throw new ModelFault(`The registry.json in ${folder} is none of Bergamot’s.`);
  const entry = read.data[pair];
  if (!entry) return null;
  const at = (named: { name: string } | undefined) => (named ? [inside(folder, named.name)] : []);
  return complete({
    pair,
    model: inside(folder, entry.model.name),
    vocabularies: pairOf(at(entry.srcvocab), at(entry.trgvocab)) ?? at(entry.vocab),
    shortList: at(entry.lex)[0] ?? null,
    config: entry.config ?? {},
  });
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null; // no JSON: refused by the schema
  }
}

/** A registry names files beside it, and none elsewhere on the disk. */
function inside(folder: string, name: string): string {
  const clean = normalize(name);
  if (isAbsolute(clean) || clean.startsWith('..'))
    throw new ModelFault(`The registry.json in ${folder} names a file outside the folder.`);
  return join(folder, clean);
}

function complete(files: ModelFiles): ModelFiles {
  if (files.vocabularies.length === 0) throw new ModelFault(`The model ${files.pair} has no vocabulary.`);
  for (const path of [files.model, ...files.vocabularies, ...(files.shortList ? [files.shortList] : [])])
    if (!existsSync(path)) throw new ModelFault(`The file ${path} is missing.`);
  return files;
}

/** What tells one state of the files from another: a model that was replaced is read anew. */
export function modelStamp({ model, vocabularies, shortList, config }: ModelFiles): string {
  const paths = [model, ...vocabularies, ...(shortList ? [shortList] : [])];
  const states = paths.map((path) => `${path} ${statSync(path).mtimeMs} ${statSync(path).size}`);
  return [...states, JSON.stringify(config)].join('\n');
}

export function readModelFile(path: string): Buffer {
  const bytes = readFileSync(path);
  if (!path.endsWith('.gz')) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    throw new ModelFault(`The file ${path} cannot be unpacked.`);
  }
}

const HEADER = 16; // a version and the number of tensors
const ENTRY = 32; // of each: length of its name, type, rank, length of its data

/** Marian's binary format says how long the file is: one that was cut off, or is something else, would end the engine. */
export function refuseIfBroken(path: string, bytes: Buffer): void {
  const broken = new ModelFault(`The model ${path} is damaged or no model at all.`);
  if (bytes.length < HEADER || bytes.readBigUInt64LE(0) !== 1n) throw broken;
  const count = Number(bytes.readBigUInt64LE(8));
  if (count === 0 || HEADER + count * ENTRY > bytes.length) throw broken;
  let size = HEADER + count * ENTRY;
  for (let at = HEADER; at < HEADER + count * ENTRY; at += ENTRY) {
    const [name, rank, data] = [0, 16, 24].map((offset) => Number(bytes.readBigUInt64LE(at + offset)));
    size += (name ?? 0) + (rank ?? 0) * 4 + (data ?? 0);
  }
  if (size > bytes.length) throw broken;
}

/** Enough of a file's own hash to tell two models of one name apart in the receipt. */
export function shortHash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8);
}
