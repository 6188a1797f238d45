/** The part of the gate that a picture must pass: who cannot see it is told what it shows. */
import { because } from '../kit/refusal.ts';
import type { MediaTerms } from '../rights/media-terms.ts';
import { type Obstacle, obstacle } from './story.ts';
import type { EditionReading } from './story-reading.ts';

/** What keeps this edition back for its picture's sake, when it is to go out at an instant. */
export function pictureObstacles({ picture, language }: EditionReading, at: number): Obstacle[] {
  if (picture === null) return [];
  const obstacles: Obstacle[] = [];
  const terms = JSON.parse(picture.terms_json) as MediaTerms;
  if (terms.online === false) {
    const why = because('pictureForbiddenOnTheWeb', { words: terms.words?.[0] ?? '' });
    obstacles.push(obstacle('picture-not-for-the-web', why, 'overridable'));
  }
  if (picture.expires_at !== null && picture.expires_at <= at)
    obstacles.push(obstacle('picture-expired', because('pictureExpiresBefore'), 'fixed'));
  if (picture.is_decorative === 1 || (picture.own_alt ?? picture.alt).trim() !== '') return obstacles;
  const why = because('pictureNotDescribed', { language });
  return [...obstacles, obstacle('picture-not-described', why, 'overridable')];
}
