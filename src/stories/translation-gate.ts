/** The part of the gate that a translation must pass: nothing goes out that nobody has read. */
import type { Newsroom } from '../newsroom.ts';
import type { Obstacle } from './story.ts';

/** What keeps this edition back because of how it was translated; empty for one that is no translation. */
export async function translationObstacles(
  newsroom: Newsroom,
  edition: { id: string; language: string; working_take_id: string; published_take_id: string | null },
): Promise<Obstacle[]> {
  const row = await newsroom.store
    .selectFrom('translations')
    .select(['state', 'read_take_id'])
    .where('edition_id', '=', edition.id)
    .executeTakeFirst();
  if (!row) return [];
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(edition.language) ?? edition.language;
  if (row.state === 'translating') {
    return [
      { code: 'translation-running', words: `The ${name} edition is being translated.`, overridable: false },
    ];
  }
  const obstacles: Obstacle[] = [];
  if (row.read_take_id !== edition.working_take_id) {
    const words = `Nobody has read the ${name} edition as it stands now.`;
    obstacles.push({ code: 'translation-unread', words, overridable: false });
  }
  if (edition.published_take_id === edition.working_take_id) return obstacles; // it goes out as it is out already
  const stale = await newsroom.store
    .selectFrom('sentence_pairs')
    .select((pair) => pair.fn.countAll<number>().as('count'))
    .where('edition_id', '=', edition.id)
    .where('stale_at', 'is not', null)
    .executeTakeFirstOrThrow();
  if (Number(stale.count) > 0) {
    const words = `The original of the ${name} edition has changed: ${Number(stale.count)} sentences are stale.`;
    obstacles.push({ code: 'translation-stale', words, overridable: true });
  }
  return obstacles;
}
