/** `npm run bench -- NAME [--json]`: runs one bench and prints its table, or one object with --json. */
import { asJson, asTable, type Bench } from './result.ts';

const benches: Record<string, () => Promise<Bench>> = {
  several: async () => (await import('./several.ts')).measureSeveral,
  checks: async () => (await import('./checks.ts')).measureChecks,
  start: async () => (await import('./start.ts')).measureStart,
  pages: async () => (await import('./pages.ts')).measurePages,
  'first-sight': async () => (await import('./first-sight.ts')).measureFirstSight, // the bytes of `pages` alone
  uncached: async () => (await import('./uncached.ts')).measureUncached, // the pages that are not in memory alone
  alerts: async () => (await import('./alerts.ts')).measureAlerts,
  quotations: async () => (await import('./quotations.ts')).measureQuotations,
  wire: async () => (await import('./wire.ts')).measureWire,
  clusters: async () => (await import('./clusters.ts')).measureClusters,
  archive: async () => (await import('./archive.ts')).measureArchive,
  columns: async () => (await import('./columns.ts')).measureColumns,
  day: async () => (await import('./day.ts')).measureDay,
  desk: async () => (await import('./desk.ts')).measureDesk,
  pictures: async () => (await import('./pictures.ts')).measurePictures,
  'move-in': async () => (await import('./move-in.ts')).measureMoveIn,
  'desk-search': async () => (await import('./desk-search.ts')).measureDeskSearch,
  'live-story': async () => (await import('./live-story.ts')).measureLiveStory,
  'open-pages': async () => (await import('./open-pages.ts')).measureOpenPages,
};

const words = process.argv.slice(2);
const name = words.find((word) => !word.startsWith('--')) ?? '';
const load = benches[name];
if (load) {
  const results = await (await load())();
  process.stdout.write(words.includes('--json') ? asJson(name, results) : asTable(name, results));
} else {
  process.stderr.write(`npm run bench -- NAME [--json], where NAME is ${Object.keys(benches).join(', ')}\n`);
  process.exitCode = 2;
}
