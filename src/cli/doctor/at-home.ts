/** What the doctor looks at on this machine: settings, folder and keys, disk, database, backups. */
import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DAY, SECOND } from '../../kit/clock.ts';
import type { ObjectStore } from '../../kit/object-store.ts';
import type { Settings } from '../../kit/settings.ts';
import type { Newsroom, ReplicaStanding } from '../../newsroom.ts';
import { readBackupNotes } from '../../runner/backup-notes.ts';
import { untoldEdgeChanges } from '../../store/edge-changes.ts';
import { schemaState } from '../../store/migrate.ts';
import { openBackupPlace } from '../backups/backup-place.ts';
import { bad, type Diagnosis, good, unsure } from './diagnosis.ts';
import { serverFacts, serverTime } from './server-queries.ts';

const ROOM = 1024 ** 3; // bytes below which a day's pictures and a backup's copy may not fit
const OLDEST_REHEARSAL = 2 * DAY; // one night may go wrong
const FILES = 4_096; // below that, some thousand open pages are turned away
const SKEW = 2 * SECOND; // between our clock and another's: leases of several processes are kept by them

export function lookAtSettings(settings: Settings): Diagnosis[] {
  const { address } = settings;
  const isHere = /^http:\/\/(localhost|127\.)/.test(address);
  if (address.startsWith('https:')) return [good('settings', `all are right; readers come to ${address}`)];
  const mend = 'Put a proxy that speaks TLS before Crier, and set CRIER_ADDRESS to its https address.';
  return [
    isHere
      ? unsure('settings', `all are right; the address is ${address}, which nobody else can reach`, mend)
      : bad('settings', `the address is ${address}: browsers take alerts from https only`, mend),
  ];
}

export function lookAtFolder({ data }: Settings): Diagnosis[] {
  const keys = join(data, 'keys', 'secret.key');
  if (!existsSync(keys)) {
    return [
      bad('keys', `there are none in ${data}`, 'Start crier serve once, or put back keys/ from your backup.'),
    ];
  }
  const isOpen = (statSync(keys).mode & 0o077) !== 0;
  return [
    isOpen
      ? bad('keys', `${keys} can be read by others on this machine`, `chmod -R go= ${join(data, 'keys')}`)
      : good('keys', 'are there, and nobody else’s'),
  ];
}

export function lookAtDisk({ data, backups }: Settings): Diagnosis[] {
  const folder = typeof backups === 'string' && existsSync(backups) ? [backups] : [];
  return [data, ...folder].map((place) => {
    const { bavail, bsize, blocks } = statfsSync(place);
    const free = bavail * bsize;
    const words = `${(free / 1024 ** 3).toFixed(1)} GiB are free at ${place}`;
    if (free >= ROOM && bavail / blocks > 0.05) return good('disk', words);
    const mend = 'Make room, or move the folder to a larger disk.';
    return free < ROOM / 4 ? bad('disk', words, mend) : unsure('disk', words, mend);
  });
}

export function lookAtLimits(): Diagnosis[] {
  const [, soft = ''] = /^Max open files\s+(\d+|unlimited)/m.exec(readOrNothing('/proc/self/limits')) ?? [];
  if (soft === '' || soft === 'unlimited' || Number(soft) >= FILES) return [];
  const mend = 'LimitNOFILE=262144 in the unit, or ulimit -n before the start.';
  return [
    unsure('open files', `this shell may have ${soft} open; each open page and push connection is one`, mend),
  ];
}

function readOrNothing(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

export async function lookAtDatabase(newsroom: Newsroom): Promise<Diagnosis[]> {
  const { missing, unknown } = await schemaState(newsroom.store, newsroom.engine);
  const found: Diagnosis[] = [];
  if (unknown.length > 0)
    found.push(bad('database', `a newer Crier wrote it (${unknown.at(-1)})`, 'Run the newer Crier.'));
  else if (missing.length > 0)
    found.push(
      bad('database', `it has not had ${missing.length} of this version’s changes`, 'crier migrate'),
    );
  else
    found.push(
      good(
        'database',
        newsroom.engine === 'sqlite' ? 'SQLite; its shape is this version’s' : await serverWords(newsroom),
      ),
    );
  return [...found, ...(newsroom.engine === 'postgres' ? await lookAtServerClock(newsroom) : [])];
}

async function serverWords(newsroom: Newsroom): Promise<string> {
  const { version, most, used } = await serverFacts(newsroom);
  return `PostgreSQL ${version}; ${used} of ${most} connections are used, a process takes eleven`;
}

async function lookAtServerClock(newsroom: Newsroom): Promise<Diagnosis[]> {
  const before = newsroom.clock.now();
  const theirs = await serverTime(newsroom);
  const apart = Math.abs(theirs - (before + newsroom.clock.now()) / 2);
  const words = `ours and the database’s are ${(apart / SECOND).toFixed(1)} s apart`;
  const mend = 'Have both machines set their clocks by NTP (systemd-timesyncd, chrony).';
  return [apart < SKEW ? good('clock', words) : bad('clock', words, mend)];
}

const FOLLOWING = 3 * SECOND; // for what was written just now; a replica near by has it in milliseconds

/** Whether the replica follows, where there is one. */
export async function lookAtReplica({ replica }: Newsroom): Promise<Diagnosis[]> {
  if (!replica) return [];
  const until = performance.now() + FOLLOWING;
  let standing = await replica.look();
  while (standing === 'lags' && performance.now() < until) {
    await pause(SECOND / 10);
    standing = await replica.look();
  }
  const pages = 'the first server makes all pages';
  const words: Record<ReplicaStanding, Diagnosis> = {
    follows: good('replica', 'has all that the first server has'),
    lags: bad(
      'replica',
      `it has not what was written ${FOLLOWING / SECOND} s ago: ${pages}`,
      'Look at pg_stat_replication at the first server, and whether CRIER_DATABASE_REPLICA_URL follows that one.',
    ),
    away: bad(
      'replica',
      `it does not answer: ${pages}`,
      'Look at CRIER_DATABASE_REPLICA_URL, and the server.',
    ),
    leads: bad(
      'replica',
      `it follows nobody: ${pages}`,
      'Was it promoted? Set CRIER_DATABASE_URL to the server that leads, and CRIER_DATABASE_REPLICA_URL to one that follows it.',
    ),
  };
  return [words[standing]];
}

const UNTOLD = 30 * SECOND; // a change is told within one, or again every five

/** Whether the cache in front was told what changed, where there is one. */
export async function lookAtEdge({ settings, store, clock }: Newsroom): Promise<Diagnosis[]> {
  if (settings.purgeUrl === undefined) return [];
  const { count, oldest } = await untoldEdgeChanges(store);
  const age = oldest === null ? 0 : clock.now() - oldest;
  if (age < UNTOLD) return [good('cache in front', 'was told of all that changed')];
  return [
    bad(
      'cache in front',
      `it was not told of ${count === 1 ? 'a change' : `${count} changes`} since ${Math.round(age / SECOND)} seconds: it may show what was withdrawn`,
      'Is crier serve running? Look at CRIER_PURGE_URL; the log says what it answers. Empty the cache by hand until then.',
    ),
  ];
}

export async function lookAtBackups(newsroom: Newsroom): Promise<Diagnosis[]> {
  const { backups, backupKey } = newsroom.settings;
  const { rehearsed, failed } = await readBackupNotes(newsroom);
  if (failed)
    return [
      bad('backups', `the last went wrong: ${failed.words}`, 'Mend that, then crier backup --nightly.'),
    ];
  if (!backups) {
    return [
      unsure(
        'backups',
        'none are taken by themselves',
        'Set CRIER_BACKUPS to a folder on another disk, or to a store that speaks S3.',
      ),
    ];
  }
  const why = await whyNoBackups(backups, newsroom);
  if (why !== null)
    return [
      bad('backups', `they cannot be listed: ${why}`, 'Look at CRIER_BACKUPS, its key and its bucket.'),
    ];
  if (!rehearsed)
    return [unsure('backups', 'none was taken yet', 'crier backup --nightly takes the first now.')];
  const age = newsroom.clock.now() - rehearsed.at;
  const words = `the last good one was restored and compared ${Math.round(age / (DAY / 24))} hours ago`;
  if (age > OLDEST_REHEARSAL)
    return [bad('backups', words, 'Look into the log for why; crier backup --nightly.')];
  const open = unsure('backups', `${words}; they are not sealed`, 'CRIER_BACKUP_KEY seals them.');
  return [backupKey ? good('backups', words) : open];
}

/** Why a store elsewhere does not say what it has; null where it does. A folder is made by the first night. */
async function whyNoBackups(
  backups: string | ObjectStore,
  { settings, clock }: Newsroom,
): Promise<string | null> {
  if (typeof backups === 'string') return null;
  try {
    await openBackupPlace(backups, { beside: settings.data, now: clock.now() }).list();
    return null;
  } catch (error) {
    return (error as Error).message; // the store's own words, or what the net does: what the doctor is asked for
  }
}
