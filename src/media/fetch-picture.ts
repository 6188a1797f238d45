/** A picture, a film or a sound that stands somewhere else: fetched through the guard, and taken into the library. */
import { guardedFetch } from '../kit/guarded-fetch.ts';
import { refuse } from '../kit/refusal.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { LARGEST_PICTURE } from './picture-file.ts';
import { findByHref } from './queries.ts';
import { takeMedia } from './take-media.ts';
import { type MediaOrigin, type TakenPicture, takePicture } from './take-picture.ts';

export interface PictureFetch {
  address: string;
  alt?: string;
  caption?: string;
  credit?: string;
  origin?: MediaOrigin;
  /** Milliseconds that its server may take. */
  ms?: number;
  /** A film or a sound is taken too, as `takeMedia` does. */
  orRecording?: boolean;
  by: Actor;
}

const LONGEST = 60_000; // ms; a large original from a slow server takes half of it

/**
 * Fetches it once: an address that was taken before is not asked again. Refuses with `media-not-fetched` what its server does not
 * give, and with what `takePicture` refuses.
 */
export async function fetchPicture(newsroom: Newsroom, asked: PictureFetch): Promise<TakenPicture> {
  const known = asked.origin ? await findByHref(newsroom, asked.origin.href) : null;
  if (known?.ended_why === 'killed') refuse('media-ended');
  if (known && known.gone_at === null) return { pictureId: known.id, isKnown: true };
  const { trustedHosts, address: newsroomAddress } = newsroom.settings;
  const limits = { bytes: LARGEST_PICTURE, totalMs: asked.ms ?? LONGEST };
  const got = await guardedFetch({ address: asked.address, trustedHosts, newsroomAddress, limits });
  if (!got.ok) {
    const words = got.why === 'too-large' ? 'What is there is larger than 64 MB.' : got.words;
    return refuse('media-not-fetched', { words, fields: { address: words } });
  }
  if (got.status !== 200) {
    const words = `Its server answers with ${got.status}; it is not to be had there.`;
    return refuse('media-not-fetched', { words, fields: { address: words } });
  }
  const take = asked.orRecording ? takeMedia : takePicture;
  return take(newsroom, {
    bytes: got.bytes,
    name: nameIn(got.finalUrl),
    alt: asked.alt ?? '',
    caption: asked.caption ?? '',
    credit: asked.credit ?? '',
    ...(asked.origin ? { origin: asked.origin } : {}),
    by: asked.by,
  });
}

function nameIn(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // a stranger's address may hold a broken escape
  }
}
