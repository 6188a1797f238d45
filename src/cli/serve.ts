/** `crier serve`: the newsroom, until it is told to stop. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openLiveHub } from '../alerts/live/live-hub.ts';
import { freeChunkLeases, sendDueChunks } from '../alerts/sending/fan-out.ts';
import { openTicketOffice } from '../alerts/sending/prepare-tickets.ts';
import { setupLink } from '../desk/door/setup.ts';
import { beginTellingEdge } from '../edge/tell-edge.ts';
import { AMPLE_MEMORY, boundMemory } from '../kit/bound-memory.ts';
import { SECOND } from '../kit/clock.ts';
import { keepReserve } from '../kit/full-disk.ts';
import type { Settings } from '../kit/settings.ts';
import { makeFolder, type Newsroom, openNewsroom } from '../newsroom.ts';
import { openSender, type Sender } from '../push/sender.ts';
import { flushReads } from '../readership/flush.ts';
import { freeLeases, type Loop, startLoop } from '../runner/loop.ts';
import { type ProcessWatch, watchProcesses } from '../runner/process-watch.ts';
import { type MetricsPort, openMetricsPort } from '../server/metrics-port.ts';
import { openServer, type Server } from '../server/server.ts';
import { openSignIn } from '../staff/sign-in.ts';
import { holdFolder } from '../store/folder-lock.ts';
import { handsConnectionsOn } from '../store/pooler.ts';
import { freeSourceLeases } from '../wire/arriving/poll.ts';
import { registerGauges } from './gauges.ts';
import { anotherAtWork, prepareStore, writtenByNewer } from './prepare-store.ts';
import { chimes, timetable } from './timetable.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from './verb.ts';

const PATIENCE = 2_000; // ms for work that is under way when the newsroom closes; what takes longer is given back
const LAST_MOMENT = 300; // ms between having closed and ending

export interface Serving {
  newsroom: Newsroom;
  server: Server;
  loop: Loop;
  /** Where it listens. */
  address: string;
  /** Resolves, with words, when a newer Crier has migrated the database under it: it is to be stopped. Else never. */
  outgrown: Promise<string>;
  stop(): Promise<void>;
}

export const serve: Verb = {
  says: 'Runs the newsroom.',
  usage: `crier serve

Runs until it is told to stop (Ctrl-C, SIGTERM). No setting is needed: it makes ./data and prints a link under which the
paper is set up. crier settings says what can be set. Exit: 1 when it cannot start, 2 when the settings are not right.
`,
  async run() {
    const settings = settingsOrComplaint();
    if (!settings) return WRONG_SETTINGS;
    const started = await startServing(settings);
    if ('complaint' in started) {
      process.stderr.write(started.complaint);
      return 1;
    }
    boundMemory(AMPLE_MEMORY, SECOND); // as long as the process runs
    await greet(started);
    const complaint = await Promise.race([untilTold(), started.outgrown]);
    await started.stop();
    setTimeout(() => process.exit(), LAST_MOMENT).unref(); // an engine that is still being asked keeps nobody waiting
    if (!complaint) return 0;
    process.stderr.write(complaint);
    return 1;
  },
};

/** Opens everything and listens; or says, in words, why it cannot. */
export async function startServing(settings: Settings): Promise<Serving | { complaint: string }> {
  const free = settings.databaseUrl ? () => {} : takeFolder(settings.data);
  if (!free) return { complaint: anotherAtWork(settings.data) };
  const unheard = await complainOfDatabase(settings);
  if (unheard !== null) {
    free();
    return { complaint: unheard };
  }
  const newsroom = await openNewsroom(settings);
  const { complaint } = await prepareStore(newsroom, { mayMigrate: false, holdsFolder: true });
  if (complaint !== null) {
    await newsroom.close();
    free();
    return { complaint };
  }
  if (newsroom.engine === 'sqlite') {
    await freeLeases(newsroom);
    await freeChunkLeases(newsroom);
    await freeSourceLeases(newsroom);
  }
  keepReserve(settings.data);
  await beginTellingEdge(newsroom);
  return open(newsroom, free);
}

async function open(newsroom: Newsroom, free: () => void): Promise<Serving | { complaint: string }> {
  const liveHub = openLiveHub(newsroom);
  const sender = openSender(newsroom);
  const tickets = openTicketOffice(newsroom, sender);
  const server = await openServer({ newsroom, signIn: openSignIn(newsroom), liveHub });
  const pageAnswers = async (path: string) => (await server.app.inject({ url: path })).statusCode;
  registerGauges(newsroom, { liveHub });
  const { watch, outgrown } = watchOthers(newsroom, sender);
  // Before it claims anything: who migrates sees it, or it sees what was migrated.
  const complaint = await Promise.race([outgrown, watch?.entered.then(() => null) ?? null]);
  if (complaint !== null) {
    await server.close();
    tickets.close();
    await sender.close();
    await watch?.close();
    await newsroom.close();
    return { complaint };
  }
  const loop = startLoop(newsroom, timetable({ sender, pageAnswers }), chimes({ sender }));
  let metrics: MetricsPort | null = null;
  const stop = async () => {
    await metrics?.close();
    await server.close();
    tickets.close();
    await sender.close(); // first: what it has not sent stays in its chunk
    const hasEnded = await loop.stop(PATIENCE);
    if (!hasEnded) await giveBack(newsroom);
    // Without a store the last seconds are not counted; the newsroom closes all the same.
    await flushReads(newsroom).catch((error: unknown) => newsroom.log.warn('reads not written', { error }));
    await watch?.close(); // last: what it held is given back by now
    await newsroom.close();
    free();
  };
  try {
    const address = await server.listen();
    metrics = await listenForMetrics(newsroom);
    return { newsroom, server, loop, address, outgrown, stop };
  } catch (error) {
    await stop();
    const { code } = error as NodeJS.ErrnoException;
    const { host, port } = newsroom.settings;
    if (code === 'EADDRINUSE') {
      return { complaint: `Port ${port} of ${host} is taken. Set CRIER_PORT to another.\n` };
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      return {
        complaint: `Crier may not listen on port ${port} of ${host}. Set CRIER_HOST and CRIER_PORT.\n`,
      };
    }
    throw error;
  }
}

async function listenForMetrics(newsroom: Newsroom): Promise<MetricsPort | null> {
  const { metricsPort } = newsroom.settings;
  if (metricsPort === undefined) return null;
  const metrics = await openMetricsPort(newsroom, metricsPort);
  newsroom.log.info('metrics are read here', { address: metrics.address });
  return metrics;
}

/** What did not end in time: another process does it, or this one when it is started again. */
async function giveBack(newsroom: Newsroom): Promise<void> {
  newsroom.log.info('work was given back, unfinished');
  for (const free of [freeLeases, freeChunkLeases, freeSourceLeases]) await free(newsroom, newsroom.process);
}

/** Other processes of the newsroom: what one of them held that is gone is done here. SQLite has none. */
function watchOthers(
  newsroom: Newsroom,
  sender: Sender,
): Pick<Serving, 'outgrown'> & { watch: ProcessWatch | null } {
  let tell: (words: string) => void = () => {};
  const outgrown = new Promise<string>((resolve) => {
    tell = resolve;
  });
  if (newsroom.engine === 'sqlite') return { watch: null, outgrown };
  const watch = watchProcesses(newsroom, {
    free: [freeLeases, freeChunkLeases, freeSourceLeases],
    afterwards: () => sendDueChunks(newsroom, { sender }),
    outgrown: (migration) => {
      newsroom.log.error('a newer Crier has migrated the database; this one ends', { migration });
      tell(writtenByNewer(migration));
    },
  });
  return { watch, outgrown };
}

/** The bell is a connection that stays: a pooler that hands connections on gives its notices to others. */
async function complainOfDatabase({ databaseUrl, bellUrl }: Settings): Promise<string | null> {
  if (databaseUrl === undefined) return null;
  const name = bellUrl === undefined ? 'CRIER_DATABASE_URL' : 'CRIER_BELL_URL';
  try {
    if (!(await handsConnectionsOn(bellUrl ?? databaseUrl))) return null;
  } catch (error) {
    // Refused, away, a wrong password, a certificate that ended: the server's own words are what helps.
    return `The database of ${name} cannot be reached: ${(error as Error).message}.\n`;
  }
  return `${name} leads to a pooler that gives each transaction another connection (pgbouncer’s transaction mode): nobody
hears there what other processes change. Set CRIER_BELL_URL to the PostgreSQL server itself; the rest may go by the pooler.
`;
}

/** SQLite has one newsroom a folder: a second process on the same file would send every alert twice. */
function takeFolder(data: string): (() => void) | null {
  makeFolder(data);
  rmSync(join(data, 'serving.pid'), { force: true }); // the mark of an older Crier, which outlived crashes
  return holdFolder(data);
}

async function greet({ newsroom, address }: Serving): Promise<void> {
  const link = await setupLink(newsroom);
  newsroom.log.info('newsroom opened', { address, engine: newsroom.engine });
  if (link) process.stdout.write(`\nWelcome. Set up your newsroom here, once:\n\n  ${link}\n\n`);
  else
    process.stdout.write(
      `\nReaders: ${newsroom.settings.address}\nDesk:    ${newsroom.settings.address}/desk\n\n`,
    );
}

/** A first signal ends the newsroom in order; a second one at once. */
export function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
}
