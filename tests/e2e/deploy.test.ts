/** The files that are handed out for running Crier, held against the programs that read them, and a release that runs as it is. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { spawnCrier } from './support/crier.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'crier-deploy-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const handedOut = (name: string) => readFileSync(join(root, 'deploy', name), 'utf8');
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

describe('files that are handed out', () => {
  test.skipIf(!has('systemd-analyze'))(
    'the unit is one that systemd reads, and keeps Crier to what it needs',
    () => {
      const unit = join(scratch, 'crier.service');
      writeFileSync(
        unit,
        handedOut('crier.service')
          .replace('/opt/crier/dist', join(root, 'dist'))
          .replace('/usr/bin/node', process.execPath),
      );
      const verified = spawnSync('systemd-analyze', ['verify', '--man=no', unit], { encoding: 'utf8' });
      expect(verified.stderr.split('\n').filter((line) => line.includes('crier.service'))).toEqual([]);
      const judged = spawnSync('systemd-analyze', ['security', '--offline=yes', '--no-pager', unit], {
        encoding: 'utf8',
      });
      const exposure = Number(/Overall exposure level for crier.service: ([\d.]+)/.exec(judged.stdout)?.[1]);
      expect(exposure).toBeLessThan(2); // of 10; a unit that says nothing has 9.6
    },
  );

  test.skipIf(!has('caddy'))('the Caddyfile is one that Caddy reads', () => {
    const file = join(scratch, 'Caddyfile');
    writeFileSync(file, handedOut('Caddyfile'));
    const env = { ...process.env, HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch };
    const adapted = spawnSync('caddy', ['adapt', '--config', file, '--validate'], { encoding: 'utf8', env });
    expect(adapted.status).toBe(0);
    expect(adapted.stdout).toContain('"flush_interval":-1');
  });

  test('the container has two stages, ends as nobody in particular, and looks after itself', () => {
    const lines = handedOut('Containerfile').split('\n');
    expect(lines.filter((line) => line.startsWith('FROM '))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
    expect(last.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true);
    for (const [, from] of last.join('\n').matchAll(/COPY --from=build ((?:\/crier\/[\w.-]+ ?)+)/g))
      for (const path of from?.trim().split(' ') ?? [])
        expect(existsSync(join(root, path.replace('/crier/', '')))).toBe(true);
  });
});

test.skipIf(!has('docker-compose'))(
  'the compose file is one that compose reads, and every place that Crier writes to is a volume of its user',
  () => {
    for (const name of ['compose.yaml', 'Containerfile'])
      writeFileSync(join(scratch, name), handedOut(name).replace('context: ..', 'context: .'));
    writeFileSync(join(scratch, 'database-password'), 'a secret');
    const words = ['-f', join(scratch, 'compose.yaml'), 'config'];
    const read = spawnSync('docker-compose', words, { encoding: 'utf8' });
    expect(read).toMatchObject({ status: 0, stderr: '' });
    expect(read.stdout).toContain('read_only: true');
    const written = [...read.stdout.matchAll(/- (?:data|backups):(\/\w+):rw/g)].map(([, place]) => place);
    expect(written).toEqual(['/data', '/backups']);
    expect(handedOut('Containerfile')).toContain(`chown node:node ${written.join(' ')}`);
  },
);

test('a release runs where it is unpacked, without building, and names what is in it', async () => {
  const made = execFileSync(process.execPath, [join(root, 'tools/release.mjs'), scratch], {
    encoding: 'utf8',
  }).trim();
  execFileSync('sha256sum', ['--check', '--quiet', `${made}.sha256`], { cwd: scratch });
  execFileSync('tar', ['-xzf', made, '-C', scratch]);
  const folder = made.replace(/\.tar\.gz$/, '');
  const { components } = JSON.parse(readFileSync(join(folder, 'sbom.json'), 'utf8')) as {
    components: { name: string }[];
  };
  const names = components.map(({ name }) => name);
  for (const bundled of ['fastify', 'kysely', 'sharp']) expect(names).toContain(bundled);
  expect(existsSync(join(folder, 'node_modules/esbuild'))).toBe(false);
  const crier = await spawnCrier({ program: join(folder, 'dist/main.js') });
  expect((await fetch(`${crier.address}/healthz`)).status).toBe(200);
  await crier.stop();
});
