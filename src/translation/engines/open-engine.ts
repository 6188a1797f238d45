/** The adapter for each kind of engine. */
import type { EngineDoor } from '../ask-engine.ts';
import type { Engine, EngineSetup } from '../engine.ts';
import { apertium } from './apertium.ts';
import { bergamot } from './bergamot.ts';
import { chat } from './chat.ts';
import { deepl } from './deepl.ts';
import { libreTranslate } from './libre-translate.ts';

const adapters = { libretranslate: libreTranslate, deepl, chat, apertium, bergamot };

export function openEngine(setup: EngineSetup, door: EngineDoor): Engine {
  return adapters[setup.kind](setup, door);
}
