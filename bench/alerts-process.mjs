// Crier's own way of an alert, as it runs in production, in a process of its own for bench/alerts.ts: devices in a SQLite
// file, cut into chunks, encrypted and posted by the sender's threads, recorded. One command a line on standard input,
// one answer a line on standard output. Runs what is built.
import { createECDH, randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';

const [, , dist, data, service, ca] = process.argv;
// An older commit, measured beside this one, was built file by file, and had its sender in the room of alerts.
const older = async () => {
  const load = (path) => import(new URL(path, dist));
  const alerts = [
    'alert',
    'sending/fan-out',
    'sending/chunk-figures',
    'sending/prepare-tickets',
    'fan-out',
    'figures',
  ];
  const rooms = [
    ...alerts.map((name) => `alerts/${name}`),
    'push/sender',
    'alerts/sender',
    'alerts/prepare-tickets',
  ];
  const rest = ['kit/settings', 'newsroom', 'store/migrate', 'stories/draft', 'stories/publish'];
  const there = await Promise.all([...rooms, ...rest].map((path) => load(`${path}.js`).catch(() => ({}))));
  return Object.assign({}, ...there);
};
const parts = dist.endsWith('.js') ? await import(dist) : await older();
const { writeAlert, fanOut, readFigures, openTicketOffice, prepareTickets, openSender, readSettings } = parts;
const { openNewsroom, theNewsroomItself: by, draftStory, publishStory } = parts;
const migrate = parts.migrateStore ?? parts.migrate; // as it was called before

const MORE_TURNS = 300; // a second each

const settings = readSettings(data, {
  CRIER_DATA: data,
  CRIER_PUSH_SERVICES: service,
  CRIER_LOG_LEVEL: 'silent',
  CRIER_ALERT_UNDO_SECONDS: '0',
});
if ('problems' in settings) throw new Error(settings.problems.join(' '));
const newsroom = await openNewsroom(settings);
await migrate(newsroom.store, newsroom.engine);
const sender = openSender(newsroom, { extraCa: ca });
const office = openTicketOffice(newsroom, sender);

// As many as tell nothing from each device having its own; a million of them would take minutes to make.
const pairs = Array.from({ length: 500 }, () => createECDH('prime256v1').generateKeys());

const commands = {
  async seed({ many }) {
    const { count } = newsroom.store.fn;
    const { had } = await newsroom.store
      .selectFrom('devices')
      .select(count('id').as('had'))
      .executeTakeFirstOrThrow();
    for (let at = Number(had); at < many; at += 1_000)
      await newsroom.transact((inner) => seedSome(inner, Math.min(1_000, many - at)));
    return { devices: many };
  },
  /** A story of its own, its tickets if asked for, then the alert: the time is from its leaving to its last record. */
  async alert({ tickets }) {
    const facts = await publishedStory();
    if (tickets) {
      prepareTickets(newsroom, facts);
      await office.settled();
    }
    const ready = await sender.countTickets();
    globalThis.gc?.();
    const rest = process.memoryUsage().rss;
    let peak = rest;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 20);
    const alertId = await writeAlert(newsroom, facts);
    const cpu = process.cpuUsage();
    const began = performance.now();
    await fanOut(newsroom, { alertId }, { sender });
    // Those that a service did not answer in time stand in their chunk, which the runner takes up again when its turn comes.
    for (let turn = 0; turn < MORE_TURNS && (await waitingOf(alertId)) > 0; turn += 1) {
      await setTimeout(1_000);
      await fanOut(newsroom, { alertId }, { sender });
    }
    const seconds = (performance.now() - began) / 1_000;
    const { user, system } = process.cpuUsage(cpu);
    clearInterval(watch);
    const { all } = await readFigures(newsroom, { alertId });
    if (all.tally.accepted !== all.tally.devices || all.tally.devices === 0)
      throw new Error(`not all were told: ${JSON.stringify(all)}`);
    const { devices } = all.tally;
    return { devices, ready, seconds, cpu: (user + system) / devices, rest, peak, time: all.time };
  },
};

async function waitingOf(alertId) {
  return (await readFigures(newsroom, { alertId })).all.tally.waiting;
}

async function publishedStory() {
  const drafted = await draftStory(newsroom, {
    copy: {
      headline: 'Night ferry to Lyra turns back in the storm',
      dek: 'Forty passengers are safe in the harbour; the company says the next crossing is at noon tomorrow.',
      byline: 'By Maria Leontis',
      dateline: 'HARBOUR TOWN',
      bodyHtml: '<p>The night ferry turned back an hour after it left.</p>',
      pictureId: null,
    },
    language: 'en',
    alertLevel: 'bulletin',
    hops: [],
    by,
  });
  await publishStory(newsroom, { storyId: drafted.storyId, by });
  return { ...drafted, takeId: '', alertLevel: 'bulletin', first: true };
}

async function seedSome(inner, many) {
  const now = inner.clock.now();
  const ids = Array.from({ length: many }, () => inner.ids.next());
  const device = (id, at) => {
    const pair = pairs[at % pairs.length];
    const endpoint = `${service}/wpush/v2/${randomBytes(120).toString('base64url')}`; // as long as Mozilla's
    return {
      ...{ id, endpoint_hash: id, token_hash: id, sender_hash: id, origin: service, language: 'en' },
      endpoint_sealed: inner.seal.close('device-endpoint', endpoint),
      auth_sealed: inner.seal.close('device-auth', randomBytes(16).toString('base64url')),
      p256dh: pair,
      vapid_key_id: inner.keys.vapid[0].id,
      ...{ welcomed_at: now, strikes: 0, gone_at: null, gone_why: null, last_alert_at: null },
      ...{ created_at: now, seen_at: now },
    };
  };
  const follow = (device_id) => ({
    ...{ id: inner.ids.next(), device_id, kind: 'all', subject_id: '', level: 'routine', created_at: now },
  });
  await inner.store.insertInto('devices').values(ids.map(device)).execute();
  await inner.store.insertInto('follows').values(ids.map(follow)).execute();
}

for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...asked } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(await commands[command](asked))}\n`);
}
office.close();
await sender.close();
await newsroom.close();
