/** The part of the gate that a translation must pass: nothing goes out that nobody has read. */
import type { Obstacle } from './story.ts';
import type { EditionReading } from './story-reading.ts';

/** What keeps this edition back because of how it was translated; empty for one that is no translation. */
export function translationObstacles(edition: EditionReading): Obstacle[] {
  const { translation } = edition;
  if (!translation) return [];
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(edition.language) ?? edition.language;
  if (translation.state === 'translating') {
    return [
      { code: 'translation-running', words: `The ${name} edition is being translated.`, overridable: false },
    ];
  }
  const obstacles: Obstacle[] = [];
  if (translation.readTakeId !== edition.working_take_id) {
    const words = `Nobody has read the ${name} edition as it stands now.`;
    obstacles.push({ code: 'translation-unread', words, overridable: false });
  }
  if (edition.published_take_id === edition.working_take_id) return obstacles; // it goes out as it is out already
  if (translation.stale > 0) {
    const words = `The original of the ${name} edition has changed: ${translation.stale} sentences are stale.`;
    obstacles.push({ code: 'translation-stale', words, overridable: true });
  }
  return obstacles;
}
