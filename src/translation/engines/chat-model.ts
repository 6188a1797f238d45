/**
 * One question to a language model behind an OpenAI-compatible interface, answered as JSON of a given shape. A server that cannot
 * bind its model to a schema is asked in words alone; what is cut off, refused or an essay is an outside failure with words.
 */

import { z } from 'zod';
import { outside } from '../../kit/outside.ts';
import { askEngine, type EngineDoor, type EngineReply } from '../ask-engine.ts';
import { type EngineRefusal, type EngineSetup, refused } from '../engine.ts';

export interface ModelQuestion {
  /** What the model is to do, and the shape of its answer in words. */
  instructions: string;
  /** What it is to do it with. */
  given: object;
  /** What it is asked to do, for the desk where it will not. */
  act: 'translate' | 'read';
  /** A name for the shape, and its JSON schema. */
  name: string;
  schema: object;
}

export interface ModelAnswer {
  ok: true;
  /** What it said, parsed; null where it said no JSON. */
  json: unknown;
  /** The model's own word for itself. */
  version: string | null;
}

const answered = z.object({
  model: z.string().optional(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});

/** Asks once, and once more where the server knows no schemas. */
export async function askModel(
  setup: EngineSetup,
  door: EngineDoor,
  { instructions, given, act, name, schema }: ModelQuestion,
): Promise<ModelAnswer | EngineRefusal> {
  const body = {
    model: setup.model ?? '',
    temperature: 0,
    messages: [
      { role: 'system', content: instructions },
      { role: 'user', content: JSON.stringify(given) },
    ],
  };
  const json_schema = { name, strict: true, schema };
  const bound = await post(setup, door, { ...body, response_format: { type: 'json_schema', json_schema } });
  // A server that cannot bind its model to a schema is asked in words alone: they say the shape too.
  const isUnable = !bound.ok && /response_format|json_schema|grammar/i.test(bound.words);
  const answer = isUnable ? await post(setup, door, body) : bound;
  if (!answer.ok) return answer;
  const read = answered.safeParse(answer.json);
  if (!read.success) return refused('answer-broken');
  const [choice] = read.data.choices;
  if (choice?.finish_reason === 'length')
    return refused('answer-broken', { because: outside('engine:cut-off') });
  if (choice?.message.refusal)
    return refused('answer-wrong', { because: outside('engine:would-not', { act }) });
  return { ok: true, json: jsonIn(choice?.message.content ?? ''), version: read.data.model ?? null };
}

const post = (setup: EngineSetup, door: EngineDoor, body: object): Promise<EngineReply> =>
  askEngine(door, {
    url: `${setup.address}/chat/completions`,
    headers: {
      'content-type': 'application/json',
      ...(setup.key ? { authorization: `Bearer ${setup.key}` } : {}),
    },
    body: JSON.stringify(body),
  });

/** Some models think aloud before, or set JSON in a fence, whatever they are told. */
function jsonIn(content: string): unknown {
  const said = content.replace(/^\s*<think>[\s\S]*?<\/think>/, '');
  const bare = said
    .trim()
    .replace(/^```(?:json)?/, '')
    .replace(/```$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    return null; // an essay: refused by whoever reads the shape
  }
}
