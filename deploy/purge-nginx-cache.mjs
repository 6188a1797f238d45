/**
 * Takes pages out of nginx's cache when Crier says that they changed: CRIER_PURGE_URL leads here. Runs beside nginx, as the user
 * whose files the cache is; needs Node 20 and nothing else. docs/operating.md says how to put it up.
 *
 *   PURGE_FOLDER=/var/cache/nginx/crier PURGE_KEY=… PURGE_PORT=4090 node purge-nginx-cache.mjs
 *
 * nginx keeps each answer as a file that begins with the headers it came with, its keys among them. A file that is gone is
 * asked for anew. A call is signed as docs/webhook.md has it, and answered once the files are gone.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { open, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

const {
  PURGE_FOLDER: folder,
  PURGE_KEY: secret = '',
  PURGE_PORT: port = '4090',
  PURGE_HOST: host = '127.0.0.1',
} = process.env;
if (!folder || secret.length < 32) {
  process.stderr.write(
    'PURGE_FOLDER and PURGE_KEY (32 characters or more, as CRIER_PURGE_KEY) must be set.\n',
  );
  process.exit(2);
}

const HEAD = 16 * 1024; // bytes in which the headers of an answer end; nginx takes no more than its proxy_buffer_size
const LONGEST = 1024 * 1024; // bytes of a call
const APART = 300; // seconds between its clock and ours
const AT_ONCE = 64; // files read at a time

function isSigned(headers, body) {
  const seconds = headers['x-crier-timestamp'] ?? '';
  const given = Buffer.from(headers['x-crier-signature'] ?? '');
  const wanted = Buffer.from(
    `sha256=${createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex')}`,
  );
  const isOfNow = Math.abs(Number(seconds) - Date.now() / 1000) <= APART;
  return isOfNow && given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function keysOf(path) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const [, keys = ''] =
      /\r\nsurrogate-key: ([^\r\n]*)/i.exec(buffer.toString('latin1', 0, bytesRead)) ?? [];
    return keys.split(' ');
  } finally {
    await file.close();
  }
}

async function purge(keys) {
  const wanted = new Set(keys);
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath ?? each.path, each.name));
  let gone = 0;
  const look = async (path) => {
    try {
      if (!(await keysOf(path)).some((key) => wanted.has(key))) return;
      await rm(path);
      gone += 1;
    } catch (error) {
      if (error.code !== 'ENOENT') throw error; // nginx took it out itself
    }
  };
  for (let at = 0; at < paths.length; at += AT_ONCE)
    await Promise.all(paths.slice(at, at + AT_ONCE).map(look));
  return gone;
}

/** The body of a call; null when it is too long to be one. */
async function bodyOf(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > LONGEST) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function keysIn(body) {
  try {
    const { keys } = JSON.parse(body.toString());
    return Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : null;
  } catch {
    return null; // no JSON
  }
}

async function answer(request) {
  const body = await bodyOf(request);
  if (body === null) return [413, 'Too long.'];
  if (request.method !== 'POST' || !isSigned(request.headers, body)) return [401, 'Not signed.'];
  const keys = keysIn(body);
  if (keys === null) return [400, 'No keys.'];
  return [200, `${await purge(keys)} taken out.`];
}

createServer((request, response) => {
  answer(request).then(
    ([status, words]) => response.writeHead(status).end(`${words}\n`),
    (error) => {
      process.stderr.write(`${error.message}\n`);
      response.writeHead(500).end('Failed.\n'); // Crier tries it again
    },
  );
}).listen(Number(port), host);
