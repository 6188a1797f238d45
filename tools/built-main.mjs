#!/usr/bin/env node
// dist/main.js: runs the built newsroom, with what V8 made of it before. Functions that a start does not call stay unread, and
// those that it calls need not be compiled again. The code is kept by the build (tools/keep-code.mjs); V8 refuses what
// another version made, and then compiles as ever.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';

/** Loads the newsroom, or `check.cjs`: the one verb that is built apart, since it needs no newsroom. */
export function load(name = 'crier.cjs') {
  const file = fileURLToPath(new URL(`./${name}`, import.meta.url));
  const kept = `${file}.code`;
  // Who checks one piece asks most patterns a few times: V8 compiles each for a first look and then anew for more. Once will do.
  if (name === 'check.cjs') v8.setFlagsFromString('--no-regexp-tier-up');
  // What a start makes stays. The space for what is young would grow with it to 16 MB, of which V8 gives nothing back.
  else v8.setFlagsFromString('--semi-space-growth-factor=1');
  const source = readFileSync(file, 'latin1'); // it is ASCII (tools/ascii-only.mjs), which V8 keeps at a byte a letter
  const script = new vm.Script(source, {
    filename: file,
    cachedData: existsSync(kept) ? readFileSync(kept) : undefined,
  });
  const module = { exports: {} };
  script.runInThisContext()(
    module.exports,
    createRequire(file),
    module,
    file,
    dirname(file),
    (name) => import(name),
  );
  return { script, kept, run: module.exports.run ?? module.exports.runAlone };
}

const START_LASTS = 10_000; // ms; from then on the space for what is young grows where there is much to do, as ever

// Whoever keeps the code imports this file and runs what it loads.
if (
  process.argv[1] &&
  import.meta.url.endsWith('/main.js') &&
  !/keep-(?:check-)?code\.mjs$/.test(process.argv[1])
) {
  setTimeout(() => v8.setFlagsFromString('--semi-space-growth-factor=2'), START_LASTS).unref();
  process.exitCode = await load(process.argv[2] === 'check' ? 'check.cjs' : 'crier.cjs').run(
    process.argv.slice(2),
  );
}
