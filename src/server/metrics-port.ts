/** `/metrics` on a port of its own, so that no proxy before the paper lets it out by mistake. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Newsroom } from '../newsroom.ts';

export interface MetricsPort {
  address: string;
  close(): Promise<void>;
}

/** Listens there; throws where it may not. */
export async function openMetricsPort(newsroom: Newsroom, port: number): Promise<MetricsPort> {
  const { metricsHost: host } = newsroom.settings;
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void newsroom.meter.read().then(
      (read) => response.writeHead(200, { 'content-type': read?.type ?? 'text/plain' }).end(read?.text ?? ''),
      (error: unknown) => {
        newsroom.log.error('metrics could not be read', { error });
        response.writeHead(500).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    address: `http://${host}:${(server.address() as AddressInfo).port}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
