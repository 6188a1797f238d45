/** What a device is told of the alerts that waited for it: one as itself, several gathered in one. Rules and words only. */
import { DAY } from '../../kit/clock.ts';
import { type AlertLevel, alertLevels } from '../../stories/story.ts';
import { gatheredWords } from './gathered-words.ts';

export const HELD_LIFETIME = DAY; // since it was written; nobody needs yesterday's news as an alert

/** One alert that waited, with its story as it stands now. */
export interface WaitingAlert {
  alertId: string;
  storyId: string;
  level: AlertLevel;
  headline: string;
  why: 'quiet' | 'cap';
  /** When the alert was written. */
  at: number;
}

export const GATHERED_TAG = 'gathered';
const SEPARATOR = ' · ';

/** The most pressing first; of the same level the newest. */
export function inOrder<W extends Pick<WaitingAlert, 'level' | 'at'>>(waited: readonly W[]): W[] {
  const rank = ({ level }: Pick<WaitingAlert, 'level'>) => alertLevels.indexOf(level);
  return [...waited].sort((one, other) => rank(other) - rank(one) || other.at - one.at);
}

/**
 * Title and body of several in one, in the reader's language; headlines as they are. The revision depends on what is
 * gathered alone: told again after a crash it is the same, with one more story it is higher.
 */
export function gather(
  waited: readonly WaitingAlert[],
  language: string,
): { title: string; body: string; revision: number } {
  const words = gatheredWords(language);
  const title = waited.some(({ why }) => why === 'quiet') ? words.quiet : words.cap;
  return {
    title: title(waited.length),
    body: inOrder(waited)
      .map(({ headline }) => headline)
      .join(SEPARATOR),
    revision: Math.max(...waited.map(({ at }) => at)),
  };
}
