/**
 * What the machine puts where no hand is. Each rule carries its own words, with the numbers that it goes by: the desk's page
 * shows these, so that it says what is done. Pure.
 */
import { DAY, HOUR } from '../kit/clock.ts';
import type { PublishedSummary } from '../stories/read.ts';
import { alertLevels } from '../stories/story.ts';
import { MIDDLE, PAIR, STRIP } from './places.ts';

export const FRESH_FOR = 6 * HOUR; // how long a flash is called one: after that it is news like other news
const LEAD_FOR = DAY; // a story leads by its level this long after its last change
const SEEN = PAIR + MIDDLE; // how far down the newest are looked at for a picture
export const FRONT_LIMIT = 60; // newest editions that are looked at

/** From which level on a story is urgent, for those who are held until something urgent comes. */
const urgentLevels: readonly string[] = alertLevels.slice(1);
export const isUrgent = ({ alertLevel }: Pick<PublishedSummary, 'alertLevel'>): boolean =>
  alertLevel !== null && urgentLevels.includes(alertLevel);

interface LeadRule {
  says: string;
  find(stories: readonly PublishedSummary[], now: number): PublishedSummary | undefined;
}

const leadRules: readonly LeadRule[] = [
  {
    says: `The lead is the most urgent story that changed in the last ${LEAD_FOR / HOUR} hours: ${urgentLevels.toReversed().join(' before ')}`,
    find(stories, now) {
      const recent = stories.filter((story) => story.publishedAt > now - LEAD_FOR);
      for (const level of urgentLevels.toReversed()) {
        const urgent = recent.find((story) => story.alertLevel === level);
        if (urgent) return urgent;
      }
      return undefined;
    },
  },
  {
    says: `else the newest of ${SEEN} that has a picture`,
    find: (stories) => stories.slice(0, SEEN).find((story) => story.picture !== null),
  },
  { says: 'else the newest', find: ([newest]) => newest },
];

/** The story that leads; undefined where there is none. */
export function leadOf(stories: readonly PublishedSummary[], now: number): PublishedSummary | undefined {
  for (const rule of leadRules) {
    const found = rule.find(stories, now);
    if (found) return found;
  }
  return undefined;
}

const pairSays = `The pair under it is alike: of the next ${2 * PAIR} the first with pictures, or the newest without; one with a picture beside one without leaves a hole.`;

/**
 * Those that fill up the pair beside what a hand has put there. With pictures if two of the newest have one, else like the
 * newest; one with a picture stands beside one without only where nothing else is to be had.
 */
export function pairOf(
  stories: readonly PublishedSummary[],
  given: readonly { hasPicture: boolean }[],
): PublishedSummary[] {
  const free = PAIR - given.length;
  const isPictured = ({ picture }: PublishedSummary) => picture !== null;
  const [beside] = given;
  if (free <= 0) return [];
  if (beside) {
    const alike = stories.slice(0, 2 * PAIR).filter((story) => isPictured(story) === beside.hasPicture);
    return (alike.length >= free ? alike : stories).slice(0, free);
  }
  const seen = stories.slice(0, 2 * PAIR).filter(isPictured);
  if (seen.length >= PAIR) return seen.slice(0, PAIR);
  const [newest] = stories;
  const alike = stories.filter((story) => newest !== undefined && isPictured(story) === isPictured(newest));
  return alike.length >= PAIR ? alike.slice(0, PAIR) : stories.slice(0, PAIR);
}

/** How far down the stories are those from which the pair is chosen. */
export const PAIR_FROM = PAIR + MIDDLE;

/** What the machine goes by, in sentences, for the paper's front or a section's page. */
export function machineRules(of: 'paper' | 'section'): string[] {
  const hands = [
    'A hand comes before the machine. It ends at its instant; one that holds a place “until something urgent” gives the place up when a story of a level from urgent on is published, and keeps its headline and kicker.',
    'A story that is withdrawn, has expired or is under embargo is on no front, whatever a hand says. Of a package the next piece steps up.',
    'Two hands on one place: the later one has it, and the other the next place that is free. No story stands twice above.',
  ];
  if (of === 'section') return ['Newest first, by when readers could first see the story.', ...hands];
  return [
    `${leadRules.map(({ says }) => says).join('; ')}.`,
    pairSays,
    `Then the newest, ${MIDDLE} in the middle. Stories that nobody of the paper has read stand under Now and in their section alone.`,
    `A section’s strip has its newest ${STRIP} that do not stand above.`,
    ...hands,
  ];
}

/** When the page must be made anew though nothing changed: the first level that stops being fresh, or stops to lead. */
export function freshUntil(stories: readonly PublishedSummary[], now: number): number {
  const ends = stories
    .filter(isUrgent)
    .flatMap((story) => [story.publishedAt + FRESH_FOR, story.publishedAt + LEAD_FOR])
    .filter((end) => end > now);
  return Math.min(Number.POSITIVE_INFINITY, ...ends);
}
