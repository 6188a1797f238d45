/** Every setting of Crier: name, kind, default, one line of explanation. The only file that reads the environment. */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { ObjectStore } from './object-store.ts';
import { proxiesIn } from './proxy-setting.ts';
import { environmentSettings, fileSettings, withFiles } from './settings-places.ts';
import { settingsShape } from './settings-shape.ts';

const schema = z
  .strictObject(settingsShape)
  .refine((all) => !all.CRIER_PURGE_URL || all.CRIER_PURGE_KEY, {
    path: ['CRIER_PURGE_KEY'],
    error: 'must be set with CRIER_PURGE_URL: whoever is called must know who calls',
  })
  .refine((all) => !all.CRIER_DATABASE_REPLICA_URL || all.CRIER_DATABASE_URL, {
    path: ['CRIER_DATABASE_URL'],
    error: 'must be set with CRIER_DATABASE_REPLICA_URL: a replica follows that server',
  });
type Raw = z.output<typeof schema>;

export interface Settings {
  address: string;
  host: string;
  port: number;
  data: string;
  databaseUrl: string | undefined;
  bellUrl: string | undefined;
  replicaUrl: string | undefined;
  staleSeconds: number;
  /** Where the night's backups go. */
  backups: string | ObjectStore | undefined;
  backupKey: string | undefined;
  backupHour: number;
  backupKeep: string;
  purgeUrl: string | undefined;
  purgeKey: string | undefined;
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
  /** Where mail leaves; undefined where it is not set up. */
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  wireFolder: string | undefined;
  /** Where media stand instead of the data folder. */
  mediaStore: ObjectStore | undefined;
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
  return Object.entries(settingsShape).map(([name, kind]) => {
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
  CRIER_DATABASE_REPLICA_URL: 'replicaUrl',
  CRIER_STALE_SECONDS: 'staleSeconds',
  CRIER_BACKUPS: 'backups',
  CRIER_BACKUP_KEY: 'backupKey',
  CRIER_BACKUP_HOUR: 'backupHour',
  CRIER_BACKUP_KEEP: 'backupKeep',
  CRIER_PURGE_URL: 'purgeUrl',
  CRIER_PURGE_KEY: 'purgeKey',
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
  CRIER_SMTP_URL: 'smtpUrl',
  CRIER_MAIL_FROM: 'mailFrom',
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
    replicaUrl: raw.CRIER_DATABASE_REPLICA_URL,
    staleSeconds: raw.CRIER_STALE_SECONDS,
    backups: typeof raw.CRIER_BACKUPS === 'string' ? resolve(folder, raw.CRIER_BACKUPS) : raw.CRIER_BACKUPS,
    backupKey: raw.CRIER_BACKUP_KEY,
    backupHour: raw.CRIER_BACKUP_HOUR,
    backupKeep: raw.CRIER_BACKUP_KEEP,
    purgeUrl: raw.CRIER_PURGE_URL,
    purgeKey: raw.CRIER_PURGE_KEY,
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
    smtpUrl: raw.CRIER_SMTP_URL,
    mailFrom: raw.CRIER_MAIL_FROM,
    wireFolder: raw.CRIER_WIRE_FOLDER && resolve(folder, raw.CRIER_WIRE_FOLDER),
    mediaStore: raw.CRIER_MEDIA_URL,
  });
}

function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `Not a setting: ${issue.keys.join(', ')}.`;
  return `${issue.path.join('.')} ${issue.message}.`;
}
