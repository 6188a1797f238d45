/** Opens a connection to a push service: HTTP/2 where it can, else HTTP/1.1 with sockets kept open. */
import { isIP } from 'node:net';
import { type TLSSocket, connect as tlsConnect } from 'node:tls';
import { SECOND } from '../kit/clock.ts';
import { isPublicAddress } from '../kit/public-address.ts';
import { REFUSED } from './address-guard.ts';
import { type Connection, type Reach, tlsOptions } from './connection.ts';
import { http1Connection } from './http1-connection.ts';
import { http2Connection } from './http2-connection.ts';
import { Inlet } from './inlet.ts';
import { nodeHttp2Connection } from './node-http2-connection.ts';

const CONNECT_TIMEOUT = 10 * SECOND;

/**
 * Connects, and agrees on the protocol with the service (ALPN). `useNode`: with Node's own client of HTTP/2, for a service that
 * ours does not get on with.
 */
export async function openConnection(reach: Reach, { useNode = false } = {}): Promise<Connection> {
  const url = new URL(reach.origin);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!reach.trusted && (url.protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host))))
    throw Object.assign(new Error('not on the public internet'), { code: REFUSED });
  if (url.protocol === 'http:') return http1Connection(reach, url);
  const inlet = useNode ? null : new Inlet();
  const socket = await openTls(reach, { url, host, inlet });
  if (socket.alpnProtocol === 'h2')
    return inlet ? http2Connection(reach, socket, inlet) : nodeHttp2Connection(reach, socket);
  socket.destroy();
  return http1Connection(reach, url);
}

interface Place {
  url: URL;
  host: string;
  /** What takes in what comes; null for who reads the socket as a stream. */
  inlet: Inlet | null;
}

function openTls(reach: Reach, { url, host, inlet }: Place): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = tlsConnect({
      ...tlsOptions(reach),
      host,
      port: Number(url.port || 443),
      ...(isIP(host) ? {} : { servername: host }),
      ALPNProtocols: ['h2', 'http/1.1'],
      ...(inlet ? { onread: inlet.onread } : {}),
    });
    socket.setNoDelay(true);
    const timer = setTimeout(() => socket.destroy(new Error('connecting took too long')), CONNECT_TIMEOUT);
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
