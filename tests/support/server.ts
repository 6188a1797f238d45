/** The whole server of a test newsroom, asked through `inject`, with a fetching follow-up loop that is run by hand. */
import type { FastifyInstance } from 'fastify';
import { type LiveHub, openLiveHub } from '../../src/alerts/live/live-hub.ts';
import { openServer, type Server } from '../../src/server/server.ts';
import { openSignIn, type SignIn } from '../../src/staff/sign-in.ts';
import { openTestNewsroom, type TestNewsroom, type TestParts } from './newsroom.ts';

export interface TestServer {
  newsroom: TestNewsroom;
  server: Server;
  app: FastifyInstance;
  signIn: SignIn;
  liveHub: LiveHub;
  /** Every route of every door, HEAD left out. */
  routes: { method: string; path: string }[];
  close(): Promise<void>;
}

export async function openTestServer(parts: TestParts = {}): Promise<TestServer> {
  const newsroom = await openTestNewsroom(parts);
  const liveHub = openLiveHub(newsroom);
  const signIn = openSignIn(newsroom);
  const server = await openServer({ newsroom, signIn, liveHub });
  return {
    newsroom,
    server,
    app: server.app,
    signIn,
    liveHub,
    routes: server.routes.filter(({ method }) => method !== 'HEAD'),
    async close() {
      await server.close();
      await newsroom.close();
    },
  };
}
