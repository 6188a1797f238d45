// Builds the server into a few files: one for the newsroom, one for each module that a thread or a process runs, one for each library
// that is loaded at first use. 1,200 files are what a start waited for. What is compiled, and what asks for files of its
// own by name, stays in node_modules.
import { copyFileSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { asciiOnly } from './ascii-only.mjs';
import { lighterLibraries } from './lighter-libraries.mjs';

/** Modules that threads and processes run, flat beside each other: kit/own-module.ts finds them by the last part of their name. */
export const threadModules = [
  'src/push/sender-worker.ts',
  'src/kit/thread-worker.ts',
  'src/wire/arriving/prepare-delivery.ts',
  'src/wire/reading/read-page.ts',
  'src/wire/sources/look-for-feeds.ts',
  'src/store/backup.ts',
  'src/moving/in/reading-thread.ts',
  'src/media/picture-process.ts',
  'src/planning/agency-series.ts',
  'src/planning/read-calendar.ts',
  'src/media/read-elsewhere.ts',
  'src/translation/engines/bergamot-worker.ts',
];

const compiled = ['sharp', 'better-sqlite3'];
const notThere = ['pg-native', 'canvas']; // asked for by libraries that do without
const SLACK = 2_000; // ms; as coarse as the times of some file systems
const needsRequire =
  "import { createRequire as ownRequire } from 'node:module'; const require = ownRequire(import.meta.url);";

/** Builds into `out`; `more` are further modules, by source path, for whoever wants to call verbs of what is built. */
export async function buildServer({ root, out, more = [] }) {
  const began = Date.now();
  const libraries = new Set();
  const shared = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    // esbuild holds that no Node has them, and would write each such pattern as a call that makes it anew wherever it stands.
    supported: { 'regexp-unicode-property-escapes': true },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minifyWhitespace: true, // V8 keeps the text for as long as the newsroom runs
    lineLimit: 200, // so that a stack, which the log tells in the sources' lines, has lines even without a map
    legalComments: 'inline',
    logLevel: 'warning',
    external: [...compiled, ...notThere],
    plugins: [atFirstUse(libraries), lighterLibraries],
  };
  const mapped = { ...shared, sourcemap: 'linked', sourcesContent: false };
  const lives = { 'import.meta.url': 'ownAddress' };
  const says = "const ownAddress = require('node:url').pathToFileURL(__filename).href;";
  await build({
    ...mapped,
    // `check` needs no newsroom, and is run on one file after the other: it does not wait for what it never calls.
    entryPoints: [
      { in: 'src/cli/cli.ts', out: 'crier' },
      { in: 'src/cli/check-alone.ts', out: 'check' },
    ],
    outdir: out,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    define: lives,
    banner: { js: says },
  });
  for (const path of [...threadModules, ...more])
    await build({
      ...mapped,
      entryPoints: [path],
      outdir: out,
      entryNames: '[name]',
      format: 'esm',
      banner: { js: needsRequire },
    });
  for (const name of libraries) await buildLibrary({ name, shared, out });
  for (const name of ['crier.cjs', 'check.cjs']) finish(join(out, name));
  copyFileSync(join(root, 'tools/built-main.mjs'), join(out, 'main.js'));
  removeOlder(out, began);
}

/**
 * What is compiled from kept code may not import for itself (Node forgets for whom): dist/main.js does it for it, and calls what is
 * written as a function, whole, so that V8 keeps the text as it was read and no second one. And that text is to be ASCII.
 */
function finish(file) {
  const { code, map } = asciiOnly(readFileSync(file, 'utf8'), readFileSync(`${file}.map`, 'utf8'));
  const whole = `${ITS_HEAD}${code.replace(/(?<![\w.$])import\("/g, 'ownImport("')}\n})`;
  writeFileSync(file, whole, 'latin1');
  writeFileSync(`${file}.map`, map);
}

const ITS_HEAD = '(function (exports, require, module, __filename, __dirname, ownImport) {'; // on the first line, which the maps know nothing of

/** What an earlier build left that this one did not write. Last, so that a newsroom at work finds its files meanwhile. */
function removeOlder(out, began) {
  for (const name of readdirSync(out)) {
    const isOurs = name === 'browser' || lstatSync(join(out, name)).mtimeMs >= began - SLACK;
    if (!isOurs) rmSync(join(out, name), { recursive: true });
  }
}

const fileOf = (name) => `${name.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '')}.js`;

/** What is imported while the program runs gets a file of its own, beside the one that asks for it. */
function atFirstUse(libraries) {
  return {
    name: 'at first use',
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind !== 'dynamic-import' || path.startsWith('node:') || compiled.includes(path))
          return undefined;
        libraries.add(path);
        return { path: `./${fileOf(path)}`, external: true };
      });
    },
  };
}

/** Gives out the same names as the library itself does in Node. */
async function buildLibrary({ name, shared, out }) {
  const names = Object.keys(await import(name)).filter((each) => each !== 'module.exports');
  await build({
    ...shared,
    plugins: [],
    stdin: {
      contents: `export { ${names.join(', ')} } from '${name}';`,
      resolveDir: shared.absWorkingDir,
    },
    outfile: join(out, fileOf(name)),
    format: 'esm',
    banner: { js: needsRequire },
  });
}
