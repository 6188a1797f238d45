/** Every setting: name, kind, default, one line of explanation. */
import { z } from 'zod';
import { backupPlace, mediaUrl } from './object-store.ts';
import { isProxies } from './proxy-setting.ts';

const list = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .pipe(z.array(z.string()));

export const settingsShape = {
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
  CRIER_DATABASE_REPLICA_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional()
    .meta({
      says: 'A PostgreSQL server that follows the first one: readers’ pages are read there as long as it has all that they are to show.',
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
  CRIER_PURGE_URL: z
    .url({ protocol: /^https?$/, error: 'must be a full address such as https://cache.example/purge' })
    .optional()
    .meta({
      says: 'The address that is told which pages changed, where a cache or a content network in front keeps copies of them; set, pages say by which keys.',
    }),
  CRIER_PURGE_KEY: z.string().min(32, 'must be 32 characters or more').optional().meta({
    says: 'The secret with which those calls are signed.',
    secret: true,
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
  CRIER_BACKUPS: backupPlace,
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
      says: 'Alerts prepared in memory while an editor writes, so that they leave sooner: 300 bytes each; 0 for none.',
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
  CRIER_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'must begin with smtp:// or smtps://')
    .optional()
    .meta({
      says: 'The mail server by which colleagues hear that a remark calls them, and administrators that work was given up, such as smtps://NAME:PASSWORD@HOST:465; none, and no mail is sent.',
      secret: true,
    }),
  CRIER_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/, 'must be an address such as desk@post.example')
    .optional()
    .meta({ says: 'The address that this mail is from. Default: crier@ and the host of CRIER_ADDRESS.' }),
  CRIER_WIRE_FOLDER: z.string().min(1).optional().meta({
    says: 'A folder with one folder for each source, by its short name; files put there are taken in.',
  }),
} as const;
