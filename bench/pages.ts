/**
 * A story page of one Crier process, beside one nginx worker that serves the same bytes as files, and beside bare
 * node:http that has nothing to decide. The three take turns, in short runs, and the medians are compared.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnCrier } from '../tests/e2e/support/crier.ts';
import { freePort } from '../tests/support/free-port.ts';
import { measureFirstSight } from './first-sight.ts';
import { answersASecond, loader } from './load.ts';
import { makePaper } from './paper.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';
import { measureUncached } from './uncached.ts';

const ROUNDS = 7;
const SECONDS = 2; // of each run
const SETTLE = 2_000; // ms for what follows a publication: it touches the page once more
const GHOST = { peer: 'Ghost (measured elsewhere)', peerVersion: '6.65', peerValue: 94 }; // 84–94 on the same kind of machine

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** Of head and body together, as sent. */
  bytes: number;
}

interface Server {
  name: string;
  url: string;
  end(): void;
}

type Form = 'gzip' | 'plain';
const asking: Record<Form, Record<string, string>> = { gzip: { 'accept-encoding': 'gzip' }, plain: {} };

/** What the server gives a second, and what a reader waits for. */
export async function measurePages(): Promise<Result[]> {
  return [...(await measureFirstSight()), ...(await measureRates()), ...(await measureUncached())];
}

async function measureRates(): Promise<Result[]> {
  const paper = await makePaper();
  const folder = mkdtempSync(join(tmpdir(), 'crier-pages-'));
  chmodSync(folder, 0o755); // nginx's worker is another user when this one is root
  const crier = await spawnCrier({ data: paper.data, settings: { CRIER_LOG_LEVEL: 'silent' } });
  const servers: Server[] = [{ name: 'Crier', url: `${crier.address}${paper.path}`, end: () => {} }];
  try {
    const answers = await keepAnswers(servers[0]?.url ?? '', folder);
    servers.push(await startBareHttp(folder), ...(await startNginx(folder, answers.plain)));
    for (const server of servers) await compare(server, answers);
    const rates = await takeTurns(servers);
    return resultsOf(rates, servers);
  } finally {
    for (const server of servers) server.end();
    await crier.stop();
    paper.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks Crier once in each form, and keeps body and head for the peers. */
async function keepAnswers(url: string, folder: string): Promise<Record<Form, Answer>> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  await ask(url, asking.gzip); // fills the cache
  const [gzip, plain] = [await ask(url, asking.gzip), await ask(url, asking.plain)];
  if (gzip.headers['content-encoding'] !== 'gzip') throw new Error('Crier did not send gzip');
  writeFileSync(join(folder, 'story.html.gz'), gzip.body);
  writeFileSync(join(folder, 'story.html'), plain.body);
  const heads = { gzip: withoutHop(gzip.headers), plain: withoutHop(plain.headers) };
  writeFileSync(join(folder, 'headers.json'), JSON.stringify(heads));
  return { gzip, plain };
}

/** Node adds these itself. */
function withoutHop(headers: Record<string, string>): Record<string, string> {
  const own = ['date', 'connection', 'keep-alive'];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name)));
}

function ask(url: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(parts);
        const head = response.rawHeaders.reduce(
          (sum, part) => sum + part.length + 2,
          'HTTP/1.1 200 OK\r\n\r\n'.length,
        );
        const headers = Object.fromEntries(
          Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
        );
        resolve({ status: response.statusCode ?? 0, headers, body, bytes: head + body.length });
      });
    }).on('error', reject);
  });
}

async function startBareHttp(folder: string): Promise<Server> {
  const script = fileURLToPath(new URL('bare-http.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (text) => resolve(String(text).trim())),
  );
  return { name: 'node:http', url: `http://127.0.0.1:${port}/story.html`, end: () => child.kill() };
}

/** One worker: one process beside one process. Nothing when nginx is not installed. */
async function startNginx(folder: string, plain: Answer): Promise<Server[]> {
  if (!nginxVersion()) {
    say('nginx is not installed and is left out. On Debian: apt-get install nginx-light');
    return [];
  }
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), nginxConf(folder, port, plain));
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = `http://127.0.0.1:${port}/story.html`;
  await untilItAnswers(url, child);
  return [{ name: 'nginx', url, end: () => child.kill('SIGTERM') }];
}

/** Its best known way for this: packed beforehand, descriptors kept open, no log; with the head that Crier sends. */
function nginxConf(folder: string, port: number, plain: Answer): string {
  const itself = [
    'content-type',
    'content-length',
    'etag',
    'last-modified',
    'date',
    'connection',
    'keep-alive',
    'vary',
  ];
  const added = Object.entries(plain.headers)
    .filter(([name]) => !itself.includes(name))
    .map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`);
  return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr error;
events { worker_connections 1024; multi_accept on; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  tcp_nodelay on;
  keepalive_timeout 65;
  keepalive_requests 100000000;
  open_file_cache max=16 inactive=600s;
  open_file_cache_valid 600s;
  server_tokens off;
  gzip_static on;
  gzip_vary on;
  types { text/html html; }
  charset utf-8;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    ${added.join('\n    ')}
  }
}
`;
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said}`);
    const answered = await ask(url, {}).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`nginx gave no answer: ${said}`);
}

/** No race is fair unless all carry the same weight. */
async function compare(server: Server, expected: Record<Form, Answer>): Promise<void> {
  for (const form of ['gzip', 'plain'] as const) {
    const answer = await ask(server.url, asking[form]);
    const same = answer.status === 200 && answer.body.equals(expected[form].body);
    const near = Math.abs(answer.bytes - expected[form].bytes) < 0.05 * expected[form].bytes;
    if (!same || !near) throw new Error(`${server.name} does not send the same ${form} answer`);
    say(`${server.name} sends ${answer.bytes} bytes ${form}, ${answer.body.length} of them body`);
  }
}

async function takeTurns(servers: Server[]): Promise<Map<string, number[]>> {
  const rates = new Map<string, number[]>();
  say(`load by ${loader}`);
  for (const server of servers) await answersASecond(server.url, asking.gzip, 1); // warm
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const form of ['gzip', 'plain'] as const) {
      for (const server of servers) {
        const rate = await answersASecond(server.url, asking[form], SECONDS);
        const key = `${server.name} ${form}`;
        rates.set(key, [...(rates.get(key) ?? []), rate]);
        say(`round ${round}: ${key} ${rate.toFixed(0)} a second`);
      }
    }
  }
  return rates;
}

function resultsOf(rates: Map<string, number[]>, servers: Server[]): Result[] {
  const median = (name: string, form: Form) => medianOf(rates.get(`${name} ${form}`) ?? []);
  const peers: Record<string, string> = { nginx: nginxVersion() ?? '', 'node:http': process.version };
  const unit = 'pages/s';
  const beside = servers.slice(1).flatMap(({ name }) =>
    (['gzip', 'plain'] as const).map((form) =>
      resultOf({
        ...{ name: `story page, ${form}`, value: median('Crier', form), unit, better: 'more' },
        ...{ peer: name, peerVersion: peers[name] ?? '', peerValue: median(name, form) },
      }),
    ),
  );
  const far = resultOf({
    name: 'story page, gzip',
    value: median('Crier', 'gzip'),
    unit,
    better: 'more',
    ...GHOST,
  });
  return [...beside, far];
}

function nginxVersion(): string | null {
  const { stderr, error } = spawnSync('nginx', ['-v'], { encoding: 'utf8' });
  return error ? null : (/nginx\/([\d.]+)/.exec(stderr)?.[1] ?? 'unknown');
}
