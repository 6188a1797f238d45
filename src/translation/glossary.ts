/** The glossary of a language pair: terms, names as the house writes them, words that stay as they are. */
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { listSpeakers, nameIn } from '../sourcing/speakers.ts';
import type { Term } from './engine.ts';
import { deleteTerm, selectTerms, upsertTerm } from './glossary-queries.ts';

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
    refuse('form-incomplete', { fields: { term: because('termMissing') } });
  const line = {
    translation,
    note: asked.note?.trim() ?? '',
    staff_id: asked.by.id,
    at: newsroom.clock.now(),
  };
  const key = { from_language: asked.from, to_language: asked.to, term };
  await upsertTerm(newsroom, { id: newsroom.ids.next(), ...key, ...line });
}

/** Takes a term out; nothing happens where somebody took it out before. */
export async function dropTerm(newsroom: Newsroom, { id, by }: { id: string; by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const gone = await deleteTerm(inner, id);
    if (!gone) return;
    const facts = { from: gone.from_language, to: gone.to_language, term: gone.term };
    await recordAct(inner, { by, act: 'drop term', subjectKind: 'masthead', subjectId: id, facts });
  });
}

export async function listTerms(
  newsroom: Newsroom,
  pair: { from: string; to: string },
): Promise<GlossaryLine[]> {
  return selectTerms(newsroom, pair);
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
  const names = (await listSpeakers(newsroom)).flatMap(({ name, variants }) => {
    const translation = nameIn({ name, variants }, pair.to);
    return [name, ...variants]
      .filter((each) => each !== translation && each.length > 3 && text.includes(each))
      .map((term) => ({ term, translation }));
  });
  return [...own.map(({ term, translation }) => ({ term, translation })), ...names].slice(0, MOST);
}
