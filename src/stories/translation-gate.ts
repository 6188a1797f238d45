/** The part of the gate that a translation must pass: nothing goes out that nobody has read. */
import { because } from '../kit/refusal.ts';
import { type Obstacle, obstacle } from './story.ts';
import type { EditionReading } from './story-reading.ts';

/** What keeps this edition back because of how it was translated; empty for one that is no translation. */
export function translationObstacles(edition: EditionReading): Obstacle[] {
  const { translation } = edition;
  if (!translation) return [];
  const { language } = edition;
  if (translation.state === 'translating')
    return [obstacle('translation-running', because('editionUnderWay', { language }), 'fixed')];
  const obstacles: Obstacle[] = [];
  if (translation.readTakeId !== edition.working_take_id)
    obstacles.push(obstacle('translation-unread', because('editionUnread', { language }), 'fixed'));
  if (edition.published_take_id === edition.working_take_id) return obstacles; // it goes out as it is out already
  const { stale } = translation;
  if (stale > 0)
    obstacles.push(
      obstacle('translation-stale', because('editionStale', { language, stale }), 'overridable'),
    );
  return obstacles;
}
