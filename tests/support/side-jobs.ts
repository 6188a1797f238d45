/** What a helper of a test does (src/kit/side-process.ts). */

import { refuse } from '../../src/kit/refusal.ts';
import { serveHelper } from '../../src/kit/side-work.ts';

serveHelper({
  async length({ bytes }) {
    return { pid: process.pid, length: bytes.length, last: bytes.at(-1) };
  },
  async environment() {
    return { names: Object.keys(process.env), ready: process.ppid };
  },
  hang: () => new Promise(() => {}),
  async crash() {
    process.kill(process.pid, 'SIGSEGV');
    await new Promise(() => {});
  },
  async fail({ argument }) {
    throw new Error(String(argument));
  },
  async no() {
    return refuse('too-large', { words: 'Far too large.', fields: { picture: 'Smaller, please.' } });
  },
  async parts({ argument, give }) {
    for (let at = 0; at < Number(argument); at += 1) await give(`part ${at}`, Buffer.alloc(at, at));
    return 'all';
  },
});
