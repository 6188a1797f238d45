/** A line to a server that can be cut, or go silent, as networks do: bytes go through it until they do not. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CutLine {
  /** The given address, by way of this line. */
  address: string;
  /** Ends every connection, and refuses new ones. */
  cut(): void;
  /** Connections stay, nothing comes through, and nobody is told. */
  silence(): void;
  mend(): void;
  /** Connections opened so far. */
  opened(): number;
  close(): Promise<void>;
}

export async function openCutLine(to: string): Promise<CutLine> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  let state: 'whole' | 'cut' | 'silent' = 'whole';
  let opened = 0;
  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    opened += 1;
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => state === 'whole' && into.write(bytes));
      from.on('error', () => into.destroy());
      from.on('close', () => {
        sockets.delete(from);
        into.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = new URL(to);
  address.hostname = '127.0.0.1';
  address.port = String((server.address() as AddressInfo).port);
  return {
    address: address.href,
    cut() {
      state = 'cut';
      for (const socket of sockets) socket.destroy();
    },
    silence() {
      state = 'silent';
    },
    mend() {
      // What was swallowed cannot be made good: those connections end, as a router that woke up would end them.
      if (state === 'silent') for (const socket of sockets) socket.destroy();
      state = 'whole';
    },
    opened: () => opened,
    async close() {
      state = 'cut';
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
