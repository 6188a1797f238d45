/** Every setting of Crier: name, kind, default, one line of explanation. The only file that reads the environment. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { type MediaStore, mediaUrl } from './media-url.ts';
import { isProxies, proxiesIn } from './proxy-setting.ts';
import { environmentSettings, fileSettings, withFiles } from './settings-places.ts';

const list = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .pipe(z.array(z.string()));

const shape = {
  CRIER_ADDRESS: z
    .url({ protocol: /^https?$/, error: 'must be a full address such as https://post.example' })
    .transform((address) => address.replace(/\/+$/, ''))
    .optional()
    .meta({
      says: 'The address readers use, without a slash at its end.',
      fallback: 'http://localhost and the port',
    }),
  CRIER_HOST: z.string().min(1).default('localhost').meta({ says: 'The host name or address to listen on.' }),
  CRIER_PORT: z.coerce
    .number({ error: 'must be a number from 0 to 65535' })
    .int()
    .min(0, 'must be a number from 0 to 65535')
    .max(65_535, 'must be a number from 0 to 65535')
    .default(4000)
    .meta({ says: 'The port to listen on; 0 takes a free one.' }),
  CRIER_DATA: z
    .string()
    .min(1)
    .default('./data')
    .meta({ says: 'The folder of everything: database, media, keys.' }),
  CRIER_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional()
    .meta({ says: 'PostgreSQL instead of the SQLite file in the data folder.', secret: true }),
  CRIER_BELL_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional()
    .meta({
      says: 'The PostgreSQL server itself, where `CRIER_DATABASE_URL` leads to a pooler that hands connections on after each transaction.',
      secret: true,
    }),
  CRIER_STALE_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds' })
    .min(0, 'must be from 0 to 3600')
    .max(3600, 'must be from 0 to 3600')
    .default(60)
    .meta({
      says: 'Seconds for which a process that cannot reach the database goes on showing readers the pages it holds, marked as such; 0 for not at all.',
    }),
  CRIER_METRICS_PORT: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(0, 'must be from 0 to 65535')
    .max(65_535, 'must be from 0 to 65535')
    .optional()
    .meta({
      says: 'The port on which Prometheus finds `/metrics`; none, and nothing is counted. Keep it inside your network.',
    }),
  CRIER_METRICS_HOST: z
    .string()
    .min(1)
    .default('localhost')
    .meta({ says: 'The host name or address on which that port listens.' }),
  CRIER_BACKUPS: z.string().min(1).optional().meta({
    says: 'A folder, best on another disk: a backup is put there every night, and rehearsed.',
  }),
  CRIER_BACKUP_KEY: z.string().min(32, 'must be 32 characters or more').optional().meta({
    says: 'A secret with which those backups are sealed; without it they are as readable as the data folder.',
    secret: true,
  }),
  CRIER_BACKUP_HOUR: z.coerce
    .number({ error: 'must be an hour' })
    .int('must be a whole hour')
    .min(0, 'must be from 0 to 23')
    .max(23, 'must be from 0 to 23')
    .default(3)
    .meta({ says: 'The hour, in the paper’s time zone, from which the night’s backup is taken.' }),
  CRIER_BACKUP_KEEP: z
    .string()
    .regex(/^\d{1,3}d \d{1,3}w \d{1,3}m$/, 'must be like 7d 4w 12m')
    .default('7d 4w 12m')
    .meta({ says: 'How many are kept: the last of so many days, weeks and months.' }),
  CRIER_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be debug, info, warn, error or silent',
    })
    .default('info')
    .meta({ says: 'How much is logged.' }),
  CRIER_CONTACT: z
    .string()
    .regex(/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/, 'must be mailto:someone@a.place or an https address')
    .optional()
    .meta({
      says: 'Whom a push service can reach about our alerts (VAPID sub). Default: the masthead’s contact.',
    }),
  CRIER_TRUSTED_HOSTS: list
    .default([])
    .meta({ says: 'Hosts, with their port, inside the own network from which wires may be read.' }),
  CRIER_PUSH_SERVICES: list.default([]).meta({
    says: 'Further push services by origin, such as https://push.example; the browsers’ own are known.',
  }),
  CRIER_ALERT_UNDO_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds' })
    .min(0, 'must be from 0 to 60')
    .max(60, 'must be from 0 to 60')
    .default(10)
    .meta({
      says: 'Seconds in which an alert that an editor sent can be undone before it leaves; 0 for none.',
    }),
  CRIER_FLASH_CHECK: z
    .enum(['word', 'editor', 'no'], { error: 'must be word, editor or no' })
    .default('word')
    .meta({
      says: 'What a flash asks for before it leaves: the typed word, a second editor, or nothing (no).',
    }),
  CRIER_TICKETS: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .default(200_000)
    .meta({
      says: 'Alerts prepared in memory while an editor writes, so that they leave sooner: 500 bytes each; 0 for none.',
    }),
  CRIER_PROXY: z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .refine(isProxies, 'must be no, a number of proxies from 1 to 9, or their networks such as 10.0.0.0/8')
    .default('no')
    .meta({
      says: 'How many proxies stand in front (yes is 1), or their networks; X-Forwarded-For is read from its right.',
    }),
  CRIER_FEED_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds' })
    .min(1, 'must be 1 or more')
    .default(300)
    .meta({ says: 'Seconds between two polls of a source that says nothing else.' }),
  CRIER_TRANSLATION_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds' })
    .min(1, 'must be 1 or more')
    .default(90)
    .meta({ says: 'Seconds that a translation engine may take over twenty sentences.' }),
  CRIER_READER_DAYS: z.coerce
    .number({ error: 'must be a number of days' })
    .int('must be a whole number of days')
    .min(0, 'must be 0 or more')
    .default(90)
    .meta({ says: 'Days after its verdict for which the address that came with a reply is kept.' }),
  CRIER_MEDIA_URL: mediaUrl,
  CRIER_WIRE_FOLDER: z.string().min(1).optional().meta({
    says: 'A folder with one folder for each source, by its short name; files put there are taken in.',
  }),
} as const;

const schema = z.strictObject(shape);
type Raw = z.output<typeof schema>;

export interface Settings {
  address: string;
  host: string;
  port: number;
  data: string;
  databaseUrl: string | undefined;
  bellUrl: string | undefined;
  staleSeconds: number;
  backups: string | undefined;
  backupKey: string | undefined;
  backupHour: number;
  backupKeep: string;
  metricsPort: number | undefined;
  metricsHost: string;
  logLevel: Raw['CRIER_LOG_LEVEL'];
  contact: string | undefined;
  trustedHosts: string[];
  pushServices: string[];
  alertUndoSeconds: number;
  flashCheck: Raw['CRIER_FLASH_CHECK'];
  tickets: number;
  /** Proxies in front: none, how many, or the networks that they are in. */
  proxies: number | string[];
  feedSeconds: number;
  translationSeconds: number;
  readerDays: number;
  wireFolder: string | undefined;
  /** Where media stand instead of the data folder. */
  mediaStore: MediaStore | undefined;
}

export interface SettingsProblem {
  problems: string[];
}

/**
 * Reads defaults, then `crier.env` in the folder given, then the environment; `NAME_FILE` names a file that holds the
 * value. All that is wrong is told at once.
 */
export function readSettings(
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): Settings | SettingsProblem {
  const problems: string[] = [];
  const given = {
    ...fileSettings(resolve(folder, 'crier.env'), problems),
    ...environmentSettings(environment),
  };
  const parsed = schema.safeParse(withFiles(given, problems));
  if (!parsed.success) problems.push(...parsed.error.issues.map(inWords));
  return problems.length > 0 || !parsed.success ? { problems } : named(parsed.data, folder);
}

/** Every setting with what it says and its default, for the docs and for `crier settings`. */
export function describeSettings(): {
  name: string;
  /** Where its value is in Settings. */
  key: keyof Settings;
  says: string;
  secret: boolean;
  fallback: string;
}[] {
  const defaults = schema.parse({});
  return Object.entries(shape).map(([name, kind]) => {
    const meta = kind.meta() as { says: string; secret?: boolean; fallback?: string };
    const fallback = meta.fallback ?? defaults[name as keyof Raw];
    const key = keys[name as keyof Raw];
    return { name, key, says: meta.says, secret: meta.secret ?? false, fallback: String(fallback ?? '') };
  });
}

const keys: Record<keyof Raw, keyof Settings> = {
  CRIER_ADDRESS: 'address',
  CRIER_HOST: 'host',
  CRIER_PORT: 'port',
  CRIER_DATA: 'data',
  CRIER_DATABASE_URL: 'databaseUrl',
  CRIER_BELL_URL: 'bellUrl',
  CRIER_STALE_SECONDS: 'staleSeconds',
  CRIER_BACKUPS: 'backups',
  CRIER_BACKUP_KEY: 'backupKey',
  CRIER_BACKUP_HOUR: 'backupHour',
  CRIER_BACKUP_KEEP: 'backupKeep',
  CRIER_METRICS_PORT: 'metricsPort',
  CRIER_METRICS_HOST: 'metricsHost',
  CRIER_LOG_LEVEL: 'logLevel',
  CRIER_CONTACT: 'contact',
  CRIER_TRUSTED_HOSTS: 'trustedHosts',
  CRIER_PUSH_SERVICES: 'pushServices',
  CRIER_ALERT_UNDO_SECONDS: 'alertUndoSeconds',
  CRIER_FLASH_CHECK: 'flashCheck',
  CRIER_TICKETS: 'tickets',
  CRIER_PROXY: 'proxies',
  CRIER_FEED_SECONDS: 'feedSeconds',
  CRIER_TRANSLATION_SECONDS: 'translationSeconds',
  CRIER_READER_DAYS: 'readerDays',
  CRIER_WIRE_FOLDER: 'wireFolder',
  CRIER_MEDIA_URL: 'mediaStore',
};

function named(raw: Raw, folder: string): Settings {
  return Object.freeze({
    address: raw.CRIER_ADDRESS ?? `http://localhost:${raw.CRIER_PORT}`,
    host: raw.CRIER_HOST,
    port: raw.CRIER_PORT,
    data: resolve(folder, raw.CRIER_DATA),
    databaseUrl: raw.CRIER_DATABASE_URL,
    bellUrl: raw.CRIER_BELL_URL,
    staleSeconds: raw.CRIER_STALE_SECONDS,
    backups: raw.CRIER_BACKUPS && resolve(folder, raw.CRIER_BACKUPS),
    backupKey: raw.CRIER_BACKUP_KEY,
    backupHour: raw.CRIER_BACKUP_HOUR,
    backupKeep: raw.CRIER_BACKUP_KEEP,
    metricsPort: raw.CRIER_METRICS_PORT,
    metricsHost: raw.CRIER_METRICS_HOST,
    logLevel: raw.CRIER_LOG_LEVEL,
    contact: raw.CRIER_CONTACT,
    trustedHosts: raw.CRIER_TRUSTED_HOSTS,
    pushServices: raw.CRIER_PUSH_SERVICES,
    alertUndoSeconds: raw.CRIER_ALERT_UNDO_SECONDS,
    flashCheck: raw.CRIER_FLASH_CHECK,
    tickets: raw.CRIER_TICKETS,
    proxies: proxiesIn(raw.CRIER_PROXY),
    feedSeconds: raw.CRIER_FEED_SECONDS,
    translationSeconds: raw.CRIER_TRANSLATION_SECONDS,
    readerDays: raw.CRIER_READER_DAYS,
    wireFolder: raw.CRIER_WIRE_FOLDER && resolve(folder, raw.CRIER_WIRE_FOLDER),
    mediaStore: raw.CRIER_MEDIA_URL,
  });
}

function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `Not a setting: ${issue.keys.join(', ')}.`;
  return `${issue.path.join('.')} ${issue.message}.`;
}
