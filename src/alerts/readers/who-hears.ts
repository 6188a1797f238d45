/**
 * Who hears a news alert now, who later, and who not: a pure rule, asked for each follower when the alert is cut into
 * chunks. That a follow's level hears the alert's is known before (`heardBy`). Corrections and kills do not come here:
 * they go to whoever was told the news.
 */
import { DAY, HOUR } from '../../kit/clock.ts';
import { type AlertLevel, alertLevels } from '../../stories/story.ts';
import { openWallClocks, type QuietHours, quietUntil, type WallClocks } from './quiet-hours.ts';

/** In a list of languages: whatever language there is. */
export const ANY_LANGUAGE = '*';

/** What a device asked for, as far as the rule needs it. */
export interface Reader {
  /** BCP 47, the first wanted most; may end in ANY_LANGUAGE. Empty: that of the page it asked on, else any. */
  languages: readonly string[];
  /** Of the page it asked on. */
  language: string;
  quiet: QuietHours | null;
  /** IANA name; null where the browser told none. */
  timeZone: string | null;
  /** Alerts of this level and above come at any hour and whatever the cap. */
  breaks: AlertLevel | 'nothing';
  /** Alerts within any 24 hours; null is as many as there are. */
  cap: number | null;
  /** The instants of alerts that counted; older ones do no harm. */
  told: readonly number[];
  /** When the device subscribed: of what was told before, it heard nothing. */
  since: number;
  /** Asked to hear no more of this story. */
  stopped: boolean;
  /** Follows this very story, so that any language is better than none. */
  followsStory: boolean;
}

/** The alert to be told, and what its story looks like by now. */
export interface News {
  level: AlertLevel;
  /** Of the edition that the alert tells. */
  language: string;
  now: number;
  /** Languages of the story's published editions, the story's own first. */
  editions: readonly string[];
  /** News alerts of other editions of the story, and the editions that there were when each was written. */
  earlier: readonly { language: string; at: number; editions: readonly string[] }[];
  /** Where a device told no time zone: that of the paper. */
  timeZone: string;
}

export type DeviceHearing =
  | { when: 'now'; counts: boolean }
  /** Held until then, because of quiet hours or of the cap. */
  | { when: 'later'; why: 'quiet' | 'cap'; until: number }
  /** Another edition is this reader's, or was heard already; no edition is; or the reader stopped this story. */
  | { when: 'never'; why: 'other-edition' | 'heard' | 'language' | 'stopped' };

/** The rule for one alert; `clocks` may be shared between alerts of one run. */
export function whoHears(
  news: News,
  clocks: WallClocks = openWallClocks(),
): (reader: Reader) => DeviceHearing {
  const matches = openLanguages();
  const chosen = new Map<string, DeviceHearing | null>();

  /** Null: this edition is the reader's. Few readers differ in their languages, so answers are kept. */
  const byLanguage = (reader: Reader): DeviceHearing | null => {
    const wanted = languagesOf(reader);
    const earlier = news.earlier.filter(({ at }) => at >= reader.since);
    const name = `${earlier.length} ${wanted.join(' ')}`;
    const known = chosen.get(name);
    if (known !== undefined) return known;
    const hearing = edition(news, { wanted, earlier, matches });
    chosen.set(name, hearing);
    return hearing;
  };

  return (reader) => {
    if (reader.stopped) return { when: 'never', why: 'stopped' };
    const other = byLanguage(reader);
    if (other) return other;
    if (breaksThrough(reader.breaks, news.level)) return { when: 'now', counts: reader.cap !== null };
    return heldUntil(reader, news, clocks) ?? { when: 'now', counts: reader.cap !== null };
  };
}

/** Whether quiet hours and the cap leave a reader alone at this instant; else until when and why it is held. */
export function heldUntil(
  reader: Pick<Reader, 'quiet' | 'timeZone' | 'cap' | 'told'>,
  at: { now: number; timeZone: string },
  clocks: WallClocks,
): Extract<DeviceHearing, { when: 'later' }> | null {
  const zone = reader.timeZone ?? at.timeZone;
  const quietAt = (now: number) =>
    reader.quiet === null ? null : quietUntil(clocks, { hours: reader.quiet, zone, now });
  const quietEnd = quietAt(at.now);
  if (quietEnd !== null) return { when: 'later', why: 'quiet', until: quietEnd };
  const free = capFreeAt(reader, at.now);
  if (free === null) return null;
  const gathered = Math.min(free, clocks.next(zone, GATHERING_HOUR, at.now));
  return { when: 'later', why: 'cap', until: quietAt(gathered) ?? gathered };
}

const GATHERING_HOUR = (18 * HOUR) / 60_000; // minutes: six in the evening, when what the cap held is told in one
const WINDOW = DAY;

/** When the cap lets the next alert through; null when it does so now. */
export function capFreeAt({ cap, told }: Pick<Reader, 'cap' | 'told'>, now: number): number | null {
  if (cap === null) return null;
  const counted = told.filter((at) => at > now - WINDOW).sort((one, other) => other - one);
  const oldest = counted[cap - 1];
  return oldest === undefined ? null : oldest + WINDOW;
}

export function breaksThrough(breaks: Reader['breaks'], level: AlertLevel): boolean {
  return breaks !== 'nothing' && alertLevels.indexOf(level) >= alertLevels.indexOf(breaks);
}

function languagesOf(reader: Reader): readonly string[] {
  if (reader.languages.length === 0) return [reader.language, ANY_LANGUAGE];
  return reader.followsStory ? [...reader.languages, ANY_LANGUAGE] : reader.languages;
}

interface Choosing {
  wanted: readonly string[];
  earlier: News['earlier'];
  matches: (one: string, other: string) => boolean;
}

function edition(news: News, { wanted, earlier, matches }: Choosing): DeviceHearing | null {
  const best = (editions: readonly string[]) => {
    for (const language of wanted) {
      const found = language === ANY_LANGUAGE ? editions[0] : editions.find((one) => matches(language, one));
      if (found !== undefined) return found;
    }
    return null;
  };
  if (earlier.some((told) => best(told.editions) === told.language)) return { when: 'never', why: 'heard' };
  const editions = news.editions.includes(news.language) ? news.editions : [...news.editions, news.language];
  const mine = best(editions);
  if (mine === null) return { when: 'never', why: 'language' };
  return mine === news.language ? null : { when: 'never', why: 'other-edition' };
}

/** Whether a reader of one language reads the other: the same language in the same script, wherever it is spoken. */
function openLanguages(): (one: string, other: string) => boolean {
  const spoken = new Map<string, string>();
  const plain = (tag: string): string => {
    const known = spoken.get(tag);
    if (known !== undefined) return known;
    const made = speechOf(tag);
    spoken.set(tag, made);
    return made;
  };
  return (one, other) => plain(one) === plain(other);
}

function speechOf(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script ?? ''}`;
  } catch {
    return tag.toLowerCase(); // not a BCP 47 tag: the same only as itself
  }
}
