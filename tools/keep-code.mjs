// Starts what was built on an empty folder, asks it for what a first visitor asks for, and keeps what V8 has compiled by then
// beside it: dist/crier.cjs.code. In a process of its own, for tools/build.mjs.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../dist/main.js';

const LONGEST = 30_000; // ms; a build does not wait longer for what only makes starts quicker
const asked = ['/healthz', '/', '/desk'];

const data = mkdtempSync(join(tmpdir(), 'crier-code-'));
process.once('exit', () => rmSync(data, { recursive: true, force: true }));
setTimeout(() => process.exit(1), LONGEST).unref();
const port = await freePort();
for (const name of Object.keys(process.env)) if (name.startsWith('CRIER_')) delete process.env[name];
const address = `http://127.0.0.1:${port}`;
const settings = {
  CRIER_DATA: data,
  CRIER_HOST: '127.0.0.1',
  CRIER_PORT: String(port),
  CRIER_ADDRESS: address,
};
Object.assign(process.env, settings, { CRIER_LOG_LEVEL: 'silent' });
process.chdir(data); // away from a crier.env
process.stdout.write = () => true; // its greeting is for nobody

const { script, kept, run } = load();
void run(['serve']);
for (const path of asked) await answerOf(`${address}${path}`);
writeFileSync(kept, script.createCachedData());
chmodSync(kept, 0o644); // the newsroom has taken everybody's rights from what this process writes
process.exit(0);

async function answerOf(url) {
  for (;;) {
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => null);
    if (answer) return answer.text();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
