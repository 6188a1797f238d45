/**
 * Promise: who writes X-Forwarded-For themselves is not believed. Behind the real nginx, with the lines of
 * docs/operating.md as they stand there (it appends), and with the other usual line (it overwrites).
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { LARGEST_MEDIA_FORM } from '../../src/desk/media/media-json.ts';
import { theNewsroomItself as by } from '../../src/newsroom.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';
import { encoded, formHeaders, tokenIn } from '../support/door.ts';
import { freePort } from '../support/free-port.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const NGINX = '/usr/sbin/nginx'; // where Debian, Ubuntu and Alpine put it
const hasNginx = spawnSync(NGINX, ['-v']).status === 0;

/** What stands in the house's own file for nginx, from the size of bodies on. */
const shipped = (
  / {2}client_max_body_size[\s\S]*? {2}\}\n/.exec(readFileSync('deploy/nginx.conf', 'utf8'))?.[0] ?? ''
).replace('http://crier', 'http://127.0.0.1:4000');

let undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const each of undo.toReversed()) await each();
  undo = [];
});

/** A newsroom that listens. */
async function openPaper(proxies: number | string[]): Promise<{ opened: TestServer; port: number }> {
  const opened = await openTestServer({ settings: { proxies, host: '127.0.0.1', port: 0 } });
  undo.push(() => opened.close());
  const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'Europe/Athens' };
  await setUpMasthead(opened.newsroom, { ...paper, contact: 'desk@post.example', by });
  const address = await opened.server.listen();
  return { opened, port: Number(new URL(address).port) };
}

/** nginx in front of that port, with these lines; the answer is the port it listens on. */
async function openNginx(upstream: number, lines: string): Promise<number> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'crier-nginx-'));
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr;
events {}
http {
  access_log off;
  ${paths.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server { listen 127.0.0.1:${port}; ${lines.replaceAll('127.0.0.1:4000', `127.0.0.1:${upstream}`)} }
}
`,
  );
  const nginx: ChildProcess = spawn(NGINX, ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: 'ignore',
  });
  undo.push(async () => {
    const ended = new Promise((resolve) => nginx.once('exit', resolve));
    nginx.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await ask({ port, path: '/healthz' }).catch(() => null);
    if (up?.status === 200) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nginx did not start');
}

interface Asking {
  port: number;
  path: string;
  /** The address that the client has: any of 127.0.0.0/8 is ours. */
  from?: string;
  headers?: Record<string, string>;
  form?: Record<string, string>;
}

function ask({ port, path, from = '127.0.0.1', headers = {}, form }: Asking) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, path, localAddress: from, method: form ? 'POST' : 'GET' },
        headers: { ...(form ? formHeaders : {}), accept: 'text/html', ...headers },
      },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (more: string) => {
          body += more;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      },
    );
    sent.on('error', reject).end(form && encoded(form));
  });
}

/** Wrong passwords, each time from another invented address: how many were looked at. */
async function guesses(port: number, email: string, from: string): Promise<number> {
  const token = tokenIn((await ask({ port, path: '/desk/sign-in', from })).body);
  let looked = 0;
  for (let at = 0; at < 12; at += 1) {
    const forged = `10.9.${at}.1, 203.0.113.${at}`;
    const { status } = await ask({
      ...{ port, path: '/desk/sign-in', from },
      headers: { 'x-forwarded-for': forged, 'x-real-ip': forged },
      form: { _form: token, email, password: `wrong ${at}`, next: '/desk' },
    });
    expect([401, 429]).toContain(status);
    if (status === 401) looked += 1;
  }
  return looked;
}

test('nginx as shipped lets through the largest file that the desk takes', () => {
  const megabytes = Number(/client_max_body_size (\d+)m;/.exec(shipped)?.[1]);
  expect(megabytes * 1024 * 1024).toBeGreaterThanOrEqual(LARGEST_MEDIA_FORM);
});

describe.skipIf(!hasNginx)('behind nginx', () => {
  it.each([
    ['appends', shipped],
    ['overwrites', shipped.replace('$proxy_add_x_forwarded_for', '$remote_addr')],
  ])('that %s, forty invented addresses are one place, and two readers are two', async (_how, lines) => {
    expect(lines).toContain('X-Forwarded-For');
    const { port } = await openPaper(1);
    const front = await openNginx(port, lines);
    expect(await guesses(front, 'anna@post.example', '127.0.0.2')).toBe(6);
    expect(await guesses(front, 'boris@post.example', '127.0.0.2')).toBe(6);
    // Had they all come from one address, or had nobody been told apart, this one would be refused at once.
    expect(await guesses(front, 'anna@post.example', '127.0.0.3')).toBeGreaterThan(0);
  });

  it('and behind a second one in front of it, with two counted', async () => {
    const { port } = await openPaper(2);
    const inner = await openNginx(port, shipped);
    const outer = await openNginx(inner, shipped);
    expect(await guesses(outer, 'anna@post.example', '127.0.0.2')).toBe(6);
    expect(await guesses(outer, 'anna@post.example', '127.0.0.3')).toBeGreaterThan(0);
  });
});

it('with no proxy the header is nobody’s word', async () => {
  const { port } = await openPaper(0);
  expect(await guesses(port, 'anna@post.example', '127.0.0.2')).toBe(6);
});

it('from outside the named networks the header is nobody’s word', async () => {
  const { port } = await openPaper(['10.0.0.0/8']);
  expect(await guesses(port, 'anna@post.example', '127.0.0.2')).toBe(6);
});
