/** One nginx worker that answers 201 to everything over TLS, with HTTP/2 and HTTP/1.1: the push service of the benches. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { freePort } from '../tests/support/free-port.ts';

export interface Service {
  name: string;
  origin: string;
  /** How many messages came so far; of nginx alone. */
  asked: () => Promise<number>;
  end: () => Promise<void>;
}

/** `folder` holds key.pem and cert.pem, and takes what nginx writes. */
export async function startNginx(folder: string, ca: string): Promise<Service> {
  const version = spawnSync('nginx', ['-v'], { encoding: 'utf8' });
  if (version.error) throw new Error('this bench needs nginx. On Debian: apt-get install nginx-light');
  chmodSync(folder, 0o755); // nginx's worker is another user when this one is root
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), nginxConf(folder, port));
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilItAnswers(port, ca, child);
  return {
    name: version.stderr.trim().replace(/^.*nginx\//, 'nginx '),
    origin: `https://127.0.0.1:${port}`,
    asked: () => requestsAt(port, ca),
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function nginxConf(folder: string, port: number): string {
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
  ${temporaryIn(folder)}
  server {
    listen 127.0.0.1:${port} ssl http2;
    ssl_certificate ${folder}/cert.pem;
    ssl_certificate_key ${folder}/key.pem;
    ssl_session_cache shared:push:10m;
    add_header location https://127.0.0.1:${port}/m/1;
    location / { return 201; }
    location = /asked { stub_status; }
  }
}
`;
}

const temporaryIn = (folder: string): string =>
  ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n  ');

/** All requests that nginx has had; the question itself is one of them. */
async function requestsAt(port: number, ca: string): Promise<number> {
  const said = await new Promise<string>((resolve, reject) => {
    const asking = get({ host: '127.0.0.1', port, path: '/asked', ca, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => {
        text += part.toString('latin1');
      });
      answer.on('end', () => resolve(text));
    });
    asking.on('error', reject);
  });
  const requests = said.match(/^ \d+ \d+ (\d+) $/m)?.[1];
  if (requests === undefined) throw new Error(`nginx did not say how much it was asked: ${said}`);
  return Number(requests);
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

export interface Nchan {
  name: string;
  port: number;
  end: () => Promise<void>;
}

/** One worker with nchan, which tells whoever hears at /hear what is posted to /tell, as server-sent events. */
export async function startNchan(folder: string): Promise<Nchan> {
  const module = process.env.CRIER_BENCH_NCHAN ?? NCHAN;
  const version = spawnSync('nginx', ['-v'], { encoding: 'utf8' });
  if (version.error || !existsSync(module))
    throw new Error('this bench needs nchan. On Debian: apt-get install libnginx-mod-nchan');
  chmodSync(folder, 0o755); // nginx's worker is another user when this one is root
  const port = await freePort();
  writeFileSync(join(folder, 'nchan.conf'), nchanConf({ folder, port, module }));
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nchan.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilItListens(port, child);
  return {
    name: version.stderr.trim().replace(/^.*nginx\//, 'nginx '),
    port,
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

const NCHAN = '/usr/lib/nginx/modules/ngx_nchan_module.so'; // where Debian's package puts it

function nchanConf({ folder, port, module }: { folder: string; port: number; module: string }): string {
  return `
load_module ${module};
daemon off;
worker_processes 1;
worker_rlimit_nofile 20000;
pid ${folder}/nchan.pid;
error_log stderr error;
events { worker_connections 19000; }
http {
  access_log off;
  tcp_nodelay on;
  nchan_shared_memory_size 256m;
  ${temporaryIn(folder)}
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location = /hear { nchan_subscriber eventsource; nchan_channel_id front; nchan_subscriber_first_message newest; }
    location = /tell { nchan_publisher; nchan_channel_id front; nchan_eventsource_event front; }
  }
}
`;
}

async function untilItListens(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 250; tries += 1) {
    if (child.exitCode !== null) throw new Error('nginx ended');
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nginx gave no answer');
}
