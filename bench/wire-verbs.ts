/** What bench/wire-round.ts calls, built into one file as the newsroom itself is. */
export { openLiveHub } from '../src/alerts/live/live-hub.ts';
export { AMPLE_MEMORY, boundMemory } from '../src/kit/bound-memory.ts';
export { readSettings } from '../src/kit/settings.ts';
export { openNewsroom } from '../src/newsroom.ts';
export { openServer } from '../src/server/server.ts';
export { openSignIn } from '../src/staff/sign-in.ts';
export { migrateStore as migrate } from '../src/store/migrate.ts';
export { pollDue } from '../src/wire/arriving/poll.ts';
