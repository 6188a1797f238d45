// `npm run dev`: a newsroom that restarts when a file of the server changes, and builds anew what browsers are sent when a
// script or a style of theirs does. Words after `--` go to `crier serve`.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const build = [join(root, 'tools/build.mjs'), '--browser'];
const QUIET_MS = 80; // an editor that saves writes more than once

execFileSync(process.execPath, build, { cwd: root, stdio: 'inherit' });

// The manifest names what was built: the server reads it once, so a new one is a reason to start again.
const server = spawn(
  process.execPath,
  [
    join(root, 'node_modules/tsx/dist/cli.mjs'),
    ...['watch', '--clear-screen=false', '--include', 'dist/browser/manifest.json'],
    ...['src/main.ts', 'serve', ...process.argv.slice(2)],
  ],
  { cwd: root, stdio: 'inherit' },
);

let soon;
let building = false;
let again = false;

function buildSoon() {
  clearTimeout(soon);
  soon = setTimeout(buildNow, QUIET_MS);
}

function buildNow() {
  if (building) {
    again = true;
    return;
  }
  building = true;
  execFile(process.execPath, build, { cwd: root }, (error, _printed, complaint) => {
    if (error) process.stderr.write(complaint || `${error.message}\n`);
    building = false;
    if (again) buildNow();
    again = false;
  });
}

const watcher = watch(join(root, 'src'), { recursive: true }, (_event, name) => {
  if (name && (/\.css$/.test(name) || /^browser[/\\]/.test(name))) buildSoon();
});

server.on('exit', (code) => {
  watcher.close();
  process.exitCode = code ?? 1;
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
