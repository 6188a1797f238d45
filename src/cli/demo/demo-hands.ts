/** What the desk has done on the front of The Harbour Post: a package and a kicker, so that a newcomer sees them. */
import { tellFront } from '../../alerts/live/live.ts';
import { layHand, putOut } from '../../fronts/change-front.ts';
import { readFrontState } from '../../fronts/front.ts';
import { LONGEST_HOLD } from '../../fronts/hands.ts';
import { readPlace } from '../../fronts/places.ts';
import type { DemoPaper } from './happenings.ts';

/** Lays them on now, and puts them out. */
export async function layDemoHands({ newsroom, stories, staff, now }: DemoPaper): Promise<void> {
  const front = { language: 'en', sectionId: null };
  const by = staff.maria;
  const until = now + LONGEST_HOLD; // a demo is looked at for an hour or for a week
  const idOf = (key: string) => stories[key]?.storyId ?? '';
  const lay = async (key: string, says: Parameters<typeof layHand>[1]['says']) => {
    const { version: basedOn } = await readFrontState(newsroom, front);
    await layHand(newsroom, { front, basedOn, storyId: idOf(key), says: { until, ...says }, by });
  };
  await lay('tanker', {
    place: readPlace('lead.1'),
    untilUrgent: true,
    packageName: 'The spill off Cape Lyra',
    related: [idOf('beach')],
  });
  await lay('storm', { place: readPlace('middle.1'), kicker: 'Two counts, one storm' });
  const { version: basedOn } = await readFrontState(newsroom, front);
  await putOut(newsroom, { front, basedOn, path: '/', tell: tellFront, by });
}
