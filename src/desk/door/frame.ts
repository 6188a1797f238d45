/** What every page of the desk knows besides its own subject, and how a page is sent. */
import type { FastifyReply } from 'fastify';
import { listToAgree } from '../../alerts/standby.ts';
import { findStop } from '../../alerts/stop.ts';
import { asking, type Newsroom } from '../../newsroom.ts';
import { countMentions } from '../../remarks/mentions.ts';
import { countWaiting } from '../../replies/count-waiting.ts';
import { countGivenUp } from '../../runner/given-up.ts';
import { covers } from '../../staff/roles.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { render } from '../../views/document.tsx';
import type { DeskFrame } from '../views/desk-layout.tsx';
import { dayAndTime, type PageTime } from '../views/words.ts';
import { readBell } from './bell.ts';
import type { Visit } from './editor-route.ts';

export interface PageContext {
  frame: DeskFrame;
  when: PageTime;
  /** The paper's own language: what a new story is written in. */
  language: string;
}

/** The frame of a page for this visit. */
export async function openPage(newsroom: Newsroom, visit: Visit): Promise<PageContext> {
  const { id, name, role } = visit.staff;
  const ask = asking(newsroom);
  const isEditor = covers(role, 'editor');
  const [masthead, stop, held, toAgree, givenUp, bell, called] = await Promise.all([
    findMasthead(ask),
    findStop(ask),
    countWaiting(ask),
    isEditor ? listToAgree(ask) : [],
    isEditor ? countGivenUp(ask) : 0,
    readBell(ask, visit.staff.id),
    countMentions(ask, id),
  ]);
  const when: PageTime = { now: newsroom.clock.now(), zone: masthead?.timeZone ?? 'UTC' };
  return {
    frame: {
      staff: { name, role },
      form: visit.form,
      ...(masthead ? { paper: masthead.name } : {}),
      held,
      called,
      toAgree,
      givenUp,
      bell,
      ...(stop ? { stopped: { since: dayAndTime(stop.at, when), byName: stop.byName } } : {}),
    },
    when,
    language: masthead?.language ?? 'en',
  };
}

export function sendPage(reply: FastifyReply, page: Parameters<typeof render>[0]): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(render(page));
}
