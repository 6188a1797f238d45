/** The address of a store of media, as one setting says it. */
import { z } from 'zod';

/** Where media stand in a store that speaks S3. */
export interface MediaStore {
  /** With its scheme, without a slash at its end. */
  endpoint: string;
  bucket: string;
  prefix: string[];
  key: string;
  secret: string;
  region: string;
}

/** `s3://` over https, `s3+http://` in the own network. Null where it is none. */
function mediaStoreIn(text: string): MediaStore | null {
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

/** The setting. */
export const mediaUrl = z
  .string()
  .refine(
    (text) => mediaStoreIn(text) !== null,
    'must be s3://KEY:SECRET@HOST/BUCKET, a region after ?region=',
  )
  .transform((text) => mediaStoreIn(text) ?? undefined)
  .optional()
  .meta({
    says: 'A store that speaks S3 for media, instead of the data folder: s3://KEY:SECRET@HOST/BUCKET/PREFIX?region=REGION.',
    secret: true,
  });
