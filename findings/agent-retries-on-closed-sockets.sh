#!/usr/bin/env bash
# Guess: whoever keeps sockets to a push service open (web-push's `agent`, got's) and tries again after ECONNRESET has a fresh socket by the second try:
#   “retry once” is what guides say of the race of an idle socket with its server's time limit.
# What happens: a burst leaves as many idle sockets as it had requests at once, and the service lets go of all in one moment. Node's Agent gives each
#   further try the next of them; three tries meet three dead sockets and the alert fails, though the service answers whoever connects anew. So does
#   the next alert, and the next, until the pool is used up. undici's RetryAgent delivers each.
# Seen: web-push 3.6.7, got 14.4.7, undici 6.21.3, Node 20.20.2, 2026-12-01. Source: RFC 9112 section 9.3.1 (“might close at any time”, retries),
#   https://nodejs.org/api/http.html#requestreusedsocket
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts web-push@3.6.7 got@14.4.7 undici@6.21.3
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost 2>/dev/null
cat >idle.mjs <<'JS'
import { createECDH, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, createServer } from 'node:https';
import got from 'got';
import { RetryAgent, request, Agent as UndiciAgent } from 'undici';
import webPush from 'web-push';

const BURST = 20;
const key = readFileSync('key.pem');
const cert = readFileSync('cert.pem');

/** Answers each socket once: what idled afterwards is let go of, and its end is not yet heard of when the next request comes. */
async function pushService() {
  const answered = new Set();
  let waiting = [];
  const server = createServer({ key, cert }, (asked, answer) => {
    if (answered.has(asked.socket)) return asked.socket.destroy();
    asked.resume();
    waiting.push(() => {
      answered.add(asked.socket);
      answer.writeHead(201).end();
    });
    if (answered.size === 0 && waiting.length < BURST) return;
    for (const each of waiting) each();
    waiting = [];
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `https://localhost:${server.address().port}/p`, server };
}

const device = createECDH('prime256v1');
device.generateKeys();
const keys = { p256dh: device.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') };
const vapidDetails = { subject: 'mailto:desk@paper.example', ...webPush.generateVAPIDKeys() };
const clients = {
  'web-push with an agent, three tries': () => {
    const agent = new Agent({ keepAlive: true, ca: cert });
    const send = async (endpoint, tries = 3) => {
      try {
        return (await webPush.sendNotification({ endpoint, keys }, 'news', { agent, vapidDetails })).statusCode;
      } catch (error) {
        return tries > 1 ? send(endpoint, tries - 1) : error.code;
      }
    };
    return send;
  },
  'got, two retries': () => {
    const agent = { https: new Agent({ keepAlive: true, ca: cert }) };
    const retry = { limit: 2, methods: ['POST'], calculateDelay: ({ computedValue }) => computedValue && 1 };
    const options = { body: 'news', agent, retry, https: { certificateAuthority: cert } };
    return (url) => got.post(url, options).then((answer) => answer.statusCode, (error) => error.code);
  },
  'undici, two retries': () => {
    const pool = new UndiciAgent({ connect: { ca: cert } });
    const dispatcher = new RetryAgent(pool, { maxRetries: 2, minTimeout: 1, methods: ['POST'] });
    const options = { method: 'POST', body: 'news', dispatcher };
    return (url) => request(url, options).then((answer) => answer.statusCode, (error) => error.code);
  },
};

const seen = [];
for (const [name, open] of Object.entries(clients)) {
  const { url, server } = await pushService();
  const send = open();
  const burst = await Promise.all(Array.from({ length: BURST }, () => send(url)));
  const after = [await send(url), await send(url), await send(url)];
  console.log(`${name}: of a burst ${burst.filter((status) => status === 201).length}, then ${after.join(' ')}`);
  seen.push(...after);
  server.closeAllConnections();
  server.close();
}
const lost = Array(6).fill('ECONNRESET');
process.exit(seen.join() === [...lost, 201, 201, 201].join() ? 0 : 1);
JS
npm ls --depth 0; node --version
node idle.mjs
