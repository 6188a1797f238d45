/** What the desk of The Harbour Post plans for today, says to each other and hands over, so that a newcomer sees a day under way. */
import { MINUTE } from '../../kit/clock.ts';
import { localDay } from '../../kit/local-time.ts';
import { addPlanLine } from '../../planning/change-plan.ts';
import { writeHandover } from '../../planning/handover.ts';
import { makeRemark } from '../../remarks/remarks.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { placeInSeries, tieStory } from '../../stories/ties.ts';
import { harbourPost } from './cast.ts';
import type { DemoPaper } from './happenings.ts';

/** Lines as an editor types them, each by whom. */
const plan = [
  ['10:00-12:30 The harbour inquiry sits for its second day @petros due 18:00 (Court house)', 'maria'],
  ['14:30 Council on the night ferry’s contract @anton (City Hall)', 'maria'],
  ['The growers weigh the last oil of the year', 'anton'],
  ['20:00 Concert for the lamp keepers @maria (Market hall)', 'petros'],
] as const;

const HANDED_OVER = 25 * MINUTE; // ago

/** Today as it stands now: the plan, a handover, remarks at a draft, a series and an update. */
export async function planDemoDay(made: DemoPaper, clock: { set(at: number): void }): Promise<void> {
  const { newsroom, staff, stories, now } = made;
  const day = localDay(now, harbourPost.timeZone);
  for (const [line, by] of plan) await addPlanLine(newsroom, { line, day, by: staff[by] });
  clock.set(now - HANDED_OVER);
  await writeHandover(newsroom, {
    words:
      'The inquiry goes on at ten; the clerk has promised the pilots’ book by noon, on paper.\n\nThe beach piece waits for the laboratory. Call before eleven, they close for a wedding.',
    by: staff.petros,
  });
  clock.set(now);
  const idOf = (key: string) => stories[key]?.storyId ?? '';
  const { editions } = await getForDesk(newsroom, idOf('pilots'));
  await makeRemark(newsroom, {
    storyId: idOf('pilots'),
    words: '@petros, is this the book of the port or of the pilots’ union? They keep two.',
    at: { takeId: editions[0]?.takeId ?? '', place: 0 },
    by: staff.maria,
  });
  for (const key of ['tanker', 'questions'])
    await placeInSeries(newsroom, {
      storyId: idOf(key),
      name: 'The harbour inquiry',
      place: null,
      by: staff.maria,
    });
  await tieStory(newsroom, { storyId: idOf('tanker'), kind: 'related', to: idOf('beach'), by: staff.maria });
}
