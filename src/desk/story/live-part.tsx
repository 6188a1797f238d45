/**
 * A part of the story's page that follows what others do. It carries a stamp of what it shows: an open page asks with the
 * stamps it has, and is sent what shows something else now, see story-parts.tsx.
 */
import { createHash } from 'node:crypto';
import { type ComponentChildren, Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { SafeHtml } from '../../kit/safe-html.ts';
import { markup } from '../../views/markup.ts';
import type { StoryPageProps } from './story-view.ts';

export interface LivePartProps extends Pick<StoryPageProps, 'story' | 'frame'> {
  id: string;
  class?: string;
  /** Within a line of words. */
  inline?: boolean;
  children: ComponentChildren;
}

export function LivePart({ id, story, frame, inline, children, ...rest }: LivePartProps) {
  const html = renderToString(h(Fragment, null, children)) as SafeHtml;
  const place = {
    id,
    'data-live': 'stories',
    'data-of-story': story.id,
    'data-live-from': partsPath(story.id),
    'data-stamp': stampOf(html.replaceAll(frame.form, '')), // the form token is another with every look
  };
  const inner = markup(html);
  return inline ? <span {...rest} {...place} {...inner} /> : <div {...rest} {...place} {...inner} />;
}

export const partsPath = (storyId: string): string => `/desk/stories/${storyId}/parts`;

function stampOf(html: string): string {
  return createHash('sha256').update(html).digest('base64url').slice(0, STAMP);
}

const STAMP = 12; // characters, of six bits each: two states of one part never share one
