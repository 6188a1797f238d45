/** What every page of the desk knows besides its own subject, and how a page is sent. */
import type { FastifyReply } from 'fastify';
import { listToAgree } from '../../alerts/standby.ts';
import { findStop } from '../../alerts/stop.ts';
import type { Newsroom } from '../../newsroom.ts';
import { countWaiting } from '../../replies/count-waiting.ts';
import { countGivenUp } from '../../runner/given-up.ts';
import { covers } from '../../staff/roles.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { render } from '../../views/document.tsx';
import type { DeskFrame } from '../views/desk-layout.tsx';
import { dayAndTime, type When } from '../views/words.ts';
import type { Visit } from './editor-route.ts';

export interface Opened {
  frame: DeskFrame;
  when: When;
  /** The paper's own language: what a new story is written in. */
  language: string;
}

/** The frame of a page for this visit. */
export async function openPage(newsroom: Newsroom, visit: Visit): Promise<Opened> {
  const masthead = await findMasthead(newsroom);
  const { name, role } = visit.staff;
  const when: When = { now: newsroom.clock.now(), zone: masthead?.timeZone ?? 'UTC' };
  const stop = await findStop(newsroom);
  return {
    frame: {
      staff: { name, role },
      form: visit.form,
      ...(masthead ? { paper: masthead.name } : {}),
      held: await countWaiting(newsroom),
      toAgree: covers(role, 'editor') ? await listToAgree(newsroom) : [],
      givenUp: covers(role, 'editor') ? await countGivenUp(newsroom) : 0,
      ...(stop ? { stopped: { since: dayAndTime(stop.at, when), byName: stop.byName } } : {}),
    },
    when,
    language: masthead?.language ?? 'en',
  };
}

export function sendPage(reply: FastifyReply, page: Parameters<typeof render>[0]): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(render(page));
}
