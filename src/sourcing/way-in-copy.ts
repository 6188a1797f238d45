/** The way of a whole story as its own copy tells it: ‘as carried by A, citing B’ where the story begins, and its credit line. */
import { splitParagraphs } from '../kit/paragraphs.ts';
import { findQuotations } from './find-quotations.ts';
import { type Hop, joinHops } from './hops.ts';

const BEGINNING = 2; // paragraphs: where a story says whose it is; later ones speak of one statement each

/**
 * Hops from the speaker's end, without the source itself. `credit` is the line an item carries: ‘Aegean News Agency / Radio
 * Thalassa’. A party that nobody names is left out here: of a whole story it would tell nothing.
 */
export function wayInCopy(given: { text: string; language: string; credit?: string }): Hop[] {
  const paragraphs = splitParagraphs(given.text).slice(0, BEGINNING);
  const beginning = paragraphs.map(({ start, end }) => given.text.slice(start, end)).join('\n\n');
  const { hops } = findQuotations(beginning, { language: given.language });
  const told = hops.filter(({ party, act }) => party !== '' && act !== 'said');
  const way = told.map(({ party, act, url }): Hop => hop(party, act, url));
  return joinHops(creditHops(given.credit ?? ''), way);
}

/** Parties of a credit line that names several. One alone is the source's own name, or its owner's. */
function creditHops(credit: string): Hop[] {
  const parties = credit
    .split(/\s*[/|]\s*|\s+(?:via|through|citing)\s+/iu)
    .map((party) => party.replace(/^(?:credit|source|photo)\s*:\s*/iu, '').trim())
    .filter((party) => /^\p{L}[^\d]{1,60}$/u.test(party));
  return parties.length < 2 ? [] : parties.map((party) => hop(party, 'reported', null));
}

function hop(party: string, act: Hop['act'], link: string | null): Hop {
  return { party, sourceId: null, act, language: null, link, at: null };
}
