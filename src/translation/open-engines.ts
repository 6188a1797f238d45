/** An engine as it is set up, opened: its key out of the seal, and the way to it. */
import { SECOND } from '../kit/clock.ts';
import { hostAndPort } from '../kit/guarded-fetch.ts';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import type { EngineDoor } from './ask-engine.ts';
import type { Engine, EngineSetup } from './engine.ts';
import { openEngine } from './engines/open-engine.ts';
import { ENGINE_KEY, runsHere } from './engines.ts';
import { type EngineRow, listEngineRows } from './queries.ts';

/** The engine, ready to be asked. */
export async function engineOf(newsroom: Newsroom, engineId: string): Promise<Engine> {
  const { setup, door } = await engineSetup(newsroom, engineId);
  return openEngine(setup, door);
}

/** What an engine is set up with, its key open, and the way to it. */
export async function engineSetup(
  newsroom: Newsroom,
  engineId: string,
): Promise<{ setup: EngineSetup; door: EngineDoor }> {
  const row = (await listEngineRows(newsroom)).find((each) => each.id === engineId);
  if (!row) return refuse('not-found', { because: 'noSuchEngine' });
  const key = row.key_sealed === null ? null : newsroom.seal.open(ENGINE_KEY, row.key_sealed);
  const { kind, address, model } = row;
  return { setup: { kind, address, key, model }, door: doorOf(newsroom, row) };
}

/** An engine inside the house is where the administrator said it is, though that is not on the public internet. */
function doorOf(newsroom: Newsroom, row: EngineRow): EngineDoor {
  const { address: newsroomAddress, trustedHosts } = newsroom.settings;
  const patience = newsroom.settings.translationSeconds * SECOND;
  const door = { newsroomAddress, trustedHosts, patience, modelThread: newsroom.modelThread };
  if (runsHere(row.kind) || row.is_inside !== 1) return door;
  return { ...door, trustedHosts: [...trustedHosts, hostAndPort(new URL(row.address))] };
}
