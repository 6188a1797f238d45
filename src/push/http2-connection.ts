/** HTTP/2 by our own client, on a socket: what the session says goes out, what comes goes in, and a dead peer is found. */
import type { TLSSocket } from 'node:tls';
import { type Connection, failureText, IDLE, PING_EVERY, PING_TIMEOUT, type Reach } from './connection.ts';
import { Http2Session } from './http2-session.ts';
import type { Inlet } from './inlet.ts';

/** What the socket hears comes by the inlet. */
export function http2Connection(reach: Reach, socket: TLSSocket, inlet: Inlet): Connection {
  let misunderstood = false;
  let lastUsed = reach.now();
  const session = new Http2Session({
    write: (bytes, done) => void socket.write(bytes, done),
    changed: reach.changed,
    over(_why, isMisunderstood) {
      misunderstood = isMisunderstood;
      clearInterval(pulse);
      socket.end();
      socket.destroySoon();
      reach.changed();
    },
    now: reach.now,
  });
  const pulse = setInterval(() => {
    if (session.underWay === 0 && reach.now() - lastUsed > IDLE) return session.end('not needed any more');
    const late = setTimeout(() => {
      session.end('no answer to a ping');
      socket.destroy();
    }, PING_TIMEOUT);
    session.ping(() => clearTimeout(late));
  }, PING_EVERY);
  inlet.open((bytes) => session.receive(bytes));
  const over = (why: string): void => {
    inlet.drain(); // answers that came before the end count, and a goodbye says more than a closed socket
    session.end(why);
  };
  socket.on('error', (error) => over(failureText(error)));
  socket.on('close', () => over('the connection was closed'));

  return {
    multiplies: true,
    get misunderstood() {
      return misunderstood;
    },
    room: () => session.room,
    usable: () => session.usable,
    send(request, answer) {
      lastUsed = reach.now();
      session.send({ common: request.common.fields, path: request.path, body: request.body }, answer);
    },
    sweep: (before) => session.sweep(before),
    close() {
      session.end('the newsroom was shut down');
      socket.destroy();
    },
  };
}
