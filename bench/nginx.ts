/** One nginx worker that answers 201 to everything over TLS, with HTTP/2 and HTTP/1.1: the push service of the benches. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { freePort } from '../tests/e2e/support/crier.ts';

export interface Service {
  name: string;
  origin: string;
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
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function nginxConf(folder: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
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
  ${temporary.join('\n  ')}
  server {
    listen 127.0.0.1:${port} ssl http2;
    ssl_certificate ${folder}/cert.pem;
    ssl_certificate_key ${folder}/key.pem;
    ssl_session_cache shared:push:10m;
    add_header location https://127.0.0.1:${port}/m/1;
    location / { return 201; }
  }
}
`;
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
