/** DeepL: POST /v2/translate, at most 50 texts and 128 KiB a request; what stands around is context and not billed. */
import { z } from 'zod';
import { primaryLanguage } from '../../kit/language-tag.ts';
import { askEngine, type EngineDoor } from '../ask-engine.ts';
import { type Engine, type EngineAnswer, type EngineRequest, type EngineSetup, refused } from '../engine.ts';
import { deeplSource, deeplTarget } from './language-codes.ts';

const answered = z.object({
  translations: z.array(
    z.object({
      text: z.string(),
      billed_characters: z.number().optional(),
      model_type_used: z.string().optional(),
    }),
  ),
});

const MOST_TEXTS = 50; // of one request, by DeepL's documentation
const MOST_BYTES = 100_000; // of 131,072, the rest for what stands around the texts

export function deepl(setup: EngineSetup, door: EngineDoor): Engine {
  return { translate: (request) => inParts(setup, door, request) };
}

async function inParts(setup: EngineSetup, door: EngineDoor, request: EngineRequest): Promise<EngineAnswer> {
  const sentences: { text: string; score: null }[] = [];
  let characters = 0;
  let version: string | null = null;
  for (const part of partsOf(request.sentences)) {
    const answer = await ask(setup, door, { ...request, sentences: part });
    if (!answer.ok) return answer;
    sentences.push(...answer.sentences.map(({ text }) => ({ text, score: null })));
    characters += answer.characters;
    version = answer.version;
  }
  return { ok: true, sentences, version, characters };
}

function partsOf(sentences: string[]): string[][] {
  const parts: string[][] = [[]];
  let bytes = 0;
  for (const sentence of sentences) {
    const size = Buffer.byteLength(sentence);
    const last = parts.at(-1) as string[];
    if (last.length > 0 && (last.length === MOST_TEXTS || bytes + size > MOST_BYTES)) {
      parts.push([sentence]);
      bytes = size;
    } else {
      last.push(sentence);
      bytes += size;
    }
  }
  return parts;
}

const HAS_FORMALITY = new Set(['de', 'fr', 'it', 'es', 'nl', 'pl', 'pt', 'ja', 'ru']);

async function ask(setup: EngineSetup, door: EngineDoor, request: EngineRequest): Promise<EngineAnswer> {
  const { from, to, register } = request;
  const formality = register === 'formal' ? 'prefer_more' : 'prefer_less';
  const body = {
    text: request.sentences,
    source_lang: deeplSource(from),
    target_lang: deeplTarget(to),
    context: `${request.before}\n${request.after}`.trim(),
    tag_handling: 'xml',
    split_sentences: '0',
    preserve_formatting: true,
    show_billed_characters: true,
    ...(register && HAS_FORMALITY.has(primaryLanguage(to)) ? { formality } : {}),
  };
  const answer = await askEngine(door, {
    url: `${setup.address}/v2/translate`,
    headers: { 'content-type': 'application/json', authorization: `DeepL-Auth-Key ${setup.key ?? ''}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) return answer;
  const read = answered.safeParse(answer.json);
  if (!read.success) return refused('answer-broken');
  const { translations } = read.data;
  const billed = translations.reduce((sum, each) => sum + (each.billed_characters ?? 0), 0);
  return {
    ok: true,
    sentences: translations.map(({ text }) => ({ text, score: null })),
    version: translations[0]?.model_type_used ?? null,
    characters: billed || request.sentences.join('').length,
  };
}
