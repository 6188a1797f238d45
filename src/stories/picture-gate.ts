/** The part of the gate that a picture must pass: who cannot see it is told what it shows. */
import type { MediaTerms } from '../rights/media-terms.ts';
import type { Obstacle } from './story.ts';
import type { EditionReading } from './story-reading.ts';

/** What keeps this edition back for its picture's sake, when it is to go out at an instant. */
export function pictureObstacles({ picture, language }: EditionReading, at: number): Obstacle[] {
  if (picture === null) return [];
  const obstacles: Obstacle[] = [];
  const terms = JSON.parse(picture.terms_json) as MediaTerms;
  if (terms.online === false) {
    const words = `The picture may not be shown on the web: “${terms.words?.[0] ?? ''}”`;
    obstacles.push({ code: 'picture-not-for-the-web', words, overridable: true });
  }
  if (picture.expires_at !== null && picture.expires_at <= at) {
    const words = 'The time for which the picture may be shown is over then.';
    obstacles.push({ code: 'picture-expired', words, overridable: false });
  }
  if (picture.is_decorative === 1 || (picture.own_alt ?? picture.alt).trim() !== '') return obstacles;
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  const words = `In the ${name} edition, say what the picture shows, for those who cannot see it, or that it says nothing that the text does not.`;
  return [...obstacles, { code: 'picture-not-described', words, overridable: true }];
}
