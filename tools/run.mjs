// `bin/crier`: builds when a source is newer than what was built, then runs what was built. What the build says goes to
// standard error, so that standard output is the verb's alone.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist/.built');
const lock = join(root, 'dist.lock');
const PATIENCE = 180_000; // ms for another's build; after that it was killed, and its lock means nothing
const LOOK_AGAIN = 100; // ms

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newestUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(newest, changedAt(path), entry.isDirectory() ? newestUnder(path) : 0);
  }, 0);
}

function isStale() {
  const files = ['package.json', 'package-lock.json', 'tsconfig.json'];
  const newest = Math.max(
    ...['src', 'tools'].map((folder) => newestUnder(join(root, folder))),
    ...files.map((name) => changedAt(join(root, name))),
  );
  return newest > changedAt(built);
}

/** One builds, others wait for it. */
async function build() {
  const since = Date.now();
  while (!takeLock()) {
    if (Date.now() - Math.max(since, changedAt(lock)) > PATIENCE) rmdirSync(lock);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
  try {
    if (!isStale()) return;
    process.stderr.write('Building Crier …\n');
    execFileSync(process.execPath, [join(root, 'tools/build.mjs')], { stdio: ['ignore', 2, 2] });
  } finally {
    rmdirSync(lock);
  }
}

function takeLock() {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

// What is built runs with the few libraries that are not built into it.
const needed = isStale() ? 'esbuild' : 'sharp';
if (!existsSync(join(root, 'node_modules', needed))) {
  process.stderr.write(`Crier's libraries are not installed. In ${root}: npm ci\n`);
  process.exit(1);
}
if (isStale()) {
  try {
    await build();
  } catch (error) {
    process.stderr.write(`Crier could not be built: ${error.message}\n`);
    process.exit(1);
  }
}
process.argv[1] = join(root, 'dist/main.js');
await import(pathToFileURL(process.argv[1]).href);
