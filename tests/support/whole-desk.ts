/** The desk as the server has it: every route, and forms with files. */
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { Desk } from '../../src/desk/door/editor-route.ts';
import { deskDoor } from '../../src/desk/routes.ts';
import type { Role } from '../../src/staff/roles.ts';
import { openSignIn } from '../../src/staff/sign-in.ts';
import { openDoor, signedIn, type Visitor } from './door.ts';
import type { TestNewsroom } from './newsroom.ts';

export interface WholeDesk {
  app: FastifyInstance;
  /** Someone new with this role, signed in. */
  signedIn(role: Role, name?: string): Promise<Visitor>;
}

export async function openWholeDesk(newsroom: TestNewsroom): Promise<WholeDesk> {
  const desk: Desk = { newsroom, signIn: openSignIn(newsroom) };
  const app = await openDoor(
    newsroom,
    async (door) => {
      await door.register(multipart, { limits: { fileSize: 68_000_000, files: 20 } });
      await deskDoor(desk)(door, {});
    },
    '/desk',
  );
  return { app, signedIn: (role, name) => signedIn(app, desk, role, name) };
}
