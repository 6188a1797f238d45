/** The part of the gate that a picture must pass: who cannot see it is told what it shows. */
import type { Obstacle } from './story.ts';
import type { EditionReading } from './story-reading.ts';

/** What keeps this edition back for its picture's sake. */
export function pictureObstacles({ picture, language }: EditionReading): Obstacle[] {
  if (picture === null || picture.is_decorative === 1) return [];
  if ((picture.own_alt ?? picture.alt).trim() !== '') return [];
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  const words = `In the ${name} edition, say what the picture shows, for those who cannot see it, or that it says nothing that the text does not.`;
  return [{ code: 'picture-not-described', words, overridable: true }];
}
