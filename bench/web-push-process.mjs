// The peer of bench/alerts.ts in a process of its own: the web-push package on the agent asked for, 100 requests under way
// (it has no limit of its own). Subscriptions are in memory before the clock starts; nothing is recorded.
import { createECDH, randomBytes } from 'node:crypto';
import { Agent, globalAgent } from 'node:https';
import { createInterface } from 'node:readline';
import webPush from 'web-push';

const IN_FLIGHT = 100;
const [, , service, ca, payload] = process.argv;
globalAgent.options.ca = ca; // on its default agent it must believe the service, too
const tuned = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT, ca });
const { publicKey, privateKey } = webPush.generateVAPIDKeys();

const subscriptions = Array.from({ length: 2_000 }, () => {
  const pair = createECDH('prime256v1');
  const endpoint = `${service}/wpush/v2/${randomBytes(120).toString('base64url')}`;
  const p256dh = pair.generateKeys().toString('base64url');
  return { endpoint, keys: { p256dh, auth: randomBytes(16).toString('base64url') } };
});

async function send({ many, agent }) {
  const options = {
    vapidDetails: { subject: 'mailto:desk@harbour.example', publicKey, privateKey },
    TTL: 86_400,
    urgency: 'high',
    topic: 'a'.repeat(32),
    contentEncoding: 'aes128gcm',
    ...(agent === 'tuned' ? { agent: tuned } : {}),
  };
  let next = 0;
  const one = async () => {
    while (next < many)
      await webPush.sendNotification(subscriptions[next++ % subscriptions.length], payload, options);
  };
  const cpu = process.cpuUsage();
  const began = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, one));
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { devices: many, seconds, cpu: (user + system) / many, peak: process.memoryUsage().rss };
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await send(JSON.parse(line)))}\n`);
tuned.destroy();
