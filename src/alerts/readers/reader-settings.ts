/** What a reader says of alerts besides what to follow: languages, quiet hours, a cap. Rules and the form; verbs are in devices.ts. */

import { z } from 'zod';
import { MINUTE } from '../../kit/clock.ts';
import { readWords } from '../../store/json-column.ts';
import { type AlertLevel, alertLevels } from '../../stories/story.ts';
import { isTimeZone, MINUTES_A_DAY } from './quiet-hours.ts';
import type { Reader } from './who-hears.ts';

const MOST_LANGUAGES = 6; // in order of preference; nobody reads news in more
export const CAPS = [1, 2, 3, 5, 8, 12, 20] as const; // alerts a day that the page offers
const LARGEST_CAP = 50; // as many as are remembered of a device

const minute = z
  .number()
  .int()
  .min(0)
  .max(MINUTES_A_DAY - 1);

export const settingsForm = z.object({
  /** The first wanted most; `*` for any other. Empty: as the page it was asked on. */
  languages: z
    .array(z.union([z.literal('*'), z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/)]))
    .max(MOST_LANGUAGES),
  timeZone: z.string().max(64).refine(isTimeZone).nullable(),
  /** Minutes of the day. */
  quiet: z.object({ from: minute, to: minute }).nullable(),
  breaks: z.enum([...alertLevels, 'nothing']),
  cap: z.number().int().min(1).max(LARGEST_CAP).nullable(),
});
export type ReaderSettings = z.output<typeof settingsForm>;

/** The columns of a device that the settings are kept in. */
export interface SettingsRow {
  languages_json: string;
  time_zone: string | null;
  quiet_from: number | null;
  quiet_to: number | null;
  breaks: AlertLevel | 'nothing';
  daily_cap: number | null;
}

type KeptSettings = SettingsRow & { has_wishes: 0 | 1 };

export function settingsOf(row: SettingsRow & { id: string }): ReaderSettings {
  return {
    languages: languagesOf(row),
    timeZone: row.time_zone,
    quiet: quietOf(row),
    breaks: row.breaks,
    cap: row.daily_cap,
  };
}

export function settingsRow(settings: ReaderSettings): KeptSettings {
  const { quiet, languages } = settings;
  const isWindow = quiet !== null && quiet.from !== quiet.to;
  return {
    languages_json: JSON.stringify([...new Set(languages)]),
    time_zone: settings.timeZone,
    quiet_from: isWindow ? quiet.from : null,
    quiet_to: isWindow ? quiet.to : null,
    breaks: settings.breaks,
    daily_cap: settings.cap,
    has_wishes: isWindow || settings.cap !== null || languages.length > 0 ? 1 : 0,
  };
}

/** Most devices want all of them: a fan-out that asks a hundred thousand parses few. */
const languagesOf = ({ id, languages_json }: { id: string; languages_json: string }): string[] =>
  languages_json === '[]' ? [] : readWords('devices.languages_json', id, languages_json);

export interface ReaderRow extends SettingsRow {
  id: string;
  language: string;
  told_minutes: string;
  created_at: number;
}

/** A device's row as the rule in who-hears.ts wants it. */
export function asReader(row: ReaderRow, marks: { stopped: boolean; followsStory: boolean }): Reader {
  return {
    languages: languagesOf(row),
    language: row.language,
    quiet: quietOf(row),
    timeZone: row.time_zone,
    breaks: row.breaks,
    cap: row.daily_cap,
    told: row.daily_cap === null ? [] : toldAt(row.told_minutes),
    since: row.created_at,
    ...marks,
  };
}

function quietOf(row: Pick<SettingsRow, 'quiet_from' | 'quiet_to'>): Reader['quiet'] {
  return row.quiet_from === null || row.quiet_to === null ? null : { from: row.quiet_from, to: row.quiet_to };
}

const DIGITS = 8; // of minutes since 1970: enough until the year 2160
export const TOLD_KEPT = LARGEST_CAP * DIGITS; // characters

/** One more telling, to be put before the others in `told_minutes`. */
export function countTold(at: number): string {
  return String(Math.floor(at / MINUTE)).padStart(DIGITS, '0');
}

/** The instants in `told_minutes`, newest first. */
export function toldAt(minutes: string): number[] {
  return (minutes.match(/\d{8}/g) ?? []).map((one) => Number(one) * MINUTE);
}
