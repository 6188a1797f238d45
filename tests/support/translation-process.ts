/** A newsroom in a process of its own, to be killed while an engine answers: it frees what a dead one held, and translates. */
import { readSettings } from '../../src/kit/settings.ts';
import { openNewsroom } from '../../src/newsroom.ts';
import { freeLeases, startLoop } from '../../src/runner/loop.ts';
import { fillTranslation } from '../../src/translation/fill-translation.ts';

const [data = '', databaseUrl = ''] = process.argv.slice(2);
const settings = readSettings(data, {
  CRIER_DATA: data,
  CRIER_LOG_LEVEL: 'silent',
  ...(databaseUrl && { CRIER_DATABASE_URL: databaseUrl }),
});
if ('problems' in settings) throw new Error(settings.problems.join(' '));
const newsroom = await openNewsroom(settings);
await freeLeases(newsroom);
const loop = startLoop(newsroom, { 'translation-asked': { translate: fillTranslation } });
await loop.drain();
await loop.stop();
await newsroom.close();
