/** LibreTranslate: POST /translate with a list of texts. The usual engine of a newsroom that hosts its own. */
import { z } from 'zod';
import { askEngine, type EngineDoor } from '../ask-engine.ts';
import { type Engine, type EngineAnswer, type EngineRequest, type EngineSetup, refused } from '../engine.ts';

const answered = z.object({ translatedText: z.array(z.string()) });

export function libreTranslate(setup: EngineSetup, door: EngineDoor): Engine {
  return { translate: (request) => ask(setup, door, request) };
}

async function ask(setup: EngineSetup, door: EngineDoor, request: EngineRequest): Promise<EngineAnswer> {
  const body = {
    q: request.sentences,
    source: request.from,
    target: request.to,
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
