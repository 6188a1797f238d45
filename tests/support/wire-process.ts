/**
 * A newsroom in a process of its own, to be killed while its wire takes in what comes: it polls, and its door takes what
 * is sent. It says at which address; then it works until it is ended.
 */
import { openLiveHub } from '../../src/alerts/live/live-hub.ts';
import { readSettings } from '../../src/kit/settings.ts';
import { openNewsroom } from '../../src/newsroom.ts';
import { freeLeases, startLoop } from '../../src/runner/loop.ts';
import { openServer } from '../../src/server/server.ts';
import { openSignIn } from '../../src/staff/sign-in.ts';
import { takeDelivery } from '../../src/wire/arriving/deliveries.ts';
import { freeSourceLeases, pollDue } from '../../src/wire/arriving/poll.ts';
import { clusterLeftovers } from '../../src/wire/events/cluster.ts';

const [data = '', trusted = '', databaseUrl = ''] = process.argv.slice(2);
const settings = readSettings(data, {
  CRIER_DATA: data,
  CRIER_HOST: '127.0.0.1',
  CRIER_PORT: '0',
  CRIER_TRUSTED_HOSTS: trusted,
  CRIER_LOG_LEVEL: 'silent',
  CRIER_FEED_SECONDS: '1',
  ...(databaseUrl && { CRIER_DATABASE_URL: databaseUrl }),
});
if ('problems' in settings) throw new Error(settings.problems.join(' '));
const newsroom = await openNewsroom(settings);
await freeLeases(newsroom);
await freeSourceLeases(newsroom);
const server = await openServer({
  newsroom,
  signIn: openSignIn(newsroom),
  liveHub: openLiveHub(newsroom),
});
startLoop(newsroom, { 'wire-delivered': { read: takeDelivery } }, [
  { name: 'poll', every: 50, do: pollDue },
  { name: 'cluster', every: 200, do: (inner) => clusterLeftovers(inner) },
]);
process.stdout.write(`${await server.listen()}\n`);
