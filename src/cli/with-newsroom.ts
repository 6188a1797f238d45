/** What the verbs do that work on a newsroom beside or without a running server: open it, ready for this Crier, and close it. */
import { Refusal } from '../kit/refusal.ts';
import type { Settings } from '../kit/settings.ts';
import { type Newsroom, openNewsroom } from '../newsroom.ts';
import { watchProcesses } from '../runner/process-watch.ts';
import { prepareStore } from './prepare-store.ts';

const NOT_DONE = 1;

/** The exit status: `work`'s own, or 1 after saying on the error stream why the newsroom cannot be worked on or refused. */
export async function withNewsroom(
  settings: Settings,
  work: (newsroom: Newsroom) => Promise<number>,
): Promise<number> {
  const newsroom = await openNewsroom({ ...settings, logLevel: 'silent' });
  try {
    const { complaint } = await prepareStore(newsroom, { mayMigrate: false });
    if (complaint === null) return await amongOthers(newsroom, () => work(newsroom));
    process.stderr.write(complaint);
    return NOT_DONE;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${[error.words, ...Object.values(error.fields)].join(' ')}\n`);
    return NOT_DONE;
  } finally {
    await newsroom.close();
  }
}

/** On PostgreSQL it says that it is at work while it is: nobody migrates the database under a paper that moves in. */
async function amongOthers(newsroom: Newsroom, work: () => Promise<number>): Promise<number> {
  if (newsroom.engine === 'sqlite') return work();
  const presence = watchProcesses(newsroom, {});
  try {
    await presence.entered;
    return await work();
  } finally {
    await presence.close();
  }
}
