/** Servers of HTTP/2 that others made, as push services to send to: nginx, h2o and nghttpd from Debian's packages, on loopback. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { RequestBody } from '../../src/push/http2-stream.ts';
import { freePort } from './free-port.ts';
import { selfSigned } from './push-service.ts';

export interface Peer {
  origin: string;
  /** PEM of the certificate to believe. */
  ca: string;
  end(): Promise<void>;
}

/** What each answers to a POST: nginx 201, h2o knows no such file, nghttpd sends back what it got. */
export const peers = {
  nginx: { program: 'nginx', ask: '-v', answers: 201, start: startNginx },
  h2o: { program: 'h2o', ask: '--version', answers: 404, start: startH2o },
  nghttpd: { program: 'nghttpd', ask: '--version', answers: 200, start: startNghttpd },
} as const;

export const isHere = (name: keyof typeof peers): boolean =>
  spawnSync(peers[name].program, [peers[name].ask]).error === undefined;

/** A body that is there already. */
export function asBody(bytes: Buffer | string): RequestBody {
  const body = Buffer.from(bytes);
  return { length: body.length, put: (into, at) => void into.set(body, at) };
}

interface Ground {
  folder: string;
  port: number;
}

async function started(run: (ground: Ground) => ChildProcess): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-peer-'));
  const { key, cert: certificate } = selfSigned();
  chmodSync(folder, 0o755); // some of them work as another user when this one is root
  mkdirSync(join(folder, 'root'));
  chmodSync(join(folder, 'root'), 0o755);
  writeFileSync(join(folder, 'key.pem'), key);
  writeFileSync(join(folder, 'cert.pem'), certificate);
  const port = await freePort();
  const child = run({ folder, port });
  await untilItAnswers(port, certificate, child);
  return {
    origin: `https://127.0.0.1:${port}`,
    ca: certificate,
    async end() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `requests`: after how many it ends a connection, with a goodbye. */
function startNginx({ requests = 1_000 } = {}): Promise<Peer> {
  return started(({ folder, port }) => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const conf = `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr error;
events { worker_connections 256; }
http {
  access_log off;
  keepalive_requests ${requests};
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port} ssl http2;
    ssl_certificate ${folder}/cert.pem;
    ssl_certificate_key ${folder}/key.pem;
    location / { return 201; }
  }
}
`;
    writeFileSync(join(folder, 'nginx.conf'), conf);
    return spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  });
}

function startH2o(): Promise<Peer> {
  return started(({ folder, port }) => {
    const conf = `
listen:
  host: 127.0.0.1
  port: ${port}
  ssl:
    certificate-file: ${folder}/cert.pem
    key-file: ${folder}/key.pem
num-threads: 1
hosts:
  default:
    paths:
      /:
        file.dir: ${folder}/root
`;
    writeFileSync(join(folder, 'h2o.conf'), conf);
    return spawn('h2o', ['-c', join(folder, 'h2o.conf')], { stdio: 'ignore' });
  });
}

function startNghttpd(): Promise<Peer> {
  return started(({ folder, port }) => {
    const args = ['--address=127.0.0.1', '--echo-upload', `--htdocs=${folder}/root`];
    return spawn('nghttpd', [...args, String(port), join(folder, 'key.pem'), join(folder, 'cert.pem')], {
      stdio: 'ignore',
    });
  });
}

async function untilItAnswers(port: number, ca: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended`);
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
  throw new Error(`${child.spawnfile} gave no answer`);
}
