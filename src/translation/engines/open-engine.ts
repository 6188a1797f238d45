/** The adapter for each kind of engine. */
import { outside } from '../../kit/outside.ts';
import type { EngineDoor } from '../ask-engine.ts';
import { type Engine, type EngineSetup, refused } from '../engine.ts';
import { apertium } from './apertium.ts';
import { bergamot } from './bergamot.ts';
import { chat } from './chat.ts';
import { deepl } from './deepl.ts';
import { libreTranslate } from './libre-translate.ts';

const eye = (): Engine => ({
  translate: async () => refused('answer-wrong', { because: outside('engine:makes-none') }),
});
const adapters = { libretranslate: libreTranslate, deepl, chat, apertium, bergamot, eye };

export function openEngine(setup: EngineSetup, door: EngineDoor): Engine {
  return adapters[setup.kind](setup, door);
}
