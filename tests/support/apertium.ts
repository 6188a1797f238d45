/** Apertium itself: the server that Debian packs, started on loopback for a test and ended with it. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';

const MODES = '/usr/share/apertium/modes'; // what every pair that is installed leaves there
const PAIR = 'apertium-eng-spa';

/** The program, where it is installed with the pair from Spanish to English; `npm test` looks for it. */
export const apertiumProgram = existsSync(`${MODES}/spa-eng.mode`)
  ? (process.env.CRIER_TEST_APERTIUM ?? '')
  : '';

export interface ApertiumServer {
  address: string;
  /** 'apertium-eng-spa 0.8.1-2' */
  version: string;
  stop(): Promise<void>;
}

export async function startApertium(): Promise<ApertiumServer> {
  const port = await freePort();
  const server = spawn(apertiumProgram, ['--port', String(port), '--num-processes', '1', MODES], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const address = `http://127.0.0.1:${port}`;
  for (let looked = 0; !(await answers(address)); looked += 1) {
    if (looked > 300 || server.exitCode !== null) throw new Error('apertium-apy did not start');
    await wait(100);
  }
  return {
    address,
    version: execFileSync('dpkg-query', ['--show', `--showformat=\${Package} \${Version}`, PAIR], {
      encoding: 'utf8',
    }),
    async stop() {
      server.kill();
      await ended;
    },
  };
}

const answers = (address: string): Promise<boolean> =>
  fetch(`${address}/listPairs`).then(
    ({ ok }) => ok,
    () => false, // not yet
  );
