/** The parts of an open story's page that show something else than it has: what is sent in place of the page. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Desk, Visit } from '../door/editor-route.ts';
import { param, query } from '../door/form-fields.ts';
import { PublishActs } from './publish-acts.tsx';
import { Changed, FindingsBeside } from './story-beside.tsx';
import { GoesOut, NoticeAlone } from './story-goes-out.tsx';
import { Gate } from './story-page.tsx';
import { PublishGate } from './story-panels.tsx';
import { Remarks } from './story-remarks.tsx';
import { partProps } from './story-show.ts';
import { Statements } from './story-statements.tsx';
import { Suggestions } from './story-suggestions.tsx';
import type { StoryPartProps } from './story-view.ts';

/** By the id that each has on the page. */
const parts: Readonly<Record<string, (props: StoryPartProps) => JSX.Element | null>> = {
  gate: Gate,
  changed: Changed,
  findings: FindingsBeside,
  statements: Statements,
  remarks: Remarks,
  suggestions: Suggestions,
  'publish-gate': PublishGate,
  'publish-goes-out': GoesOut,
  'publish-acts': PublishActs,
  'correct-changes': NoticeAlone,
};

/** `known` names parts with the stamps they have: 'gate.1a2b,statements.3c4d'. Answers with the markup of those that differ, by id. */
export async function showParts(
  { newsroom }: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Promise<FastifyReply> {
  const known = query(request, 'known').split(',');
  const props = await partProps(newsroom, visit, { storyId: param(request, 'storyId'), look: true });
  const changed: Record<string, string> = {};
  for (const [id, Part] of Object.entries(parts)) {
    const stamp = known.find((one) => one.startsWith(`${id}.`))?.slice(id.length + 1);
    if (stamp === undefined) continue;
    const markup = renderToString(<Part {...props} />);
    if (!markup.includes(`data-stamp="${stamp}"`)) changed[id] = markup;
  }
  return reply.send(changed);
}
