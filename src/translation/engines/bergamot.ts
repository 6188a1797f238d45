/**
 * Bergamot: neural translation inside the house, in WebAssembly, with models from a folder. It works in a thread of its own
 * and never on the loop; what goes wrong there comes back as a value.
 */

import { stat } from 'node:fs/promises';
import { outside } from '../../kit/outside.ts';
import { ownModule } from '../../kit/own-module.ts';
import type { JobAnswer, Threads } from '../../kit/threads.ts';
import type { EngineDoor } from '../ask-engine.ts';
import { type Engine, type EngineAnswer, type EngineRequest, type EngineSetup, refused } from '../engine.ts';
import type { BergamotAnswer, BergamotJob } from './bergamot-worker.ts';

export function bergamot(setup: EngineSetup, door: EngineDoor): Engine {
  return { translate: (request) => ask(setup, door, request) };
}

async function ask(
  { address: folder }: EngineSetup,
  { modelThread, patience }: EngineDoor,
  { sentences, from, to }: EngineRequest,
): Promise<EngineAnswer> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false, // not there, or not ours to look into: said to the desk
  );
  if (!isFolder) return refused('unreachable', { because: outside('engine:no-folder', { folder }) });
  const argument: BergamotJob = { folder, from, to, sentences };
  const answer = await (modelThread as Threads).run<BergamotAnswer>({
    module: ownModule('translation/engines/bergamot-worker'),
    work: 'translate',
    argument,
    ms: patience,
  });
  return answer.ok ? read(answer.value, sentences) : failed(answer);
}

function read(answer: BergamotAnswer, asked: string[]): EngineAnswer {
  if (!answer.ok) return refused(answer.why, { words: answer.words });
  const { sentences, version } = answer;
  return { ok: true, sentences, version, characters: asked.join('').length };
}

/** The thread ended under the work. A new one is started for the next question. */
function failed({ why, words }: Extract<JobAnswer<never>, { ok: false }>): EngineAnswer {
  if (why === 'too-long') return refused('too-slow', { because: outside('engine:stopped') });
  if (why === 'too-much') return refused('unreachable', { because: outside('engine:no-memory') });
  return refused('unreachable', { because: outside('engine:thread-ended', { fault: words }) });
}
