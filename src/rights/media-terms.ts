/**
 * What a picture may be used for, by its own words: its usage terms and instructions, and those of the item that it came with. Only a
 * plain no and a plain day are taken for one; the words stand beside the picture for the desk to read. Pure.
 */
import { DAY } from '../kit/clock.ts';
import { once } from '../kit/once.ts';

export interface MediaTerms {
  /** May not be shown on the web. */
  online?: false;
  /** May not be cut: every shape shows it whole. */
  cuts?: false;
  /** When its time is over, in milliseconds. */
  until?: number;
  /** The lines that say so, in their own words. */
  words?: string[];
}

const NO_ONLINE =
  /\b(?:print (?:use )?only|only for print|nur (?:für )?print|(?:no|not for|not to be used (?:on|in)|without|keine?|pas d[e’']|sin)\b[^.;]{0,24}\b(?:internet|web|online|digital))/iu;
const NO_CUTS =
  /\b(?:(?:no|not to be|do not|must not be|without)\b[^.;]{0,16}\bcrop|nicht beschneiden|kein(?:en?)? beschnitt|ne pas recadrer|no recortar|non ritagliare)/iu;

/** `given` is when it was received, from which days are counted. */
export function mediaTermsOf(lines: readonly string[], given: number): MediaTerms {
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  const has = (no: RegExp) => said.find((line) => no.test(line));
  const ends = said.flatMap((line) => {
    const at = endIn(line, given);
    return at === null ? [] : [{ at, line }];
  });
  const [first] = ends.toSorted((one, other) => one.at - other.at);
  const terms: MediaTerms = {
    ...(has(NO_ONLINE) !== undefined && { online: false as const }),
    ...(has(NO_CUTS) !== undefined && { cuts: false as const }),
    ...(first !== undefined && { until: first.at }),
  };
  if (Object.keys(terms).length === 0) return terms;
  const words = [has(NO_ONLINE), has(NO_CUTS), first?.line].flatMap((line) => line ?? []);
  return { ...terms, words: [...new Set(words)].map((line) => line.slice(0, LONGEST)) };
}

const LONGEST = 300; // characters of a line that is shown
const UNTIL =
  /\b(?:until|till|through|expir\w*|valid to|ends?|not after|bis(?: zum)?|jusqu[’']au|hasta(?: el)?|fino al?)\b[\s:]*(?:on\s+|the\s+)?(?<day>[^;,()]{4,40}(?:,\s*\d{4})?)/giu;
const WITHIN =
  /\b(?:within|for|innerhalb von|für|pendant|durante)\s+(?<count>\d{1,3})\s*(?<unit>days?|weeks?|months?|tagen?|wochen?|monaten?|jours?|semaines?|mois|días|semanas)\b/iu;

/** The end of the day that a line names, or of the days that it grants; null where it names none. */
function endIn(line: string, given: number): number | null {
  for (const { groups } of line.matchAll(UNTIL)) {
    const day = dayIn(groups?.day ?? '');
    if (day !== null) return day + DAY;
  }
  const granted = WITHIN.exec(line)?.groups;
  if (!granted) return null;
  const unit = granted.unit?.toLowerCase() ?? '';
  const days = /^[wWsS]/.test(unit) ? 7 : /^m/.test(unit) ? 30 : 1;
  return given + Number(granted.count) * days * DAY;
}

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'el', 'pl'];

/** Names of months in the languages of agencies, whole and shortened, to their number. */
const months = once(
  () =>
    new Map(
      LANGUAGES.flatMap((language) =>
        (['long', 'short'] as const).flatMap((month) => {
          const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
          return Array.from({ length: 12 }, (_, at): [string, number] => {
            const parts = format.formatToParts(Date.UTC(2026, at, 1));
            return [plain(parts.find(({ type }) => type === 'month')?.value ?? ''), at];
          });
        }),
      ),
    ),
);

function plain(word: string): string {
  return word.toLowerCase().replace(/\.$/, '');
}

/** Midnight of a day, UTC. */
function dayIn(text: string): number | null {
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(text);
  if (iso) return dateOf(iso[1], Number(iso[2]) - 1, iso[3]);
  const dotted = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(text);
  if (dotted) return dateOf(dotted[3], Number(dotted[2]) - 1, dotted[1]);
  const named = /\b(\d{1,2})(?:st|nd|rd|th|er|\.)?(?: de| of)? (\p{L}+)\.?(?: de|,)? (\d{4})\b/u.exec(text);
  if (named) return dateOf(named[3], months().get(plain(named[2] ?? '')), named[1]);
  const american = /\b(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/u.exec(text);
  return american ? dateOf(american[3], months().get(plain(american[1] ?? '')), american[2]) : null;
}

function dateOf(year: string | undefined, month: number | undefined, day: string | undefined): number | null {
  if (month === undefined || month < 0 || month > 11) return null;
  const at = Date.UTC(Number(year), month, Number(day));
  return new Date(at).getUTCDate() === Number(day) ? at : null;
}
