// `npm test`: builds, checks style and types, runs every test on what this machine has, and says in plain words what
// was skipped. Words after `--` go to the test runner (a file name, for one file). Ends with `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const only = process.argv.slice(2);
const needAll = process.env.CI === 'true'; // in CI a missing database or browser is a failure, not a skip
const DEFAULT_POSTGRES = 'postgres://postgres@127.0.0.1:5432/test';

let passed = 0;
let failed = 0;
let skipped = 0;
/** What failed, in a line each: said once more at the end, where whoever has kept only the end of the log finds it. */
const failures = [];

function fails(what) {
  failed += 1;
  failures.push(what);
}

/** Runs a program of Node's to its end; what it says is printed then, so that steps can go side by side. */
function run(args, program = process.execPath) {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: environment });
  let said = '';
  for (const channel of [child.stdout, child.stderr]) channel.on('data', (more) => (said += more));
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, said })));
}

async function step(name, ...args) {
  const started = process.hrtime.bigint();
  const { status, said } = await run(args);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  process.stdout.write(`${said}${status === 0 ? 'ok' : 'FAILED'}: ${name} (${seconds.toFixed(1)} s)\n`);
  if (status === 0) passed += 1;
  else fails(name);
  return status === 0;
}

const tool = (name) => join(root, 'node_modules', name);

function answers(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 5432), timeout: 2000 });
    const done = (yes) => {
      socket.destroy();
      resolve(yes);
    };
    socket
      .on('connect', () => done(true))
      .on('error', () => done(false))
      .on('timeout', () => done(false));
  });
}

function program(names) {
  return names
    .flatMap((name) => (process.env.PATH ?? '').split(':').map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

function missing(what, consequence) {
  process.stdout.write(`${needAll ? 'MISSING' : 'skipped'}: ${what}; ${consequence}\n`);
  if (needAll) fails(what);
}

const postgres = process.env.CRIER_TEST_POSTGRES_URL ?? DEFAULT_POSTGRES;
const environment = { ...process.env, CRIER_TEST_POSTGRES_URL: postgres };
if (!(await answers(postgres))) {
  delete environment.CRIER_TEST_POSTGRES_URL;
  missing(
    `no PostgreSQL answers at ${new URL(postgres).host}`,
    'the store is tested on SQLite alone. Set CRIER_TEST_POSTGRES_URL to test both.',
  );
}
environment.CRIER_TEST_CHROMIUM = program(['chromium', 'chromium-browser', 'google-chrome']) ?? '';
if (!environment.CRIER_TEST_CHROMIUM)
  missing(
    'Chromium is not installed',
    'the journeys through pages are not made. On Debian: apt-get install chromium',
  );
environment.CRIER_TEST_FIREFOX = program(['firefox-esr', 'firefox']) ?? '';
if (!environment.CRIER_TEST_FIREFOX)
  missing('Firefox is not installed', 'no real alert is received. On Debian: apt-get install firefox-esr');
environment.CRIER_TEST_APERTIUM = program(['apertium-apy']) ?? '';
if (!environment.CRIER_TEST_APERTIUM || !existsSync('/usr/share/apertium/modes/spa-eng.mode'))
  missing(
    'Apertium is not installed with its pair of Spanish and English',
    'no piece is translated the whole way. On Debian: apt-get install apertium-apy apertium-eng-spa',
  );
for (const [name, pack, left] of [
  ['nginx', 'nginx-light', 'alerts are not sent to it, and no processes stand behind it'],
  ['h2o', 'h2o', 'alerts are not sent to it'],
  ['nghttpd', 'nghttp2-server', 'alerts are not sent to it'],
  ['exiftool', 'libimage-exiftool-perl', 'what our pictures say is not read back by it'],
  ['heif-enc', 'libheif-examples', 'no HEIC picture is taken'],
  ['ffmpeg', 'ffmpeg', 'no film or sound is taken'],
  ['pgbouncer', 'pgbouncer', 'nothing is tried behind a pooler'],
  ['caddy', 'caddy', 'the Caddyfile is not read by Caddy'],
]) {
  if (!program([name])) missing(`${name} is not installed`, `${left}. On Debian: apt-get install ${pack}`);
}
if (!existsSync(join(root, '../shared/corpora/README.md'))) {
  process.stdout.write(
    'skipped: the corpora of real wires are not beside this folder; tests on them are left out.\n',
  );
}

if (only.length === 0) {
  const types = async () => {
    for (const project of ['tsconfig.json', 'src/browser/tsconfig.json'])
      await step(`types of ${project}`, tool('typescript/bin/tsc'), '-p', project, '--noEmit');
  };
  await Promise.all([step('style', tool('@biomejs/biome/bin/biome'), 'check', '.'), types(), compiled()]);
}
const build = await step('build', join(root, 'tools/build.mjs'));

/** What CRIER_TEST_COMPILE names was installed and not compiled: done beside what needs none of it. */
async function compiled() {
  const names = (process.env.CRIER_TEST_COMPILE ?? '').split(' ').filter(Boolean);
  const npm = process.env.npm_execpath; // of the npm that runs this
  if (names.length > 0 && npm) await step(`compiled ${names.join(', ')}`, npm, 'rebuild', ...names);
}

/** What is run again on the other Nodes named in CRIER_TEST_NODES (paths of programs, with `:` between): the store and the server. */
const ON_OTHER_NODES = ['src/store', 'src/server', 'src/cli/prepare-store.test.ts'];
/** A journey, on the last of them: it takes as long as all the others, and finds what the Node before it would. */
const ON_THE_LAST = ['tests/e2e/newsroom.test.ts'];

function reportOf(names) {
  const report = join(mkdtempSync(join(tmpdir(), 'crier-report-')), 'report.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...names];
  return { report, args: [tool('vitest/vitest.mjs'), ...args] };
}

function runTests(names) {
  const { report, args } = reportOf(names);
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: environment });
  count(report);
}

/** On several Nodes side by side, a file at a time, once the browsers are done: journeys in pairs leave little of two processors. */
async function runOn(programs) {
  const runs = programs.map(async (program, at) => {
    const files = [...ON_OTHER_NODES, ...(at === programs.length - 1 ? ON_THE_LAST : [])];
    const { report, args } = reportOf(['--no-file-parallelism', ...files]);
    const { said } = await run(args, program);
    return { report, said };
  });
  return Promise.all(runs);
}

function otherNodes() {
  const named = only.length > 0 ? [] : (process.env.CRIER_TEST_NODES ?? '').split(':').filter(Boolean);
  return named.filter((program) => {
    const version = spawnSync(program, ['--version']).stdout?.toString().trim();
    if (!version) missing(`${program} does not run`, 'the store is not tested on it.');
    else
      process.stdout.write(
        `\nagain on Node ${version}: ${ON_OTHER_NODES.join(', ')}, on the last a journey\n`,
      );
    return Boolean(version);
  });
}

if (build && only.length > 0) runTests(only);
else if (build) {
  for (const project of ['unit', 'journeys']) runTests(['--project', project]);
  for (const other of await runOn(otherNodes())) {
    process.stdout.write(other.said);
    count(other.report);
  }
}

function count(report) {
  if (!existsSync(report)) {
    fails('the test runner ended without a report');
    return;
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(report);
  passed += result.numPassedTests;
  skipped += result.numPendingTests + (result.numTodoTests ?? 0);
  for (const file of result.testResults) countFailures(file);
  if (!result.success && result.testResults.every((file) => file.status !== 'failed'))
    fails('the test runner ended with an error outside the tests');
}

/** A file that could not be loaded counts no test of its own: it must not pass for that. */
function countFailures(file) {
  const name = relative(root, file.name);
  const red = file.assertionResults.filter((each) => each.status === 'failed');
  for (const test of red) fails(`${name}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
  if (file.status === 'failed' && red.length === 0) fails(`${name}: ${firstLine(file.message)}`);
}

function firstLine(text) {
  return (text ?? '').trim().split('\n')[0];
}

for (const each of failures) process.stdout.write(`FAILED: ${each}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed === 0 ? 0 : 1;
