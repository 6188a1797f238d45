/** An address that stays the same while the server behind it changes, as a floating address does at a failover. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Switch {
  port: number;
  /** New connections lead there; those that are open break. */
  turnTo(port: number): void;
  close(): Promise<void>;
}

export async function openSwitch(to: number): Promise<Switch> {
  let target = to;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    turnTo(port) {
      target = port;
      breakAll();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        breakAll();
      }),
  };
}
