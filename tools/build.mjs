// Builds what runs: the browser's scripts and styles into dist/browser, and, unless --browser, the server into dist.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildServer } from './build-server.mjs';
import { fontFaces } from './font-faces.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist/browser');

const entries = {
  site: 'src/browser/site.ts',
  banner: 'src/browser/banner.ts',
  alerts: 'src/browser/alerts.ts',
  'own-alerts': 'src/browser/own-alerts.ts',
  desk: 'src/browser/desk.ts',
  'desk-front': 'src/browser/desk-front.ts',
  editor: 'src/browser/editor.ts',
  translation: 'src/browser/translation.ts',
  entries: 'src/browser/entries.ts',
  'site-style': 'src/site/site.css',
  'desk-style': 'src/desk/desk.css',
};

async function buildBrowser() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const shared = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  };
  const hashed = await build({
    ...shared,
    entryPoints: Object.entries(entries).map(([name, path]) => ({ in: path, out: name })),
    outdir: out,
    entryNames: '[name]-[hash]',
    assetNames: 'fonts/[name]-[hash]',
    loader: { '.woff2': 'file' },
    plugins: [fontFaces(root)],
    metafile: true,
  });
  // A service worker keeps one address for ever: browsers update it by comparing bytes.
  await build({
    ...shared,
    format: 'iife',
    entryPoints: ['src/browser/service-worker.ts'],
    outfile: join(out, 'service-worker.js'),
  });
  writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifestOf(hashed.metafile), null, 1));
  for (const name of readdirSync(out)) if (/\.(js|css)$/.test(name)) pack(join(out, name));
}

/** Beside each script and style the same packed once and for all, as small as it gets: server/static-files.ts sends it. */
function pack(path) {
  const bytes = readFileSync(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

function manifestOf(metafile) {
  const names = Object.fromEntries(Object.entries(entries).map(([name, path]) => [path, name]));
  const files = {};
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (output.entryPoint && names[output.entryPoint]) files[names[output.entryPoint]] = basename(path);
  }
  return files;
}

await buildBrowser();
if (!process.argv.includes('--browser')) {
  const dist = join(root, 'dist');
  await buildServer({ root, out: dist });
  // Only starts are slower without: a build in a cage where nothing may listen is whole all the same.
  const keep = (name) =>
    spawnSync(process.execPath, [join(root, 'tools', name)], { stdio: 'inherit' }).status === 0;
  if (!['keep-code.mjs', 'keep-check-code.mjs'].map(keep).every(Boolean))
    process.stderr.write('What V8 compiles could not be kept: starts take longer.\n');
  writeFileSync(join(dist, '.built'), ''); // bin/crier compares it with the sources
}
