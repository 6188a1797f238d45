/** The glossary of a language pair: terms, names as the house writes them, words that stay as they are. */
import { refuse } from '../kit/refusal.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { nameIn } from '../sourcing/speakers.ts';
import type { Term } from './engine.ts';

export interface GlossaryLine extends Term {
  id: string;
  note: string;
}

/** Puts a term, over the one that is there; the same word as its translation keeps it as it is. */
export async function putTerm(
  newsroom: Newsroom,
  asked: { from: string; to: string; term: string; translation: string; note?: string; by: Actor },
): Promise<void> {
  const [term, translation] = [asked.term.trim(), asked.translation.trim()];
  if (term === '' || translation === '')
    refuse('form-incomplete', { fields: { term: 'Give the word and how it is translated.' } });
  const line = {
    translation,
    note: asked.note?.trim() ?? '',
    staff_id: asked.by.id,
    at: newsroom.clock.now(),
  };
  await newsroom.store
    .insertInto('glossary_terms')
    .values({ id: newsroom.ids.next(), from_language: asked.from, to_language: asked.to, term, ...line })
    .onConflict((clash) => clash.columns(['from_language', 'to_language', 'term']).doUpdateSet(line))
    .execute();
}

export async function dropTerm(newsroom: Newsroom, { id }: { id: string }): Promise<void> {
  await newsroom.store.deleteFrom('glossary_terms').where('id', '=', id).execute();
}

export async function listTerms(
  newsroom: Newsroom,
  pair: { from: string; to: string },
): Promise<GlossaryLine[]> {
  const rows = await newsroom.store
    .selectFrom('glossary_terms')
    .select(['id', 'term', 'translation', 'note'])
    .where('from_language', '=', pair.from)
    .where('to_language', '=', pair.to)
    .orderBy('term')
    .execute();
  return rows;
}

const MOST = 60; // terms sent with a text; those that do not stand in it are left out

/** The terms of a pair that stand in the text; among them speakers by any of their names, as readers of the translation are given them. */
export async function termsIn(
  newsroom: Newsroom,
  text: string,
  pair: { from: string; to: string },
): Promise<Term[]> {
  const lower = text.toLowerCase();
  const own = (await listTerms(newsroom, pair)).filter(({ term }) => lower.includes(term.toLowerCase()));
  const speakers = await newsroom.store.selectFrom('speakers').select(['name', 'variants_json']).execute();
  const names = speakers.flatMap(({ name, variants_json }) => {
    const variants = JSON.parse(variants_json) as string[];
    const translation = nameIn({ name, variants }, pair.to);
    return [name, ...variants]
      .filter((each) => each !== translation && each.length > 3 && text.includes(each))
      .map((term) => ({ term, translation }));
  });
  return [...own.map(({ term, translation }) => ({ term, translation })), ...names].slice(0, MOST);
}
