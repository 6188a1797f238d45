/** A store of files that speaks S3, as one setting names it: for media, and for backups. */
import { z } from 'zod';

export interface ObjectStore {
  /** With its scheme, without a slash at its end. */
  endpoint: string;
  bucket: string;
  prefix: string[];
  key: string;
  secret: string;
  region: string;
}

const FORM = 's3://KEY:SECRET@HOST/BUCKET';
const isOne = (text: string): boolean => /^s3(\+http)?:\/\//.test(text);

/** `s3://` over https, `s3+http://` in the own network. Null where it is none. */
function objectStoreIn(text: string): ObjectStore | null {
  const [, plain, rest] = /^s3(\+http)?:\/\/(.+)$/.exec(text) ?? [];
  if (rest === undefined || !URL.canParse(`https://${rest}`)) return null;
  const url = new URL(`${plain ? 'http' : 'https'}://${rest}`);
  const [bucket = '', ...prefix] = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  const [key, secret] = [url.username, url.password].map(decodeURIComponent);
  if (bucket === '' || !key || !secret) return null;
  const region = url.searchParams.get('region') ?? 'us-east-1';
  return { endpoint: url.origin, bucket, prefix, key, secret, region };
}

/** Where it is, without its key. */
export const objectStoreWords = ({ endpoint, bucket, prefix }: ObjectStore): string =>
  [endpoint, bucket, ...prefix].join('/');

/** The setting for media. */
export const mediaUrl = z
  .string()
  .refine((text) => objectStoreIn(text) !== null, `must be ${FORM}, a region after ?region=`)
  .transform((text) => objectStoreIn(text) ?? undefined)
  .optional()
  .meta({
    says: 'A store that speaks S3 for media, instead of the data folder: s3://KEY:SECRET@HOST/BUCKET/PREFIX?region=REGION.',
    secret: true,
  });

/** The setting for backups: a folder, or such a store. */
export const backupPlace = z
  .string()
  .min(1)
  .refine(
    (text) => !isOne(text) || objectStoreIn(text) !== null,
    `must be a folder, or ${FORM}, a region after ?region=`,
  )
  .transform((text) => objectStoreIn(text) ?? text)
  .optional()
  .meta({
    says: 'A folder, best on another disk, or a store that speaks S3 (s3://KEY:SECRET@HOST/BUCKET/PREFIX?region=REGION): a backup is put there every night, and rehearsed from there.',
  });
