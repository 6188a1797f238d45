/** Apertium behind apertium-apy: POST /translate with a pair of three-letter codes, one sentence a request. */
import { z } from 'zod';
import { askEngine, type EngineDoor } from '../ask-engine.ts';
import {
  type Engine,
  type EngineAnswer,
  type EngineRequest,
  type EngineSentence,
  type EngineSetup,
  refused,
} from '../engine.ts';
import { takeMarks } from '../unknown-words.ts';
import { apertiumCode, isSerbianCyrillic } from './language-codes.ts';
import { toCyrillicSerbian, toLatinSerbian } from './serbian-letters.ts';

const answered = z.object({
  responseStatus: z.number(),
  responseData: z.object({ translatedText: z.string() }),
});

const AT_ONCE = 4; // requests side by side: an apy answers from one process a pair

export function apertium(setup: EngineSetup, door: EngineDoor): Engine {
  return { translate: (request) => oneByOne(setup, door, request) };
}

async function oneByOne(setup: EngineSetup, door: EngineDoor, request: EngineRequest): Promise<EngineAnswer> {
  const [from, to] = [apertiumCode(request.from), apertiumCode(request.to)];
  if (!from || !to) return refused('pair-unknown');
  const sentences: EngineSentence[] = [];
  for (let at = 0; at < request.sentences.length; at += AT_ONCE) {
    const part = request.sentences.slice(at, at + AT_ONCE);
    const sent = isSerbianCyrillic(request.from) ? part.map(toLatinSerbian) : part;
    const answers = await Promise.all(sent.map((text) => ask(setup, door, text, `${from}|${to}`)));
    for (const [index, answer] of answers.entries()) {
      if (typeof answer !== 'string') return answer;
      const said = takeMarks(answer, sent[index] ?? '');
      const text = isSerbianCyrillic(request.to) ? toCyrillicSerbian(said.text) : said.text;
      sentences.push({ ...said, text, score: null });
    }
  }
  // An apy does not say what it runs: what the administrator wrote stands in the receipt.
  return { ok: true, sentences, version: setup.model, characters: request.sentences.join('').length };
}

async function ask(setup: EngineSetup, door: EngineDoor, q: string, langpair: string) {
  const fields = new URLSearchParams({ q, langpair, markUnknown: 'yes', format: 'html' });
  const answer = await askEngine(door, {
    url: `${setup.address}/translate`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: fields.toString(),
  });
  if (!answer.ok) return answer;
  const read = answered.safeParse(answer.json);
  return read.success && read.data.responseStatus === 200
    ? read.data.responseData.translatedText
    : refused('answer-broken');
}
