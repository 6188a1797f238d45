/** What the desk says of places, hands and doings on a front; and how it offers ends. */
import type { FrontDoing } from '../../fronts/front.ts';
import { type Hand, LONGEST_HOLD, USUAL_HOLD } from '../../fronts/hands.ts';
import type { FrontPlace } from '../../fronts/places.ts';
import { DAY, HOUR } from '../../kit/clock.ts';
import { dayAfter, localDay } from '../../kit/local-time.ts';
import type { Section } from '../../stories/sections.ts';
import { clockTime, dayAndTime, fromLocalInput, type PageTime } from '../views/words.ts';
import type { NotUnder } from './front-view.ts';

/** 'Lead', 'Pair 2', 'Sea 3'. */
export function placeName({ area, at }: FrontPlace, sections: readonly Section[]): string {
  if (area === 'lead') return 'Lead';
  if (area === 'list') return at === 1 ? 'First' : `${at}.`;
  const section = sections.find(({ id }) => area === `strip:${id}`);
  const name = section ? section.name : `${area.charAt(0).toUpperCase()}${area.slice(1)}`;
  return `${name} ${at}`;
}

/** 'held until 18:00 or something urgent, by Maria'. */
export function holdWords(hand: Hand, when: PageTime): string {
  const urgent = hand.untilUrgent ? ' or something urgent' : '';
  return `${hand.place ? 'held' : 'dressed'} until ${dayAndTime(hand.until, when)}${urgent}, by ${hand.byName}`;
}

/** Why a story that was chosen to stand under another does not. */
export function notUnderWords({ stands }: NotUnder, sections: readonly Section[]): string {
  return stands
    ? `not under it: “${stands.headline}” stands at ${placeName(stands.place, sections)}`
    : 'not under it: one that readers do not have, or that stands nowhere now';
}

const doingWords: Record<FrontDoing['what'], string> = {
  lay: 'laid a hand on',
  move: 'moved',
  'let go': 'let go of',
  'put out': 'put this front out',
  'undo draft': 'took the last change back',
  'undo out': 'took back what was put out',
  drop: 'dropped what was worked on',
  'give up': 'gave a place up for',
};

/** 'Maria moved “Ferries stop”, 14:05'. */
export function doingLine({ what, headline, byName, at }: FrontDoing, when: PageTime): string {
  return `${byName} ${doingWords[what]}${headline === '' ? '' : ` “${headline}”`}, ${dayAndTime(at, when)}`;
}

/** Ends that are offered by name; `own` is the field beside them. */
export const holdChoices = ['usual', '2h', 'evening', 'midnight', 'morning', 'own'] as const;
type HoldChoice = (typeof holdChoices)[number];

const EVENING = '18:00'; // when the evening desk takes over
const MORNING = '06:00';

/** The instant that a choice means now; null for one that is typed. */
export function holdEnd(choice: string, { now, zone }: PageTime): number | null {
  const next = (time: string) => {
    const today = localDay(now, zone);
    // By the calendar, not by 24 hours: a day on which clocks change is shorter or longer than that.
    for (let day = 0; day <= 1; day += 1) {
      const at = fromLocalInput(`${dayAfter(today, day)}T${time}`, zone);
      if (at !== null && at > now) return at;
    }
    return null;
  };
  const ends: Record<HoldChoice, () => number | null> = {
    usual: () => now + USUAL_HOLD,
    '2h': () => now + 2 * HOUR,
    evening: () => next(EVENING),
    midnight: () => next('00:00'),
    morning: () => next(MORNING),
    own: () => null,
  };
  return choice in ends ? ends[choice as HoldChoice]() : null;
}

/** 'until 18:00 (today)'. */
export function choiceName(choice: HoldChoice, when: PageTime): string {
  const end = holdEnd(choice, when);
  if (choice === 'own') return `at a time of its own, ${LONGEST_HOLD / DAY} days at most`;
  const names = { usual: `for ${USUAL_HOLD / HOUR} hours`, '2h': 'for 2 hours' } as Record<string, string>;
  const said = end === null ? '' : dayAndTime(end, when);
  return names[choice] ? `${names[choice]}, until ${said}` : `until ${said}`;
}

export const eveningName = (when: PageTime): string => clockTime(holdEnd('evening', when) ?? when.now, when);
