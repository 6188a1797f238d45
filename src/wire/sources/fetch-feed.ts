/** Asks for a feed as the newsroom: who it is, what it takes, and where it may go. */
import { type FetchOutcome, guardedFetch } from '../../kit/guarded-fetch.ts';
import type { Newsroom } from '../../newsroom.ts';

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';

/** What an earlier answer gave to ask with again; sent back letter for letter. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export async function fetchFeed(
  newsroom: Newsroom,
  address: string,
  validators: Validators = { etag: null, lastModified: null },
): Promise<FetchOutcome> {
  return guardedFetch({
    address,
    trustedHosts: newsroom.settings.trustedHosts,
    newsroomAddress: newsroom.settings.address,
    headers: {
      accept: ACCEPT,
      ...(validators.etag && { 'if-none-match': validators.etag }),
      ...(validators.lastModified && { 'if-modified-since': validators.lastModified }),
    },
  });
}
