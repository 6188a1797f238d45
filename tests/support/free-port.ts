/** A port for a server of a test's own, which is told its port before it listens, and comes back to it after it was killed. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below those that systems hand to outgoing connections (32768 and up on Linux): one of these would take it while nobody listens.
const FIRST = 12_000;
const LAST = 32_000;
const TRIES = 50;

/** A port nobody listens on at this moment; throws the last refusal where none is found. */
export async function freePort(): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = randomInt(FIRST, LAST);
    try {
      await listenOnce(port);
      return port;
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
  }
}

function listenOnce(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, () => server.close(() => resolve()));
  });
}
