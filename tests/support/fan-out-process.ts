/**
 * A newsroom in a process of its own, to be killed while an alert goes out. It opens the folder it is given, frees what a
 * dead one held, and works until nothing is left; every line it prints says how far it is.
 */
import { join } from 'node:path';
import { fanOut, freeChunkLeases, sendDueChunks } from '../../src/alerts/sending/fan-out.ts';
import { systemClock } from '../../src/kit/clock.ts';
import { openKeys } from '../../src/kit/keys.ts';
import { silentLog } from '../../src/kit/log.ts';
import { readSettings } from '../../src/kit/settings.ts';
import { makeNewsroom } from '../../src/newsroom.ts';
import { openSender } from '../../src/push/sender.ts';
import { freeLeases, startLoop } from '../../src/runner/loop.ts';
import { localBell } from '../../src/store/bell.ts';
import { openSqlite } from '../../src/store/engine.ts';

const [data = '', service = '', certificate = '', patience = ''] = process.argv.slice(2);
const settings = readSettings(data, {
  CRIER_DATA: data,
  CRIER_PUSH_SERVICES: service,
  CRIER_LOG_LEVEL: 'silent',
  CRIER_ALERT_UNDO_SECONDS: '0',
});
if ('problems' in settings) throw new Error(settings.problems.join(' '));
const newsroom = makeNewsroom({
  store: openSqlite(join(data, 'crier.sqlite')),
  engine: 'sqlite',
  bell: localBell(),
  clock: systemClock,
  log: silentLog,
  settings,
  keys: openKeys(join(data, 'keys')),
});
await freeLeases(newsroom);
await freeChunkLeases(newsroom);
const sender = openSender(newsroom, {
  threads: 1,
  ...(certificate ? { extraCa: certificate } : {}),
  ...(patience ? { patience: Number(patience) } : {}),
});
const loop = startLoop(
  newsroom,
  { 'alert-written': { 'fan out': (inner, facts) => fanOut(inner, facts, { sender }) } },
  [{ name: 'send', every: 200, do: (inner) => sendDueChunks(inner, { sender }) }],
);
process.stdout.write('begun\n');
for (;;) {
  await loop.drain();
  const open = await newsroom.store
    .selectFrom('alerts')
    .select('id')
    .where('state', 'in', ['waiting', 'sending'])
    .executeTakeFirst();
  if (!open) break;
  await new Promise((resolve) => setTimeout(resolve, 100));
}
await loop.stop();
await sender.close();
await newsroom.close();
process.stdout.write('done\n');
