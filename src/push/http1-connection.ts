/** HTTP/1.1 to a push service that speaks nothing newer: a pool of sockets kept open. */
import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import type { PushAnswer } from './answer.ts';
import {
  BODY_KEPT,
  bytesOf,
  type Connection,
  failureText,
  IDLE,
  type Reach,
  sweep,
  tlsOptions,
  type UnderWay,
} from './connection.ts';

const SOCKETS = 50; // to one service, from one worker

export function http1Connection(reach: Reach, url: URL): Connection {
  const secure = url.protocol === 'https:';
  const options = {
    keepAlive: true,
    maxSockets: SOCKETS,
    timeout: IDLE,
    ...(secure ? tlsOptions(reach) : {}),
  };
  const agent = secure ? new TlsAgent(options) : new PlainAgent(options);
  const underWay = new Set<UnderWay>();
  let open = true;
  return {
    misunderstood: false,
    multiplies: false, // it is a pool of sockets already
    room: () => SOCKETS - underWay.size,
    usable: () => open,
    send(request, answer) {
      const target = { agent, method: 'POST', headers: request.common.headers, path: request.path };
      const place = { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port || (secure ? 443 : 80) };
      const sent = (secure ? tlsRequest : plainRequest)({ ...target, ...place });
      let timedOut = false;
      const one: UnderWay = {
        since: reach.now(),
        cancel: () => {
          timedOut = true;
          sent.destroy(new Error('no answer in time'));
        },
      };
      underWay.add(one);
      const settle = (said: PushAnswer) => {
        if (!underWay.delete(one)) return;
        answer(said);
        reach.changed();
      };
      sent.on('response', (response) => {
        let body = '';
        const done = () =>
          settle({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], body });
        response.on('data', (part: Buffer) => {
          if (body.length < BODY_KEPT) body += part.toString('latin1');
          else response.destroy();
        });
        response.on('error', () => {}); // 'close' follows
        response.on('close', done); // not 'end': only now is the socket free for the next
      });
      sent.on('error', (error) => {
        if (sent.reusedSocket && !timedOut) leaveIdle(agent);
        settle({ failed: failureText(error), again: !timedOut });
      });
      sent.end(bytesOf(request.body));
    },
    sweep: (before) => sweep(underWay, before),
    close() {
      open = false;
      agent.destroy();
    },
  };
}

/** One idle socket was closed by the service before it told us: those that idled beside it are no better to try again on. */
function leaveIdle(agent: PlainAgent): void {
  for (const socket of Object.values(agent.freeSockets).flatMap((idle) => idle ?? [])) socket.destroy();
}
