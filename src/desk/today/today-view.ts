/** What the pages of the day are given, and their addresses. */
import type { Handover } from '../../planning/handover.ts';
import type { PlanItem } from '../../planning/read-plan.ts';
import type { DeskFrame } from '../views/desk-layout.tsx';
import type { PageTime } from '../views/words.ts';
import type { Want } from './few-wants.ts';

export interface Colleague {
  id: string;
  name: string;
}

/** Which days are looked at, and whose. */
export interface DayView {
  /** As '2026-11-19'. */
  day: string;
  span: 'day' | 'week';
  /** Someone's id; empty for everyone. */
  who: string;
  /** The item after which the list goes on. */
  after: string;
}

export interface TodayProps {
  frame: DeskFrame;
  when: PageTime;
  view: DayView;
  /** The day that it is now. */
  today: string;
  items: PlanItem[];
  next: string | null;
  /** The row that was acted on last. */
  chosen: string;
  /** Taken off the plan of these days. */
  dropped: PlanItem[];
  wants: Want[];
  handovers: Handover[];
  colleagues: Colleague[];
  you: Colleague;
  isEditor: boolean;
  /** What was typed and refused. */
  line: string;
  done?: string | undefined;
  refused?: string | undefined;
}

/** The address of a view; what is as usual is left out. */
export function todayPath(view: Partial<DayView>, today: string): string {
  const query = new URLSearchParams();
  if (view.day && view.day !== today) query.set('day', view.day);
  if (view.span === 'week') query.set('span', 'week');
  if (view.who) query.set('who', view.who);
  if (view.after) query.set('after', view.after);
  const text = query.toString();
  return text === '' ? '/desk/today' : `/desk/today?${text}`;
}
