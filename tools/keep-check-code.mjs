// Checks a piece with what was built, and keeps what V8 has compiled by then: dist/check.cjs.code. In a process of its own, for
// tools/build.mjs, as keep-code.mjs does for the newsroom.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../dist/main.js';

const piece = `The ferry stays for a winter

By Maria Leontis

PYLI (UPI) — The council voted on Tuesday, Nov. 24, 2026, to keep the ferry, Mayor Nikos Vlahos said. “Nobody was asked,” said
Anna Kosta, who heads the “Harbour” group. It costs $1.2 million a year, according to the ministry.

Vlahos told The Harbour Post that he would not comment.
`;

const folder = mkdtempSync(join(tmpdir(), 'crier-check-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.stdout.write = () => true; // what it finds is for nobody
process.stderr.write = () => true;
const file = join(folder, 'piece.txt');
writeFileSync(file, piece);

const { script, kept, run } = load('check.cjs');
await run(['check', file, '--json']);
await run(['check', file]);
writeFileSync(kept, script.createCachedData());
chmodSync(kept, 0o644);
process.exit(0);
