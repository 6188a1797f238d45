/** The languages that the paper is read in. */
import { primaryLanguage } from '../kit/language-tag.ts';
import type { Newsroom } from '../newsroom.ts';
import { findNextLanguage } from './edition-queries.ts';
import { findMasthead } from './masthead.ts';

/** Whether the paper writes in a language: its own, or one in which it has published. A tag that says nothing counts as its own. */
export async function isWrittenIn(newsroom: Newsroom, language: string): Promise<boolean> {
  const asked = primaryLanguage(language);
  if (asked === '' || asked === 'und') return true;
  const masthead = await findMasthead(newsroom);
  const languages = [...(masthead ? [masthead.language] : []), ...(await listPublishedLanguages(newsroom))];
  return languages.some((each) => primaryLanguage(each) === asked);
}

/** Its own language first, then those it has published in. */
export async function listPaperLanguages(newsroom: Newsroom): Promise<string[]> {
  const masthead = await findMasthead(newsroom);
  const all = [...(masthead ? [masthead.language] : []), ...(await listPublishedLanguages(newsroom))];
  return all.filter(
    (tag, at) => all.findIndex((other) => primaryLanguage(other) === primaryLanguage(tag)) === at,
  );
}

/** Languages of published editions, BCP 47, in the order of their tags. */
export async function listPublishedLanguages(newsroom: Newsroom): Promise<string[]> {
  const found: string[] = [];
  // From one to the next in the index, instead of reading every edition there is.
  for (let last = ''; ; last = found.at(-1) ?? '') {
    const row = await findNextLanguage(newsroom, last);
    if (!row?.language) return found;
    found.push(row.language);
  }
}
