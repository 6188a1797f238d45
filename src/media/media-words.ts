/** What is said of a picture in each language: its caption, and what it shows for those who cannot see it. */
import type { Newsroom } from '../newsroom.ts';
import { copyWords, findWordsRow, putWords } from './queries.ts';

/** The words in one language; null where nobody has written them. */
export async function findPictureWords(
  newsroom: Newsroom,
  of: { pictureId: string; language: string },
): Promise<{ alt: string; caption: string } | null> {
  return findWordsRow(newsroom, of);
}

/** Keeps them; call it in the transaction of the verb that says who wrote them. */
export async function setPictureWords(
  inner: Newsroom,
  said: { pictureId: string; language: string; alt: string; caption: string },
): Promise<void> {
  const { pictureId, language, alt, caption } = said;
  await putWords(inner, { picture_id: pictureId, language, alt: alt.trim(), caption: caption.trim() });
}

/** What was said of a picture when it was put in is in the language of the edition it was put into. */
export async function saidFirst(inner: Newsroom, of: { pictureId: string; language: string }): Promise<void> {
  await copyWords(inner, of);
}
