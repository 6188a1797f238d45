/** The part of the gate that a picture must pass: who cannot see it is told what it shows. */

import { undescribedIdsOf } from '../kit/body-media.ts';
import { because } from '../kit/refusal.ts';
import type { BodyHtml } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import type { MediaTerms } from '../rights/media-terms.ts';
import { readRecord } from '../store/json-column.ts';
import { mediaIn } from './media-in.ts';
import { listBoundMedia } from './media-queries.ts';
import { type Copy, type Obstacle, obstacle } from './story.ts';

/** A piece of media, with what binds whoever shows it. */
interface BoundMedia {
  id: string;
  is_decorative: 0 | 1;
  terms_json: string;
  expires_at: number | null;
}

/** What the rule needs of an edition, or of anything else that shows pictures. */
interface PictureReading {
  language: string;
  take: { body_html: BodyHtml };
  picture: (BoundMedia & { alt: string; own_alt: string | null }) | null;
  bodyMedia: readonly BoundMedia[];
}

/** The same of copy that is no edition's take: an entry of a live story. */
export async function copyPictureObstacles(
  newsroom: Newsroom,
  { copy, language }: { copy: Pick<Copy, 'pictureId' | 'bodyHtml'>; language: string },
): Promise<Obstacle[]> {
  const media = await listBoundMedia(newsroom, mediaIn(copy), language);
  const picture = media.find(({ id }) => id === copy.pictureId) ?? null;
  const bodyMedia = media.filter((each) => each !== picture);
  const take = { body_html: copy.bodyHtml };
  return pictureObstacles({ language, take, picture, bodyMedia }, newsroom.clock.now());
}

/** What keeps this edition back for the sake of its pictures, at its head and in its text, when it is to go out at an instant. */
export function pictureObstacles(edition: PictureReading, at: number): Obstacle[] {
  const { picture, bodyMedia, language } = edition;
  const obstacles = (picture ? [picture, ...bodyMedia] : bodyMedia).flatMap((each) =>
    termsObstacles(each, at),
  );
  if (picture && picture.is_decorative === 0 && (picture.own_alt ?? picture.alt).trim() === '')
    obstacles.push(
      obstacle('picture-not-described', because('pictureNotDescribed', { language }), 'overridable'),
    );
  const count = undescribedInBody(edition);
  if (count > 0)
    obstacles.push(
      obstacle(
        'body-picture-not-described',
        because('bodyPicturesNotDescribed', { language, count }),
        'overridable',
      ),
    );
  return obstacles.filter(({ code, words }, index) => {
    const isFirst = obstacles.findIndex((other) => other.code === code && other.words === words) === index;
    return isFirst; // ten pictures that expire together are one obstacle
  });
}

function termsObstacles(
  { id, terms_json, expires_at }: { id: string; terms_json: string; expires_at: number | null },
  at: number,
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const terms = readRecord<MediaTerms>('media.terms_json', id, terms_json);
  if (terms.online === false) {
    const why = because('pictureForbiddenOnTheWeb', { words: terms.words?.[0] ?? '' });
    obstacles.push(obstacle('picture-not-for-the-web', why, 'overridable'));
  }
  if (expires_at !== null && expires_at <= at)
    obstacles.push(obstacle('picture-expired', because('pictureExpiresBefore'), 'fixed'));
  return obstacles;
}

/** How many stand in the text without words; one of which the library says that it is decorative needs none, one that is gone neither. */
function undescribedInBody({ bodyMedia, picture, take }: PictureReading): number {
  const known = picture ? [picture, ...bodyMedia] : bodyMedia;
  if (known.length === 0) return 0;
  const asked = new Set(known.filter(({ is_decorative }) => is_decorative === 0).map(({ id }) => id));
  return undescribedIdsOf(take.body_html).filter((id) => asked.has(id)).length;
}
