/** `crier doctor`: looks at all that a newsroom needs, and says in words what is not well and how to mend it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../kit/settings.ts';
import { openNewsroom } from '../../newsroom.ts';
import { handsConnectionsOn } from '../../store/pooler.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from '../verb.ts';
import {
  lookAtBackups,
  lookAtDatabase,
  lookAtDisk,
  lookAtEdge,
  lookAtFolder,
  lookAtLimits,
  lookAtReplica,
  lookAtSettings,
} from './at-home.ts';
import { bad, type Diagnosis, good } from './diagnosis.ts';
import { lookAtAddress, lookAtPushServices } from './outside.ts';

export const doctor: Verb = {
  says: 'Looks at all that a newsroom needs, and says how to mend what is not well.',
  usage: `crier doctor [--json]

Settings, keys, disk, database, replica, clock, backups, what the cache in front was told; and while crier serve runs: the address
as the world sees it, what the proxy hands on, and whether push services can be reached. Nothing is changed, but for a mark in the
database by which a replica is known. Exit: 1 when something is not well, 2 when the settings are not right.
`,
  async run(words) {
    const settings = settingsOrComplaint();
    if (!settings) return WRONG_SETTINGS;
    const found = await lookAtAll(settings);
    process.stdout.write(words.includes('--json') ? `${JSON.stringify(found)}\n` : asWords(found));
    return found.some(({ state }) => state === 'bad') ? 1 : 0;
  },
};

export async function lookAtAll(settings: Settings): Promise<Diagnosis[]> {
  const home = [...lookAtSettings(settings), ...lookAtFolder(settings)];
  if (!existsSync(join(settings.data, 'keys'))) return home; // no newsroom yet, and to open one would make it
  return [
    ...home,
    ...lookAtDisk(settings),
    ...lookAtLimits(),
    ...(await lookAtStore(settings)),
    ...(await lookAtAddress(settings)),
    ...(await lookAtPushServices(settings)),
  ];
}

async function lookAtStore(settings: Settings): Promise<Diagnosis[]> {
  const { databaseUrl, bellUrl } = settings;
  try {
    const bell = databaseUrl === undefined ? [] : await lookAtBell(bellUrl ?? databaseUrl);
    if (bell.some(({ state }) => state === 'bad')) return bell;
    const newsroom = await openNewsroom({ ...settings, logLevel: 'silent' });
    try {
      const database = await lookAtDatabase(newsroom);
      const isOurs = !database.some(({ about, state }) => about === 'database' && state === 'bad');
      const looks = isOurs ? [lookAtReplica, lookAtEdge, lookAtBackups] : [];
      const ours: Diagnosis[] = [];
      for (const look of looks) ours.push(...(await look(newsroom)));
      return [...database, ...bell, ...ours];
    } finally {
      await newsroom.close();
    }
  } catch (error) {
    // The server's or the driver's own words: they name the host, the user, the certificate.
    return [
      bad(
        'database',
        `it cannot be opened: ${(error as Error).message}`,
        'Look at CRIER_DATABASE_URL, the server, and the disk.',
      ),
    ];
  }
}

async function lookAtBell(address: string): Promise<Diagnosis[]> {
  const mend = 'Set CRIER_BELL_URL to the PostgreSQL server itself.';
  return [
    (await handsConnectionsOn(address))
      ? bad('bell', 'a pooler hands its connection on after each transaction', mend)
      : good('bell', 'has a connection of its own'),
  ];
}

const marks = { good: 'well  ', unsure: 'look  ', bad: 'BAD   ' } as const;

function asWords(found: Diagnosis[]): string {
  const lines = found.map(
    ({ state, about, words, mend }) =>
      `${marks[state]} ${about}: ${words}.${mend ? `\n        ${mend}` : ''}\n`,
  );
  const wrong = found.filter(({ state }) => state === 'bad').length;
  return `${lines.join('')}\n${wrong === 0 ? 'Nothing is wrong.' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} not well.`}\n`;
}
