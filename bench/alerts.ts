/**
 * Alerts a second: Crier's sender beside the web-push package, on its default agent and on one tuned to keep connections,
 * all to the same TLS push service on loopback: one nginx that answers 201. They take turns; the medians are compared.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createECDH, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, globalAgent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { fileURLToPath } from 'node:url';
import webPush from 'web-push';
import { payloadOf } from '../src/alerts/payload.ts';
import { openSender, type Recipient, type Sender, type Telling } from '../src/alerts/sender.ts';
import type { Newsroom } from '../src/newsroom.ts';
import { freePort } from '../tests/e2e/support/crier.ts';
import { openTestNewsroom } from '../tests/support/newsroom.ts';
import { selfSigned } from '../tests/support/push-service.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';

const ROUNDS = 5;
const OURS = 12_000; // alerts of each run: about a second with tickets
const THEIRS = 1_500; // the same, about two seconds
const IN_FLIGHT = 100; // of web-push, which has no limit of its own
const CHUNK = 1_000;
const SECONDS_A_DAY = 86_400;

interface Device {
  recipient: Recipient;
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
}

interface Run {
  perSecond: number;
  /** Microseconds of processor time, all threads. */
  cpu: number;
}

export async function measureAlerts(): Promise<Result[]> {
  const pair = selfSigned();
  const { service, end } = await startPushService(pair);
  const newsroom = await openTestNewsroom({ settings: { pushServices: [service] } });
  const sender = openSender(newsroom, { extraCa: pair.cert });
  globalAgent.options.ca = pair.cert; // web-push on its default agent must believe the service, too
  const tuned = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT, ca: pair.cert });
  try {
    const devices = makeDevices(newsroom, service, OURS);
    const kinds = {
      tickets: () => withTickets(sender, devices),
      fresh: () => ours(sender, devices),
      usual: () => theirs(newsroom, devices, undefined),
      tuned: () => theirs(newsroom, devices, tuned),
    };
    return resultsOf(await takeTurns(kinds));
  } finally {
    tuned.destroy();
    await sender.close();
    await newsroom.close();
    end();
  }
}

type Kind = 'tickets' | 'fresh' | 'usual' | 'tuned';

async function takeTurns(kinds: Record<Kind, () => Promise<Run>>): Promise<Record<Kind, Run>> {
  const runs: Record<Kind, Run[]> = { tickets: [], fresh: [], usual: [], tuned: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, run] of Object.entries(kinds) as [Kind, () => Promise<Run>][]) {
      const one = await run();
      if (round > 0) runs[name].push(one); // the first round warms all of them up
    }
    say(
      (Object.keys(runs) as Kind[])
        .map((name) => `${name} ${Math.round(runs[name].at(-1)?.perSecond ?? 0)}/s`)
        .join(', '),
    );
  }
  const middle = (name: Kind): Run => ({
    perSecond: medianOf(runs[name].map((run) => run.perSecond)),
    cpu: medianOf(runs[name].map((run) => run.cpu)),
  });
  return {
    tickets: middle('tickets'),
    fresh: middle('fresh'),
    usual: middle('usual'),
    tuned: middle('tuned'),
  };
}

function resultsOf(runs: Record<Kind, Run>): Result[] {
  const path = fileURLToPath(new URL('../node_modules/web-push/package.json', import.meta.url));
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  const ways: [Kind, string][] = [
    ['tickets', 'tickets made before'],
    ['fresh', 'nothing made before'],
  ];
  const peers: [Kind, string][] = [
    ['usual', 'web-push, default agent'],
    ['tuned', 'web-push, keep-alive agent'],
  ];
  return ways.flatMap(([way, how]) =>
    peers.flatMap(([other, peer]) => [
      resultOf({
        name: `alerts, ${how}`,
        value: runs[way].perSecond,
        unit: 'a second',
        peer,
        peerVersion: version,
        peerValue: runs[other].perSecond,
        better: 'more',
      }),
      resultOf({
        name: `processor time of an alert, ${how}`,
        value: runs[way].cpu,
        unit: 'µs',
        peer,
        peerVersion: version,
        peerValue: runs[other].cpu,
        better: 'less',
      }),
    ]),
  );
}

async function withTickets(sender: Sender, devices: Device[]): Promise<Run> {
  sender.prepare(devices.map(({ recipient }) => recipient));
  while ((await sender.countTickets()) < devices.length)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return ours(sender, devices);
}

async function ours(sender: Sender, devices: Device[]): Promise<Run> {
  const recipients = devices.map(({ recipient }) => recipient);
  return timed(recipients.length, async () => {
    const chunks = Array.from({ length: Math.ceil(recipients.length / CHUNK) }, (_, at) =>
      recipients.slice(at * CHUNK, (at + 1) * CHUNK),
    );
    const outcomes = await Promise.all(chunks.map((chunk) => sender.send(telling, chunk)));
    const failed = outcomes.flat().find((outcome) => outcome.kind !== 'accepted');
    if (failed) throw new Error(`not accepted: ${JSON.stringify(failed)}`);
  });
}

async function theirs(newsroom: Newsroom, devices: Device[], agent: Agent | undefined): Promise<Run> {
  const key = newsroom.keys.vapid[0];
  if (!key) throw new Error('no VAPID key');
  const { publicKey, privateKey } = key;
  const options = {
    vapidDetails: { subject: 'mailto:desk@harbour.example', publicKey, privateKey },
    TTL: telling.ttl,
    urgency: 'high' as const,
    topic: telling.topic,
    contentEncoding: 'aes128gcm' as const,
    ...(agent ? { agent } : {}),
  };
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < THEIRS) {
      const device = devices[next++];
      if (device) await webPush.sendNotification(device.subscription, telling.payload, options);
    }
  };
  return timed(THEIRS, async () => {
    await Promise.all(Array.from({ length: IN_FLIGHT }, one));
  });
}

async function timed(many: number, work: () => Promise<void>): Promise<Run> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: many / seconds, cpu: (user + system) / many };
}

const telling: Telling = {
  payload: payloadOf({
    title: 'Night ferry to Lyra turns back in the storm',
    body: 'Forty passengers are safe in the harbour; the company says the next crossing is at noon tomorrow.',
    navigate: 'https://post.example/sea/night-ferry-to-lyra-turns-back-in-the-storm',
    language: 'en',
    direction: 'ltr',
    tag: 'story-01a2081d-4c31-7067-bda3-947506dbcdb7',
    revision: 1,
    alert: '01a2081d-4c31-7067-bda3-947506dbcdb8',
    story: '01a2081d-4c31-7067-bda3-947506dbcdb9',
    kind: 'news',
  }),
  topic: 'a'.repeat(32),
  ttl: SECONDS_A_DAY,
  urgency: 'high',
  contact: 'mailto:desk@harbour.example',
};

function makeDevices(newsroom: Newsroom, origin: string, many: number): Device[] {
  return Array.from({ length: many }, () => {
    const pair = createECDH('prime256v1');
    const p256dh = pair.generateKeys();
    const auth = randomBytes(16).toString('base64url');
    const endpoint = `${origin}/wpush/v2/${randomBytes(120).toString('base64url')}`; // as long as Mozilla's
    return {
      recipient: {
        id: newsroom.ids.next(),
        origin,
        endpointSealed: newsroom.seal.close('device-endpoint', endpoint),
        authSealed: newsroom.seal.close('device-auth', auth),
        p256dh,
        vapidKeyId: newsroom.keys.vapid[0]?.id ?? '',
      },
      subscription: { endpoint, keys: { p256dh: p256dh.toString('base64url'), auth } },
    };
  });
}

/** One nginx worker with HTTP/2 and HTTP/1.1; connections are never cut for their number of requests. */
async function startPushService(pair: {
  key: string;
  cert: string;
}): Promise<{ service: string; end: () => void }> {
  if (spawnSync('nginx', ['-v']).error)
    throw new Error('this bench needs nginx. On Debian: apt-get install nginx-light');
  const folder = mkdtempSync(join(tmpdir(), 'crier-alerts-'));
  chmodSync(folder, 0o755); // nginx's worker is another user when this one is root
  const port = await freePort();
  writeFileSync(join(folder, 'key.pem'), pair.key);
  writeFileSync(join(folder, 'cert.pem'), pair.cert);
  writeFileSync(join(folder, 'nginx.conf'), nginxConf(folder, port));
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilItAnswers(port, pair.cert, child);
  return {
    service: `https://127.0.0.1:${port}`,
    end: () => {
      child.once('exit', () => rmSync(folder, { recursive: true, force: true }));
      child.kill('SIGTERM');
    },
  };
}

function nginxConf(folder: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr error;
events { worker_connections 4096; }
http {
  access_log off;
  tcp_nodelay on;
  keepalive_timeout 65;
  keepalive_requests 100000000;
  http2_max_concurrent_streams 128;
  ${temporary.join('\n  ')}
  server {
    listen 127.0.0.1:${port} ssl http2;
    ssl_certificate ${folder}/cert.pem;
    ssl_certificate_key ${folder}/key.pem;
    ssl_session_cache shared:push:10m;
    add_header location https://127.0.0.1:${port}/m/1;
    location / { return 201; }
  }
}
`;
}

async function untilItAnswers(port: number, ca: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 250; tries += 1) {
    if (child.exitCode !== null) throw new Error('nginx ended');
    const answered = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port, ca }, () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nginx gave no answer');
}
