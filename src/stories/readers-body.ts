/** A body as readers may have it, and the media that it shows. */
import { bodyForReaders, mediaIdsOf } from '../kit/body-media.ts';
import type { BodyHtml } from '../kit/safe-html.ts';
import { listMediaOf, type MediaView } from '../media/media.ts';
import type { Newsroom } from '../newsroom.ts';

export interface ReadersBody {
  /** Without media that was withdrawn, and without pictures that are not ours. */
  bodyHtml: BodyHtml;
  /** The media in the body, by id. */
  bodyMedia: ReadonlyMap<string, MediaView>;
}

/** No query for a body of words, as most are. */
export async function readersBody(
  newsroom: Newsroom,
  bodyHtml: BodyHtml,
  language: string,
): Promise<ReadersBody> {
  const ids = mediaIdsOf(bodyHtml);
  const bodyMedia = ids.length === 0 ? new Map() : await listMediaOf(newsroom, ids, language);
  return { bodyHtml: bodyForReaders(bodyHtml, (id) => bodyMedia.has(id)), bodyMedia };
}
