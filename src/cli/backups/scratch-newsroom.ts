/** A newsroom of a backup's parts, for as long as it is looked at: nothing is sent from it, and nothing of it stays. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openLiveHub } from '../../alerts/live/live-hub.ts';
import { openKeys } from '../../kit/keys.ts';
import { makeNewsroom, type Newsroom } from '../../newsroom.ts';
import { openServer } from '../../server/server.ts';
import { openSignIn } from '../../staff/sign-in.ts';
import { localBell } from '../../store/bell.ts';
import { openPostgres, openSqlite } from '../../store/engine.ts';
import { openScratchDatabase } from '../../store/scratch-database.ts';
import { prepareStore } from '../prepare-store.ts';
import { restorePostgres } from './postgres-dump.ts';
import { DUMP } from './take-backup.ts';

/** Pages of a newsroom without a port: the answer of a path. */
export interface PageMaker {
  newsroom: Newsroom;
  page(path: string): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
}

/** The pages of a newsroom as it is. */
export async function openPages(newsroom: Newsroom): Promise<PageMaker> {
  const liveHub = openLiveHub(newsroom);
  const server = await openServer({ newsroom, signIn: openSignIn(newsroom), liveHub });
  return {
    newsroom,
    async page(path) {
      const answer = await server.app.inject({ url: path, headers: { accept: 'text/html' } });
      return { status: answer.statusCode, body: answer.body };
    },
    async close() {
      await server.close();
      liveHub.close();
    },
  };
}

/** `folder` holds the parts of a backup of `live`. Throws, in words, where they are no newsroom that starts. */
export async function openScratch(
  live: Newsroom,
  folder: string,
): Promise<PageMaker & { migrations: string[] }> {
  const { store, leave } = await storeOf(live, folder);
  const newsroom = makeNewsroom({
    store,
    engine: live.engine,
    bell: localBell(),
    clock: live.clock,
    log: live.log,
    settings: { ...live.settings, data: folder },
    keys: openKeys(join(folder, 'keys')),
    process: randomUUID(),
  });
  const shut = async () => {
    await newsroom.close();
    await leave();
  };
  try {
    const { applied, complaint } = await prepareStore(newsroom, { mayMigrate: true });
    if (complaint !== null) throw new Error(complaint.trim());
    const pages = await openPages(newsroom);
    const close = async () => {
      await pages.close();
      await shut();
    };
    return { ...pages, migrations: applied, close };
  } catch (error) {
    await shut();
    throw error;
  }
}

async function storeOf(live: Newsroom, folder: string) {
  if (live.engine === 'sqlite')
    return { store: openSqlite(join(folder, 'crier.sqlite')), leave: async () => {} };
  const scratch = await openScratchDatabase(live.settings.databaseUrl ?? '', live.clock.now());
  try {
    await restorePostgres(join(folder, DUMP), scratch.bare);
    return { store: await openPostgres(scratch.address), leave: scratch.drop };
  } catch (error) {
    await scratch.drop();
    throw error;
  }
}
