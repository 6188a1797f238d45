/** LibreTranslate: POST /translate with a list of texts. The usual engine of a newsroom that hosts its own. */
import { z } from 'zod';
import { askEngine, type EngineDoor } from '../ask-engine.ts';
import { type Engine, type EngineAnswer, type EngineRequest, type EngineSetup, refused } from '../engine.ts';
import { libreCodes } from './language-codes.ts';

const answered = z.object({ translatedText: z.array(z.string()) });

export function libreTranslate(setup: EngineSetup, door: EngineDoor): Engine {
  return { translate: (request) => ask(setup, door, request) };
}

const languages = z.array(z.object({ code: z.string() }));

/**
 * The server's own words for both languages. Only where releases differ is it asked which it has; where it does not say,
 * the first is tried, and what it refuses is told.
 */
async function codesOf(
  setup: EngineSetup,
  door: EngineDoor,
  { from, to }: EngineRequest,
): Promise<(string | undefined)[]> {
  const names = [libreCodes(from), libreCodes(to)];
  if (names.every(({ length }) => length === 1)) return names.map(([only]) => only);
  const answer = await askEngine(door, { url: `${setup.address}/languages`, headers: {} });
  const read = answer.ok ? languages.safeParse(answer.json) : null;
  if (!read?.success) return names.map(([first]) => first);
  const has = new Set(read.data.map(({ code }) => code));
  return names.map((codes) => codes.find((code) => has.has(code)));
}

async function ask(setup: EngineSetup, door: EngineDoor, request: EngineRequest): Promise<EngineAnswer> {
  const [source, target] = await codesOf(setup, door, request);
  if (!source || !target) return refused('pair-unknown');
  const body = {
    q: request.sentences,
    source,
    target,
    format: 'html', // so that our marks pass through; plain text is escaped by us
    ...(setup.key ? { api_key: setup.key } : {}),
  };
  const answer = await askEngine(door, {
    url: `${setup.address}/translate`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) return answer;
  const read = answered.safeParse(answer.json);
  if (!read.success) return refused('answer-broken');
  return {
    ok: true,
    sentences: read.data.translatedText.map((text) => ({ text, score: null })),
    version: setup.model, // it does not say its own
    characters: request.sentences.join('').length,
  };
}
