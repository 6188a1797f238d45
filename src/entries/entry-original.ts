/** A translated entry beside its original: what the checks of translations find in it. */
import { checkTranslation } from '../checks/bilingual/check-translation.ts';
import type { TranslationFinding } from '../checks/bilingual/translation.ts';
import { textOfBlocks } from '../kit/block-text.ts';
import { readBlocks } from '../kit/body-blocks.ts';
import type { Newsroom } from '../newsroom.ts';
import type { EntryCopy } from './entry.ts';
import { findShown } from './entry-read-queries.ts';

/** What an entry is a translation of, as it reads now. */
export interface EntryOriginal {
  words: Pick<EntryCopy, 'headline' | 'bodyHtml'>;
  language: string;
  /** It was withdrawn since. */
  isGone: boolean;
}

export async function readOriginal(newsroom: Newsroom, entryId: string): Promise<EntryOriginal | null> {
  const row = await findShown(newsroom, entryId);
  if (!row) return null;
  const { headline, body_html: bodyHtml, language, state } = row;
  return { words: { headline, bodyHtml }, language, isGone: state !== 'out' };
}

/** Worst first; nothing where both are of one language. */
export function checkEntryTranslation(
  translated: { words: EntryOriginal['words']; language: string },
  original: Pick<EntryOriginal, 'words' | 'language'>,
): TranslationFinding[] {
  return checkTranslation({
    original: textOf(original.words),
    originalLanguage: original.language,
    translation: textOf(translated.words),
    translationLanguage: translated.language,
  });
}

function textOf({ headline, bodyHtml }: EntryOriginal['words']): string {
  return [headline, textOfBlocks(readBlocks(bodyHtml), { cells: '\n\n' })].filter(Boolean).join('\n\n');
}
