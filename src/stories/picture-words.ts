/** What is said of a picture in each language: its caption, and what it shows for those who cannot see it. */
import { because, refuse } from '../kit/refusal.ts';
import { setPictureWords } from '../media/media-words.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { getEditionRow, getStoryRow, getTakeRow, touchedBy } from './queries.ts';

/**
 * Keeps the words beside every edition in this edition's language that shows the picture of its working take. Refuses with
 * `not-found` where it shows none, and with `form-incomplete` where it is not said what the picture shows.
 */
export async function keepPictureWords(
  newsroom: Newsroom,
  { editionId, alt, caption, by }: { editionId: string; alt: string; caption: string; by: Actor },
): Promise<void> {
  if (alt.trim() === '')
    refuse('form-incomplete', {
      fields: { pictureAlt: because('pictureAltMissing') },
    });
  await newsroom.transact(async (inner) => {
    const edition = await getEditionRow(inner, editionId);
    const { picture_id } = await getTakeRow(inner, edition.working_take_id);
    if (picture_id === null) return refuse('not-found', { because: 'noPicture' });
    const words = { alt: alt.trim(), caption: caption.trim() };
    await setPictureWords(inner, { pictureId: picture_id, language: edition.language, ...words });
    await recordAct(inner, {
      by,
      act: 'caption',
      subjectKind: 'story' as const,
      subjectId: edition.story_id,
      facts: { language: edition.language, ...words },
    });
    inner.bell.ring('pages', { touched: await touchedBy(inner, await getStoryRow(inner, edition.story_id)) });
  });
}
