// Makes a release: a tarball that runs without building, with what is compiled for this machine, a list of what is in it
// (CycloneDX) and its digest.   node tools/release.mjs [FOLDER]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const into = resolve(process.argv[2] ?? join(root, 'release'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const name = `crier-${version}-${process.platform}-${process.arch}-node${process.versions.modules}`;
const shipped = [
  'dist',
  'bin',
  'tools',
  'docs',
  'deploy',
  'package.json',
  'package-lock.json',
  'LICENSE',
  'README.md',
  'CHANGES.md',
  'SECURITY.md',
];

const run = (program, words, cwd) =>
  execFileSync(program, words, { cwd, stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 26 });

if (!existsSync(join(root, 'dist/crier.cjs'))) throw new Error('build first: npm run build');
const beside = mkdtempSync(join(tmpdir(), 'crier-release-'));
try {
  const folder = join(beside, name);
  mkdirSync(folder);
  for (const each of shipped)
    if (existsSync(join(root, each))) cpSync(join(root, each), join(folder, each), { recursive: true });
  // What was installed here, without what only builds: nothing is fetched, and what is compiled is this machine's.
  cpSync(join(root, 'node_modules'), join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  run('npm', ['prune', '--omit=dev', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  // Libraries that are bundled into dist are among those for building: the list names all of them.
  writeFileSync(
    join(folder, 'sbom.json'),
    run('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], root),
  );
  mkdirSync(into, { recursive: true });
  const file = join(into, `${name}.tar.gz`);
  // The same sources give the same bytes: names in order, no times and no owners.
  run(
    'tar',
    ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '-czf', file, name],
    beside,
  );
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
  writeFileSync(`${file}.sha256`, `${digest}  ${name}.tar.gz\n`);
  cpSync(join(folder, 'sbom.json'), join(into, `${name}.sbom.json`));
  process.stdout.write(`${file}\n`);
} finally {
  rmSync(beside, { recursive: true, force: true });
}
