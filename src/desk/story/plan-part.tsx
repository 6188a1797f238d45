/** On a story's page: the line of the plan that it was made from. */

import { PaneHead } from '../views/desk-layout.tsx';
import { lacksInWords, timeInWords } from '../views/plan-words.ts';
import { dayAndTime } from '../views/words.ts';
import type { StoryPageProps } from './story-view.ts';

/** What it was planned as, and until when it is due. */
export function Planned({ plan, when }: StoryPageProps) {
  if (!plan) return null;
  const who = plan.assigned?.name ?? 'nobody has it';
  return (
    <>
      <PaneHead>On the plan</PaneHead>
      <div class="facts" id="planned">
        <div class="fact">
          <a href={`/desk/today/items/${plan.id}`}>
            <bdi>{plan.what}</bdi>
          </a>
          <small>
            {timeInWords(plan.time, when)} · {who}
            {plan.dueAt !== null && `, due ${dayAndTime(plan.dueAt, when)}`}
            {lacksInWords(plan).map(({ words, isLoud }) => (
              <span key={words} class={isLoud ? 'live' : 'unsure'}>
                {' '}
                · {words}
              </span>
            ))}
          </small>
        </div>
      </div>
    </>
  );
}
